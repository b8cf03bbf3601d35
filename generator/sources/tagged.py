"""Lines of the form `TAG - value`, cut into entries: the common basis of RIS, MEDLINE, refer and Web of Science.

Written here because rispy, the library for RIS, knows no line numbers, keeps only the first of a repeated tag and drops
an entry whose end is missing; on clean files a test compares this module with rispy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.errors import Place, Problem
from generator.sources.content import FIELD_LIMIT

_SHOWN = 60  # characters of a title that a message shows


@dataclass
class Entry:
    """One entry: the line it starts on (1-based), its (tag, value lines) in order, and whether its end tag was met."""

    line: int
    tags: list[tuple[str, list[str]]] = field(default_factory=list)
    closed: bool = False

    def has(self, tag: str) -> bool:
        """Whether a tag occurs."""
        return any(name == tag for name, _ in self.tags)

    def lines(self, tag: str) -> list[str]:
        """Every line of every occurrence of a tag, without empty ones."""
        return [line for name, values in self.tags if name == tag for line in values if line]

    def values(self, tag: str) -> list[str]:
        """Every occurrence of a tag, its lines joined."""
        return [" ".join(line for line in values if line) for name, values in self.tags if name == tag]


def entries(
    lines: Iterable[tuple[int, str]], tag: re.Pattern[str], start: str, end: str, prose: frozenset[str] | None = None
) -> Iterator[Entry | tuple[int, str]]:
    """The entries of a file, and (line, text) of what stands outside any.

    An entry starts with the tag `start` or with the first tag after an end, and ends with the tag `end` or where the
    next one starts. The tag `start` may stand in the middle of an entry: it belongs to the tags before it unless a
    blank line separates them. A line without a tag continues the tag before;
    after a blank line it only does so for tags in `prose`, if these are given.
    """
    entry: Entry | None = None
    after_blank = outside = False
    for number, whole in lines:
        line = whole[: FIELD_LIMIT + 100]  # a record with more in one field is left out anyway
        match = tag.match(line)
        if match:
            name, outside = match[1], False
            if name == end:
                if entry:
                    entry.closed = True
                    yield entry
                entry = None
                after_blank = False
                continue
            if entry is None or (name == start and (after_blank or entry.has(start))):
                if entry:
                    yield entry
                entry = Entry(number)
            entry.tags.append((name, [(match[2] or "").strip()]))
        elif line.strip():
            if prose is not None and entry and (after_blank or outside):
                outside = entry.tags[-1][0] not in prose
            if entry and not outside:
                entry.tags[-1][1].append(line.strip())
            else:
                yield number, line.strip()
        after_blank = not line.strip()
    if entry:
        yield entry


def two_in_one(source: str, entry: Entry, titles: Iterable[str]) -> Iterator[Problem]:
    """The warning for an entry with two of one of the tags `titles`: the border between two records may be lost."""
    for tag in titles:
        first, *others = dict.fromkeys(title for title in entry.values(tag) if title) or [""]
        if others:
            yield Problem(
                f"the record has two titles, “{first[:_SHOWN]}” and “{others[0][:_SHOWN]}”: "
                "it may be two, of which the second is not read",
                Place(f"bib/{source}", entry.line),
                "see that the second starts on a line of its own, as the others do",
            )


def without_end(source: str, line: int, end: str) -> Problem:
    """The note on a record, which starts at `line`, that the next one ends because its own end tag is missing."""
    return Problem(
        f"the record has no `{end}`: it ends where the next one starts",
        Place(f"bib/{source}", line),
        "see that nothing of it is missing",
        "note",
    )


def cut_off(source: str, line: int, inside: str = "a record") -> Problem:
    """The warning for a file that ends in the middle of its last record, which starts at `line`, or of its list of
    records.
    """
    return Problem(
        f"the file ends inside {inside}",
        Place(f"bib/{source}", line),
        "what was there is used; it may be cut off: export it again",
    )
