"""The page for curators: how to add, correct, join, separate and move, without programming."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext
from generator.pages.issues import file_address, suggestion
from generator.pages.page import Page
from generator.pages.site import Site


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page."""
    page, settings = Page(site, "contribute.md"), site.survey.settings
    front = {
        "title": gettext("Contribute"),
        "description": gettext(
            "How to add papers to %(survey)s, correct records, and write overviews, without programming",
            survey=settings.title,
        ),
    }
    suggest = suggestion(settings)
    yield (
        page.path,
        page.render("contribute.md.j2", front, suggest=suggest, file=lambda path: file_address(settings, path)),
    )
