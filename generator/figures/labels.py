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
_UNDECIDED = 1e-6  # parts of a step from the middle between two: which is nearer depends on the last binary digits


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
    """The places offered to one label, cheapest first.

    Attributes:
        region: what is labelled.
        size: of the font, in pixels.
        costs: one for each place.
        boxes: one for each place (rows: left, top, right, bottom).
        middles: the x of each place.
        lines: how the text may be split.
        splits: the index in `lines` for each place.
    """

    region: Region
    size: float
    costs: Sequence[float]
    boxes: NDArray[np.float64]
    middles: NDArray[np.float64]
    lines: Sequence[tuple[str, ...]]
    splits: NDArray[np.int64]

    def spot(self, number: int) -> Spot:
        """One of the places, with its cost."""
        box = Box(*self.boxes[number].tolist())
        lines = self.lines[int(self.splits[number])]
        return self.costs[number], Label(self.region, lines, box, float(self.middles[number]), box.top + self.size)


class _Candidates(NamedTuple):
    """Places for a label: the boxes (rows), the x of each, and how far (pixels) each is from the region's marks."""

    boxes: NDArray[np.float64]
    middles: NDArray[np.float64]
    distances: NDArray[np.float64]


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
                cost = offers[region.name].costs[number]
                if cost >= now or not tries:
                    break
                tries -= count
                rest = {name: placed[name] for name in others}
                pushed = [others[hit]] if count else []
                before = now + sum(rest.pop(name)[0] for name in pushed)
                rest[region.name] = offers[region.name].spot(number)
                spots = {name: _free(offers[name], rest) for name in pushed}
                if cost + sum(spot[0] if spot else _LOST for spot in spots.values()) < before - 0.01:
                    placed = rest | {name: spot for name, spot in spots.items() if spot}
                    break
    return placed


def _hits(offers: Offers, labels: Sequence[Label]) -> Iterator[tuple[int, int, int]]:
    """(number of an offer, how many labels it overlaps, the number of that label) of those that overlap at most one."""
    others = np.array([label.box for label in labels]).reshape(-1, 4)
    for start in range(0, len(offers.costs), _TOGETHER):
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
    return None if number is None else offers.spot(number)


def _offers(
    region: Region,
    every: NDArray[np.float64],
    field: tuple[float, float],
    size: float,
    room: float,
    everywhere: bool = False,
) -> Offers:
    """Places for a region's label with their costs, cheapest first; `everywhere` around it, or the usual ones."""
    splits, found, costs = [], [], []
    for most, wide in ((1, field[0]), (2, room), (2, room * 1.3), (3, room)):
        lines = tuple(wrap(region.text, wide, size, most))
        if len(lines) < most:
            continue
        clumsy = 2.0 * (most - 1) + _CUT * any(line.endswith("…") for line in lines)
        splits.append(lines)
        found.append(_candidates(region, lines, field, size, everywhere))
        costs.append(found[-1].distances / _STROLL + clumsy)
    boxes = np.concatenate([one.boxes for one in found])
    own = np.array(region.marks)
    known = set(region.marks)
    others = np.array([mark for mark in every.tolist() if tuple(mark) not in known]).reshape(-1, 2)
    astray = _astray(boxes, own, others)
    below = (boxes[:, 1] + boxes[:, 3]) / 2 > own[:, 1].mean() + 1
    cost = np.concatenate(costs) + _COVERED * _covered(boxes, every) + _BELOW * below + _ASTRAY * astray
    order = np.argsort(cost, kind="stable")
    middles = np.concatenate([one.middles for one in found])
    numbers = np.repeat(np.arange(len(found)), [len(one.middles) for one in found])
    return Offers(region, size, cost[order].tolist(), boxes[order], middles[order], splits, numbers[order])


def _candidates(
    region: Region, lines: tuple[str, ...], field: tuple[float, float], size: float, everywhere: bool
) -> _Candidates:
    """Places for a label, nearest to the region's middle first."""
    wide = max(width(line, size) for line in lines) + 6
    tall = len(lines) * size * LINE + 2
    xs, ys = [x for x, _ in region.marks], [y for _, y in region.marks]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    centre = sum(xs) / len(xs), sum(ys) / len(ys)
    above, below = min(ys) - tall / 2, max(ys) + tall / 2
    usual = [
        (middle[0] + dx * wide, y)
        for dx in (0, -0.25, 0.25, -0.5, 0.5, -0.8, 0.8)
        for y in (above - 8, above - 5, below + 8, above - 18, below + 18, above - 30, below + 30, middle[1])
    ]
    for y in (middle[1], middle[1] - 12, middle[1] + 12, min(ys), max(ys), above, below):
        usual += [(min(xs) - wide / 2 - 8, y), (max(xs) + wide / 2 + 8, y)]
    spots = np.array(usual)
    if everywhere:
        ways = np.arange(-_FURTHEST, _FURTHEST + 1, _STEP)
        across = np.tile(np.repeat(middle[0] + ways, len(ways)), 2)
        down = np.concatenate([np.tile(edge + ways, len(ways)) for edge in (above, below)])
        spots = np.concatenate([spots, np.stack([across, down], axis=1)])
    spots = _once(spots)
    middles = np.minimum(np.maximum(spots[:, 0], wide / 2), field[0] - wide / 2)
    rows = np.minimum(np.maximum(spots[:, 1], tall / 2), field[1] - tall / 2)
    boxes = np.stack([middles - wide / 2, rows - tall / 2, middles + wide / 2, rows + tall / 2], axis=1)
    inside = (boxes[:, 0] > _EDGE) & (boxes[:, 1] > _EDGE)
    distances = _tenths(np.abs(middles - centre[0]) + np.abs(rows - centre[1]))
    order = np.flatnonzero(inside)[np.argsort(distances[inside], kind="stable")]
    return _Candidates(boxes[order], middles[order], distances[order])


def _once(spots: NDArray[np.float64]) -> NDArray[np.float64]:
    """The positions (rows), each where it stands first."""
    points = np.empty(len(spots), dtype=np.complex128)
    points.real, points.imag = spots[:, 0], spots[:, 1]
    return np.asarray(spots[np.sort(np.unique(points, return_index=True)[1])], dtype=np.float64)


def _tenths(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values with one decimal, each rounded as Python's `round` does it, by what is nearer to its exact value."""
    scaled = values * 10
    rounded = np.rint(scaled) / 10
    for number in np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _UNDECIDED).tolist():
        rounded[number] = round(float(values[number]), 1)
    return rounded


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
