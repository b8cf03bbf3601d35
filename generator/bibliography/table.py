"""A table of works: CSV (RFC 4180) that data frames read as it is, and that spreadsheet programs never execute.

Where an identifier would be read as a number, it carries its scheme: pandas, R, DuckDB and Excel drop the last zero of
`2307.06290`, but not of `arXiv:2307.06290`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from generator.bibliography.entry import address_of, doi_of, pages
from generator.text.escape import visible
from generator.text.math import plain
from generator.text.spreadsheet import guarded
from generator.works import Work

COLUMNS = (
    "key", "title", "authors", "year", "type", "venue", "series", "volume", "number", "pages", "publisher", "doi",
    "arxiv", "url",
    "primary_class", "keywords", "abstract", "status",
)  # fmt: skip
EXCEL_MARK = "\ufeff"  # by which Excel knows UTF-8; R reads it as part of the first header
_LONGEST = 32_000  # characters; Excel cuts a cell at 32,767


def table(works: Iterable[Work], more: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """The works as CSV in UTF-8 with a header row, in their order.

    Args:
        works: one row each.
        more: further columns: header to (key to text), such as the themes.
    """
    more = more or {}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *map(_cell, more)])
    for work in works:
        names = "; ".join(visible(name.as_last_first) for name in work.authors) + (
            "; et al." if work.authors_truncated else ""
        )
        row = (
            work.key, plain(work.title), names, str(work.year or ""), work.kind, work.cited_venue, work.series,
            work.volume, work.number, pages(work.pages), work.publisher, doi_of(work) or "",
            _with_scheme("arXiv", work.identifier("arxiv")), address_of(work), work.primary_class,
            "; ".join(work.keywords),
            plain(work.abstract), work.status,
        )  # fmt: skip
        writer.writerow([_cell(value) for value in (*row, *(column.get(work.key, "") for column in more.values()))])
    return out.getvalue()


def excel_table(works: Iterable[Work]) -> str:
    """The same for Excel, which garbles letters outside ASCII unless the file says that it is UTF-8."""
    return EXCEL_MARK + table(works)


def _with_scheme(scheme: str, value: str | None) -> str:
    return f"{scheme}:{value}" if value else ""


def _cell(value: str) -> str:
    """A cell that no spreadsheet program takes for a formula, and that none cuts."""
    text = visible(value)
    return guarded(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
