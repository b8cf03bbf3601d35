"""Works over time: one column a year, stacked by section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.axis import axis_of_years
from generator.figures.drawing import (
    NARROW,
    WIDE,
    colour,
    legend,
    link,
    percent,
    section_numbers,
    sign,
    signs,
    svg,
    tag,
    text,
)
from generator.figures.figure import Address, Cell, Figure, Table
from generator.figures.lettering import shown
from generator.figures.years import Column, columns, target
from generator.language import counted, gettext, marked
from generator.survey import Survey

NAME = "works-over-time"
TITLE = marked("Works over time")
_TOP, _TALL = 22.0, 240.0  # pixels: space for the totals, height of the fullest column
_PART, _FEW_YEARS, _FEW_TOTALS = 14, 24, 16  # pixels of a part, and number of columns, that leave space for numbers


@dataclass(frozen=True, slots=True)
class _Part:
    """The works of a section in one year."""

    section: int
    count: int
    label: str


def works_over_time(survey: Survey, address: Address) -> Figure:
    """Stacked columns by section and year of citation; each part leads to the works of its year."""
    works = list(survey.works.values())
    years = columns(works)
    numbers = section_numbers(survey.taxonomy)
    titles = {n: shown(section.title) for n, section in enumerate(survey.taxonomy.sections, 1)} | {
        0: gettext("No theme")
    }
    of = {work.key: numbers[survey.primary.get(work.key)] for work in works}
    present = [n for n in titles if n in set(of.values())]
    counts = {
        (c, n): sum(column.holds(w.year) and of[w.key] == n for w in works)
        for c, column in enumerate(years)
        for n in present
    }
    totals = [sum(counts[c, n] for n in present) for c in range(len(years))]
    base = _TOP + _TALL
    unit = _TALL / max(totals, default=1)
    addresses = [address("year", target(column, works)) for column in years]
    parts: list[str] = []
    for c, column in enumerate(years):
        stack = [
            _Part(n, counts[c, n], f"{titles[n]}, {column.spoken}: {counted(counts[c, n])}")
            for n in present
            if counts[c, n]
        ]
        parts += _column(stack, c, len(years), unit, addresses[c])
    axes = axis_of_years(years, base)
    entries = [(n, titles[n]) for n in present]
    wide_legend, wide_height = legend(NAME, entries, base + 30, WIDE, "wide")
    narrow_legend, narrow_height = legend(NAME, entries, base + 30, NARROW, "narrow")
    line = tag("line", x1="0", x2="100%", y1=base, y2=base, class_="base")
    title = gettext(TITLE)
    description = gettext(
        "%(span)s, by the year of the version that is cited (the published one where there is one). "
        "Each column is a year, and each part of it a section, in the order of the legend from the bottom up.",
        span=_span(len(works), years),
    )
    drawing = svg(
        NAME, title, description, signs(NAME, present), *parts, line, axes, wide_legend, narrow_legend,
        wide=base + 34 + wide_height, narrow=base + 34 + narrow_height,
    )  # fmt: skip
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            (column.label, address("year", target(column, works))) if totals[c] else column.label,
            *(str(counts[c, n]) for n in present),
            str(totals[c]),
        )
        for c, column in enumerate(years)
    )
    header = (gettext("Year"), *(titles[n] for n in present), gettext("All"))
    return Figure(title, description, drawing, Table(header, rows))


def _span(number: int, years: Sequence[Column]) -> str:
    """`345 works from 1998 to 2025`."""
    works = counted(number)
    if not years or not years[0].last:
        return works
    last = [column for column in years if column.last][-1]
    return gettext("%(works)s from %(first)s to %(last)s", works=works, first=years[0].spoken, last=last.label)


def _column(stack: Sequence[_Part], index: int, columns: int, unit: float, address: str) -> list[str]:
    """One year's parts from the axis upwards, `unit` pixels a work, and their total if there is space for it."""
    pitch = 100 / columns
    left, wide, middle = index * pitch + pitch * 0.09, pitch * 0.82, (index + 0.5) * pitch
    y = _TOP + _TALL
    drawn: list[str] = []
    for part in stack:
        tall = part.count * unit
        y -= tall
        shapes = [tag("rect", x=percent(left), y=y, width=percent(wide), height=tall)]
        if tall >= _PART and columns <= _FEW_YEARS:
            shapes.append(sign(NAME, part.section, percent(middle), y + tall / 2, "inside"))
        drawn.append(link(address, part.label, *shapes, class_=colour(part.section)))
    if stack and columns <= _FEW_TOTALS:
        total = sum(part.count for part in stack)
        drawn.append(text(str(total), x=percent(middle), y=y - 6, class_="total"))
    return drawn
