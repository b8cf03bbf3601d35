"""Figures to download: a drawing as a file of its own, and the table behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from urllib.parse import urljoin

from generator.addresses import address
from generator.figures.figure import Figure, Table
from generator.figures.picture import picture
from generator.figures.standalone import FULL, standalone
from generator.pages.page import Page
from generator.text.escape import visible
from generator.text.spreadsheet import guarded

FOLDER = "downloads"
_ZOOM = 1.5  # of a picture: enough for a slide, in half the time that twice the size would take


def taken_along(page: Page, name: str, figure: Figure, room: float = FULL) -> Iterator[tuple[str, str | bytes]]:
    """(path, content) of a page's figure as a drawing `room` pixels wide, as a picture and as a table."""
    drawing = standalone(figure, room, partial(from_folder, page))
    yield f"{FOLDER}/{name}.svg", drawing
    yield f"{FOLDER}/{name}.png", picture(drawing, _ZOOM)
    yield f"{FOLDER}/{name}.csv", table(figure.table)


def table(numbers: Table) -> str:
    """The table of a figure as CSV, with a step for each address."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(numbers.header)
    for row in numbers.rows:
        cells = (cell if isinstance(cell, str) else cell[0] for cell in row)
        writer.writerow(guarded(visible(cell).replace("\u00a0", " ")) for cell in cells)
    return "\ufeff" + out.getvalue()


def from_folder(page: Page, href: str) -> str:
    """An address on a page as seen from the folder of downloads: absolute if the site is published, else relative."""
    as_in_source = page.site.places.flat or page.site.places.from_source
    here = f"{page.path.rpartition('/')[0]}/".lstrip("/") if as_in_source else address(page.path)
    on_site = urljoin(f"/{here}", href).lstrip("/")
    published = page.site.survey.settings.url
    return f"{published}{on_site}" if published else f"../{on_site}"
