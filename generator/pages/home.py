"""The front page, and how to cite the survey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.config.taxonomy import Section
from generator.editions.differences import differences
from generator.editions.today import edition_of
from generator.figures.section_years import section_sparkline
from generator.language import gettext, marked
from generator.pages.citation import survey_bibtex, survey_schema, survey_work
from generator.pages.following import appeared, appeared_in, days, newest_first
from generator.pages.issues import suggestion
from generator.pages.page import Page
from generator.pages.references import formatted
from generator.pages.site import Site
from generator.pages.theme import years_of
from generator.reading_path import WHOLE
from generator.text import escape

WAYS = (  # what no card and no figure of the page shows
    (marked("Explorer"), "explore.md", marked("all works in one list")),
    (marked("Themes"), "themes/index.md", marked("what each theme covers")),
    (marked("Open questions"), "questions.md", marked("what the overviews leave open")),
    (marked("Timeline"), "timeline.md", marked("the works over the years")),
    (
        marked("Links between themes"),
        "theme-links.md",
        marked("how strongly themes are linked"),
    ),
    (marked("Years"), "years.md", marked("the works by year")),
    (marked("Authors"), "authors.md", marked("authors with two or more works")),
    (marked("Venues"), "venues.md", marked("where they appeared")),
    (marked("Names"), "names.md", marked("what the abstracts name again and again")),
    (marked("Downloads"), "downloads.md", marked("the bibliography, whole and by theme")),
    (marked("Read offline"), "offline.md", marked("the whole survey, without a network")),
    (marked("What's new"), "new.md", marked("recent additions, and feeds")),
    (marked("Method"), "method.md", marked("how the records became works")),
)


class Card(NamedTuple):
    """What the front page shows of a section: its bars over the years, its number of works, and their years."""

    section: Section
    bars: Markup
    number: int
    years: str


class News(NamedTuple):
    """The latest news: its ISO date, and how many works came with that version of the survey.

    If nothing came since the first version, `number` is None, `work` is the key of the newest work, and the date is the
    month or the year in which that appeared.
    """

    date: str
    number: int | None = None
    work: str = ""


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of both."""
    survey = site.survey
    page = Page(site, "index.md")
    settings = survey.settings
    front = {
        "title": settings.title,
        "description": settings.description or settings.title,
        "kind": "home",
        "schema": escape.script(survey_schema(site)),
        "hide": ["navigation", "toc"],
    }
    citation = _citation(site)
    yield (
        page.path,
        page.render(
            "home.md.j2",
            front,
            introduction=page.overview("index"),
            years=years_of(tuple(survey.works.values())),
            with_code=sum(bool(site.extracts.repositories[work.key]) for work in survey.works.values()),
            ways=[
                (gettext(label), target, gettext(what))
                for label, target, what in WAYS
                if target not in site.empty_pages
            ],
            map=page.figure("map-overview") if survey.works else None,
            cards=tuple(_card(page, section) for section in survey.taxonomy.sections if section.themes),
            news=_news(site),
            start=survey.start.get(WHOLE, ()),
            suggestion=suggestion(settings),
            **citation,
        ),
    )
    page = Page(site, "cite.md")
    about = {
        "title": gettext("How to cite"),
        "description": gettext("How to cite %(title)s", title=settings.title),
    }
    yield page.path, page.render("cite.md.j2", about, **citation)


def _citation(site: Site) -> dict[str, object]:
    """How the survey is cited, and its newest edition."""
    survey = site.survey
    newest = survey.editions[-1] if survey.editions else None
    return {
        "citation": formatted(survey_work(survey.settings)),
        "bibtex": survey_bibtex(survey.settings),
        "newest": newest,
        "is_newest": newest is not None and differences(newest, edition_of(survey)).is_empty,
    }


def _card(page: Page, section: Section) -> Card:
    survey = page.site.survey
    works = tuple(work for theme in section.themes for work in survey.by_theme[theme.id])
    return Card(section, section_sparkline(survey, section).svg, len(works), years_of(works))


def _news(site: Site) -> News | None:
    """The newest version that brought works, else the newest work; nothing if no date is known."""
    survey = site.survey
    for version in reversed(survey.history):
        if version.date and version.added:
            return News(version.date, len(version.added))
    newest = newest_first(days(survey), survey.works.values())[:1]
    return next((News(appeared_in(work), work=work.key) for work in newest if appeared(work)), None)
