"""The flow of records as a PRISMA 2020 diagram, in the build's own counts.

Boxes and wording follow the flow diagram for new systematic reviews that searched databases only (Page et al. 2021,
doi:10.1136/bmj.n71), reduced to the steps that a build takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.drawing import NARROW, WIDE, counted, joined, link, percent, svg, tag, text
from generator.figures.figure import Address, Cell, Figure, Table
from generator.figures.lettering import shown, wrap
from generator.survey import Survey

NAME = "flow"
TITLE = "From records to works"
_LINE, _PAD, _GAP, _STEP = (
    16.0,
    10.0,
    22.0,
    12.0,
)  # pixels: a line, inside a box, between stages, between boxes at the side
_MOST = 8  # sources or reasons named in a box; the table has them all


@dataclass(frozen=True, slots=True)
class Box:
    """One box: where it leads, its heading with a count, further lines, and the row of the table that says the same."""

    target: str
    heading: str
    count: int
    details: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The box in one sentence."""
        return f"{self.heading} (n\u00a0=\u00a0{self.count:,})" + (
            ": " + "; ".join(self.details) if self.details else ""
        )


@dataclass(frozen=True, slots=True)
class Stage:
    """A box of the main line, the boxes that leave it to the side, and the phase of the review that it opens."""

    phase: str
    main: Box
    aside: tuple[Box, ...] = ()


def prisma(survey: Survey, address: Address) -> Figure:
    """Identified, removed, left out with reasons, included; the enriching sources apart. Every box leads to the list behind it."""
    stages, enriching = _stages(survey)
    boxes = [box for stage in stages for box in (stage.main, *stage.aside)] + ([enriching] if enriching else [])
    wide, wide_height = _drawn(stages, enriching, address, WIDE, below=False)
    narrow, narrow_height = _drawn(stages, enriching, address, NARROW, below=True)
    description = (
        "; ".join(f"{box.heading}: {box.count:,}" for box in boxes) + ". Every box leads to the list behind it."
    )
    head = tag("path", d="M0 0L8 4L0 8Z")
    arrow = tag(
        "defs",
        tag(
            "marker",
            head,
            id=f"{NAME}-arrow",
            viewBox="0 0 8 8",
            refX="7",
            refY="4",
            markerWidth="8",
            markerHeight="8",
            orient="auto",
        ),
    )
    drawing = svg(
        NAME,
        TITLE,
        description,
        arrow,
        tag("g", wide, class_="wide"),
        tag("g", narrow, class_="narrow"),
        wide=wide_height,
        narrow=narrow_height,
    )
    return Figure(TITLE, description, drawing, _table(survey, boxes, address))


def _stages(survey: Survey) -> tuple[list[Stage], Box | None]:
    flow = survey.flow
    read, merged = sum(f.read for f in flow), sum(f.merged for f in flow)
    unreadable, left_out, kept = (
        sum(f.unreadable for f in flow),
        sum(f.left_out for f in flow),
        sum(f.kept for f in flow),
    )
    sources = _named([(f.read + f.unreadable, f.source.removeprefix("sources/")) for f in flow], "source")
    reasons = _by_reason(survey)
    removed = [Box("merged", "Duplicate records removed", merged)]
    if unreadable:
        removed.insert(
            0, Box("unreadable", "Pieces that could not be read", unreadable, _named(reasons["unreadable"], "reason"))
        )
    identified = Box("sources", f"Records identified in {counted(len(flow), 'source')}", read + unreadable, sources)
    screened = Box("screened", "Records screened" if left_out else "Records not screened by hand", read - merged)
    aside = (Box("left-out", "Records left out", left_out, _named(reasons["left-out"], "reason")),) if left_out else ()
    stages = [
        Stage("Identification", identified, tuple(removed)),
        Stage("Screening", screened, aside),
        Stage("Included", Box("works", "Works included", kept)),
    ]
    if not survey.enriching:
        return stages, None
    facts = sum(len(reading.records) for reading in survey.enriching)
    completed = sum(bool(work.enriched_by) for work in survey.works.values())
    details = (
        f"they complete {completed:,} works and add none",
        f"{len(survey.unmatched):,} describe no work of the survey",
    )
    return stages, Box("enriching", "Records of enriching sources", facts, details)


def _named(counts: Sequence[tuple[int, str]], noun: str) -> tuple[str, ...]:
    """The largest counts by name, and how many more there are."""
    ranked = sorted(counts, key=lambda pair: (-pair[0], pair[1])) if len(counts) > _MOST else list(counts)
    lines = [f"{shown(name)} (n\u00a0=\u00a0{count:,})" for count, name in ranked[:_MOST]]
    rest = ranked[_MOST:]
    if rest:
        lines.append(
            f"{len(rest)} more {noun}{'s' if len(rest) > 1 else ''} (n\u00a0=\u00a0{sum(count for count, _ in rest):,})"
        )
    return tuple(lines)


def _by_reason(survey: Survey) -> dict[str, list[tuple[int, str]]]:
    """By the box that counts them, how many pieces were left out for each reason, the commonest first."""
    told = {"unreadable": survey.unreadable, "left-out": [piece for piece in survey.excluded if not piece.counted_as]}
    counts: dict[str, Counter[str]] = {}
    for target, pieces in told.items():
        counts[target] = Counter()
        for piece in pieces:
            counts[target][shown(piece.reason)] += piece.count
    return {
        target: sorted(((count, reason) for reason, count in found.items()), key=lambda pair: (-pair[0], pair[1]))
        for target, found in counts.items()
    }


def _drawn(
    stages: Sequence[Stage], enriching: Box | None, address: Address, room: float, *, below: bool
) -> tuple[str, float]:
    """One variant, and its height. The main line goes down; what leaves it stands to the right, or indented `below` where there is no room."""
    sheet = _Sheet(room, address)
    main_wide, aside_left, spine = (room, 26.0, 6.0) if below else (room * 0.5, room * 0.58, room * 0.25)
    aside_wide = room - aside_left
    y = top = 2.0
    for index, stage in enumerate(stages):
        sheet.phase(stage.phase, 14.0 if below and index else 2.0, y)
        top = y + 20
        beside = sum(_height(box, aside_wide) for box in stage.aside) + _STEP * max(0, len(stage.aside) - 1)
        own = _height(stage.main, main_wide)
        bottom = top + (own if below else max(own, beside))  # tall enough for the arrows that leave it
        sheet.box(stage.main, (0, top), (main_wide, bottom - top))
        y = bottom + _STEP if below else top
        for box in stage.aside:
            tall = _height(box, aside_wide)
            sheet.arrow((spine if below else main_wide, y + 18), (aside_left, y + 18))
            sheet.box(box, (aside_left, y), (aside_wide, tall))
            y += tall + _STEP
        y = bottom if not below or not stage.aside else y - _STEP
        if index < len(stages) - 1:
            sheet.arrow((spine, bottom), (spine, y + _GAP + 20))
            y += _GAP
    if enriching and below:
        sheet.arrow((room / 2, y + _GAP), (room / 2, y), "apart")
        sheet.box(enriching, (0, y + _GAP), (room, _height(enriching, room)), "apart")
        y += _GAP + _height(enriching, room)
    elif enriching:
        sheet.arrow((aside_left, top + 18), (main_wide, top + 18), "apart")
        sheet.box(enriching, (aside_left, top), (aside_wide, _height(enriching, aside_wide)), "apart")
        y = max(y, top + _height(enriching, aside_wide))
    return joined(sheet.parts), y + 4


def _lines(box: Box, wide: float) -> list[tuple[str, bool]]:
    """The lines of a box of that width, and whether each belongs to the heading."""
    heading = [(line, True) for line in wrap(f"{box.heading} (n\u00a0=\u00a0{box.count:,})", wide - 2 * _PAD, 12.6)]
    return heading + [(line, False) for detail in box.details for line in wrap(detail, wide - 2 * _PAD, 12)]


def _height(box: Box, wide: float) -> float:
    return len(_lines(box, wide)) * _LINE + 2 * _PAD - 2


class _Sheet:
    """A sheet `room` pixels wide that boxes and arrows are put on, in reading order."""

    def __init__(self, room: float, address: Address) -> None:
        self.room, self.address = room, address
        self.parts: list[str] = []

    def across(self, x: float) -> str:
        return percent(x / self.room * 100)

    def phase(self, name: str, x: float, y: float) -> None:
        self.parts.append(text(name, x=x, y=y + 12, class_="phase"))

    def box(self, box: Box, place: tuple[float, float], size: tuple[float, float], class_: str = "") -> None:
        (x, y), (wide, tall) = place, size
        frame = tag("rect", x=self.across(x), y=float(y), width=self.across(wide), height=float(tall), rx="4")
        lines = [
            text(line, x=self.across(x + _PAD), y=y + _PAD + 11 + index * _LINE, class_="heading" if heading else None)
            for index, (line, heading) in enumerate(_lines(box, wide))
        ]
        self.parts.append(
            link(self.address("method", box.target), box.label, frame, *lines, class_=f"box {class_}".strip())
        )

    def arrow(self, start: tuple[float, float], end: tuple[float, float], class_: str = "") -> None:
        ends = {"x1": self.across(start[0]), "y1": float(start[1]), "x2": self.across(end[0]), "y2": float(end[1])}
        self.parts.append(tag("line", **ends, class_=f"arrow {class_}".strip(), marker_end=f"url(#{NAME}-arrow)"))


def _table(survey: Survey, boxes: Sequence[Box], address: Address) -> Table:
    rows: list[tuple[Cell, ...]] = []
    reasons = _by_reason(survey)
    for box in boxes:
        rows.append(((box.heading, address("method", box.target)), f"{box.count:,}"))
        if box.target == "sources":
            rows += [
                ((f"— {shown(f.source)}", address("source", f.source)), f"{f.read + f.unreadable:,}")
                for f in survey.flow
            ]
        rows += [(f"— {reason}", f"{count:,}") for count, reason in reasons.get(box.target, ())]
    return Table(("Step", "Records"), tuple(rows))
