"""How the survey was made: the flow of records, in the build's own counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.site import Page, Site


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the method page."""
    survey = site.survey
    page = Page(site, "method.md")
    yield page.path, page.render(
        "method.md.j2",
        read=sum(flow.read for flow in survey.flow),
        merged=sum(flow.merged for flow in survey.flow),
        left_out=sum(flow.left_out for flow in survey.flow),
        several=[work for work in survey.works.values() if len(work.records) > 1],
        decided=sum(placement.decided_by == "decision" for placement in survey.placements.values()),
        unsure=sum(placement.unsure for placement in survey.placements.values()),
    )
