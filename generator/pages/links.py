"""The pages of links: for each theme, the linked pairs of works inside it and between it and every other theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.config.taxonomy import Theme
from generator.language import gettext, numeral
from generator.pages.page import UNSEARCHED, Page
from generator.pages.paper import reason_in_words
from generator.pages.places import LONG_LIST, pair_anchor
from generator.pages.site import Site
from generator.theme_links import LinkedPair, described_pairs, keys_between

MOST = 25  # pairs between two themes that a page of a large survey shows, the closest: the data have all


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A theme, and the linked pairs between it and the page's theme; for the page's own theme, those inside it.

    Attributes:
        number: of all pairs.
        shown: those that the page shows.
    """

    theme: Theme
    anchor: str
    number: int
    shown: tuple[LinkedPair, ...]

    @property
    def more(self) -> int:
        """How many pairs the page does not show."""
        return self.number - len(self.shown)


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page of links of each theme."""
    survey = site.survey
    between = keys_between(survey)
    most = MOST if site.places.is_large else None
    for theme in survey.taxonomy.themes:
        neighbours = [
            Neighbour(other, pair_anchor(other.id), len(pairs), tuple(described_pairs(survey, pairs)[:most]))
            for other in survey.taxonomy.themes
            for pairs in [between.get((theme.id, other.id), ())]
            if pairs
        ]
        neighbours.sort(key=lambda neighbour: (neighbour.theme.id != theme.id, -neighbour.number))
        jumps = [
            (
                f"{gettext('Inside') if one.theme.id == theme.id else one.theme.title} ({numeral(one.number)})",
                one.anchor,
            )
            for one in neighbours
        ]
        front = {
            "title": gettext("Links of %(theme)s", theme=theme.title),
            "description": gettext(
                "Linked works inside the theme %(theme)s, and between it and the others", theme=theme.title
            ),
            "kind": "list",
            "search": UNSEARCHED,
        }
        page = Page(site, site.places.links_of(theme.id))
        yield (
            page.path,
            page.render(
                "links.md.j2",
                front,
                theme=theme,
                neighbours=neighbours,
                is_long=sum(len(one.shown) for one in neighbours) > LONG_LIST,
                places_here=jumps,
                reason_in_words=reason_in_words,
            ),
        )
