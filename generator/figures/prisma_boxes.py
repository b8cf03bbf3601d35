"""The boxes of the flow diagram: their words, their numbers from `generator.flow`, and where each leads.

Boxes and wording follow the PRISMA 2020 flow diagram for searches of databases, registers and other methods, and for
updated reviews (Page et al. 2021, doi:10.1136/bmj.n71). A box that nobody's work stands behind is left away: a survey
without a reviewer's mark claims no screening.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.lettering import shown
from generator.flow import Box as Counted
from generator.flow import Column, Flow
from generator.survey import Survey
from generator.text.counting import counted

MOST = 8  # sources or reasons named in a box; the table has them all


@dataclass(frozen=True, slots=True)
class Box:
    """One box: where it leads, its heading with a count, further lines, and all of them for the table.

    Attributes:
        target: the list behind it, as `Address` knows it.
        parts: (what, count, address kind and name or "") that the count is made of, for the table.
        apart: whether its count is not part of the flow.
    """

    target: str
    heading: str
    count: int
    details: tuple[str, ...] = ()
    parts: tuple[tuple[str, int, str], ...] = ()
    apart: bool = False

    @property
    def label(self) -> str:
        """The box in one sentence."""
        told = ": " + "; ".join(self.details) if self.details else ""
        return f"{self.heading} (n\u00a0=\u00a0{self.count:,}){told}"


@dataclass(frozen=True, slots=True)
class Stage:
    """A box of the main line, the boxes that leave it to the side, and the phase of the review that it opens, or ""."""

    phase: str
    main: Box
    aside: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """The boxes of one column, from the records that were identified on; `title` where there are two columns."""

    title: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole diagram: a line for each column, what they lead to, and what is told beside them."""

    lines: tuple[Line, ...]
    included: Box
    beside: tuple[Box, ...] = ()

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All boxes in reading order."""
        inside = (box for line in self.lines for stage in line.stages for box in (stage.main, *stage.aside))
        return (*inside, self.included, *self.beside)


def chart_of(survey: Survey) -> Chart:
    """The boxes of a survey."""
    flow = survey.passage
    several = len(flow.columns) > 1
    lines = tuple(_line(flow, column, several) for column in flow.columns)
    return Chart(lines, _included(flow), tuple(_beside(survey, flow)))


def _line(flow: Flow, column: Column, several: bool) -> Line:
    title = {"databases": _databases(flow), "other": "other methods"}[column]
    stages = [Stage("Identification", _identified(flow, column), tuple(_before(flow, column)))]
    if flow.is_screened:
        stages += _screening(flow, column)
    else:
        heading = "Records included without manual screening"
        stages.append(Stage("Screening", Box(_target("screened", column), heading, flow.count("included", column))))
    return Line(f"Identification via {title}" if several else "", tuple(stages))


def _databases(flow: Flow) -> str:
    kinds = {source.kind for source in flow.sources if source.column == "databases"}
    words = [word for kind, word in (("database", "databases"), ("register", "registers")) if kind in kinds]
    if not words:
        return "sources"
    return " and ".join([*words, "other sources"] if "" in kinds else words)


def _identified(flow: Flow, column: Column) -> Box:
    sources = [source for source in flow.sources if source.column == column]
    if column == "other":
        heading = "Records identified by other methods"
    elif _databases(flow) == "sources":
        heading = f"Records identified in {counted(len(sources), 'source')}"
    else:
        heading = f"Records identified from {_databases(flow)}"
    named = [(source.name, source.records) for source in sources]
    parts = tuple((shown(source.source), source.records, source.source) for source in sources)
    count = flow.count("identified", column)
    return Box(_target("identified", column), heading, count, _named(named, "source"), parts)


def _before(flow: Flow, column: Column) -> list[Box]:
    """What is removed before anybody screens."""
    boxes = [Box(_target("duplicates", column), "Duplicate records removed", flow.count("duplicates", column))]
    boxes += _told(flow, column, "automatic", "Records excluded by automatic rules")
    boxes += _told(flow, column, "set-aside", "Records set aside before screening")
    boxes += _told(flow, column, "left-out", "Records left out by decision")
    if flow.count("not-screened", column):
        count = flow.count("not-screened", column)
        boxes.append(Box(_target("not-screened", column), "Records not screened yet", count))
    return boxes


def _screening(flow: Flow, column: Column) -> list[Stage]:
    aside = [
        *_told(flow, column, "excluded", "Records excluded by people"),
        *_open(flow, column, "open", "Records without a final decision"),
    ]
    screened = Box(_target("screened", column), "Records screened", flow.count("screened", column))
    if not flow.count("sought", column):
        return [Stage("Screening", screened, tuple(aside))]
    aside += _plain(flow, column, "included-early", "Records included on title and abstract")
    sought = Box(_target("sought", column), "Reports sought for retrieval", flow.count("sought", column))
    missed = [
        *_told(flow, column, "not-retrieved", "Reports not retrieved"),
        *_open(flow, column, "open-retrieval", "Reports being retrieved"),
        *_plain(flow, column, "included-unread", "Reports included before assessment"),
    ]
    stages = [Stage("Screening", screened, tuple(aside)), Stage("", sought, tuple(missed))]
    if flow.count("assessed", column):
        read = Box(_target("assessed", column), "Reports assessed for eligibility", flow.count("assessed", column))
        out = [
            *_told(flow, column, "excluded-full-text", "Reports excluded"),
            *_open(flow, column, "open-full-text", "Reports without a final decision"),
        ]
        stages.append(Stage("", read, tuple(out)))
    return stages


def _included(flow: Flow) -> Box:
    count, reports = flow.count("included"), flow.reports
    heading = "Studies included in the review" if flow.is_screened else "Works included"
    details = []
    if reports != count or flow.is_screened:
        details.append(f"reports of them (n\u00a0=\u00a0{reports:,})")
    if flow.added is not None:
        details.append(f"new since the previous version (n\u00a0=\u00a0{flow.new:,})")
    return Box("works", heading, count, tuple(details))


def _beside(survey: Survey, flow: Flow) -> list[Box]:
    """What the flow does not count: the previous version, undecided works, completing files and what is no record."""
    boxes = []
    if flow.added is not None:
        parts = (("still included", flow.earlier, ""), ("no longer included", flow.gone, ""))
        told = tuple(f"{what} (n\u00a0=\u00a0{count:,})" for what, count, _ in parts)
        heading = "Studies included in the previous version"
        boxes.append(Box("previous", heading, flow.earlier + flow.gone, told, parts, apart=True))
    if flow.is_screened and survey.undecided:
        boxes.append(Box("undecided", "Undecided works that this site shows", len(survey.undecided), apart=True))
    completed = sum(bool(work.enriched_by) for work in survey.works.values())
    if survey.enriching:
        names = " and ".join(shown(reading.source) for reading in survey.enriching if reading.records)
        missed = len(survey.unmatched)
        told = (f"{counted(missed, 'record')} there {'describes' if missed == 1 else 'describe'} no work",) * bool(
            missed
        )
        boxes.append(Box("enriching", f"Works completed from {names or 'other files'}", completed, told, apart=True))
    scraps = sum(piece.count for piece in survey.unreadable)
    if scraps:
        boxes.append(Box("unreadable", "Pieces of the sources that are not records", scraps, apart=True))
    return boxes


def _target(box: Counted, column: Column) -> str:
    return box if column == "databases" else f"{box}-other"


def _plain(flow: Flow, column: Column, box: Counted, heading: str) -> list[Box]:
    count = flow.count(box, column)
    return [Box(_target(box, column), heading, count)] if count else []


def _told(flow: Flow, column: Column, box: Counted, heading: str) -> list[Box]:
    """A box with its reasons, or none where it counts nothing."""
    count, reasons = flow.count(box, column), flow.reasons(box, column)
    if not count:
        return []
    parts = tuple((shown(reason), number, "") for reason, number in reasons)
    return [Box(_target(box, column), heading, count, _named(reasons, "reason"), parts)]


def _open(flow: Flow, column: Column, box: Counted, heading: str) -> list[Box]:
    """A box of what waits or is in conflict, or none."""
    fates = flow.within(box, column)
    if not fates:
        return []
    conflicts = sum(fate.outcome == "conflict" for fate in fates)
    parts = tuple(
        (what, count, "")
        for what, count in (("awaiting a decision", len(fates) - conflicts), ("in conflict", conflicts))
        if count
    )
    told = tuple(f"{what} (n\u00a0=\u00a0{count:,})" for what, count, _ in parts)
    return [Box(_target(box, column), heading, len(fates), told, parts)]


def _named(counts: Sequence[tuple[str, int]], noun: str) -> tuple[str, ...]:
    """The largest counts by name, and how many more there are."""
    ranked = sorted(counts, key=lambda pair: (-pair[1], pair[0])) if len(counts) > MOST else list(counts)
    lines = [f"{shown(name)} (n\u00a0=\u00a0{count:,})" for name, count in ranked[:MOST]]
    rest = ranked[MOST:]
    if rest:
        total = sum(count for _, count in rest)
        lines.append(f"{len(rest)} more {noun}{'s' if len(rest) > 1 else ''} (n\u00a0=\u00a0{total:,})")
    return tuple(lines)
