"""Labels of regions, placed near them, over as few marks as possible and never over each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.figures.lettering import LINE, width, wrap

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The cost of a label's place, tuned by eye on maps of 60 to 350 works: a mark covered, a word cut, a place below or
# beside its region rather than above, a place nearer to another region's marks; a distance of this many pixels costs 1.
_COVERED, _CUT, _BELOW, _ASTRAY, _STROLL = 12.0, 30.0, 2.5, 25.0, 18.0
_LOST, _ROUNDS = 1000.0, 3  # the cost of a label without a place; how often all are reconsidered
_RESCUED = 100  # labels, those of the largest regions, for which many more places are tried
_TRIES = 3_000  # in all, to push another label out of its place: no map that can be read needs as many
_FURTHEST, _STEP = 72, 6  # pixels: how far, and how closely, places are tried for a label that would cover a mark
_EDGE = -0.1  # pixels over the edge that are a rounding error
_MARGIN, _ASIDE = 5, 60  # pixels around a label that it covers too; beside all places, where other marks count
_TOGETHER = 128  # boxes that are compared with marks at a time


class Box(NamedTuple):
    """A rectangle in pixels: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Region:
    """Something to be labelled: its text and the positions of its marks (pixels)."""

    name: str
    text: str
    marks: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: lines centred on `x`, the baseline of the first at `y`."""

    region: Region
    lines: tuple[str, ...]
    box: Box
    x: float
    y: float


Spot = tuple[float, Label]  # a place for a label, with what it costs
Spots = Mapping[str, Spot]  # by the region's name


class Offers(NamedTuple):
    """The places offered to one label, cheapest first, and their boxes (rows: left, top, right, bottom)."""

    spots: Sequence[Spot]
    boxes: NDArray[np.float64]


def place(regions: Sequence[Region], field: tuple[float, float], size: float, room: float) -> list[Label]:
    """Labels at the font size `size`, at most `room` wide; one without a free place is dropped.

    Each takes the cheapest free place, the largest region first. Then a label may push another out of a place that is
    cheaper for it, if the other finds a place at less cost than the gain. Labels that cover marks after that, and those
    without a place, try many more places.
    """
    every = np.array(sorted(mark for region in regions for mark in region.marks)).reshape(-1, 2)
    ranked = sorted(regions, key=lambda region: (-len(region.marks), region.name))
    offers = {region.name: _offers(region, every, field, size, room) for region in ranked}
    first: dict[str, Spot] = {}
    for region in ranked:
        spot = _free(offers[region.name], first)
        if spot:
            first[region.name] = spot
    placed = _reconsidered(ranked, offers, first)
    crowded = [region for region in ranked if region.name not in placed or _covers(placed[region.name][1], every)]
    crowded = crowded[:_RESCUED]
    if crowded:
        more = {region.name: _offers(region, every, field, size, room, everywhere=True) for region in crowded}
        placed = _reconsidered(ranked, offers | more, placed)
    return [placed[region.name][1] for region in ranked if region.name in placed]


def _reconsidered(ranked: Sequence[Region], offers: Mapping[str, Offers], placed: Spots) -> Spots:
    """The labels, after each had the choice of a cheaper place out of which it may push one other."""
    tries = _TRIES
    for _ in range(_ROUNDS):
        for region in ranked:
            now = placed.get(region.name, (_LOST, None))[0]
            others = [name for name in placed if name != region.name]
            for number, count, hit in _hits(offers[region.name], [placed[name][1] for name in others]):
                cost, label = offers[region.name].spots[number]
                if cost >= now or not tries:
                    break
                tries -= count
                rest = {name: placed[name] for name in others}
                pushed = [others[hit]] if count else []
                before = now + sum(rest.pop(name)[0] for name in pushed)
                rest[region.name] = (cost, label)
                spots = {name: _free(offers[name], rest) for name in pushed}
                if cost + sum(spot[0] if spot else _LOST for spot in spots.values()) < before - 0.01:
                    placed = rest | {name: spot for name, spot in spots.items() if spot}
                    break
    return placed


def _hits(offers: Offers, labels: Sequence[Label]) -> Iterator[tuple[int, int, int]]:
    """(number of an offer, how many labels it overlaps, the number of that label) of those that overlap at most one."""
    others = np.array([label.box for label in labels]).reshape(-1, 4)
    for start in range(0, len(offers.spots), _TOGETHER):
        boxes = offers.boxes[start : start + _TOGETHER]
        beside = (boxes[:, [0]] < others[:, 2]) & (others[:, 0] < boxes[:, [2]])
        hits = beside & (boxes[:, [1]] < others[:, 3]) & (others[:, 1] < boxes[:, [3]])
        counts = hits.sum(axis=1)
        numbers = np.flatnonzero(counts <= 1)
        first = hits[numbers].argmax(axis=1).tolist() if len(labels) else [0] * len(numbers)
        yield from zip((start + numbers).tolist(), counts[numbers].tolist(), first, strict=True)


def _covers(label: Label, every: NDArray[np.float64]) -> bool:
    """Whether a label lies over a mark."""
    return bool(_covered(np.array([label.box]), every)[0])


def _free(offers: Offers, placed: Spots) -> Spot | None:
    """The cheapest of the offers that covers no label."""
    number = next(
        (number for number, count, _ in _hits(offers, [label for _, label in placed.values()]) if not count), None
    )
    return None if number is None else offers.spots[number]


def _offers(
    region: Region,
    every: NDArray[np.float64],
    field: tuple[float, float],
    size: float,
    room: float,
    everywhere: bool = False,
) -> Offers:
    """Places for a region's label with their costs, cheapest first; `everywhere` around it, or the usual ones."""
    offers = []
    for most, wide in ((1, field[0]), (2, room), (2, room * 1.3), (3, room)):
        lines = tuple(wrap(region.text, wide, size, most))
        if len(lines) < most:
            continue
        clumsy = 2.0 * (most - 1) + _CUT * any(line.endswith("…") for line in lines)
        offers += [
            (away / _STROLL + clumsy, label) for away, label in _candidates(region, lines, field, size, everywhere)
        ]
    boxes = np.array([label.box for _, label in offers]).reshape(-1, 4)
    own = np.array(region.marks)
    known = set(region.marks)
    others = np.array([mark for mark in every.tolist() if tuple(mark) not in known]).reshape(-1, 2)
    astray = _astray(boxes, own, others)
    below = (boxes[:, 1] + boxes[:, 3]) / 2 > own[:, 1].mean() + 1
    costs = (
        np.array([cost for cost, _ in offers]) + _COVERED * _covered(boxes, every) + _BELOW * below + _ASTRAY * astray
    )
    order = np.argsort(costs, kind="stable").tolist()
    spots = [(cost, offers[number][1]) for cost, number in zip(costs[order].tolist(), order, strict=True)]
    return Offers(spots, boxes[order])


def _candidates(
    region: Region, lines: tuple[str, ...], field: tuple[float, float], size: float, everywhere: bool
) -> list[Spot]:
    """Places for a label, nearest to the region's middle first, each with its distance from there in pixels."""
    wide = max(width(line, size) for line in lines) + 6
    tall = len(lines) * size * LINE + 2
    xs, ys = [x for x, _ in region.marks], [y for _, y in region.marks]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    centre = sum(xs) / len(xs), sum(ys) / len(ys)
    spots = []
    for dx in (0, -0.25, 0.25, -0.5, 0.5, -0.8, 0.8):
        above, below = min(ys) - tall / 2, max(ys) + tall / 2
        spots += [
            (middle[0] + dx * wide, y)
            for y in (above - 8, above - 5, below + 8, above - 18, below + 18, above - 30, below + 30, middle[1])
        ]
    for y in (middle[1], middle[1] - 12, middle[1] + 12, min(ys), max(ys), above, below):
        spots += [(min(xs) - wide / 2 - 8, y), (max(xs) + wide / 2 + 8, y)]
    if everywhere:
        ways = range(-_FURTHEST, _FURTHEST + 1, _STEP)
        spots += [(middle[0] + dx, edge + dy) for edge in (above, below) for dx in ways for dy in ways]
    labels = []
    for spot in dict.fromkeys(spots):
        x = min(max(spot[0], wide / 2), field[0] - wide / 2)
        y = min(max(spot[1], tall / 2), field[1] - tall / 2)
        box = Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
        if box.left > _EDGE and box.top > _EDGE:
            labels.append(
                (round(abs(x - centre[0]) + abs(y - centre[1]), 1), Label(region, lines, box, x, box.top + size))
            )
    return sorted(labels, key=lambda pair: pair[0])


def _astray(boxes: NDArray[np.float64], own: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether each box is nearer to a mark of another region than to all of its own."""
    left, right = boxes[:, 0].min(initial=0) - _ASIDE, boxes[:, 2].max(initial=0) + _ASIDE
    own, others = (marks[(marks[:, 0] > left) & (marks[:, 0] < right)] for marks in (own, others))
    found = np.zeros(len(boxes), dtype=np.bool_)
    for some in _neighbours(boxes):
        to_own = _gaps(boxes[some], own)
        near = _within(boxes[some], others, to_own.max() + 1)
        found[some] = to_own > _gaps(boxes[some], near)
    return found


def _gaps(boxes: NDArray[np.float64], marks: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far (pixels) each box is from the nearest mark; 0 where it covers one, infinite without marks."""
    aside = np.maximum(0, np.maximum(boxes[:, [0]] - marks[:, 0], marks[:, 0] - boxes[:, [2]]))
    away = np.maximum(0, np.maximum(boxes[:, [1]] - marks[:, 1], marks[:, 1] - boxes[:, [3]]))
    return np.asarray(np.hypot(aside, away).min(axis=1, initial=np.inf), dtype=np.float64)


def _covered(boxes: NDArray[np.float64], every: NDArray[np.float64]) -> NDArray[np.int64]:
    """How many marks each box (rows: left, top, right, bottom) would cover."""
    found = np.zeros(len(boxes), dtype=np.int64)
    for some in _neighbours(boxes):
        xs, ys = _within(boxes[some], every, _MARGIN + 1).T
        left, top, right, bottom = (boxes[some][:, [side]] for side in range(4))
        across = (xs > left - _MARGIN) & (xs < right + _MARGIN)
        found[some] = (across & (ys > top - _MARGIN) & (ys < bottom + _MARGIN)).sum(axis=1)
    return found


def _neighbours(boxes: NDArray[np.float64]) -> Iterator[NDArray[np.int64]]:
    """The indexes of the boxes, some at a time that are near each other: few marks are near all of them."""
    order = np.lexsort((boxes[:, 0], boxes[:, 1]))
    for start in range(0, len(order), _TOGETHER):
        yield order[start : start + _TOGETHER]


def _within(boxes: NDArray[np.float64], marks: NDArray[np.float64], reach: float) -> NDArray[np.float64]:
    """At least the marks that are at most `reach` pixels from one of the boxes."""
    (left, top), (right, bottom) = boxes[:, :2].min(axis=0) - reach, boxes[:, 2:].max(axis=0) + reach
    xs, ys = marks[:, 0], marks[:, 1]
    near: NDArray[np.bool_] = (xs >= left) & (xs <= right) & (ys >= top) & (ys <= bottom)
    return np.asarray(marks[near], dtype=np.float64)
