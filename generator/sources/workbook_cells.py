"""The cells of a workbook, read in a separate process: a damaged or hostile file may demand any amount of memory.

One cell in the last corner of a sheet is enough: python-calamine keeps a sheet as a full rectangle. So this file runs
as a program (it imports nothing of this one), with a bound on its memory where the system has one, and prints JSON.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

MEMORY = 1_500_000_000  # bytes
SECONDS = 50  # of processor time
SHEETS = 1_000  # that one file may have
ROWS = 100_000  # that one file may have, besides empty ones
CHARACTERS = 2**29  # of all cells
BROKEN, TOO_LARGE = 3, 4  # exit codes: what python-calamine calls an error, and what holds more than one file may


def main() -> int:
    """Read a workbook from standard input and print `[[name, whether it is shown, rows], …]`, or what the error is."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    except (ImportError, ValueError, OSError):
        pass  # a system without such limits
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        shown = {sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible}
        if len(book.sheet_names) > SHEETS:
            raise TooLargeError(f"has {len(book.sheet_names):,} sheets, more than {SHEETS:,}")
        sheets = ((name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names)
        pieces = list(_bounded((name, name in shown, rows) for name, rows in sheets))
    except TooLargeError as error:
        sys.stdout.write(str(error))
        return TOO_LARGE
    except CalamineError as error:
        sys.stdout.write(str(error))
        return BROKEN
    sys.stdout.write(f"[{','.join(pieces)}]")
    return 0


class TooLargeError(Exception):
    """A workbook that holds more than one file may: it may have been written in very few bytes."""


def _bounded(sheets: Iterator[tuple[str, bool, list[list[Any]]]]) -> Iterator[str]:
    """Each sheet as JSON; raises TooLargeError before more is read than one file may have.

    Of a sheet that is not shown, only the first row with anything in it is given.
    """
    filled = characters = 0
    for name, is_shown, rows in sheets:
        kept = rows if is_shown else [row for row in rows if _filled(row)][:1]
        filled += sum(map(_filled, kept))
        if filled > ROWS:  # a few bytes say that a row is repeated a million times
            raise TooLargeError(f"has {filled:,} rows, more than {ROWS:,}")
        piece = json.dumps((name, is_shown, kept), default=_text)
        characters += len(piece)
        if characters > CHARACTERS:
            raise TooLargeError(f"has more than {CHARACTERS:,} characters")
        yield piece


def _filled(row: list[Any]) -> bool:
    return any(cell not in (None, "") for cell in row)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


if __name__ == "__main__":
    sys.exit(main())
