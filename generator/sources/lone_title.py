"""Tables of which only the column of titles has a known name, or of which it has none: read, and the columns told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.config.settings import NAME as SETTINGS_FILE
from generator.errors import Place, Problem
from generator.sources.columns import fields_of
from generator.sources.content import Content
from generator.sources.table_guess import guessed
from generator.text.escape import visible, yaml

_SOUND = 0.9  # share of the rows that have a cell for every column, and of those that have a title
_LETTERS = (12, 300)  # of titles, at least and at most, on average: shorter are forms of address, longer whole texts
_WORDS = 2.5  # of titles, on average; a letter outside the alphabets may be one
_BESIDE_TITLES = {"authors", "venue", "abstract"}  # columns of works, whose titles must stand somewhere
_ALPHABETS_END = 0x2E80
_SHOWN, _LONGEST = 8, 40  # columns that are named, and characters of each


def is_lone_title(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bool:
    """Whether one of several named columns is `title` and no other is known, and its cells are titles."""
    named = [field for field in fields_of(columns, {}) if field]
    if len(columns) <= 1 or named != ["title"] or not rows:
        return False
    at = fields_of(columns, {}).index("title")
    whole = [str(row[at] or "").strip() for row in rows if len(row) == len(columns)]
    titles = [cell for cell in whole if cell]
    if len(titles) < _SOUND * len(rows):
        return False
    words = sum(len(title.split()) + sum(ord(letter) >= _ALPHABETS_END for letter in title) // 2 for title in titles)
    letters = sum(len(title) + sum(ord(letter) >= _ALPHABETS_END for letter in title) for title in titles)
    return words >= _WORDS * len(titles) and _LETTERS[0] <= letters / len(titles) <= _LETTERS[1]


def not_understood(
    content: Content, line: int | None, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[Problem]:
    """A warning that names the columns beside that of titles, or the one that probably has the titles."""
    known = [field for field in fields_of(columns, {}) if field]
    if not content.columns and "title" not in known and _BESIDE_TITLES & set(known):
        yield from _untitled(content, line, guessed(columns, rows).get("title"))
    if content.columns or known != ["title"] or len(columns) <= 1:
        return
    title = columns[fields_of(columns, {}).index("title")]
    others = [f"`{visible(column[:_LONGEST])}`" for column in columns if column and column != title]
    shown = ", ".join(others[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
    found = {name: column for name, column in guessed(columns, rows).items() if name != "title"} or {"authors": "…"}
    pairs = ", ".join(f"{name}: {yaml(visible(column[:_LONGEST]))}" for name, column in found.items())
    verb = "is" if len(others) == 1 else "are"
    yield Problem(
        f"of its columns only `{visible(title[:_LONGEST])}` is understood; {shown} {verb} kept with each work as it is",
        Place(f"bib/{content.source}", line),
        f"say in {SETTINGS_FILE} what they are, such as "
        f"`fields: {{{yaml(content.source.removeprefix('sources/'))}: {{{pairs}}}}}`",
    )


def _untitled(content: Content, line: int | None, probable: str | None) -> Iterator[Problem]:
    """A warning where the titles stand in a column whose name is not understood."""
    if probable is None:
        return
    column = visible(probable[:_LONGEST])
    fields = f"fields: {{{yaml(content.source.removeprefix('sources/'))}: {{title: {yaml(column)}}}}}"
    yield Problem(
        f"none of its columns is understood as the title; `{column}` looks like it and is kept with each work as it is",
        Place(f"bib/{content.source}", line),
        f"say so in {SETTINGS_FILE}: `{fields}`",
    )
