"""Tagged lines whose tags were changed on their way: in lower case, with a dash for the hyphen, other space around it.

Scripts write tags in lower case, and word processors and mail programs change the hyphen and the space around it. An
entry's tags are taken as tags only where they are spelt as its first one is, so that no line of a text becomes one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from generator.sources.content import Content

_CASES: tuple[Callable[[str], bool], ...] = (str.isupper, str.islower, str.istitle)


@dataclass(frozen=True)
class Spelling:
    """How a format spells its tags, and how they are known when they are spelt otherwise.

    Attributes:
        own: a tagged line as the format has it.
        start: an entry's first line; its group `tag` is the tag, and `sign`, where there is one, the hyphen
            with what stands before it.
        line: any tagged line, with the same groups and `value`.
        tags: the format's tags, in capitals.
        form: what a tagged line becomes, with `{tag}` and `{value}`.
    """

    own: re.Pattern[str]
    start: re.Pattern[str]
    line: re.Pattern[str]
    tags: Collection[str]
    form: str

    def restored(self, content: Content) -> Content:
        """The content with its tags as the format spells them, line for line; the same one where they already are."""
        if all(self.own.match(found[0]) for found in self.start.finditer(content.start)):
            return content
        lines: list[str] = []
        first: re.Match[str] | None = None  # the first line of the open entry, where it is spelt otherwise
        for written in content.lines:
            line = written
            if start := self.start.match(line):
                first = None if self.own.match(line) else start
            tagged = self.line.match(line) if first else None
            if first and tagged and tagged["tag"].upper() in self.tags and _spelt_alike(first, tagged):
                line = self.form.format(tag=tagged["tag"].upper(), value=tagged["value"] or "").rstrip()
            lines.append(line)
        return replace(content, data="\n".join(lines).encode("utf-8", "surrogatepass"))


def _spelt_alike(first: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two tags are in the same case and have the same sign behind them, with the same space before it."""
    tags = [re.sub(r"\d", "", found["tag"]) for found in (first, other)]
    signs = {found.groupdict().get("sign") for found in (first, other)}
    return len(signs) == 1 and any(all(map(case, tags)) for case in _CASES)
