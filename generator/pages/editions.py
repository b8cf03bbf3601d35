"""The editions: what was released, each at a permanent address (`v/2026.1/`), and how any two of them differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import entry_of
from generator.bibliography.reference import labels
from generator.config.settings import Settings
from generator.editions.differences import differences
from generator.editions.edition import Edition
from generator.editions.file import path_of
from generator.editions.today import edition_of
from generator.editions.wording import chapters
from generator.file_names import file_name
from generator.language import gettext
from generator.pages.citation import survey_work
from generator.pages.page import UNSEARCHED, Page
from generator.pages.references import formatted
from generator.pages.site import Site
from generator.prose.cleaning import cleaned
from generator.prose.library import Library, library
from generator.prose.result import faults
from generator.references import resolver
from generator.text import escape
from generator.writer import MARK

INDEX = "editions.md"  # not the index of a folder: the engines would take it for its group in the navigation
NOW = "now"  # the present survey, in addresses


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the list of editions, of each edition with its themes, and of each comparison; none if there
    are none.
    """
    editions = site.survey.editions
    if not editions:
        return
    today = edition_of(site.survey)
    yield _index(site, editions, today)
    for edition in editions:
        yield from _edition(site, edition, editions[-1])
        yield f"v/{edition.name}/survey.bib", _bibliography(edition)
    every = (*editions, today)
    for number, new in enumerate(every):
        for old in every[:number]:
            yield _comparison(site, old, new)


def comparison_path(old: Edition, new: Edition) -> str:
    """Where two editions are compared."""
    return f"v/compare/{old.name}-to-{new.name or NOW}.md"


def edition_settings(settings: Settings, edition: Edition) -> Settings:
    """The survey's settings for citing an edition: its title, date, DOI and address."""
    url = f"{settings.url}v/{edition.name}/" if settings.url else ""
    title = gettext("%(title)s, edition %(name)s", title=edition.title, name=edition.name)
    return replace(settings, title=title, date=edition.date, doi=edition.doi, url=url, version=edition.name)


def _index(site: Site, editions: Sequence[Edition], today: Edition) -> tuple[str, str]:
    page, title = Page(site, INDEX), site.survey.settings.title
    front = {
        "title": gettext("Editions"),
        "description": gettext("The editions of %(survey)s, and how they differ", survey=title),
        "search": UNSEARCHED,
    }
    every = (*editions, today)
    steps = {new.name: differences(old, new) for old, new in pairwise(every)}
    rows = [(edition, steps.get(edition.name)) for edition in reversed(every)]
    return page.path, page.render(
        "editions.md.j2", front, rows=rows, every=every, newest=editions[-1], path=comparison_path
    )


def _edition(site: Site, edition: Edition, newest: Edition) -> Iterator[tuple[str, str]]:
    settings = edition_settings(site.survey.settings, edition)
    front = {
        "title": settings.title,
        "description": gettext("What %(survey)s held in edition %(name)s", survey=edition.title, name=edition.name),
        "search": UNSEARCHED,
    }
    page = Page(site, f"v/{edition.name}/index.md")
    shelf = _library(site, edition)
    works = {key: work.work for key, work in edition.works.items()}
    current = _current(site)

    def listed(theme: str) -> list[tuple[str, Markup, str]]:
        """(key, reference, path of its present page or "") of the works of a theme."""
        return [
            (one.key, formatted(works[one.key]), site.places.paper(current[one.key]) if one.key in current else "")
            for one in edition.by_theme.get(theme, ())
        ]

    given = {"edition": edition, "newest": newest, "listed": listed, "list": INDEX}
    yield (
        page.path,
        page.render(
            "edition.md.j2",
            front,
            **given,
            introduction=_prose(page, edition, edition.introduction, shelf, site.survey.settings.trusts_html),
            citation=formatted(survey_work(settings)),
            bibtex=bibtex([entry_of(survey_work(settings))]),
            theme_path=lambda theme: _theme_path(edition, theme),
        ),
    )
    for theme in edition.themes:
        inner = Page(site, _theme_path(edition, theme.id))
        about = {**front, "title": gettext("%(theme)s (edition %(name)s)", theme=theme.title, name=edition.name)}
        text = _prose(inner, edition, theme.overview, shelf, site.survey.settings.trusts_html)
        yield (
            inner.path,
            inner.render("edition_theme.md.j2", about, **given, theme=theme, overview=text, home=page.path),
        )


def _library(site: Site, edition: Edition) -> Library:
    """The targets of citations in the edition's texts: the works as they were in it."""
    works = {key: work.work for key, work in edition.works.items()}
    pages = {key: f"{_theme_path(edition, work.theme)}#{escape.identifier(key)}" for key, work in edition.works.items()}
    shelf = library(
        works,
        labels=labels(works.values()),
        pages=pages,
        reference=lambda key: str(formatted(works[key])),
        resolve=resolver(tuple(works.values())),
    )
    return replace(shelf, flat=site.places.flat, from_source=site.places.from_source)


def _prose(page: Page, edition: Edition, text: str, shelf: Library, trusted: bool) -> Markup:
    """An overview of the edition, cleaned like present ones; citations of works that are not in it stay keys.

    Where a present one would be refused, it is shown as it was written: nobody can correct an edition.
    """
    if trusted:
        return page.prose(text, shelf)
    source = path_of(edition.name)
    safe = cleaned(text, source)[0]
    return page.prose(escape.markdown(text) if faults(safe, source) else safe, shelf)


def _theme_path(edition: Edition, theme: str) -> str:
    """Where the works of a theme stand; those without a theme stand on the edition's first page."""
    return f"v/{edition.name}/themes/{file_name(theme)}.md" if theme else f"v/{edition.name}/index.md"


def _current(site: Site) -> dict[str, str]:
    """The present key for every key that a work has or had."""
    return {name: work.key for work in site.survey.works.values() for name in (*work.aliases, work.key)}


def _bibliography(edition: Edition) -> str:
    works = [work.work for work in edition.works.values()]
    head = f"% {escape.visible(edition.title)}, edition {edition.name}\n% {MARK}\n\n"
    return head + bibtex([entry_of(work) for work in works])


def _comparison(site: Site, old: Edition, new: Edition) -> tuple[str, str]:
    page = Page(site, comparison_path(old, new))
    names = {"old": old.name, "new": new.name}
    if new.name:
        title = gettext("From edition %(old)s to edition %(new)s", **names)
        about = gettext("What came, went and changed from edition %(old)s to edition %(new)s", **names)
    else:
        title = gettext("From edition %(old)s to today", old=old.name)
        about = gettext("What came, went and changed from edition %(old)s to today", old=old.name)
    front = {"title": title, "description": about, "search": UNSEARCHED}
    found = chapters(differences(old, new))
    return page.path, page.render(
        "comparison.md.j2", front, title=title, old=old, new=new, chapters=found, current=_current(site), list=INDEX
    )
