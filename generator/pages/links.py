"""The pages of links: for each theme, the linked pairs of works inside it and between it and every other theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.config.taxonomy import Theme
from generator.language import gettext, numeral
from generator.pages.page import UNSEARCHED, Page
from generator.pages.paper import told_reason
from generator.pages.places import pair_anchor
from generator.pages.site import Site
from generator.theme_links import LinkedPair, keys_between, told


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A theme, and the linked pairs between it and the page's theme; for the page's own theme, those inside it."""

    theme: Theme
    anchor: str
    pairs: tuple[LinkedPair, ...]


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of the page of links of each theme."""
    survey = site.survey
    between = keys_between(survey)
    for theme in survey.taxonomy.themes:
        neighbours = [
            Neighbour(other, pair_anchor(other.id), tuple(told(survey, between[theme.id, other.id])))
            for other in survey.taxonomy.themes
            if (theme.id, other.id) in between
        ]
        neighbours.sort(key=lambda neighbour: (neighbour.theme.id != theme.id, -len(neighbour.pairs)))
        jumps = [
            (
                f"{gettext('Inside') if one.theme.id == theme.id else one.theme.title} ({numeral(len(one.pairs))})",
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
                places_here=jumps,
                told_reason=told_reason,
            ),
        )
