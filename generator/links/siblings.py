"""Sibling themes: those that share works, and those whose works lead to each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from generator.config.taxonomy import Taxonomy
from generator.links.values import Mention, Related, Sibling

_MOST = 5
_LINK = 0.25  # a link between two works says less of their themes than a work that stands in both


class Placed(Protocol):
    """The themes of one work."""

    @property
    def primary(self) -> str | None:
        """The theme that the work stands under."""

    @property
    def secondary(self) -> tuple[str, ...]:
        """Other themes it belongs to."""


def siblings(
    taxonomy: Taxonomy,
    placements: Mapping[str, Placed],
    related: Mapping[str, tuple[Related, ...]],
    mentions: Mapping[str, tuple[Mention, ...]],
) -> dict[str, tuple[Sibling, ...]]:
    """By theme id, up to five neighbouring themes, nearest first; a theme without any is absent.

    The score is that of shared works and links, divided by the geometric mean of the two themes' sizes, so that a
    large theme is not everybody's neighbour.
    """
    known = {theme.id for theme in taxonomy.themes}
    of = {key: [theme for theme in dict.fromkeys((placed.primary, *placed.secondary)) if theme in known and theme is not None] for key, placed in placements.items()}
    size: Counter[str] = Counter(theme for themes in of.values() for theme in themes)
    shared: Counter[tuple[str, str]] = Counter((one, two) for themes in of.values() for one in themes for two in themes if one < two)
    links = {(min(key, to), max(key, to)) for table in (related, mentions) for key, entries in table.items() for to in (entry.key for entry in entries)}
    linked: Counter[tuple[str, str]] = Counter()
    for left, right in links:
        one, two = (of.get(key, [])[:1] for key in (left, right))
        if one and two and one != two and placements[left].primary and placements[right].primary:
            linked[min(one[0], two[0]), max(one[0], two[0])] += 1
    found: dict[str, list[Sibling]] = {}
    for one, two in sorted(shared.keys() | linked.keys()):
        works, steps = shared[one, two], linked[one, two]
        score = round((works + _LINK * steps) / math.sqrt(size[one] * size[two]), 4)
        found.setdefault(one, []).append(Sibling(two, works, steps, score))
        found.setdefault(two, []).append(Sibling(one, works, steps, score))
    place = {theme.id: number for number, theme in enumerate(taxonomy.themes)}
    return {theme.id: tuple(sorted(found[theme.id], key=lambda sibling: (-sibling.score, place[sibling.theme]))[:_MOST]) for theme in taxonomy.themes if theme.id in found}
