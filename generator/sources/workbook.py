"""Reader of spreadsheets (.xlsx, .xls, .ods), through python-calamine: every sheet whose columns describe works."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import Place, Problem
from generator.records import LeftOut, Origin, Record
from generator.sources import workbook_cells
from generator.sources.column_map import missing_columns
from generator.sources.columns import describes_works, fields_of, record_of_row
from generator.sources.content import Content
from generator.sources.field_names import Field
from generator.sources.lone_title import is_lone_title, not_understood

NAME = "spreadsheet"
_MEMORY = 2**29  # bytes that one file may expand to
_SECONDS = 120  # in which a workbook must be read
_OLD = b"\xd0\xcf\x11\xe0"
_SAMPLE = 50  # rows by which a lone column of titles is known
_HEADS = 20  # rows above the column names: a title, a date, an empty row
_LONG_IDS = 1501  # from January 2015 on, arXiv's numbers have five digits after the point
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet: its name, its rows, and where its column names stand (index of the row, names), if it has known ones."""

    name: str
    rows: Rows
    head: tuple[int, list[str]] | None


class _TooLargeError(Exception):
    """A workbook of more sheets, rows or characters than one file may have."""


def recognises(content: Content) -> bool:
    """Whether it is a workbook of Excel or LibreOffice."""
    if content.data.startswith(_OLD):
        return b"W\x00o\x00r\x00k\x00b\x00o\x00o\x00k" in content.data or b"B\x00o\x00o\x00k" in content.data
    return content.data.startswith(b"PK\x03\x04") and _is_workbook(_members(content.data))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a row, sheet after sheet; a sheet without known columns is reported and skipped."""
    size = sum(member.file_size for member in _members(content.data))
    if size > _MEMORY:
        yield LeftOut(Origin(content.source), f"unfolds to {size // 2**20:,} MB; split it into several files")
        return
    try:
        cells = _cells(content.data)
    except _TooLargeError as error:
        yield LeftOut(Origin(content.source), f"{error}; split it into several files")
        return
    except ValueError as error:
        reason = f"is a spreadsheet that cannot be opened ({error}); save it again, or the sheet as CSV in UTF-8"
        yield LeftOut(Origin(content.source), reason)
        return
    sheets = [_sheet(name, rows, content) for name, shown, rows in cells if shown]
    yield from _hidden(content, cells)
    described = [sheet for sheet in sheets if sheet.head]
    if not described:
        yield _without_columns(content, sheets)
        return
    yield from missing_columns(content, [column for sheet in described if sheet.head for column in sheet.head[1]])
    for sheet in sheets:
        if sheet.head:
            yield from _records(content, sheet, *sheet.head, alone=len(described) == 1)
        elif any(_filled(row) for row in sheet.rows):
            message = f"the sheet “{sheet.name}” names no columns that describe works: it is not read"
            yield Problem(message, Place(f"bib/{content.source}"), level="note")


def _hidden(content: Content, cells: Sequence[tuple[str, bool, Rows]]) -> Iterator[Problem]:
    """A warning for each sheet with rows that the spreadsheet does not show: what nobody sees is no source."""
    for name, shown, rows in cells:
        if not shown and any(_filled(row) for row in rows):
            message = f"the sheet “{name}” is hidden: it is not read"
            hint = "if it belongs to the search, show it in the spreadsheet program and save the file"
            yield Problem(message, Place(f"bib/{content.source}"), hint)


def _cells(data: bytes) -> list[tuple[str, bool, Rows]]:
    """The sheets: name, whether it is shown, rows; of a hidden one, at most one row.

    Raises _TooLargeError for more than one file may have, ValueError with what else is wrong if they cannot be read.
    """
    import subprocess  # which only workbooks need

    command = [sys.executable, "-I", workbook_cells.__file__]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise ValueError(f"it takes more than {_SECONDS} seconds") from None
    if done.returncode == workbook_cells.TOO_LARGE:
        raise _TooLargeError(done.stdout.decode("utf-8", "replace"))
    if done.returncode == workbook_cells.BROKEN:
        raise ValueError(done.stdout.decode("utf-8", "replace").strip())
    if done.returncode:
        raise ValueError("it is damaged, or takes more time or more memory than a workbook needs")
    return [(name, shown, rows) for name, shown, rows in json.loads(done.stdout)]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of a workbook."""
    return recognises(Content("", data))


def _sheet(name: str, rows: Rows, content: Content) -> _Sheet:
    """The sheet; its head is the one of its first rows that names the most known columns."""
    best: tuple[int, int, list[str]] | None = None
    filled = [index for index, row in enumerate(rows[:1000]) if _filled(row)][:_HEADS]
    for index in filled:
        columns = [_text(cell) for cell in rows[index]]
        below = rows[index + 1 : index + 1 + _SAMPLE]
        named = describes_works([column for column in columns if column], content.columns)
        if not named and not is_lone_title(columns, [_filled_up(row, len(columns)) for row in below if _filled(row)]):
            continue
        known = sum(field is not None for field in fields_of(columns, content.columns))
        if best is None or known > best[0]:
            best = (known, index, columns)
    return _Sheet(name, rows, best[1:] if best else None)


def _records(
    content: Content, sheet: _Sheet, head: int, columns: list[str], *, alone: bool
) -> Iterator[Record | LeftOut | Problem]:
    fields = fields_of(columns, content.columns)
    below = [[_text(cell) for cell in row] for row in sheet.rows[head + 1 : head + 1 + _SAMPLE]]
    yield from not_understood(content, None, columns, below)
    for number, row in enumerate(sheet.rows[head + 1 :], head + 2):
        if not _filled(row):
            continue
        origin = Origin(content.source, number) if alone else Origin(content.source, None, f"{sheet.name} row {number}")
        cells = [_cell(cell, field) for cell, field in zip(row, fields, strict=False)]
        yield record_of_row(origin, columns, fields, cells)


def _without_columns(content: Content, sheets: Sequence[_Sheet]) -> LeftOut:
    rows = [row for sheet in sheets for row in sheet.rows if _filled(row)]
    if not rows:
        return LeftOut(Origin(content.source), "is an empty spreadsheet; export it again or remove it")
    shown = ", ".join([text for text in (_text(cell)[:40] for cell in rows[0]) if text][:8])
    return LeftOut(
        Origin(content.source),
        f"is a spreadsheet in which no row names known columns (its first: {shown}); put their names there "
        "(title,authors,year,doi), or name its columns under `fields:` in bib/survey.yml",
    )


def _cell(cell: object, field: Field | None) -> str:
    """A cell as text; a number under arXiv ids gets back the final zeros that the spreadsheet dropped."""
    if field == "arxiv" and isinstance(cell, float) and not cell.is_integer():
        return f"{cell:.5f}" if cell >= _LONG_IDS else f"{cell:.4f}"
    return _text(cell)


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _filled_up(row: Sequence[object], width: int) -> list[object]:
    return [*row[:width], *[""] * (width - len(row))]


def _filled(row: Sequence[object]) -> bool:
    return any(cell not in (None, "") for cell in row)


def _members(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def _is_workbook(members: Sequence[zipfile.ZipInfo]) -> bool:
    names = {member.filename for member in members}
    is_ods = "mimetype" in names and "content.xml" in names
    return is_ods or any(name.startswith("xl/workbook") for name in names)
