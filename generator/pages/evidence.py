"""The evidence map: how many works have each combination of two codes, if reviewers coded any.

The page holds the table of one pair; `evidence.js` draws the map and makes the table of any other pair, from the data
by which the explorer filters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language import gettext, later, marked
from generator.pages.explorer import facets
from generator.pages.page import UNSEARCHED, Page
from generator.pages.site import Site
from generator.text import escape

PATH = "evidence-map.md"
NO_VALUE = marked("not coded")
_MOST_VALUES = 60  # values of a code that can be an axis: with more, it is free text, and its table would be unreadable
_FRONT = {
    "title": later("Evidence map"),
    "description": later("How many works there are for each pair of what reviewers coded, and where there are none"),
    "hide": ["navigation", "toc"],
    "search": UNSEARCHED,
}


@dataclass(frozen=True, slots=True)
class Axis:
    """A possible choice for rows, columns or colours: a facet of the explorer with its values in order."""

    id: str
    title: str
    values: tuple[str, ...]

    def label(self, value: str) -> str:
        """A value as shown on the page."""
        return value or gettext(marked("unknown") if self.id == "year" else NO_VALUE)


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the map, if there is one."""
    if not site.survey.coding.dimensions:
        return
    values = [facets(site, work) for work in site.survey.works.values()]
    known = axes(site, values)
    rows, columns = known[:2]
    counts = Counter(
        (row, column)
        for one in values
        for row in dict.fromkeys(one[rows.id])
        for column in dict.fromkeys(one[columns.id])
    )
    page = Page(site, PATH)
    yield page.path, page.render("evidence.md.j2", _FRONT, axes=known, rows=rows, columns=columns, counts=counts)


def axes(site: Site, values: Sequence[dict[str, list[str]]]) -> list[Axis]:
    """The codes, then themes, sections and years. `values` are those of each work in each facet of the explorer."""
    survey = site.survey
    orders = [
        (one.id, one.title, tuple(map(escape.visible, one.values)))
        for one in survey.coding.dimensions
        if len(one.values) <= _MOST_VALUES
    ]
    orders.append(("theme", gettext("Theme"), tuple(escape.visible(theme.title) for theme in survey.taxonomy.themes)))
    sections = tuple(escape.visible(section.title) for section in survey.taxonomy.sections)
    if len(sections) > 1:
        orders.append(("section", gettext("Section"), sections))
    orders.append(("year", gettext("Year"), tuple(sorted({year for one in values for year in one["year"] if year}))))
    found = []
    for facet, title, order in orders:
        uncoded = any("" in one[facet] for one in values)
        found.append(Axis(facet, title, tuple(dict.fromkeys((*order, "") if uncoded else order))))
    return found
