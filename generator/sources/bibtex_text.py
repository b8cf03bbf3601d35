"""The text that the BibTeX parser is given: without what would hold it up and can be told without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.sources.content import FIELD_LIMIT, Content

# An entry without a value, `@misc{key, title = {}}`. Every repetition is possessive: hostile text never makes it go back.
_EMPTY_ENTRY = re.compile(
    r"^[ \t]*+@(?!(?:comment|string|preamble)\b)\w++[ \t]*+"
    r"(?:(?P<brace>\{)|\()\s*+(?P<key>[^\s,{}()=\"]*+)\s*+(?:,\s*+|[\w-]++\s*+=\s*+(?:\{\s*+\}|\"\s*+\")\s*+)*+(?(brace)\}|\))",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class EmptyEntry:
    """An entry without a value: its line (1-based) and its key, which may be empty."""

    line: int
    key: str


def without_empty_entries(text: str) -> str:
    """The text with every entry that says nothing replaced by its line ends: the parser takes as long for one as for a whole one."""
    return _EMPTY_ENTRY.sub(lambda entry: "\n" * entry[0].count("\n"), text)


def empty_entries(text: str) -> Iterator[EmptyEntry]:
    """The entries that `without_empty_entries` takes out, in the text's order."""
    line, counted = 1, 0
    for entry in _EMPTY_ENTRY.finditer(text):
        line += text.count("\n", counted, entry.start())
        counted = entry.start()
        yield EmptyEntry(line, entry["key"])


def without_giant_lines(content: Content) -> tuple[str, list[int]]:
    """The text with every line above the limit emptied, and those lines' numbers: one such line would hold all the others up."""
    if len(content.text) <= FIELD_LIMIT:
        return content.text, []
    giant = [number for number, line in enumerate(content.lines, 1) if len(line) > FIELD_LIMIT]
    if not giant:
        return content.text, []
    lines = list(content.lines)
    for number in giant:
        lines[number - 1] = ""
    return "\n".join(lines), giant
