"""The boxes of the flow diagram: their words, their numbers from `generator.flow`, and the link of each.

Boxes and wording follow the PRISMA 2020 flow diagram for searches of databases, registers and other methods, and for
updated reviews (Page et al. 2021, doi:10.1136/bmj.n71). A box for a step that nobody took is left out: a survey without
reviewers' marks claims no screening.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.figures.lettering import shown
from generator.flow import NO_REASON, Column, Flow
from generator.flow import Box as Counted
from generator.language import gettext, ngettext, numeral
from generator.survey import Survey

MOST = 8  # sources or reasons named in a box; the table has them all


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its link, its heading with a count, further lines, and all of them for the table.

    Attributes:
        target: the list behind it, in the terms of `Address`.
        parts: (what, count, address kind and name or "") that make up the count, for the table.
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
        details = ": " + "; ".join(self.details) if self.details else ""
        return f"{self.heading} {how_many(self.count)}{details}"


def how_many(count: int) -> str:
    """`(n = 1,024)`."""
    return f"(n\u00a0=\u00a0{numeral(count)})"


@dataclass(frozen=True, slots=True)
class Stage:
    """A box of the main line, the boxes that leave it to the side, and the phase of the review that begins with it,
    or "".
    """

    phase: str
    main: Box
    aside: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """The boxes of one column, from the identified records on; `title` if there are two columns."""

    title: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole diagram: a line for each column, the boxes they lead to, and the notes beside them."""

    lines: tuple[Line, ...]
    included: Box
    uncounted: tuple[Box, ...] = ()

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All boxes in reading order."""
        inside = (box for line in self.lines for stage in line.stages for box in (stage.main, *stage.aside))
        return (*inside, self.included, *self.uncounted)


def chart_of(survey: Survey) -> Chart:
    """The boxes of a survey."""
    flow = survey.passage
    several = len(flow.columns) > 1
    lines = tuple(_line(flow, column, several) for column in flow.columns)
    return Chart(lines, _included(flow), tuple(_uncounted(survey, flow)))


def _line(flow: Flow, column: Column, several: bool) -> Line:
    title = {"databases": _databases(flow), "other": gettext("other methods")}[column]
    stages = [Stage(gettext("Identification"), _identified(flow, column), tuple(_before(flow, column)))]
    if flow.is_screened:
        stages += _screening(flow, column)
    else:
        heading = gettext("Records included without manual screening")
        stages.append(
            Stage(gettext("Screening"), Box(_target("screened", column), heading, flow.count("included", column)))
        )
    return Line(gettext("Identification via %(methods)s", methods=title) if several else "", tuple(stages))


def _databases(flow: Flow) -> str:
    kinds = {source.kind for source in flow.sources if source.column == "databases"}
    known = (("database", gettext("databases")), ("register", gettext("registers")))
    words = [word for kind, word in known if kind in kinds]
    if not words:
        return gettext("sources")
    return _and([*words, gettext("other sources")] if "" in kinds else words)


def _and(words: Sequence[str]) -> str:
    """The words, joined by `and`."""
    return f" {gettext('and')} ".join(words)


def _identified(flow: Flow, column: Column) -> Box:
    sources = [source for source in flow.sources if source.column == column]
    if column == "other":
        heading = gettext("Records identified by other methods")
    elif not any(source.kind for source in sources):
        heading = ngettext(
            "Records identified in %(number)s source", "Records identified in %(number)s sources", len(sources)
        )
    else:
        heading = gettext("Records identified from %(databases)s", databases=_databases(flow))
    named = [(source.name, source.records) for source in sources]
    parts = tuple((shown(source.source), source.records, source.source) for source in sources)
    count = flow.count("identified", column)
    return Box(_target("identified", column), heading, count, _named(named, _more_sources), parts)


def _before(flow: Flow, column: Column) -> list[Box]:
    """What is removed before the screening."""
    boxes = [Box(_target("duplicates", column), gettext("Duplicate records removed"), flow.count("duplicates", column))]
    boxes += _with_reasons(flow, column, "automatic", gettext("Records excluded by automatic rules"))
    boxes += _with_reasons(flow, column, "set-aside", gettext("Records set aside before screening"))
    boxes += _with_reasons(flow, column, "left-out", gettext("Records left out by decision"))
    if flow.count("not-screened", column):
        count = flow.count("not-screened", column)
        boxes.append(Box(_target("not-screened", column), gettext("Records not screened yet"), count))
    return boxes


def _screening(flow: Flow, column: Column) -> list[Stage]:
    aside = [
        *_with_reasons(flow, column, "excluded", gettext("Records excluded by people")),
        *_open(flow, column, "open", gettext("Records without a final decision")),
    ]
    screened = Box(_target("screened", column), gettext("Records screened"), flow.count("screened", column))
    if not flow.count("sought", column):
        return [Stage(gettext("Screening"), screened, tuple(aside))]
    aside += _plain(flow, column, "included-early", gettext("Records included on title and abstract"))
    sought = Box(_target("sought", column), gettext("Reports sought for retrieval"), flow.count("sought", column))
    missed = [
        *_with_reasons(flow, column, "not-retrieved", gettext("Reports not retrieved")),
        *_open(flow, column, "open-retrieval", gettext("Reports being retrieved")),
        *_plain(flow, column, "included-unread", gettext("Reports included before assessment")),
    ]
    stages = [Stage(gettext("Screening"), screened, tuple(aside)), Stage("", sought, tuple(missed))]
    if flow.count("assessed", column):
        read = Box(
            _target("assessed", column), gettext("Reports assessed for eligibility"), flow.count("assessed", column)
        )
        out = [
            *_with_reasons(flow, column, "excluded-full-text", gettext("Reports excluded")),
            *_open(flow, column, "open-full-text", gettext("Reports without a final decision")),
        ]
        stages.append(Stage("", read, tuple(out)))
    return stages


def _included(flow: Flow) -> Box:
    count, reports = flow.count("included"), flow.reports
    heading = gettext("Studies included in the review") if flow.is_screened else gettext("Works included")
    details = []
    if reports != count or flow.is_screened:
        details.append(f"{gettext('reports of them')} {how_many(reports)}")
    if flow.added is not None:
        details.append(f"{gettext('new since the previous version')} {how_many(flow.new)}")
    return Box("works", heading, count, tuple(details))


def _uncounted(survey: Survey, flow: Flow) -> list[Box]:
    """What the flow does not count: the previous version, undecided works, completing files, and pieces that are no
    records.
    """
    boxes = []
    if flow.added is not None:
        parts = ((gettext("still included"), flow.earlier, ""), (gettext("no longer included"), flow.gone, ""))
        details = tuple(f"{what} {how_many(count)}" for what, count, _ in parts)
        heading = gettext("Studies included in the previous version")
        boxes.append(Box("previous", heading, flow.earlier + flow.gone, details, parts, apart=True))
    if flow.is_screened and survey.undecided:
        boxes.append(
            Box("undecided", gettext("Undecided works that this site shows"), len(survey.undecided), apart=True)
        )
    completed = sum(bool(work.enriched_by) for work in survey.works.values())
    if survey.enriching:
        names = _and([shown(reading.source) for reading in survey.enriching if reading.records])
        missed = len(survey.unmatched)
        lost = ngettext(
            "%(number)s record there describes no work", "%(number)s records there describe no work", missed
        )
        heading = gettext("Works completed from %(files)s", files=names or gettext("other files"))
        boxes.append(Box("enriching", heading, completed, (lost,) * bool(missed), apart=True))
    scraps = sum(piece.count for piece in survey.unreadable)
    if scraps:
        boxes.append(Box("unreadable", gettext("Pieces of the sources that are not records"), scraps, apart=True))
    return boxes


def _target(box: Counted, column: Column) -> str:
    return box if column == "databases" else f"{box}-other"


def _plain(flow: Flow, column: Column, box: Counted, heading: str) -> list[Box]:
    count = flow.count(box, column)
    return [Box(_target(box, column), heading, count)] if count else []


def _with_reasons(flow: Flow, column: Column, box: Counted, heading: str) -> list[Box]:
    """A box with its reasons, or none if its count is 0."""
    count = flow.count(box, column)
    reasons = [(_reason(reason), number) for reason, number in flow.reasons(box, column)]
    if not count:
        return []
    parts = tuple((shown(reason), number, "") for reason, number in reasons)
    return [Box(_target(box, column), heading, count, _named(reasons, _more_reasons), parts)]


def _reason(reason: str) -> str:
    """A reason as the team gave it, or a note that it gave none."""
    return gettext("no reason given") if reason == NO_REASON else reason


def _open(flow: Flow, column: Column, box: Counted, heading: str) -> list[Box]:
    """A box for works that wait or are in conflict, or none."""
    fates = flow.within(box, column)
    if not fates:
        return []
    conflicts = sum(fate.outcome == "conflict" for fate in fates)
    parts = tuple(
        (what, count, "")
        for what, count in (
            (gettext("awaiting a decision"), len(fates) - conflicts),
            (gettext("in conflict"), conflicts),
        )
        if count
    )
    details = tuple(f"{what} {how_many(count)}" for what, count, _ in parts)
    return [Box(_target(box, column), heading, len(fates), details, parts)]


def _more_sources(number: int) -> str:
    return ngettext("%(number)s more source", "%(number)s more sources", number)


def _more_reasons(number: int) -> str:
    return ngettext("%(number)s more reason", "%(number)s more reasons", number)


def _named(counts: Sequence[tuple[str, int]], more: Callable[[int], str]) -> tuple[str, ...]:
    """The largest counts by name, and the number of the others."""
    ranked = sorted(counts, key=lambda pair: (-pair[1], pair[0])) if len(counts) > MOST else list(counts)
    lines = [f"{shown(name)} {how_many(count)}" for name, count in ranked[:MOST]]
    rest = ranked[MOST:]
    if rest:
        lines.append(f"{more(len(rest))} {how_many(sum(count for _, count in rest))}")
    return tuple(lines)
