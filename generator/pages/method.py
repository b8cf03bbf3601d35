"""How the survey was made: the flow of records, in the build's own counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site

METHOD = {"title": "Method", "description": "How the records of the sources became the works of this survey"}
RECORDS = {
    "title": "Records",
    "description": "Every record that was read, and the work that it became part of",
    "search": UNSEARCHED,
}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the method page and of the list of all records behind it."""
    survey = site.survey
    work_of = {record.origin: work.key for work in survey.works.values() for record in work.records}
    page = Page(site, "records.md")
    yield (
        page.path,
        page.render(
            "records.md.j2",
            RECORDS,
            sources=list(zip(survey.readings, survey.flow, strict=True)),
            work_of=work_of,
            several=[work for work in survey.works.values() if len(work.records) > 1],
            unreadable=survey.unreadable,
            decided=survey.excluded,
        ),
    )
    page = Page(site, "method.md")
    yield (
        page.path,
        page.render(
            "method.md.j2",
            METHOD,
            read=sum(flow.read for flow in survey.flow),
            merged=sum(flow.merged for flow in survey.flow),
            left_out=sum(flow.left_out for flow in survey.flow),
            decided=sum(placement.decided_by == "decision" for placement in survey.placements.values()),
            unsure=sum(placement.unsure for placement in survey.placements.values()),
        ),
    )
