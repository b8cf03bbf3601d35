"""A table as CSV (RFC 4180), which data frames read as it is and spreadsheet programs never execute."""

from __future__ import annotations

import csv
import io

from generator.datasets.tables import Cell, Table
from generator.text.escape import visible
from generator.text.spreadsheet import guarded


def comma_separated(table: Table) -> str:
    """The table in UTF-8 with a header row; null is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(visible(value)) if isinstance(value, str) else str("" if value is None else value)
