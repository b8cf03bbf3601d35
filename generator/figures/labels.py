"""Labels of regions, placed near them, over as few marks as possible and never over each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from generator.figures.boxes import TOGETHER, marks_covered, overlapping
from generator.figures.label_offers import Label, Offers, Region, Spot, offers_beside, offers_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LOST, _ROUNDS = 1000.0, 3  # the cost of a label without a place; how often all are reconsidered
_LEAST_GAIN = 0.01  # less is a rounding error
_RESCUED = 100  # labels, those of the largest regions, for which many more places are tried
_FEW = 4  # labels that are badly off at most, so that all labels are arranged anew for them
_AGAIN = 4  # arrangements that are tried then
_TRIES = 3_000  # in one arrangement, to push another label out of its place: no map that can be read needs as many

Spots = Mapping[str, Spot]  # by the region's name


def place(
    regions: Sequence[Region], field: tuple[float, float], size: float, room: float, keeps_off: bool = False
) -> list[Label]:
    """Labels at the font size `size`, at most `room` wide; one without a free place is dropped.

    They choose in turn, the largest region first. Labels that then cover marks, have lost words or have no place try
    all places where they cover the fewest marks. Where a few are still as badly off, all try them, and those few choose
    first. Last, each that is badly off goes where the others leave space, and loses words for it. On a map that
    `keeps_off` its marks, what still lies over one is dropped.
    """
    every = np.array(sorted(mark for region in regions for mark in region.marks)).reshape(-1, 2)
    ranked = sorted(regions, key=lambda region: (-len(region.marks), region.name))
    offers = {region.name: offers_of(region, every, field, size, room) for region in ranked}

    def try_more(crowded: Sequence[Region]) -> None:
        for region in crowded:
            offers[region.name] = offers_of(region, every, field, size, room, everywhere=True)

    best = _arranged(ranked, offers)
    poor = _poor(ranked, best, every)[:_RESCUED]
    if poor:
        try_more(poor)
        best = _reconsidered(ranked, offers, best)
        still = _poor(ranked, best, every)
        if 0 < len(still) <= _FEW:
            try_more([region for region in ranked if region not in poor])
            best = _cheapest(ranked, offers, best, every)
    for number, region in enumerate(_poor(ranked, best, every)):
        others = {name: spot for name, spot in best.items() if name != region.name}
        spot = best.get(region.name)
        if spot and keeps_off and marks_covered(np.array([spot[1].box]), every, 0)[0]:
            spot = None
        if number < _RESCUED:
            spot = _better(spot, offers_beside(region, every, field, size, room, _boxes(others)))
        best = {**others, region.name: spot} if spot else others
    return [best[region.name][1] for region in ranked if region.name in best]


def _better(now: Spot | None, offers: Offers) -> Spot | None:
    """The cheaper one: where a label stands, or the best of the offers at which it lies over no mark."""
    clear = np.flatnonzero(offers.clear)
    spot = offers.spot(int(clear[0])) if len(clear) else None
    if now and spot:
        return min(now, spot, key=lambda one: one[0])
    return now or spot


def _cheapest(
    ranked: Sequence[Region], offers: Mapping[str, Offers], placed: Spots, every: NDArray[np.float64]
) -> Spots:
    """The cheapest of some arrangements; in each, the labels that fared badly in the one before choose first."""
    best = latest = _reconsidered(ranked, offers, placed)
    order = ranked
    for _ in range(_AGAIN):
        poor = _poor(order, latest, every)
        if not poor:
            break
        order = [*poor, *(region for region in order if region not in poor)]
        latest = _arranged(order, offers)
        best = min(best, latest, key=lambda spots: _cost(ranked, spots))
    return best


def _arranged(order: Sequence[Region], offers: Mapping[str, Offers]) -> Spots:
    """The labels, each at the cheapest place that is free when its turn comes, and then reconsidered."""
    placed: dict[str, Spot] = {}
    for region in order:
        spot = _free(offers[region.name], placed)
        if spot:
            placed[region.name] = spot
    return _reconsidered(order, offers, placed)


def _cost(regions: Sequence[Region], spots: Spots) -> float:
    return sum(spots[region.name][0] if region.name in spots else _LOST for region in regions)


def _poor(order: Sequence[Region], spots: Spots, every: NDArray[np.float64]) -> list[Region]:
    """The regions whose labels have no place, lie over a mark or have lost words."""
    return [region for region in order if region.name not in spots or _is_poor(spots[region.name][1], every)]


def _reconsidered(ranked: Sequence[Region], offers: Mapping[str, Offers], placed: Spots) -> Spots:
    """The labels, after each had the choice of a cheaper place, out of which it may push one other.

    It does so if the other finds a place at less cost than what is gained.
    """
    tries = _TRIES
    for _ in range(_ROUNDS):
        before = placed
        for region in ranked:
            now = placed.get(region.name, (_LOST, None))[0]
            others = [name for name in placed if name != region.name]
            for number, count, hit in _hits(offers[region.name], [placed[name][1] for name in others], now):
                if not tries:
                    break
                tries -= count
                rest = {name: placed[name] for name in others}
                pushed = [others[hit]] if count else []
                cost = offers[region.name].costs[number]
                most = now + sum(rest.pop(name)[0] for name in pushed) - cost - _LEAST_GAIN
                rest[region.name] = offers[region.name].spot(number)
                spots = {name: _free(offers[name], rest, most) for name in pushed}
                if sum(spot[0] if spot else _LOST for spot in spots.values()) < most:
                    placed = rest | {name: spot for name, spot in spots.items() if spot}
                    break
        if placed is before:
            break
    return placed


def _hits(offers: Offers, labels: Sequence[Label], most: float) -> Iterator[tuple[int, int, int]]:
    """(number of an offer, how many labels it overlaps, the number of that label) of those that overlap at most one.

    Only offers that cost less than `most`.
    """
    others = np.array([label.box for label in labels]).reshape(-1, 4)
    end = bisect_left(offers.costs, most)
    for start in range(0, end, TOGETHER):
        boxes = offers.boxes[start : min(start + TOGETHER, end)]
        hits = overlapping(boxes, others)
        counts = hits.sum(axis=1)
        numbers = np.flatnonzero(counts <= 1)
        first = hits[numbers].argmax(axis=1).tolist() if len(labels) else [0] * len(numbers)
        yield from zip((start + numbers).tolist(), counts[numbers].tolist(), first, strict=True)


def _boxes(spots: Spots) -> NDArray[np.float64]:
    """The boxes of labels, one in each row."""
    return np.array([label.box for _, label in spots.values()], dtype=np.float64).reshape(-1, 4)


def _is_poor(label: Label, every: NDArray[np.float64]) -> bool:
    """Whether a label lies over a mark or has lost words."""
    return label.is_cut or bool(marks_covered(np.array([label.box]), every)[0])


def _free(offers: Offers, placed: Spots, most: float = inf) -> Spot | None:
    """The cheapest of the offers that covers no label and costs less than `most`."""
    others = _boxes(placed)
    end = bisect_left(offers.costs, most)
    for start in range(0, end, TOGETHER):
        is_free = ~overlapping(offers.boxes[start : min(start + TOGETHER, end)], others).any(axis=1)
        if is_free.any():
            return offers.spot(start + int(is_free.argmax()))
    return None
