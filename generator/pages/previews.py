"""What the preview of a work shows beside any link to it, in parts, of which a page loads those that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.explorer import short_authors
from generator.pages.site import Site
from generator.search.index import cut
from generator.text import escape
from generator.text.math import plain
from generator.writer import MARK

FOLDER = "assets/previews"
_CHARACTERS = 24_000  # of a part: some 10 kB when packed


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the parts, by the names of the works' pages, and of the script that says where each begins."""
    works = sorted((slug, site.survey.works[key]) for key, slug in site.places.slugs.items())
    rows = [
        [
            slug,
            work.key,
            plain(escape.visible(work.shown_title)),
            escape.visible(short_authors(work)),
            work.year or "",
            escape.visible(work.venue),
            plain(escape.visible(site.extracts.gists[work.key])),
        ]
        for slug, work in works
    ]
    found = cut(rows, _CHARACTERS)
    head = {"firsts": found.firsts, "parts": {}}
    yield f"{FOLDER}/head.js", f"/* {MARK} */\nwindow.surveyPreviews = {escape.script(head)};\n"
    for number, part in enumerate(found.parts):
        held = {str(row[0]): row[1:] for row in part if isinstance(row, list)}
        text = f"/* {MARK} */\nwindow.surveyPreviews.parts[{number}] = {escape.script(held)};\n"
        yield f"{FOLDER}/part-{number}.js", text
