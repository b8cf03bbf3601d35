"""The flow diagram to take away: a drawing (SVG and PNG), a table, and the data that the R package PRISMA2020 reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from urllib.parse import urljoin

from generator.figures.figure import Kind, Table
from generator.figures.picture import picture
from generator.figures.prisma import prisma, standalone
from generator.figures.prisma_boxes import chart_of
from generator.figures.prisma_data import prisma_csv
from generator.pages.page import Page
from generator.pages.site import Site
from generator.text.escape import visible
from generator.text.spreadsheet import guarded

FOLDER = "downloads"
_LISTS = {
    "database_results": "identified",
    "duplicates": "duplicates",
    "records_screened": "screened",
    "records_excluded": "excluded",
    "dbr_sought_reports": "sought",
    "dbr_notretrieved_reports": "not-retrieved",
    "dbr_assessed": "assessed",
    "dbr_excluded": "excluded-full-text",
    "website_results": "identified-other",
    "other_sought_reports": "sought-other",
    "other_notretrieved_reports": "not-retrieved-other",
    "other_assessed": "assessed-other",
    "other_excluded": "excluded-full-text-other",
    "new_studies": "works",
    "total_studies": "works",
    "previous_studies": "previous",
}


def pages(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """(path, content) of the four files."""
    address = _From(site)
    drawing = standalone(site.survey, address)
    yield f"{FOLDER}/flow.svg", drawing
    yield f"{FOLDER}/flow.png", picture(drawing)
    yield f"{FOLDER}/flow.csv", table(prisma(site.survey, address).table)
    boxes = {box.target for box in chart_of(site.survey).boxes}
    lists = {row: address("method", box) for row, box in _LISTS.items() if box in boxes}
    yield f"{FOLDER}/PRISMA.csv", prisma_csv(site.survey.passage, lists)


def table(numbers: Table) -> str:
    """The table of the figure as CSV, an address with its step."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(numbers.header)
    for row in numbers.rows:
        cells = (cell if isinstance(cell, str) else cell[0] for cell in row)
        writer.writerow(guarded(visible(cell).replace("\u00a0", " ")) for cell in cells)
    return "\ufeff" + out.getvalue()


class _From:
    """Addresses for a file in the folder of downloads: of the published site where there is one, else relative."""

    def __init__(self, site: Site) -> None:
        self._page = Page(site, f"{FOLDER}/index.md")  # whose addresses start from the folder, as a file's do
        self._published = site.survey.settings.url

    def __call__(self, kind: Kind, /, *names: str) -> str:
        relative = self._page.mark(kind, *names)
        return urljoin(f"{self._published}{FOLDER}/", relative) if self._published else relative
