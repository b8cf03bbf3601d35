"""Reader of CSV and TSV: comma, semicolon or tab, quoted newlines, any of the encodings spreadsheets write."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.columns import describes_works, fields_of, record_of_row
from generator.sources.content import FIELD_LIMIT, Content

NAME = "CSV or TSV"
_ROW_LINES = 500  # lines that one row may span; beyond that a quotation mark is missing


def recognises(content: Content) -> bool:
    """Whether the first line names columns that describe works."""
    return _head(content) is not None


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a row; a row that cannot be parsed costs only itself."""
    csv.field_size_limit(FIELD_LIMIT)
    head = _head(content)
    if head is None:
        return
    start, delimiter, columns = head
    fields = fields_of(columns, content.columns)
    lines = content.lines
    index = start
    while index < len(lines):
        if not lines[index].strip(" \t,;"):
            index += 1
            continue
        origin = Origin(content.source, index + 1)
        cells, used, fault = _row(lines, index, delimiter, len(columns))
        index += used
        if fault:
            yield LeftOut(origin, fault, lines[origin.line - 1][:200] if origin.line else "")
        else:
            yield record_of_row(origin, columns, fields, cells)


def _head(content: Content) -> tuple[int, str, list[str]] | None:
    """(index of the first row, delimiter, column names), or None where the first line that is not blank names no known columns."""
    if not content.encoding:
        return None
    lines = content.lines
    if content.start.startswith(("{", "[", "<", "@")):
        return None
    first = [i for i, line in enumerate(lines[:50]) if line.strip() and len(line) <= 20_000][:10]  # a title may stand above the column names
    for index in first:
        best: tuple[int, str, list[str], int] | None = None
        for delimiter in (",", "\t", ";", "|"):
            columns, used, fault = _row(lines, index, delimiter, 0)
            columns = [column.strip().strip("\ufeff\"'") for column in columns]
            if not fault and describes_works(columns, content.columns) and (len(columns) > 1 or index == first[0]):
                known = sum(field is not None for field in fields_of(columns, content.columns))
                if best is None or known > best[0]:
                    best = (known, delimiter, columns, used)
        if best:
            return index + best[3], best[1], best[2]
    return None


def _row(lines: list[str], index: int, delimiter: str, width: int) -> tuple[list[str], int, str]:
    """(cells, lines used, fault) of the row that starts at a line."""
    more = (f"{lines[i]}\n" for i in range(index, min(index + _ROW_LINES, len(lines))))
    reader = csv.reader(more, delimiter=delimiter, strict=False)
    try:
        cells = next(reader)
    except csv.Error as error:
        return [], 1, f"the row cannot be parsed: {error}"
    except StopIteration:
        return [], 1, ""
    used = reader.line_num
    open_at_the_end = index + used >= len(lines) and not lines[index + used - 1].rstrip().endswith('"')
    if used > 1 and ((width and len(cells) != width) or used >= _ROW_LINES or open_at_the_end):
        alone = next(csv.reader([lines[index]], delimiter=delimiter, quoting=csv.QUOTE_NONE))
        if width and len(alone) == width:  # a stray quotation mark in a row that is whole without it
            return [cell.strip('"') for cell in alone], 1, ""
        if used >= _ROW_LINES or len(cells) < width:
            return [], 1, "a quotation mark is never closed"
    if width and len(cells) > width:
        if any(cell.strip() for cell in cells[width:]):
            return [], used if used < 3 else 1, f"has {len(cells)} cells where the table has {width} columns"
        cells = cells[:width]
    return cells, used, ""
