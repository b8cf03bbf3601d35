"""The copy of the website for readers to keep: a zip file among its downloads, and the lines that link to it.

The engine leaves an empty paragraph for each such line, which is filled once the file exists and its size is known.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.language import decimal, gettext
from generator.text import escape
from generator.website.offline import COPY, make_offline, zipped

_FOLDER = "survey-offline"
_LARGEST = 250_000_000  # bytes of a website up to which a copy is made by default; of a larger one it takes too long
_MEGABYTE = 1_000_000
_PLACE = re.compile(r'<p class="?offline-copy"? hidden(?:="")?></p>')
_PAGES = ("downloads", "offline")


def add_copy(site: Path) -> None:
    """Put the copy into the built website `site`, and mention it on its pages; do nothing if the website is too
    large.
    """
    files = {path: content for path, content in make_offline(site).items() if _is_taken(path)}
    if sum(len(content) for content in files.values()) > _LARGEST:
        return
    archive = zipped(files, _FOLDER)
    (site / COPY).parent.mkdir(exist_ok=True)
    (site / COPY).write_bytes(archive)
    for page in _PAGES:
        _fill(site / page / "index.html", "../", len(archive))
        _fill(site / f"{page}.html", "", len(archive))


def _fill(page: Path, way: str, size: int) -> None:
    """Fill the paragraph on a page, from which `way` leads to the website's folder; do nothing if it has none."""
    if page.is_file():
        line = _line(way, size)
        page.write_text(_PLACE.sub(lambda _: line, page.read_text("utf-8")), "utf-8", newline="\n")


def _is_taken(path: str) -> bool:
    """Whether people read the file: not what is there for programs that visit the website."""
    return not path.endswith(".md") and path not in ("llms.txt", "llms-full.txt")


def _line(way: str, size: int) -> str:
    link = f'<a href="{way}{COPY}">{escape.html(gettext("The website as a zip file"))}</a>'
    about = gettext(
        "%(size)s MB: unpack it and open index.html, on any computer, without a network or a server.",
        size=decimal(size / _MEGABYTE),
    )
    return f'<p class="offline-copy">{link} ({escape.html(about).rstrip(".")}).</p>'
