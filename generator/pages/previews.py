"""What the preview of a work shows beside any link to it, in parts, of which a page loads only those that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.explorer import short_authors
from generator.pages.site import Site
from generator.search.index import cut
from generator.text import escape
from generator.text.math import plain
from generator.writer import MARK

FOLDER = "assets/previews"
_CHARACTERS = 24_000  # of a part: some 10 kB when compressed


def preview_name(site: Site, key: str) -> str:
    """What a link to a work ends in: the name of its page, or the anchor of its section."""
    return site.places.sections[key].partition("#")[2] if site.places.in_sections else site.places.slugs[key]


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the parts, by the names of the works' pages, and of the script that says where each begins."""
    works = sorted((preview_name(site, key), work) for key, work in site.survey.works.items())
    rows = [
        [
            name,
            work.key,
            plain(escape.visible(work.shown_title)),
            escape.visible(short_authors(work)),
            work.year or "",
            escape.visible(work.venue),
            plain(escape.visible(site.extracts.gists[work.key])),
        ]
        for name, work in works
    ]
    found = cut(rows, _CHARACTERS)
    head = {"firsts": found.firsts, "parts": {}}
    yield f"{FOLDER}/head.js", f"/* {MARK} */\nwindow.surveyPreviews = {escape.javascript(head)};\n"
    for number, part in enumerate(found.parts):
        held = {str(row[0]): row[1:] for row in part if isinstance(row, list)}
        text = f"/* {MARK} */\nwindow.surveyPreviews.parts[{number}] = {escape.javascript(held)};\n"
        yield f"{FOLDER}/part-{number}.js", text
