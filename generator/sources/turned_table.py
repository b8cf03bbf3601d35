"""Reader of a table turned on its side, as Embase writes CSV "by row": a field a line, its name first."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.column_names import field_of
from generator.sources.columns import fields_of, record_of_row
from generator.sources.content import FIELD_LIMIT, Content

NAME = "CSV by row"
_START = re.compile(r'^\ufeff?"TITLE","', re.MULTILINE)
_NAMED = re.compile(r'"[A-Z][A-Z ()/-]{1,60}"(?:,|$)')


def recognises(content: Content) -> bool:
    """Whether one line gives a title after its name in capitals, and other lines do so with other fields."""
    names = [line.split('"', 2)[1] for line in content.start.split("\n")[:200] if _NAMED.match(line)]
    return bool(_START.search(content.start)) and len({field_of(name) for name in names} - {None}) > 1


def share(content: Content) -> float:
    """The share of the text from the first record on."""
    first = _START.search(content.text)
    return (len(content.text) - first.start()) / max(1, len(content.text)) if first else 0.0


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a block; a block that cannot be parsed costs only itself."""
    csv.field_size_limit(FIELD_LIMIT)
    lines = content.lines
    starts = list(_starts(lines))
    for index in range(starts[0] if starts else 0):
        if lines[index].strip():
            yield LeftOut(
                Origin(content.source, index + 1), 'stands outside any record (`"TITLE",…`)', lines[index][:200]
            )
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield from _record(content, start, lines[start:end])


def _starts(lines: list[str]) -> Iterator[int]:
    """The index of each line that starts a record: a title's, or one below a blank line before known names."""
    names: set[str] = set()
    for start, block in _blocks(lines):
        found = {line.split('"', 2)[1] for line in block if _NAMED.match(line)}
        if found & names or (found and not names) or _START.match(block[0]):
            yield start
            names = set()
        names |= found


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """(index of the first, lines) of each piece between blank lines or above a title."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not lines[index].strip() or _START.match(lines[index]):
            if any(line.strip() for line in lines[start:index]):
                first = next(at for at in range(start, index) if lines[at].strip())
                yield first, lines[first:index]
            start = index


def _record(content: Content, start: int, lines: list[str]) -> Iterator[Record | LeftOut | Problem]:
    origin = Origin(content.source, start + 1)
    try:
        rows = [row for row in csv.reader((f"{line}\n" for line in lines), strict=True) if row]
    except csv.Error as error:
        yield LeftOut(origin, f"the record cannot be parsed: {error}", lines[0][:200])
        return
    names = [row[0] for row in rows]
    twice = [name for name, count in Counter(names).items() if count > 1 and field_of(name)]
    if twice:
        message = f"the record has {' and '.join(f'`{name}`' for name in twice)} twice: it may be two"
        yield Problem(message, origin.place, "see that a blank line parts them, as the others")
    cells = ["; ".join(cell for cell in row[1:] if cell) for row in rows]
    yield record_of_row(origin, names, fields_of(names, content.columns), cells)
