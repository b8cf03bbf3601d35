"""The files of the site's search, which a page loads when its box is first used.

`fetch` fails on file://, so they are scripts that hand over data. A small survey has one file of terms and one of
entries, a large one many, of which a query needs few.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files as resources

from generator.cache.later import Later
from generator.pages.findable import KINDS, Findable, kind_of
from generator.pages.keyed import Keyed, made_anew
from generator.pages.site import Site
from generator.pages.sought import Words
from generator.search.index import FIELDS, Cut, Entry, cut, inverted, known_words, labelled, lengths, postings
from generator.search.layout import layout
from generator.search.rules import STEMMERS, as_data
from generator.search.simplified import traditional_of
from generator.text import escape
from generator.writer import MARK

FOLDER = "assets/search"
# Characters of a file: 1 to 6 kB when packed, so that a first result costs little. Of the entries that a query finds,
# most stand in files of their own: these are the smallest.
_TERMS, _ENTRIES, _TEXTS, _LABELS = 16_000, 4_000, 5_000, 4_000
_WHOLE = 1 << 60


def pages(
    site: Site, files: Mapping[str, str | bytes], works: Words, keyed: Keyed = made_anew
) -> Iterator[tuple[str, str]]:
    """(path, text) of the files; `files` are all pages that the build writes, by path relative to the project.

    `keyed` may know the entry of a page by its text, and what works and authors give by what it is made of.
    """
    findable = Findable(site)
    placed = list(findable.placed(works))
    # The words of works are most of the index, and stand while no work changes.
    key = (works, [entry.terms["about"] for entry in placed])
    of_works = keyed("postings of works", key, lambda: Later(postings(placed))).value
    others = list(findable.others(files, keyed))
    entries = [*placed, *others]
    is_whole = layout(site.survey.settings, len(site.survey.works)) == "whole"
    rows = inverted(postings(others, of_works))
    parts = {
        "terms": cut(rows, _WHOLE if is_whole else _TERMS),
        "entries": numbered(entries, [entry.shown for entry in entries], _WHOLE if is_whole else _ENTRIES),
        "labels": cut(labelled(entries), _WHOLE if is_whole else _LABELS),
        "texts": numbered(entries, [[entry.text] for entry in entries], _TEXTS),
    }
    head = {
        "count": len(entries),
        "starts": [bisect_left([kind_of(entry) for entry in entries], kind) for kind in KINDS],
        "fields": FIELDS,
        "lengths": lengths(entries),
        "firsts": {name: part.firsts for name, part in parts.items()},
        "rules": as_data(works.languages, traditional_of(str(term) for term, *_ in rows)),
    }
    yield file("head", [head])
    yield file("words", [known_words(rows)])
    for name, part in parts.items():
        for number, held in enumerate(part.parts):
            yield file(f"{name}-{number}", held)
    for language in works.languages:
        yield f"{FOLDER}/stem-{language}.js", stemmer(language)


def numbered(entries: Sequence[Entry], rows: Sequence[Sequence[object]], most: int) -> Cut:
    """Rows of entries in parts, each known by the number of its first entry."""
    found = cut([[number, *row] for number, row in zip(range(len(entries)), rows, strict=True)], most)
    return Cut(found.firsts, [[row[1:] for row in part if isinstance(row, list)] for part in found.parts])


def file(name: str, held: object) -> tuple[str, str]:
    """(path, text) of a file that hands over data under its name."""
    return f"{FOLDER}/{name}.js", f"/* {MARK} */\nsurveyIndex({escape.javascript(name)},{escape.javascript(held)});\n"


def stemmer(language: str) -> str:
    """The script that stems words of a language: Snowball's, with its licence in front."""
    folder = resources("generator") / "search" / "stemmers"
    parts = ["base-stemmer.js", f"{STEMMERS[language]}-stemmer.js"]
    return "\n".join((folder / part).read_text(encoding="utf-8").strip() for part in parts) + "\n"
