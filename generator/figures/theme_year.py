"""Themes by year: how many works there are, and where there are none."""

from __future__ import annotations

from generator.figures.drawing import NARROW, WIDE, section_numbers, signs, svg
from generator.figures.figure import Address, Cell, Figure, Table
from generator.figures.lettering import shown
from generator.figures.matrix import NAMES, Square, heads, rows
from generator.figures.years import columns, target, ticks
from generator.language import counted, gettext, marked
from generator.survey import Survey

NAME = "themes-by-year"
TITLE = marked("Themes by year")


def theme_year(survey: Survey, address: Address) -> Figure:
    """One row a theme, one column a year, the count of works in each cell; empty cells are gaps."""
    themes = survey.taxonomy.themes
    works = [work for theme in themes for work in survey.by_theme[theme.id]]
    years = columns(works)
    counts = {
        (theme.id, column): sum(column.holds(work.year) for work in survey.by_theme[theme.id])
        for theme in themes
        for column in years
    }
    squares = []
    table: list[tuple[Cell, ...]] = []
    for theme in themes:
        row = []
        for column in years:
            count = counts[theme.id, column]
            year = target(column, survey.by_theme[theme.id])
            where = address("theme-year", theme.id, year) if count else address("theme", theme.id)
            row.append(
                Square(
                    count,
                    where,
                    f"{shown(theme.title)}, {column.spoken}: {counted(count) if count else gettext('no work')}",
                )
            )
        squares.append(row)
        cells: list[Cell] = [(str(s.count), s.address) if s.count else "0" for s in row]
        table.append(((shown(theme.title), address("theme", theme.id)), *cells, str(len(survey.by_theme[theme.id]))))
    drawn, wide, narrow = rows(survey, squares, address, NAME)
    axes = ""
    if years:
        axes = heads(ticks(years, WIDE * (100 - NAMES) / 100, 11), "wide") + heads(ticks(years, NARROW, 11), "narrow")
    gaps = sum(not count for count in counts.values())
    title = gettext(TITLE)
    description = gettext(
        "%(works)s by primary theme and by the year of the version that is cited. The deeper a cell, the more works; "
        "%(gaps)s of %(cells)s cells are empty (dashed): a gap of this survey or of the field. "
        "Each cell leads to its works.",
        works=counted(len(works)),
        gaps=gaps,
        cells=len(counts),
    )
    sections = signs(NAME, sorted(set(section_numbers(survey.taxonomy).values()) - {0}))
    size = {"wide": wide + 4, "narrow": narrow + 4, "least": 22.0 * len(years)}
    drawing = svg(NAME, title, description, sections, axes, drawn, columns=len(years), **size)
    return Figure(
        title,
        description,
        drawing,
        Table((gettext("Theme"), *(column.label for column in years), gettext("All")), tuple(table)),
    )
