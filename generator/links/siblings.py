"""Sibling themes: those that share works, and those whose works lead to each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from generator.config.taxonomy import Taxonomy
from generator.links.values import Mention, Related, Sibling

_MOST = 5
_LINK = 0.25  # a link between two works says less about their themes than a work that belongs to both


class Placed(Protocol):
    """The themes of one work."""

    @property
    def primary(self) -> str | None:
        """The theme of the work's own page."""

    @property
    def secondary(self) -> tuple[str, ...]:
        """Other themes it belongs to."""


def siblings(
    taxonomy: Taxonomy,
    placements: Mapping[str, Placed],
    related: Mapping[str, tuple[Related, ...]],
    mentions: Mapping[str, tuple[Mention, ...]],
) -> dict[str, tuple[Sibling, ...]]:
    """By theme id, up to five neighbouring themes, nearest first; themes without any are absent.

    The score counts shared works and links, divided by the geometric mean of the two themes' sizes, so that a large
    theme is not a neighbour of every other.
    """
    known = {theme.id for theme in taxonomy.themes}
    of: dict[str, list[str]] = {}
    for key, placed in placements.items():
        of[key] = [
            theme
            for theme in dict.fromkeys((placed.primary, *placed.secondary))
            if theme is not None and theme in known
        ]
    size: Counter[str] = Counter(theme for themes in of.values() for theme in themes)
    shared: Counter[tuple[str, str]] = Counter(
        (one, two) for themes in of.values() for one in themes for two in themes if one < two
    )
    linked: Counter[tuple[str, str]] = Counter()
    steps = [(key, entry.key) for key, entries in related.items() for entry in entries]
    steps += [(key, mention.key) for key, named in mentions.items() for mention in named]
    for left, right in {(min(pair), max(pair)) for pair in steps}:
        if left in placements and right in placements:
            one, two = placements[left].primary, placements[right].primary
            if one is not None and two is not None and one != two and {one, two} <= known:
                linked[min(one, two), max(one, two)] += 1
    found: dict[str, list[Sibling]] = {}
    for one, two in sorted(shared.keys() | linked.keys()):
        works, links = shared[one, two], linked[one, two]
        score = round((works + _LINK * links) / math.sqrt(size[one] * size[two]), 4)
        found.setdefault(one, []).append(Sibling(two, works, links, score))
        found.setdefault(two, []).append(Sibling(one, works, links, score))
    place = {theme.id: number for number, theme in enumerate(taxonomy.themes)}
    ranked = {
        theme: sorted(near, key=lambda sibling: (-sibling.score, place[sibling.theme])) for theme, near in found.items()
    }
    return {theme.id: tuple(ranked[theme.id][:_MOST]) for theme in taxonomy.themes if theme.id in ranked}
