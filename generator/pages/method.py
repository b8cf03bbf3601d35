"""How the survey was made: scope and search strategy as stated, and the flow of records in the build's own counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.searches import Search
from generator.language import later
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records import source_name
from generator.search_strategy import mismatches

FRONT = {
    "title": later("Method"),
    "description": later("How the records of the sources became the works of this survey"),
}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page."""
    survey = site.survey
    page = Page(site, "method.md")
    yield (
        page.path,
        page.render(
            "method.md.j2",
            FRONT,
            source_name=source_name,
            read=sum(flow.read for flow in survey.flow),
            merged=sum(flow.merged for flow in survey.flow),
            left_out=sum(flow.left_out for flow in survey.flow),
            found={search: records_of(site, search) for search in survey.searches},
            mismatches=mismatches(survey.searches, survey.readings),
            decided=sum(placement.is_reassigned for placement in survey.standing.values()),
            exemplars=sum(placement.is_exemplar for placement in survey.standing.values()),
            by_source=sum(placement.decided_by == "source" for placement in survey.standing.values()),
            unsure=sum(placement.unsure for placement in survey.standing.values()),
        ),
    )


def records_of(site: Site, search: Search) -> int:
    """How many records the files of a search hold."""
    return sum(len(reading.records) for reading in site.survey.readings if search.holds(reading.source))
