"""The front page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions.differences import differences
from generator.editions.today import edition_of
from generator.pages.citation import survey_bibtex, survey_schema, survey_work
from generator.pages.issues import suggestion
from generator.pages.page import Page
from generator.pages.references import formatted
from generator.pages.site import Site
from generator.pages.theme import years_of
from generator.reading_path import WHOLE
from generator.text import escape

WAYS = (
    ("Explorer", "explore.md", "all works in one list"),
    ("Themes", "themes/index.md", "what each theme covers"),
    ("Open questions", "questions.md", "what the overviews leave open"),
    ("Map", "map.md", "works placed by similarity"),
    ("Timeline", "timeline.md", "the works over the years"),
    ("Years", "years.md", "the works by year"),
    ("Authors", "authors.md", "authors with two or more works"),
    ("Venues", "venues.md", "where they appeared"),
    ("Names", "names.md", "what the abstracts name again and again"),
    ("Downloads", "downloads.md", "the bibliography, whole and by theme"),
    ("What's new", "new.md", "recent additions, and feeds"),
    ("Method", "method.md", "how the records became works"),
)


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the front page."""
    survey = site.survey
    page = Page(site, "index.md")
    settings = survey.settings
    newest = survey.editions[-1] if survey.editions else None
    front = {
        "title": settings.title,
        "description": settings.description or settings.title,
        "kind": "home",
        "schema": escape.script(survey_schema(site)),
        "hide": ["navigation", "toc"],
    }
    yield (
        page.path,
        page.render(
            "home.md.j2",
            front,
            introduction=page.overview("index"),
            years=years_of(tuple(survey.works.values())),
            with_code=sum(bool(site.extracts.repositories[work.key]) for work in survey.works.values()),
            ways=WAYS,
            start=survey.start.get(WHOLE, ()),
            suggestion=suggestion(settings),
            citation=formatted(survey_work(settings)),
            bibtex=survey_bibtex(settings),
            newest=newest,
            is_newest=newest is not None and differences(newest, edition_of(survey)).is_empty,
        ),
    )
