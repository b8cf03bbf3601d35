"""The cells of a workbook, read in a separate process: a damaged or hostile file may demand any amount of memory.

One cell in the last corner of a sheet is enough: python-calamine keeps a sheet as a full rectangle. So this file runs
as a program (it imports nothing of this one), with a bound on its memory where the system has one, and prints JSON.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime

MEMORY = 1_500_000_000  # bytes
BROKEN = 3  # exit code for what python-calamine calls an error


def main() -> int:
    """Read a workbook from standard input and print `[[name, whether it is shown, rows], …]`, or what the error is."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # a system without such limits
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        shown = {sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible}
        sheets = [
            (name, name in shown, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except CalamineError as error:
        sys.stdout.write(str(error))
        return BROKEN
    json.dump(sheets, sys.stdout, default=_text)
    return 0


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


if __name__ == "__main__":
    sys.exit(main())
