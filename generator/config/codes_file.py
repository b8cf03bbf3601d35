"""`bib/codes.csv`: what reviewers coded, one row a work, with its key or an identifier first; the other columns are
codes.

work,population,design,outcome
smith2020bees,adults; children,trial,sleep
doi:10.1000/1,adults,cohort,
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.config.codebook import MOST
from generator.errors import Place, Problem, at_fault
from generator.project.box import read_text
from generator.project.paths import CODES
from generator.project.unmerged import check_merged

_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One row.

    Attributes:
        reference: to a work, as it is written.
        line: on which the row starts, from 1.
        cells: (column, text) of the cells that hold something.
    """

    reference: str
    line: int
    cells: tuple[tuple[str, str], ...]

    @property
    def place(self) -> Place:
        """Where to look."""
        return Place(CODES, self.line)


@dataclass(frozen=True, slots=True)
class CodeTable:
    """The whole file: its columns without the first, in order, and its rows."""

    columns: tuple[str, ...] = ()
    rows: tuple[CodeRow, ...] = ()


def read_codes(project: Path) -> tuple[CodeTable | None, tuple[Problem, ...]]:
    """The table (None if there is no file), and what could not be used. Raises InputError if the file is not CSV."""
    text = read_text(project, CODES)
    if text is None:
        return None, ()
    check_merged(text, CODES)
    lines = text.lstrip("\ufeff")
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=_separator(lines), strict=True)
    problems: list[Problem] = []
    try:
        head = [" ".join(cell.split()) for cell in next(reader, [])]
        if len(head) - 1 > MOST:
            raise at_fault(f"has {len(head) - 1:,} columns of codes, more than {MOST}", CODES, 1, "leave some out")
        problems += _faults_of_head(head)
        rows = tuple(_rows(reader, head, problems))
    except csv.Error as error:
        raise at_fault(f"cannot be read as CSV: {error}", CODES, reader.line_num) from error
    return CodeTable(tuple(dict.fromkeys(name for name in head[1:] if name)), rows), tuple(problems)


def _separator(text: str) -> str:
    """The separator of the cells: a comma, or what spreadsheet programs in other languages use instead."""
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=lambda separator: (first.count(separator), -_SEPARATORS.index(separator)))


def _faults_of_head(head: list[str]) -> Iterator[Problem]:
    if len(head) < 2:  # noqa: PLR2004 (the work, and one code)
        hint = "its first line names the columns: `work,population,design`"
        yield Problem("has no column of codes", Place(CODES, 1), hint)
    for name in (name for name, times in Counter(head[1:]).items() if name and times > 1):
        yield Problem(f"the column `{name}` is there twice", Place(CODES, 1), "the values of both are taken")


def _rows(reader: Iterator[list[str]], head: list[str], problems: list[Problem]) -> Iterator[CodeRow]:
    """The rows that name a work; faults in other rows go to `problems`."""
    line = reader.line_num  # type: ignore[attr-defined]
    for row in reader:
        start, line = line + 1, reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in row):
            continue
        place = Place(CODES, start)
        if not row[0].strip():
            problems.append(Problem("the row names no work", place, "its first cell is a key or an identifier"))
            continue
        outside = [cell.strip() for at, cell in enumerate(row) if at and cell.strip() and not (head[at:] or [""])[0]]
        if outside:
            message = f"`{'`, `'.join(outside)[:80]}` stands in no column that has a name"
            problems.append(Problem(message, place, "name the column, or put a value with a comma into quotes"))
        cells = [(name, cell.strip()) for name, cell in zip(head[1:], row[1:], strict=False) if name and cell.strip()]
        yield CodeRow(row[0].strip(), start, tuple(cells))
