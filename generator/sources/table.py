"""Reader of CSV and TSV: comma, semicolon or tab, quoted newlines, any of the encodings spreadsheets write."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.errors import Problem
from generator.identifiers import identifiers_in
from generator.records import LeftOut, Origin, Record
from generator.sources.column_map import missing_columns
from generator.sources.columns import describes_works, fields_of, record_of_row
from generator.sources.content import FIELD_LIMIT, Content
from generator.sources.field_names import Field
from generator.sources.lone_title import is_lone_title, not_understood
from generator.text.counting import counted

NAME = "CSV or TSV"
_ROW_LINES = 500  # lines that one row may span; beyond that a quotation mark is missing
_BY_HEAD = 0.2  # the least share of a file whose first row names known columns, however broken its other rows are
_BY_FULL_HEAD = 0.5  # the same of one that names so many of them that it is surely a table, and not text
_FULL_HEAD = 4  # known columns
_SAMPLE = 300  # rows by which a table is known
_SIGNS = {
    "year": re.compile(r"^\s*(?:1[5-9]|20)\d\d(?:\.0)?\s*$"), "doi": re.compile(r"10\.\d{4,9}/"), "url": re.compile("://"),
    "date": re.compile(r"\d"), "pmid": re.compile(r"^\s*\d+\s*$"), "arxiv": re.compile(r"\d{4}\.\d{4,5}|/\d{7}"),
}  # fmt: skip
_LONGEST_HEAD = 20_000  # characters of a row of column names
_LONGEST_NAME = 200  # characters of a column's name
_FIRST_LINES = 50  # among which they stand
_COLUMNS = 2  # of which a table without known names has more
_RUN_ON = 3  # lines of a row of which only the first is its own


def recognises(content: Content) -> bool:
    """Whether the first line names columns that describe works."""
    return _head(content) is not None


def share(content: Content) -> float:
    """The share of the table's first rows that have a cell for every column and not more."""
    head = _head(content)
    if head is None:
        return 0.0
    index, delimiter, columns = head
    lines = content.lines
    sound = rows = 0
    while index < len(lines) and rows < _SAMPLE:
        if not lines[index].strip():
            index += 1
            continue
        row = _row(lines, index, delimiter, len(columns))
        short = 1 < len(columns) > len(row.cells)
        sound += not row.fault and not row.is_open and not short
        rows += 1
        index += 1 if row.is_open else max(1, row.used)
    known = sum(field is not None for field in fields_of(columns, content.columns))
    least = _BY_FULL_HEAD if known >= _FULL_HEAD and delimiter != "|" else _BY_HEAD
    return max(least, sound / rows) if rows else 1.0


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a row; a row that cannot be parsed costs only itself."""
    csv.field_size_limit(FIELD_LIMIT)
    head = _head(content)
    if head is None:
        return
    start, delimiter, columns = head
    fields = fields_of(columns, content.columns)
    yield from missing_columns(content, columns)
    yield from _passed_over(content, start, columns)
    lines = content.lines
    yield from not_understood(content, start, columns, _sample(lines, start, delimiter))
    index, short = start, 0
    blank = f" \t,;{delimiter}" + (":-" if delimiter == "|" else "")  # a rule below the names in Markdown
    empty, first_empty = 0, 0  # rows that have cells and none filled
    while index < len(lines):
        if not lines[index].strip(blank):
            if delimiter in lines[index] and "-" not in lines[index]:
                empty, first_empty = empty + 1, first_empty or index + 1
            index += 1
            continue
        origin = Origin(content.source, index + 1)
        row = _row(lines, index, delimiter, len(columns))
        if row.used > 1 and not row.fault and _swallows_a_row(lines[index : index + row.used], delimiter, fields):
            row = replace(row, is_open=True)
        if row.is_open:
            row, problem = _mended(lines, index, row, delimiter, fields)
            if problem:
                yield Problem(problem, origin.place, "close the quotation mark or export the table again")
        index += row.used
        if row.fault:
            yield LeftOut(origin, row.fault, lines[origin.line - 1][:200] if origin.line else "")
            continue
        if len(row.cells) < len(columns):
            # A file whose last line ends with a line end has an empty line after it.
            if index >= len(lines) and not short:
                yield Problem(
                    "the file ends inside a row",
                    origin.place,
                    "what was there is used; it may be cut off: export it again",
                )
            short += 1
        yield record_of_row(origin, columns, fields, row.cells)
    if empty:
        yield _empty_rows(empty, Origin(content.source, first_empty))


def _empty_rows(number: int, first: Origin) -> Problem:
    message = "a row with no cell filled is passed over"
    if number > 1:
        message = f"{number:,} rows with no cell filled are passed over; this is the first"
    return Problem(message, first.place, level="note")


def _passed_over(content: Content, start: int, columns: Sequence[str]) -> Iterator[Problem]:
    """Warnings where works stand above the column names, or in one of them that a quotation mark leaves open."""
    lost = [number for number, line in enumerate(content.lines[:start], 1) if any(identifiers_in(line))]
    if lost:
        verb = "is" if len(lost) == 1 else "are"
        message = f"{counted(len(lost), 'line')} about a work above the first row {verb} passed over"
        hint = "put what stands above the table into a file of its own"
        yield Problem(message, Origin(content.source, lost[0]).place, hint)
    if any(len(column) > _LONGEST_NAME for column in columns):
        message = "a column name is as long as a row: a quotation mark may be missing, and a row be lost in it"
        yield Problem(
            message, Origin(content.source, start).place, "close the quotation mark or export the table again"
        )


def _head(content: Content) -> tuple[int, str, list[str]] | None:
    """(index of the first row, delimiter, column names); None if the first filled line names no known columns."""
    if not content.encoding:
        return None
    lines = content.lines
    if content.start.startswith(("{", "[", "<", "@")):
        return None
    # A title may stand above the column names.
    first = [i for i, line in enumerate(lines[:_FIRST_LINES]) if line.strip() and len(line) <= _LONGEST_HEAD][:10]
    for index in first:
        best: tuple[int, str, list[str], int] | None = None
        for delimiter in (",", "\t", ";", "|"):
            row = _row(lines, index, delimiter, 0)
            columns = [column.strip().strip("\ufeff\"'") for column in row.cells]
            if (
                not row.fault
                and not row.is_open
                and (
                    describes_works(columns, content.columns)
                    or is_lone_title(columns, _sample(lines, index + row.used, delimiter))
                )
                and (len(columns) > 1 or index == first[0])
            ):
                known = sum(field is not None for field in fields_of(columns, content.columns))
                if best is None or known > best[0]:
                    best = (known, delimiter, columns, row.used)
        if best:
            return index + best[3], best[1], best[2]
    return None


def _sample(lines: list[str], start: int, delimiter: str) -> list[list[str]]:
    """The cells of the first filled rows from a line on; a row over several lines is as many."""
    filled = [index for index in range(start, min(start + _FIRST_LINES, len(lines))) if lines[index].strip()]
    return [_row(lines, index, delimiter, 0).cells for index in filled if len(lines[index]) <= _LONGEST_HEAD]


def unknown_columns(content: Content) -> tuple[int, list[str], list[list[str]]] | None:
    """(line of the first row, its cells, further rows) of what is surely a table with unknown columns, or None."""
    lines = content.lines
    filled = [index for index, line in enumerate(lines[:_FIRST_LINES]) if line.strip() and len(line) <= _LONGEST_HEAD]
    named = content.source.lower().endswith((".csv", ".tsv", ".tab"))
    for delimiter in (",", "\t", ";", "|"):
        widths = [len(_row(lines, index, delimiter, 0).cells) for index in filled]
        alike = sum(width == widths[0] for width in widths) if widths else 0
        if widths and ((widths[0] > 1 and named) or (widths[0] > _COLUMNS and alike > 1 and alike == len(widths))):
            head, *rows = [_row(lines, index, delimiter, 0).cells for index in filled]
            return filled[0] + 1, [cell.strip().strip("\ufeff\"'") for cell in head], rows
    return None


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, the lines it uses, what is wrong with it, and whether a quotation mark is open at its end."""

    cells: list[str]
    used: int
    fault: str = ""
    is_open: bool = False


def _row(lines: list[str], index: int, delimiter: str, width: int) -> _Row:
    """The row that starts at a line."""
    line = lines[index]
    if '"' not in line and len(line) <= FIELD_LIMIT:  # most rows, and several times as fast
        return _fitted(line.split(delimiter), 1, width)
    end = min(index + _ROW_LINES, len(lines))
    more = (f"{line}\n" for line in chain(lines[index:end], ("",)))
    reader = csv.reader(more, delimiter=delimiter, strict=False)
    try:
        cells = next(reader)
    except csv.Error as error:
        return _Row([], 1, f"the row cannot be parsed: {error}")
    except StopIteration:
        return _Row([], 1)
    used = reader.line_num
    if used > end - index:  # it has swallowed the line added after the last one
        return _Row([*cells[:-1], cells[-1].rstrip()], end - index, "", is_open=True)
    if used > 1 and width and len(cells) != width:  # it was closed by the quotation mark that opens a later row's cell
        return _Row(cells, used, "", is_open=True)
    return _fitted(cells, used, width)


def _fitted(cells: list[str], used: int, width: int) -> _Row:
    """The row without the empty cells beyond the table's columns; a fault if one of these is filled."""
    if width and len(cells) > width:
        if any(cell.strip() for cell in cells[width:]):
            return _Row(
                [], used if used < _RUN_ON else 1, f"has {len(cells)} cells where the table has {width} columns"
            )
        cells = cells[:width]
    return _Row(cells, used)


def _unquoted(line: str, delimiter: str) -> list[str]:
    return [cell.strip('"') for cell in next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])]


def _mended(
    lines: list[str], index: int, row: _Row, delimiter: str, fields: Sequence[Field | None]
) -> tuple[_Row, str]:
    """What to make of a row whose quotation mark is never closed, and what to report about it.

    The next line that is certainly a row of the table ends it. What comes between is not a row of its own: it may be
    the rest of a text. Without such a line, the row is the file's last one and cut off.
    """
    following = next(
        (
            i
            for i in range(index + 1, len(lines))
            if _is_row(lines[i], _row(lines, i, delimiter, len(fields)), fields, lines[index], delimiter)
        ),
        None,
    )
    alone = _unquoted(lines[index], delimiter)
    if _is_row(lines[index], _Row(alone, 1), fields, lines[index], delimiter) and following == index + 1:
        return _Row(alone, 1), "a quotation mark is never closed; the row is read without it"
    if (
        following is None
        and index + row.used >= len(lines)
        and _is_row(lines[index], _Row(row.cells, row.used), fields, lines[index], delimiter)
    ):
        return _Row(row.cells, row.used), "the file ends inside a quotation: the row may be cut off"
    end = following if following is not None else len(lines)
    lost = f"line {index + 1}" if end == index + 1 else f"lines {index + 1} to {end}"
    return _Row([], end - index, f"a quotation mark is never closed: {lost} cannot be read"), ""


def _is_row(line: str, row: _Row, fields: Sequence[Field | None], like: str, delimiter: str) -> bool:
    """Whether a row certainly belongs to the table: every column has a cell; years, DOIs and addresses fit their
    columns.

    In a table that has no such columns its cells must be quoted as those of the row `like` are.
    """
    if row.fault or row.is_open or len(row.cells) != len(fields):
        return False
    if _SIGNS.keys().isdisjoint(fields):
        return _quoting(line, delimiter) == _quoting(like, delimiter)
    signs = [
        _SIGNS[name].search(cell) is not None
        for name, cell in zip(fields, row.cells, strict=True)
        if name in _SIGNS and cell.strip()
    ]
    return bool(signs) and all(signs)


def _swallows_a_row(lines: list[str], delimiter: str, fields: Sequence[Field | None]) -> bool:
    """Whether a row over several lines is one only because the mark that opens a later row's cell closed its own."""
    try:
        next(csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True))
    except csv.Error:
        following = (_row(lines, index, delimiter, len(fields)) for index in range(1, len(lines)))
        return any(
            _is_row(line, row, fields, lines[0], delimiter) for line, row in zip(lines[1:], following, strict=True)
        )
    return False


def _quoting(line: str, delimiter: str) -> list[bool]:
    """Which pieces of a line start with a quotation mark."""
    return [piece.startswith('"') for piece in line.split(delimiter)]
