"""Themes by themes: the links between their works."""

from __future__ import annotations

from collections import Counter

from generator.figures.drawing import section_numbers, signs, svg
from generator.figures.figure import Address, Cell, Figure, Table
from generator.figures.lettering import shown
from generator.figures.matrix import Square, heads, rows
from generator.language import counted, gettext, listed, marked
from generator.survey import Survey
from generator.theme_links import keys_between

NAME = "themes-by-theme"
TITLE = marked("Links between themes")
_DIGITS = 3  # share of a count from which it decides the width of a cell


def links_between(survey: Survey) -> Counter[tuple[str, str]]:
    """Linked pairs of works (related, or one names the other) by their two themes, in both orders."""
    return Counter({themes: len(keys) for themes, keys in keys_between(survey).items()})


def theme_theme(survey: Survey, address: Address) -> Figure:
    """A symmetrical matrix: the linked pairs of works between two themes; on the diagonal, those within one."""
    themes = survey.taxonomy.themes
    counts = links_between(survey)
    squares = []
    table: list[tuple[Cell, ...]] = []
    for one in themes:
        row = []
        for other in themes:
            count = counts[one.id, other.id]
            between = (
                gettext("inside %(theme)s", theme=shown(one.title))
                if one.id == other.id
                else listed([shown(one.title), shown(other.title)])
            )
            row.append(
                Square(
                    count,
                    address("theme-theme", one.id, other.id) if count else "",
                    f"{between}: {counted(count, 'linked pair')}",
                )
            )
        squares.append(row)
        cells: list[Cell] = [(str(s.count), s.address) if s.count else "0" for s in row]
        table.append(((f"{len(table) + 1} {shown(one.title)}", address("theme", one.id)), *cells))
    drawn, wide, narrow = rows(survey, squares, address, NAME, numbered=True)
    axis = heads({index: str(index + 1) for index in range(len(themes))})
    title = gettext(TITLE)
    description = gettext(
        "How many pairs of works are linked between two themes: related by content, or the abstract of one names what "
        "the other introduced. "
        "Columns have the numbers of the rows; the diagonal counts links inside a theme. Each cell leads to the "
        "list of its pairs, with what each link is."
    )
    digits = len(str(max(counts.values(), default=0)))
    sections = sorted(set(section_numbers(survey.taxonomy).values()) - {0})
    least = len(themes) * (15.4 if digits < _DIGITS else 8.0 * digits)
    drawing = svg(
        NAME,
        title,
        description,
        signs(NAME, sections),
        axis,
        drawn,
        wide=wide + 4,
        narrow=narrow + 4,
        least=least,
        columns=len(themes),
    )
    return Figure(
        title,
        description,
        drawing,
        Table((gettext("Theme"), *(str(index + 1) for index in range(len(themes)))), tuple(table)),
    )
