"""The flow of records as a PRISMA 2020 diagram, with the build's own counts: every box links to the list behind it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.figures.drawing import NARROW, WIDE, joined, link, percent, svg, tag, text
from generator.figures.figure import Address, Cell, Figure, Table
from generator.figures.lettering import wrap
from generator.figures.prisma_boxes import Box, Chart, Line, Stage, chart_of, how_many
from generator.language import gettext, marked, numeral
from generator.survey import Survey

NAME = "flow"
TITLE = marked("From records to works")
# pixels: a line, inside a box, between stages, between boxes at the side
_LINE, _PAD, _GAP, _STEP = 16.0, 10.0, 22.0, 12.0
_PHASE = 20.0  # room for the name of a phase
_CAPITALS = 15.5  # size of letters as wide as the spaced capitals of a phase


def prisma(survey: Survey, address: Address) -> Figure:
    """Identified, removed, screened, excluded with reasons, included, as far as each was done."""
    chart = chart_of(survey)
    wide, wide_height = _drawn(chart, address, WIDE, is_narrow=False)
    narrow, narrow_height = _drawn(chart, address, NARROW, is_narrow=True)
    drawing = svg(
        NAME,
        gettext(TITLE),
        _description(chart),
        _arrow_head(),
        tag("g", wide, class_="wide"),
        tag("g", narrow, class_="narrow"),
        wide=wide_height,
        narrow=narrow_height,
    )
    return Figure(gettext(TITLE), _description(chart), drawing, _table(chart, address))


def _description(chart: Chart) -> str:
    boxes = "; ".join(f"{box.heading}: {numeral(box.count)}" for box in chart.boxes)
    return gettext("%(boxes)s. Every box leads to the list behind it.", boxes=boxes)


def _arrow_head() -> Markup:
    marker = tag(
        "marker", tag("path", d="M0 0L8 4L0 8Z"), id=f"{NAME}-arrow", viewBox="0 0 8 8", refX="7", refY="4",
        markerWidth="8", markerHeight="8", orient="auto",
    )  # fmt: skip
    return tag("defs", marker)


def _drawn(chart: Chart, address: Address, room: float, *, is_narrow: bool) -> tuple[Markup, float]:
    """One variant, and its height: two columns stand side by side if there is space, otherwise one below the other."""
    sheet = _Sheet(room, address)
    several = len(chart.lines) > 1
    if several and not is_narrow:
        half = room * 0.485
        most = max(len(wrap(line.title, half, _CAPITALS)) for line in chart.lines)
        bottoms = [
            _line(sheet, line, (at * (room - half), 2.0), half, True, most) for at, line in enumerate(chart.lines)
        ]
        y = max(bottoms)
        for at, bottom in enumerate(bottoms):
            x = at * (room - half) + 6
            sheet.arrow((x, bottom), (x, y + _GAP + _PHASE))
    else:
        y = 2.0
        for at, line in enumerate(chart.lines):
            y = _line(sheet, line, (0.0, y + (_GAP if at else 0)), room, is_narrow)
        x = 6.0 if is_narrow else room * 0.25
        sheet.arrow((x, y), (x, y + _GAP + _PHASE))
    return _ending(sheet, chart, y + _GAP, is_narrow or several)


def _line(
    sheet: _Sheet, line: Line, at: tuple[float, float], room: float, is_narrow: bool, title_lines: int = 1
) -> float:
    """Draw one column from a position on, and return where it ends. The main line goes down; what leaves it is drawn to
    the right, or indented below if there is no space. Its title gets `title_lines` lines, like the one beside it.
    """
    left, y = at
    if line.title:
        titles = wrap(line.title, room, _CAPITALS)
        for part in titles:
            sheet.phase(part, left, y)
            y += _LINE
        y += _PHASE - _LINE + _LINE * max(0, title_lines - len(titles))
    spine = left + (6.0 if is_narrow else room * 0.25)
    for index, stage in enumerate(line.stages):
        if index:
            room_for_phase = _PHASE if stage.phase else 0.0
            sheet.arrow((spine, y), (spine, y + _GAP + room_for_phase))
            y += _GAP
        if stage.phase:
            sheet.phase(stage.phase, left + (14.0 if is_narrow and index else 2.0), y)
            y += _PHASE
        y = _stage_below(sheet, stage, left, y, room) if is_narrow else _stage_beside(sheet, stage, left, y, room)
    return y


def _stage_below(sheet: _Sheet, stage: Stage, left: float, y: float, room: float) -> float:
    tall = _height(stage.main, room)
    sheet.box(stage.main, (left, y), (room, tall))
    y += tall
    for box in stage.aside:
        tall = _height(box, room - 26)
        sheet.arrow((left + 6, y + _STEP + 18), (left + 26, y + _STEP + 18))
        sheet.box(box, (left + 26, y + _STEP), (room - 26, tall))
        y += _STEP + tall
    if stage.aside:  # the main line continues past what leaves it
        sheet.line((left + 6, y - _below(stage, room)), (left + 6, y))
    return y


def _below(stage: Stage, room: float) -> float:
    return sum(_STEP + _height(box, room - 26) for box in stage.aside)


def _stage_beside(sheet: _Sheet, stage: Stage, left: float, y: float, room: float) -> float:
    main_wide, aside_left = room * 0.5, room * 0.58
    aside_wide = room - aside_left
    beside = sum(_height(box, aside_wide) for box in stage.aside) + _STEP * max(0, len(stage.aside) - 1)
    tall = max(_height(stage.main, main_wide), beside)  # tall enough for the arrows that leave it
    sheet.box(stage.main, (left, y), (main_wide, tall))
    top = y
    for box in stage.aside:
        sheet.arrow((left + main_wide, top + 18), (left + aside_left, top + 18))
        sheet.box(box, (left + aside_left, top), (aside_wide, _height(box, aside_wide)))
        top += _height(box, aside_wide) + _STEP
    return y + tall


def _ending(sheet: _Sheet, chart: Chart, y: float, is_below: bool) -> tuple[Markup, float]:
    """Draw what is included, and the notes beside it; return the whole drawing and its height."""
    room = sheet.room
    sheet.phase(gettext("Included"), 14.0 if is_below else 2.0, y)
    y += _PHASE
    if not is_below:
        bottom = _beside_included(sheet, Stage("", chart.included, chart.uncounted), y)
        return joined(sheet.parts), bottom + 4
    sheet.box(chart.included, (0, y), (room, _height(chart.included, room)))
    y += _height(chart.included, room)
    for box in chart.uncounted:
        sheet.box(box, (0, y + _STEP), (room, _height(box, room)))
        y += _STEP + _height(box, room)
    return joined(sheet.parts), y + 4


def _beside_included(sheet: _Sheet, stage: Stage, y: float) -> float:
    main_wide, aside_left = sheet.room * 0.5, sheet.room * 0.58
    aside_wide = sheet.room - aside_left
    beside = sum(_height(box, aside_wide) for box in stage.aside) + _STEP * max(0, len(stage.aside) - 1)
    tall = _height(stage.main, main_wide)
    sheet.box(stage.main, (0, y), (main_wide, tall))
    top = y
    for box in stage.aside:
        sheet.box(box, (aside_left, top), (aside_wide, _height(box, aside_wide)))
        top += _height(box, aside_wide) + _STEP
    return y + max(tall, beside)


def _lines(box: Box, wide: float) -> list[tuple[str, bool]]:
    """The lines of a box of that width, and whether each belongs to the heading."""
    heading = [(line, True) for line in wrap(f"{box.heading} {how_many(box.count)}", wide - 2 * _PAD, 12.6)]
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
        self.parts.append(text(name, x=self.across(x), y=y + 12, class_="phase"))

    def box(self, box: Box, place: tuple[float, float], size: tuple[float, float]) -> None:
        (x, y), (wide, tall) = place, size
        frame = tag("rect", x=self.across(x), y=float(y), width=self.across(wide), height=float(tall), rx="4")
        lines = [
            text(line, x=self.across(x + _PAD), y=y + _PAD + 11 + index * _LINE, class_="heading" if heading else None)
            for index, (line, heading) in enumerate(_lines(box, wide))
        ]
        address, name = self.address("method", box.target), "box apart" if box.apart else "box"
        self.parts.append(link(address, box.label, frame, *lines, class_=name))

    def arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._stroke(start, end, f"url(#{NAME}-arrow)")

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._stroke(start, end, None)

    def _stroke(self, start: tuple[float, float], end: tuple[float, float], head: str | None) -> None:
        ends = {"x1": self.across(start[0]), "y1": float(start[1]), "x2": self.across(end[0]), "y2": float(end[1])}
        self.parts.append(tag("line", **ends, class_="arrow", marker_end=head))


def _table(chart: Chart, address: Address) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for line in chart.lines:
        if line.title:
            rows.append((line.title, ""))
        rows += [row for stage in line.stages for box in (stage.main, *stage.aside) for row in _rows(box, address)]
    for box in (chart.included, *chart.uncounted):
        rows += _rows(box, address)
    return Table((gettext("Step"), gettext("Number")), tuple(rows))


def _rows(box: Box, address: Address) -> Sequence[tuple[Cell, ...]]:
    parts: list[tuple[Cell, ...]] = [
        ((f"— {what}", address("source", source)) if source else f"— {what}", numeral(count))
        for what, count, source in box.parts
    ]
    return [((box.heading, address("method", box.target)), numeral(box.count)), *parts]
