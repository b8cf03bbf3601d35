"""Where works stand, by every name that a published address gives them, for addresses that lead nowhere any more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.file_names import file_name
from generator.pages.site import Site
from generator.text import escape
from generator.writer import MARK

PATH = "assets/moved.js"


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the script: where a work stands, for each name of its page or section, former ones too."""
    places = {
        name: site.places.script_page(work.key)
        for work in site.survey.works.values()
        for key in (*work.aliases, work.key)
        for name in (file_name(key), escape.identifier(key))
    }
    yield PATH, f"/* {MARK} */\nwindow.surveyMoved = {escape.script(dict(sorted(places.items())))};\n"
