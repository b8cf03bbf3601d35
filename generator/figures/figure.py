"""What a figure is: a drawing with a title, a description and the data behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from markupsafe import Markup

from generator.survey import Survey

Cell = str | tuple[str, str]
"""A cell of a table: text, or (text, address)."""

Kind = Literal["work", "theme", "section", "year", "theme-year", "theme-theme", "source", "method", "map"]


class Address(Protocol):
    """Gives the `href` of what a mark stands for, relative to the page with the figure.

    `("work", key)`, `("theme", id)`, `("year", "2023")` (`"0"`: year unknown), `("theme-year", id, "2023")`,
    `("theme-theme", id, id)`, `("section", id of its first theme)`, `("source", name)`, `("map", "")`, and for the
    boxes of the flow `("method", box)`: `works`, `previous`, `undecided`, `enriching`, `unreadable`, or a box of
    `generator.flow` (with `-other` in the second column).
    """

    def __call__(self, kind: Kind, /, *names: str) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Table:
    """The data behind a figure: header, and rows of as many cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the survey.

    Attributes:
        title: its heading, plain text.
        description: what it shows and how it was made, as plain text.
        svg: one `<svg>` element without blank lines, for raw HTML.
        table: the data behind it, to be folded under it.
    """

    title: str
    description: str
    svg: Markup
    table: Table

    @property
    def framed(self) -> Markup:
        """The drawing in its frame: an HTML block whose width decides the layout, and which scrolls if need be."""
        return Markup('<div class="figure-frame" data-search-exclude>{}</div>').format(self.svg)


SurveyFigure = Callable[[Survey, Address], Figure]
ThemeFigure = Callable[[Survey, str, Address], Figure]
