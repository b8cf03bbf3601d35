"""The open questions of all overviews on one page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import later
from generator.pages.environment import as_id, ready
from generator.pages.page import Page
from generator.pages.site import Site
from generator.prose.checked import listed
from generator.prose.render import cite

FRONT = {
    "title": later("Open questions"),
    "description": later("What the overviews of the survey leave open, theme by theme, each with its works"),
}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page. The questions are cited together, so that their anchors differ."""
    page = Page(site, "questions.md")
    parts = []
    for theme in site.survey.taxonomy.themes:
        questions = site.prose.overviews[theme.id].questions if theme.id in site.prose.overviews else ()
        if questions:
            parts.append(f"## {page.heading_link(theme.title, site.places.theme(theme.id))} {{ #{as_id(theme.id)} }}")
            parts += [listed(question.text) for question in questions]
    text = cite("\n\n".join(parts), page.path, site.cited.library, references=False).text
    yield page.path, page.render("questions.md.j2", FRONT, questions=ready(text) if parts else "")
