"""The flow diagram to download: a drawing (SVG and PNG), a table, and the data that the R package PRISMA2020 reads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.figures.drawing import WIDE
from generator.figures.picture import picture
from generator.figures.prisma import prisma
from generator.figures.prisma_boxes import chart_of
from generator.figures.prisma_data import prisma_csv
from generator.figures.standalone import standalone
from generator.pages.figure_files import FOLDER, from_folder, table
from generator.pages.page import Page
from generator.pages.site import Site

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
    page = Page(site, "method.md")
    figure = prisma(site.survey, page.mark)
    drawing = standalone(figure, WIDE, partial(from_folder, page))
    yield f"{FOLDER}/flow.svg", drawing
    yield f"{FOLDER}/flow.png", picture(drawing)
    yield f"{FOLDER}/flow.csv", table(figure.table)
    boxes = {box.target for box in chart_of(site.survey).boxes}
    lists = {row: from_folder(page, page.mark("method", box)) for row, box in _LISTS.items() if box in boxes}
    yield f"{FOLDER}/PRISMA.csv", prisma_csv(site.survey.passage, lists)
