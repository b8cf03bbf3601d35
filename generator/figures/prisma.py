"""The flow of records as a PRISMA 2020 diagram, in the build's own counts.

Boxes and wording follow the flow diagram for new systematic reviews that searched databases only (Page et al. 2021,
doi:10.1136/bmj.n71), reduced to the steps that a build takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.drawing import NARROW, WIDE, link, percent, svg, tag, text
from generator.figures.figure import Address, Cell, Figure, Table
from generator.figures.lettering import shown, wrap
from generator.survey import Survey

NAME = "flow"
TITLE = "From records to works"
_LINE, _PAD, _GAP = 16.0, 10.0, 26.0  # pixels
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
        return f"{self.heading} (n\u00a0=\u00a0{self.count:,})" + (": " + "; ".join(self.details) if self.details else "")


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
    wide, wide_height = _drawn(stages, enriching, address, WIDE, aside_below=False)
    narrow, narrow_height = _drawn(stages, enriching, address, NARROW, aside_below=True)
    description = "; ".join(f"{box.heading}: {box.count:,}" for box in boxes) + ". Every box leads to the list behind it."
    arrow = tag("defs", tag("marker", tag("path", d="M0 0L8 4L0 8Z"), id=f"{NAME}-arrow", viewBox="0 0 8 8", refX="7", refY="4", markerWidth="8", markerHeight="8", orient="auto"))
    drawing = svg(NAME, TITLE, description, arrow, tag("g", wide, class_="wide"), tag("g", narrow, class_="narrow"), wide=wide_height, narrow=narrow_height)
    return Figure(TITLE, description, drawing, _table(survey, boxes, address))


def _stages(survey: Survey) -> tuple[list[Stage], Box | None]:
    flow = survey.flow
    read, merged = sum(f.read for f in flow), sum(f.merged for f in flow)
    unreadable, left_out, kept = sum(f.unreadable for f in flow), sum(f.left_out for f in flow), sum(f.kept for f in flow)
    sources = _named([(f.read + f.unreadable, f.source.removeprefix("sources/")) for f in flow], "source")
    pieces = {piece for reading in survey.readings for piece in reading.left_out}
    reasons = Counter(shown(piece.reason) for piece in survey.left_out if piece not in pieces)
    removed = [Box("merged", "Duplicate records removed", merged)]
    if unreadable:
        removed.insert(0, Box("unreadable", "Pieces that could not be read", unreadable, _reasons(Counter(shown(p.reason) for p in pieces))))
    stages = [
        Stage("Identification", Box("sources", f"Records identified in {len(flow)} {'source' if len(flow) == 1 else 'sources'}", read + unreadable, sources), tuple(removed)),
        Stage("Screening", Box("works", "Records screened", read - merged), (Box("left-out", "Records left out", left_out, _reasons(reasons)),)),
        Stage("Included", Box("works", "Works included", kept)),
    ]
    if not survey.enriching:
        return stages, None
    facts = sum(len(reading.records) for reading in survey.enriching)
    completed = sum(bool(work.enriched_by) for work in survey.works.values())
    details = (f"they complete {completed:,} works and add none", f"{len(survey.unmatched):,} describe no work of the survey")
    return stages, Box("enriching", "Records of enriching sources", facts, details)


def _named(counts: Sequence[tuple[int, str]], noun: str) -> tuple[str, ...]:
    """The largest counts by name, and how many more there are."""
    ranked = sorted(counts, key=lambda pair: (-pair[0], pair[1])) if len(counts) > _MOST else list(counts)
    lines = [f"{shown(name)} (n\u00a0=\u00a0{count:,})" for count, name in ranked[:_MOST]]
    rest = ranked[_MOST:]
    if rest:
        lines.append(f"{len(rest)} more {noun}{'s' if len(rest) > 1 else ''} (n\u00a0=\u00a0{sum(count for count, _ in rest):,})")
    return tuple(lines)


def _reasons(reasons: Counter[str]) -> tuple[str, ...]:
    return _named(sorted(((count, reason) for reason, count in reasons.items()), key=lambda pair: (-pair[0], pair[1])), "reason")


def _drawn(stages: Sequence[Stage], enriching: Box | None, address: Address, room: float, *, aside_below: bool) -> tuple[str, float]:
    """One variant, and its height. The main line goes down; what leaves it stands to the right, or indented below where there is no room."""
    main_wide, aside_left = (room, 12.0) if aside_below else (room * 0.5, room * 0.58)
    parts: list[str] = []
    y = 2.0
    for index, stage in enumerate(stages):
        parts.append(text(stage.phase, x="14" if aside_below and index else "2", y=y + 12, class_="phase"))
        y += 20
        box, height = _box(stage.main, 0, y, main_wide, room, address)
        parts.append(box)
        bottom = y + height
        beside = bottom + 12 if aside_below else y
        spine = 6.0 if aside_below else main_wide / 2
        for aside in stage.aside:
            drawn, tall = _box(aside, aside_left + (14 if aside_below else 0), beside, room - aside_left - (14 if aside_below else 0), room, address)
            middle = beside + min(tall / 2, 18.0)
            start = spine if aside_below else main_wide
            parts += [_arrow(start, middle, aside_left + (14 if aside_below else 0), middle, room), drawn]
            beside += tall + 12
        if not aside_below and stage.aside:
            # An arrow to the side starts at the main box, so that one is made as tall as what stands beside it.
            tall = max(height, beside - 12 - y)
            parts.remove(box)
            parts.insert(len(parts) - 2 * len(stage.aside), _box(stage.main, 0, y, main_wide, room, address, tall)[0])
            bottom = y + tall
        end = max(bottom, beside - 12) if stage.aside else bottom
        if index < len(stages) - 1:
            parts.append(_arrow(spine, bottom, spine, end + _GAP + 16, room))
            y = end + _GAP - 4
        else:
            y = end
    if enriching:
        last_top = y - _height(stages[-1].main, main_wide)
        if aside_below:
            drawn, tall = _box(enriching, 0, y + _GAP, room, room, address, class_="apart")
            parts += [_arrow(room / 2, y + _GAP, room / 2, y, room, "apart"), drawn]
            y += _GAP + tall
        else:
            drawn, tall = _box(enriching, aside_left, last_top, room - aside_left, room, address, class_="apart")
            parts += [_arrow(aside_left, last_top + 18, main_wide, last_top + 18, room, "apart"), drawn]
            y = max(y, last_top + tall)
    return "".join(parts), y + 4


def _lines(box: Box, wide: float) -> list[tuple[str, bool]]:
    heading = [(line, True) for line in wrap(f"{box.heading} (n\u00a0=\u00a0{box.count:,})", wide - 2 * _PAD, 12.6)]
    return heading + [(line, False) for detail in box.details for line in wrap(detail, wide - 2 * _PAD, 12)]


def _height(box: Box, wide: float) -> float:
    return len(_lines(box, wide)) * _LINE + 2 * _PAD - 2


def _box(box: Box, x: float, y: float, wide: float, room: float, address: Address, tall: float = 0, class_: str = "") -> tuple[str, float]:
    tall = tall or _height(box, wide)
    frame = tag("rect", x=percent(x / room * 100), y=y, width=percent(wide / room * 100), height=tall, rx="4")
    lines = [
        text(line, x=percent((x + _PAD) / room * 100), y=y + _PAD + 11 + index * _LINE, class_="heading" if is_heading else None)
        for index, (line, is_heading) in enumerate(_lines(box, wide))
    ]
    return link(address("method", box.target), box.label, frame, *lines, class_=f"box {class_}".strip()), tall


def _arrow(x1: float, y1: float, x2: float, y2: float, room: float, class_: str = "") -> str:
    return tag(
        "line", x1=percent(x1 / room * 100), y1=y1, x2=percent(x2 / room * 100), y2=y2,
        class_=f"arrow {class_}".strip(), marker_end=f"url(#{NAME}-arrow)",
    )  # fmt: skip


def _table(survey: Survey, boxes: Sequence[Box], address: Address) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for box in boxes:
        rows.append(((box.heading, address("method", box.target)), f"{box.count:,}"))
        if box.target == "sources":
            rows += [((f"— {shown(f.source)}", address("source", f.source)), f"{f.read + f.unreadable:,}") for f in survey.flow]
        elif box.target in ("left-out", "unreadable"):
            pieces = {piece for reading in survey.readings for piece in reading.left_out}
            chosen = pieces if box.target == "unreadable" else [piece for piece in survey.left_out if piece not in pieces]
            reasons = Counter(shown(piece.reason) for piece in chosen)
            rows += [(f"— {reason}", f"{count:,}") for reason, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))]
    return Table(("Step", "Records"), tuple(rows))
