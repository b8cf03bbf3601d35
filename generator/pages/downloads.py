"""The files to take away, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import doi_of
from generator.bibliography.reference import reference
from generator.bibliography.ris import ris
from generator.pages.site import Page, Site
from generator.text import escape
from generator.text.math import plain
from generator.writer import MARK


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of every download, of the page that lists them, and of `bib/survey.bib`."""
    survey = site.survey
    rows: list[tuple[str, int, str, str]] = []
    groups = [("The whole survey", "survey", tuple(survey.works.values()))]
    groups += [(theme.title, theme.id, survey.by_theme[theme.id]) for theme in survey.taxonomy.themes]
    for label, name, works in groups:
        path = f"downloads/{name}.bib"
        text = bibtex([site.entry(work) for work in works], header=site.header(label))
        rows.append((label, len(works), path, size(len(text.encode()))))
        yield path, text
    yield "assets/entries.js", entries_script(site)
    page = Page(site, "downloads.md")
    yield page.path, page.render("downloads.md.j2", rows=rows)


def entries_script(site: Site) -> str:
    """The entries of all works for the explorer's and the basket's own downloads, as a script: `fetch` fails on file://."""
    entries = {
        work.key: {
            "bib": site.bibtex(work),
            "ris": ris([work]),
            "text": reference(work, site.letters[work.key]).text,
            "title": plain(work.title),
            "authors": "; ".join(name.as_last_first for name in work.authors),
            "year": work.year,
            "venue": work.venue,
            "doi": doi_of(work) or "",
            "arxiv": work.identifier("arxiv") or "",
            "url": site.address(work),
            "page": site.paper(work.key).removesuffix(".md"),
        }
        for work in site.survey.works.values()
    }
    return f"/* {MARK} */\nwindow.surveyEntries = {escape.script(entries)};\n"


def size(number: int) -> str:
    """Bytes for people: `812 B`, `34 kB`, `1.2 MB`."""
    if number < 1000:
        return f"{number} B"
    return f"{number / 1000:.0f} kB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"
