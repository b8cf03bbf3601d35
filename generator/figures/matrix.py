"""A matrix of counts with themes as rows: beside their names if there is space, otherwise below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.drawing import NARROW, WIDE, colour, joined, link, section_numbers, sign, tag, text
from generator.figures.figure import Address
from generator.figures.lettering import cut, shown
from generator.language import gettext
from generator.survey import Survey

# Pixels: a row in the wide and in the narrow variant, the column heads (as in figures.css).
ROW, TALL_ROW, HEAD = 26.0, 46.0, 24.0
SECTION_GAP = 0.3  # of a row, between sections
NAMES = 40.0  # percent of the width for the names in the wide variant


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: its count, its link ("" for none), and its spoken text."""

    count: int
    address: str
    label: str


def rows(
    survey: Survey, cells: Sequence[Sequence[Square]], address: Address, prefix: str, *, numbered: bool = False
) -> tuple[str, float, float]:
    """A row of squares for every theme; and the heights of the wide and the narrow variant, including column heads."""
    numbers = section_numbers(survey.taxonomy)
    largest = max((square.count for row in cells for square in row), default=0) or 1
    drawn: list[str] = []
    place, before = 0.0, None
    for index, (theme, row) in enumerate(zip(survey.taxonomy.themes, cells, strict=True)):
        section = numbers[theme.id]
        if before is not None and section != before:
            place += SECTION_GAP
        before = section
        name = f"{index + 1}  {shown(theme.title)}" if numbered else shown(theme.title)
        short, long = cut(name, WIDE * NAMES / 100 - 22, 12), cut(name, NARROW - 24, 12)
        texts = [text(short, x="20", y="17", class_="wide" if short != long else None)]
        if short != long:
            texts.append(text(long, x="20", y="17", class_="narrow"))
        title = link(
            address("theme", theme.id), gettext("%(title)s, theme", title=shown(theme.title)), *texts, class_="name"
        )
        inner = tag("g", *(_square(square, column, largest) for column, square in enumerate(row)), class_="cells")
        head = sign(prefix, section, 8.0, 13.0)
        moved = f"translate(0 {HEAD + place * ROW:.1f})"
        drawn.append(
            tag("g", head, title, inner, class_=f"row {colour(section)}", style=f"--i:{place:.1f}", transform=moved)
        )
        place += 1
    return joined(drawn), HEAD + place * ROW, HEAD + place * TALL_ROW


def heads(labels: dict[int, str], class_: str = "") -> str:
    """The heads of the columns, by index."""
    texts = [tag("g", text(label, y="15"), style=f"--j:{column}") for column, label in labels.items()]
    return tag("g", *texts, class_=f"cells heads {class_}".strip())


def _square(square: Square, column: int, largest: int) -> str:
    """A cell; the style sheet moves column `--j` into place, depending on the variant."""
    place = f"--j:{column}"
    if not square.count:
        empty = tag("rect", x="1", y="2", height="22", rx="3")
        return (
            link(square.address, square.label, empty, class_="empty", style=place)
            if square.address
            else tag("g", empty, class_="empty", style=place)
        )
    # Area grows with the count, so the depth of the tint follows its square root; the number gives the exact value.
    depth = 0.12 + 0.4 * (square.count / largest) ** 0.5
    filled = tag("rect", x="1", y="2", height="22", rx="3", fill_opacity=f"{depth:.2f}")
    return link(square.address, square.label, filled, text(str(square.count), y="17"), class_="cell", style=place)
