"""What the columns of a table without known names probably are, judged by their cells: for a hint to the author."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.identifiers import parse_doi
from generator.sources.columns import fields_of
from generator.sources.field_names import FIELDS, Field

_ROWS = 50  # rows that are looked at
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\.0)?")
_LIST = re.compile(r"[;，；、]|\b(?:and|et|und|y|e)\b|[^\W\d_]+,? (?:[A-Z]\.?)+(?:,|$)|,")
_MOST = 0.6  # share of the filled cells that must look alike
_IDEOGRAPHS = 0x2E80  # from which on a letter is a syllable or a word
_TITLE = (12, 300)  # characters of titles, at least (Chinese ones half of it) and at most, on average


def guessed(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[Field, str]:
    """Our fields and the columns that probably hold them; a column with a known name is what its name says."""
    found: dict[Field, str] = {}
    known = fields_of(columns, {})
    unknown = []
    for index, column in enumerate(columns):
        name = known[index]
        if name:
            found.setdefault(name, column)
        elif column:
            texts_of_column = (row[index].strip() for row in rows[:_ROWS] if index < len(row))
            cells = [text for text in texts_of_column if text]
            unknown.append((column, cells))
    for field, looks_so in _CERTAIN:
        one = next((column for column, cells in unknown if field not in found and _mostly(cells, looks_so)), None)
        if one:
            found[field] = one
    texts = [(column, cells) for column, cells in unknown if column not in found.values() and cells]
    titles = [(_length(cells), column) for column, cells in texts if _TITLE[0] <= _length(cells) <= _TITLE[1]]
    plain = [(length, column) for length, column in titles if not _mostly(dict(texts)[column], _is_list)]
    if "title" not in found and (plain or titles):
        found["title"] = max(plain or titles)[1]
    lists = [column for column, cells in texts if column not in found.values() and _mostly(cells, _is_list)]
    if "authors" not in found and lists and "title" in found:
        found["authors"] = lists[0]
    return {name: found[name] for name in sorted(found, key=FIELDS.index)}


def _mostly(cells: Sequence[str], looks_so: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(looks_so, cells)) >= len(cells) * _MOST


def _is_doi(cell: str) -> bool:
    return parse_doi(cell) is not None


def _is_year(cell: str) -> bool:
    return _YEAR.fullmatch(cell) is not None


def _is_list(cell: str) -> bool:
    return len(cell) <= _TITLE[1] and len(_LIST.findall(cell)) > 0 and ". " not in cell


_CERTAIN: tuple[tuple[Field, Callable[[str], bool]], ...] = (("doi", _is_doi), ("year", _is_year))


def _length(cells: Sequence[str]) -> float:
    """The average length of the cells; a letter outside the alphabets counts as two."""
    return sum(len(cell) + sum(ord(letter) >= _IDEOGRAPHS for letter in cell) for cell in cells) / max(1, len(cells))
