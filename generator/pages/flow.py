"""The flow diagram to take away: a drawing (SVG and PNG), a table, and the data that the R package PRISMA2020 reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib.resources import as_file, files
from urllib.parse import urljoin

import resvg_py

from generator.figures.figure import Kind, Table
from generator.figures.prisma import prisma, standalone
from generator.figures.prisma_boxes import chart_of
from generator.figures.prisma_data import prisma_csv
from generator.pages.page import Page
from generator.pages.site import Site
from generator.text.escape import visible
from generator.text.spreadsheet import guarded

FOLDER = "downloads"
_FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_ZOOM = 2  # pixels of the picture to one of the drawing; the SVG has no limit
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


def picture(drawing: str) -> bytes:
    """A drawing as PNG. The letters are the program's own, so that every computer draws the same; only where a text has
    letters that they lack (Chinese, Arabic) are this computer's asked for too.
    """
    with as_file(files("generator.figures") / "fonts") as folder:
        fonts = [str(folder / name) for name in _FONTS]
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=drawing, zoom=_ZOOM, font_files=fonts, skip_system_fonts=_is_covered(drawing),
                font_family="DejaVu Sans", sans_serif_family="DejaVu Sans",
            )
        )  # fmt: skip


def table(numbers: Table) -> str:
    """The table of the figure as CSV, an address with its step."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(numbers.header)
    for row in numbers.rows:
        cells = (cell if isinstance(cell, str) else cell[0] for cell in row)
        writer.writerow(guarded(visible(cell).replace("\u00a0", " ")) for cell in cells)
    return "\ufeff" + out.getvalue()


# What the shipped fonts have: Latin with its extensions, Greek, Cyrillic, punctuation, signs and arrows.
_COVERED = ((0x20, 0x24F), (0x300, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x25A0, 0x25FF))


def _is_covered(text: str) -> bool:
    letters = set(text) - {"\n", "\t"}
    return all(any(first <= ord(letter) <= last for first, last in _COVERED) for letter in letters)


class _From:
    """Addresses for a file in the folder of downloads: of the published site where there is one, else relative."""

    def __init__(self, site: Site) -> None:
        self._page = Page(site, f"{FOLDER}/index.md")  # whose addresses start from the folder, as a file's do
        self._published = site.survey.settings.url

    def __call__(self, kind: Kind, /, *names: str) -> str:
        relative = self._page.mark(kind, *names)
        return urljoin(f"{self._published}{FOLDER}/", relative) if self._published else relative
