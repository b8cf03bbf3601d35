"""The files to take away, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bibliography.bibtex import bibtex
from generator.pages.site import Page, Site


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
    page = Page(site, "downloads.md")
    yield page.path, page.render("downloads.md.j2", rows=rows)


def size(number: int) -> str:
    """Bytes for people: `812 B`, `34 kB`, `1.2 MB`."""
    if number < 1000:
        return f"{number} B"
    return f"{number / 1000:.0f} kB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"
