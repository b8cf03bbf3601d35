"""The page of records: every record with the work that it became part of, and the list behind every box of the flow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.figures.prisma_boxes import Box, Chart, chart_of
from generator.flow import Box as Counted
from generator.flow import Column, Fate
from generator.language import gettext, later, marked_in, pgettext
from generator.pages.page import UNSEARCHED, Page
from generator.pages.places import LONG_LIST, source_anchor
from generator.pages.site import Site
from generator.records import source_name
from generator.screening.values import Mark
from generator.text import escape

FRONT = {
    "title": later("Records"),
    "description": later("Every record that was read, and the work that it became part of"),
    "hide": ["toc"],
    "search": UNSEARCHED,
}
_OTHER = "-other"  # ends the name of a box in the second column
_SUMS = ("identified", "screened", "sought", "assessed")  # boxes that are parts of others


@dataclass(frozen=True, slots=True)
class Listed:
    """The list behind a box: its records or, for a sum, the boxes that it is made of."""

    box: Box
    title: str
    fates: tuple[Fate, ...] = ()
    parts: tuple[Box, ...] = ()


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page."""
    survey = site.survey
    page = Page(site, "records.md")
    boxes = list(lists(site, chart_of(survey)))
    jumps = [
        *((source_name(reading.source), source_anchor(reading.source)) for reading in survey.readings),
        *((box.title, escape.identifier(box.box.target)) for box in boxes),
        (gettext("Pieces that are not records"), "unreadable"),
        (gettext("Enriching sources"), "enriching"),
    ]
    yield (
        page.path,
        page.render(
            "records.md.j2",
            FRONT,
            sources=list(zip(survey.readings, survey.flow, strict=True)),
            work_of={record.origin: work.key for work in survey.works.values() for record in work.records},
            lists=boxes,
            places_here=jumps,
            is_long=sum(len(reading.records) for reading in survey.readings) > LONG_LIST,
            mark_in_words=mark_in_words,
            source_name=source_name,
            source_anchor=source_anchor,
        ),
    )


def lists(site: Site, chart: Chart) -> Iterator[Listed]:
    """The list behind each box of the main lines, in the diagram's order."""
    flow = site.survey.passage
    for line in chart.lines:
        for at, stage in enumerate(line.stages):
            following = [later.main for later in line.stages[at + 1 : at + 2]] or [chart.included]
            for box in (stage.main, *stage.aside):
                name = box.target.removesuffix(_OTHER)
                title = (
                    gettext("%(box)s (other methods)", box=box.heading)
                    if name not in (box.target, "identified")
                    else box.heading
                )
                if name in _SUMS:
                    yield Listed(box, title, parts=(*(stage.aside if box is stage.main else ()), *following))
                else:
                    column: Column = "other" if box.target != name else "databases"
                    yield Listed(box, title, flow.within(cast(Counted, name), column))


# Formats of sources whose names are words; the others are proper names.
FORMATS = (
    marked_in("format", "spreadsheet"), marked_in("format", "Atom feed"), marked_in("format", "arXiv listing"),
    marked_in("format", "CSV by row"), marked_in("format", "list of identifiers"),
    marked_in("format", "Markdown list"), marked_in("format", "CSV or TSV"), marked_in("format", "labelled text"),
    marked_in("format", "dataset-table dump"), marked_in("format", "list of titles"),
    marked_in("format", "paper-search page dump"),
)  # fmt: skip
DECISIONS = (
    marked_in("decision", "include"), marked_in("decision", "exclude"), marked_in("decision", "undecided"),
)  # fmt: skip
STAGES = (marked_in("stage", "title and abstract"), marked_in("stage", "retrieval"), marked_in("stage", "full text"))


def mark_in_words(mark: Mark) -> str:
    """`Ana: exclude at full text (wrong population)`."""
    reasons = f" ({'; '.join(mark.reasons)})" if mark.reasons else ""
    decided = gettext(
        "%(reviewer)s: %(decision)s at %(stage)s",
        reviewer=mark.reviewer or mark.service,
        decision=pgettext("decision", mark.decision),
        stage=pgettext("stage", mark.stage),
    )
    return f"{decided}{reasons}"
