"""Two records side by side for a person to compare: every field of both, with the differences marked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from generator.records import Record
from generator.text.compare import fold

FIELDS = (
    "title", "authors", "editors", "year", "month", "kind", "venue", "series", "volume", "number", "pages", "publisher",
    "address", "school", "language", "url", "identifiers", "keywords", "note", "abstract",
)  # fmt: skip
NAME_WIDTH, WIDTH = 12, 46  # characters for a field's name, and for each of the two columns
SAME, DIFFERENT, ALONE = "=", "≠", " "  # between the columns: both agree, they differ, only one has a value
LEGEND = "  (= agrees, ≠ differs; ‹words› stand on one side only)"


def shown(record: Record, name: str) -> str:
    """The value of a field as a person reads it, "" if the record lacks it."""
    value = getattr(record, name)
    if name in ("authors", "editors"):
        more = "; …" if name == "authors" and record.authors_truncated else ""
        return "; ".join(author.as_last_first for author in value) + more
    if name == "identifiers":
        return ", ".join(f"{one.scheme}:{one.value}" for one in value)
    if name == "keywords":
        return "; ".join(value)
    return " ".join(str(value or "").split())


def side_by_side(left: Record, right: Record) -> Iterator[str]:
    """Lines of a two-column table: the records' places, then every field that either has."""
    yield _row("", str(left.origin), " ", str(right.origin))
    for name in FIELDS:
        one, other = shown(left, name), shown(right, name)
        if one or other:
            yield from _field(name, one, other)
    yield LEGEND


def _field(name: str, one: str, other: str) -> Iterator[str]:
    mark = ALONE
    if one and other:
        mark = SAME if fold(one) == fold(other) else DIFFERENT
    if mark == DIFFERENT:
        one, other = _marked(one, other), _marked(other, one)
    ones, others = (textwrap.wrap(text, WIDTH) or [""] for text in (one, other))
    for index in range(max(len(ones), len(others))):
        first, second = (column[index] if index < len(column) else "" for column in (ones, others))
        yield _row(name if index == 0 else "", first, mark if index == 0 else " ", second)


def _marked(text: str, other: str) -> str:
    """`text` with the words that `other` lacks between ‹ and ›."""
    known = set(fold(other).split())
    return " ".join(word if set(fold(word).split()) <= known else f"‹{word}›" for word in text.split())


def _row(name: str, first: str, mark: str, second: str) -> str:
    return f"  {name:<{NAME_WIDTH}}{first:<{WIDTH}} {mark} {second}".rstrip()
