"""Where works and authors stand, by every name that published addresses give them, for those that lead nowhere now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.file_names import file_name
from generator.pages.places import for_scripts
from generator.pages.site import Site
from generator.text import escape
from generator.writer import MARK

PATH = "assets/moved.js"


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the script: where a work is, by each name of its page or section, former ones included."""
    places = {
        name: site.places.script_page(work.key)
        for work in site.survey.works.values()
        for key in (*work.aliases, work.key)
        for name in (file_name(key), escape.identifier(key))
    }
    lists = {for_scripts(path): " ".join(slugs) for path, slugs in site.places.author_lists.items()}
    authors = f"window.surveyMovedAuthors = {escape.javascript(lists)};\n" if lists else ""  # if none has a page
    works = f"window.surveyMoved = {escape.javascript(dict(sorted(places.items())))};\n"
    yield PATH, f"/* {MARK} */\n{authors}{works}"
