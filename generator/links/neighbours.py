"""How far two works have the same neighbours: works that stand near the same others are related though they share few
words, and works that meet in one word alone have no neighbour in common.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

_NEAREST = 20  # neighbours of a work that count
_SELF = 0.6  # what a work counts among its own neighbours, so that two that are near each other share something
Neighbours = Mapping[int, float]


def neighbours(near: Sequence[Mapping[int, float]]) -> tuple[dict[int, float], ...]:
    """For each work its neighbours, itself included, as a direction of length 1.

    `near` gives for each work, by position, the nearness (above 0) of others; of these the nearest count, and the
    works of which it is among the nearest.
    """
    found: list[dict[int, float]] = [{place: _SELF} for place in range(len(near))]
    for place, others in enumerate(near):
        nearest = sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))[:_NEAREST]
        for other, nearness in nearest:
            for one, two in ((place, other), (other, place)):
                found[one][two] = max(nearness, found[one].get(two, 0.0))
    return tuple(_unit(weights) for weights in found)


def in_common(one: Neighbours, two: Neighbours) -> float:
    """The cosine of two works' neighbours: 0 where they have none in common, 1 where they have the same."""
    fewer, more = (one, two) if len(one) <= len(two) else (two, one)
    return math.fsum([weight * more[place] for place, weight in fewer.items() if place in more])


def _unit(weights: dict[int, float]) -> dict[int, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {place: weight / length for place, weight in weights.items()}
