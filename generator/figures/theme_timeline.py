"""One theme over the years: a timeline with one mark a work, and a line of bars small enough for a place beside a
title.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.figures.axis import axis_of_years
from generator.figures.drawing import (
    colour,
    link,
    name_of,
    percent,
    section_numbers,
    svg,
    tag,
    text,
)
from generator.figures.figure import Address, Figure, Table
from generator.figures.lettering import shown
from generator.figures.years import Column, columns, target
from generator.language import counted, gettext, marked, ngettext, numeral
from generator.survey import Survey
from generator.works import STATES, State, Work

_STEP = 24.0  # pixels between marks: the smallest target that WCAG 2.2 (2.5.8) allows
_MOST = 10  # marks stacked before a year gets a second column
_CLASSES: dict[State, str | None] = {"published": None, "preprint": "open", "venue unknown": "open unknown"}
_STATES = (marked("published"), marked("preprint"), marked("venue unknown"))  # for the catalogue
_KEY_STEP = 96  # pixels from one mark of the key to the next
_SPARK_WIDE, _SPARK_TALL = 120.0, 24.0


def theme_timeline(survey: Survey, theme_id: str, address: Address) -> Figure:
    """The works of a theme on an axis of years, stacked.

    Filled marks are published, open ones preprints, dashed ones works of which no source says where they appeared.
    """
    theme = survey.taxonomy.by_id[theme_id]
    works = survey.by_theme[theme_id]
    years = columns(works)
    stacks = [
        sorted((w for w in works if column.holds(w.year)), key=lambda w: (w.year or 0, w.month or 13, w.key))
        for column in years
    ]
    fullest = max((len(stack) for stack in stacks), default=0)
    across = -(-fullest // _MOST) or 1
    rows = -(-fullest // across)
    base = rows * _STEP + 6
    states = [state for state in STATES if any(work.state == state for work in works)]
    name = f"timeline--{theme_id}"
    marks = [_stack(stack, (c + 0.5) * 100 / len(years), base, across, address) for c, stack in enumerate(stacks)]
    axes = axis_of_years(years, base)
    title = gettext("%(theme)s over the years", theme=shown(theme.title))
    counts = [_counted(state, sum(work.state == state for work in works)) for state in states]
    description = ngettext(
        "%(number)s work of this theme, each a mark over the year of the version that is cited: %(states)s.",
        "%(number)s works of this theme, each a mark over the year of the version that is cited: %(states)s.",
        len(works),
        states=", ".join(counts) or numeral(0),
    )
    line = tag("line", x1="0", x2="100%", y1=base, y2=base, class_="base")
    group = tag("g", *marks, line, axes, _key(states, base), class_=colour(section_numbers(survey.taxonomy)[theme_id]))
    drawing = svg(name, title, description, group, wide=base + 48, least=len(years) * across * _STEP)
    return Figure(
        title,
        description,
        drawing,
        Table(
            (gettext("Work"), gettext("Year"), gettext("State")),
            tuple(_row(work, address) for stack in stacks for work in stack),
        ),
    )


def _stack(stack: Sequence[Work], middle: float, base: float, across: int, address: Address) -> str:
    """The marks of one year, from the axis upwards, `across` side by side."""
    marks = []
    for index, work in enumerate(stack):
        wide = min(across, len(stack))
        x, y = (index % across - (wide - 1) / 2) * _STEP, base - (index // across + 0.5) * _STEP
        area = tag("rect", x=x - _STEP / 2, y=y - _STEP / 2, width=_STEP, height=_STEP, class_="area")
        mark = tag("circle", cx=x, cy=y, r="6.5", class_=_CLASSES[work.state])
        marks.append(link(address("work", work.key), name_of(work), area, mark))
    return tag("svg", *marks, x=percent(middle), y="0", overflow="visible")


def _row(work: Work, address: Address) -> tuple[tuple[str, str], str, str]:
    return (
        (shown(work.shown_title), address("work", work.key)),
        str(work.year or gettext("unknown")),
        gettext(work.state),
    )


def _key(states: Sequence[State], base: float) -> str:
    """The key to the marks: one of each kind in the theme, in a row below the axis."""
    parts = []
    for place, state in enumerate(states):
        x = 8 + place * _KEY_STEP
        parts += [
            tag("circle", cx=x, cy=base + 36, r="5.5", class_=_CLASSES[state]),
            text(gettext(state), x=x + 12, y=base + 40),
        ]
    return tag("g", *parts, class_="key")


def _counted(state: State, number: int) -> str:
    """`12 published`, `1 preprint`, `3 of unknown venue`."""
    if state == "preprint":
        return counted(number, "preprint")
    if state == "published":
        return gettext("%(count)s published", count=numeral(number))
    return gettext("%(count)s of unknown venue", count=numeral(number))


def sparkline(survey: Survey, theme_id: str, address: Address) -> Figure:
    """Bars of a theme's works by year, linked to the theme; the years are the survey's, so that themes can be
    compared.
    """
    theme = survey.taxonomy.by_id[theme_id]
    works = survey.by_theme[theme_id]
    years = columns(survey.works.values())
    counts = [sum(column.holds(work.year) for work in works) for column in years]
    label = f"{shown(theme.title)}: {bars_in_words(years, counts)}"
    area = tag("rect", x="0", y="0", width=_SPARK_WIDE, height=_SPARK_TALL, class_="area")
    number = section_numbers(survey.taxonomy)[theme_id]
    mark = link(address("theme", theme_id), label, area, *bars(counts), class_=colour(number))
    drawing = small_svg(f"sparkline--{theme_id}", label, mark)
    rows = tuple(
        ((column.label, address("year", target(column, works))), str(count))
        for column, count in zip(years, counts, strict=True)
        if count
    )
    return Figure(shown(theme.title), label, drawing, Table((gettext("Year"), gettext("Works")), rows))


def bars(counts: Sequence[int]) -> list[Markup]:
    """A bar for each count, the tallest as high as the drawing."""
    pitch = _SPARK_WIDE / max(1, len(counts))
    top = max(counts, default=0) or 1
    made = []
    for index, count in enumerate(counts):
        tall = max(2.0, count / top * (_SPARK_TALL - 2)) if count else 1.0
        made.append(
            tag(
                "rect",
                x=index * pitch + pitch * 0.1,
                y=_SPARK_TALL - tall,
                width=pitch * 0.8,
                height=tall,
                class_=None if count else "none",
            )
        )
    return made


def small_svg(name: str, label: str, *children: str) -> Markup:
    """A drawing as high as a line of text."""
    return tag(
        "svg", tag("title", label, id=f"{name}-title"), *children,
        xmlns="http://www.w3.org/2000/svg", class_="figure sparkline", id=name,
        role="graphics-document", aria_labelledby=f"{name}-title",
        width=_SPARK_WIDE, height=_SPARK_TALL, viewBox=f"0 0 {_SPARK_WIDE:g} {_SPARK_TALL:g}",
    )  # fmt: skip


def bars_in_words(years: Sequence[Column], counts: Sequence[int]) -> str:
    """`12 works, most in 2024 (5)`."""
    if not sum(counts):
        return gettext("no works")
    best = max(range(len(counts)), key=lambda index: (counts[index], index))
    works = counted(sum(counts))
    if not years[best].last:
        return gettext("%(works)s, year unknown", works=works)
    return gettext("%(works)s, most in %(year)s (%(most)s)", works=works, year=years[best].label, most=counts[best])
