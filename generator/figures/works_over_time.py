"""Works over time: one column a year, stacked by section."""

from __future__ import annotations

from generator.figures.drawing import (
    NARROW,
    WIDE,
    colour,
    joined,
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
from generator.figures.years import columns, target, ticks
from generator.survey import Survey
from generator.text.counting import counted

NAME = "works-over-time"
TITLE = "Works over time"
_TOP, _TALL = 22.0, 240.0  # pixels: room for the totals, height of the fullest column
_PART, _FEW_YEARS, _FEW_TOTALS = 14, 24, 16  # pixels of a part, and columns, that have room for numbers


def works_over_time(survey: Survey, address: Address) -> Figure:
    """Stacked columns by section and year of citation; each part leads to the works of its year."""
    works = list(survey.works.values())
    years = columns(works)
    numbers = section_numbers(survey.taxonomy)
    titles = {n: shown(section.title) for n, section in enumerate(survey.taxonomy.sections, 1)} | {0: "No theme"}
    of = {
        work.key: numbers[survey.placements[work.key].primary if work.key in survey.placements else None]
        for work in works
    }
    present = [n for n in titles if n in set(of.values())]
    counts = {
        (c, n): sum(column.holds(w.year) and of[w.key] == n for w in works)
        for c, column in enumerate(years)
        for n in present
    }
    totals = [sum(counts[c, n] for n in present) for c in range(len(years))]
    unit = _TALL / max(totals, default=1)
    base = _TOP + _TALL

    parts: list[str] = []
    for c, column in enumerate(years):
        pitch = 100 / len(years)
        left, wide, middle = c * pitch + pitch * 0.09, pitch * 0.82, (c + 0.5) * pitch
        y = base
        for n in present:
            tall = counts[c, n] * unit
            if not tall:
                continue
            y -= tall
            shapes = [tag("rect", x=percent(left), y=y, width=percent(wide), height=tall)]
            if tall >= _PART and len(years) <= _FEW_YEARS:
                shapes.append(sign(NAME, n, percent(middle), y + tall / 2, "inside"))
            parts.append(
                link(
                    address("year", target(column, works)),
                    f"{titles[n]}, {column.spoken}: {counted(counts[c, n])}",
                    *shapes,
                    class_=colour(n),
                )
            )
        if totals[c] and len(years) <= _FEW_TOTALS:
            parts.append(text(str(totals[c]), x=percent(middle), y=y - 6, class_="total"))
    axes = joined(
        tag(
            "g",
            *(
                text(label, x=percent((c + 0.5) * 100 / len(years)), y=base + 17)
                for c, label in ticks(years, room, 12).items()
            ),
            class_=f"axis {variant}",
        )
        for variant, room in (("wide", WIDE), ("narrow", NARROW))
    )
    entries = [(n, titles[n]) for n in present]
    wide_legend, wide_height = legend(NAME, entries, base + 30, WIDE, "wide")
    narrow_legend, narrow_height = legend(NAME, entries, base + 30, NARROW, "narrow")
    line = tag("line", x1="0", x2="100%", y1=base, y2=base, class_="base")
    span = f" from {years[0].spoken} to {[c for c in years if c.last][-1].label}" if years and years[0].last else ""
    description = (
        f"{counted(len(works))}{span}, by the year of the version that is cited (the published one "
        "where there is one). "
        "Each column is a year, and each part of it a section, in the order of the legend from the bottom up."
    )
    drawing = svg(
        NAME, TITLE, description, signs(NAME, present), *parts, line, axes, wide_legend, narrow_legend,
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
    return Figure(TITLE, description, drawing, Table(("Year", *(titles[n] for n in present), "All"), rows))
