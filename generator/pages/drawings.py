"""The pages that show the survey's figures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures import OF_SURVEY, survey_figures
from generator.figures.lettering import shown
from generator.language import gettext, marked
from generator.pages.figure_files import taken_along
from generator.pages.page import Page
from generator.pages.site import Site

PAGES = (
    (
        "map.md",
        marked("Map"),
        marked("Works that are near each other in content, drawn near each other."),
        ("works-map",),
    ),
    (
        "timeline.md",
        marked("Timeline"),
        marked("The works over the years, by section and by theme."),
        ("works-over-time", "themes-by-year"),
    ),
    (
        "theme-links.md",
        marked("Links between themes"),
        marked("How strongly themes are linked, by related works and mentions."),
        ("themes-by-theme",),
    ),
)
FURTHER = "timeline.md"  # the page for figures from other packages


def pages(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """(path, content) of every page of figures, and of each figure as a drawing, a picture and a table."""
    survey = site.drawn
    years = [work.year for work in survey.works.values() if work.year]
    themes = [shown(theme.title) for theme in survey.taxonomy.themes if survey.by_theme[theme.id]]
    for path, *texts, names in PAGES:
        title, summary = map(gettext, texts)
        page = Page(site, path)
        further = tuple(name for name in survey_figures() if name not in OF_SURVEY) if path == FURTHER else ()
        front = {"title": title, "description": summary, "hide": ["navigation", "toc"]}
        figures = {name: page.figure(name) for name in (*names, *further)}
        for name, figure in figures.items():
            yield from taken_along(page, name, figure)
        yield (
            path,
            page.render(
                "figures.md.j2",
                front,
                title=title,
                summary=summary,
                figures=figures,
                works=len(survey.works),
                themes=themes,
                years=(min(years), max(years)) if len(set(years)) > 1 else (),
            ),
        )
