"""The places offered to a label of a region, with what each costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.figures.boxes import MARGIN, Box, are_astray, marks_covered
from generator.figures.free_places import clearest
from generator.figures.lettering import LINE, narrowest, width, wrap

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The cost of a label's place, tuned by eye on maps of 60 to 350 works: a mark covered, a word cut, a place below or
# beside its region rather than above, a place nearer to another region's marks; a distance of this many pixels costs 1.
_COVERED, _CUT, _BELOW, _ASTRAY, _STROLL = 12.0, 30.0, 2.5, 25.0, 18.0
_MOST_LINES = 4  # of a label
_PADDING = 6  # pixels that a label's box is wider than its longest line
_FURTHEST = 48  # pixels: how far from its region a label is put that would cover a mark nearer to it
_TOUCH = 1  # pixels from a mark that a label keeps at least, where it cannot keep further off
_CELL = 6  # pixels: of the places in such a square one is offered, the nearest to the region
_EDGE = -0.1  # pixels over the edge that are a rounding error
_UNDECIDED = 1e-6  # parts of a step from the middle between two: which is nearer depends on the last binary digits


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

    @property
    def is_cut(self) -> bool:
        """Whether words were left out for want of room."""
        return _is_cut(self.lines)


Spot = tuple[float, Label]  # a place for a label, with what it costs


class Offers(NamedTuple):
    """The places offered to one label, cheapest first.

    Attributes:
        region: what is labelled.
        size: of the font, in pixels.
        costs: one for each place.
        clear: whether no mark lies in the box and none of another region is nearer to it than its own, for each place.
        boxes: one for each place (rows: left, top, right, bottom).
        middles: the x of each place.
        lines: how the text may be split.
        splits: the index in `lines` for each place.
    """

    region: Region
    size: float
    costs: Sequence[float]
    clear: NDArray[np.bool_]
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


def offers_of(
    region: Region,
    every: NDArray[np.float64],
    field: tuple[float, float],
    size: float,
    room: float,
    everywhere: bool = False,
) -> Offers:
    """Places for a region's label with their costs, cheapest first; `everywhere` around it, or the usual ones."""
    nothing = np.empty((0, 4))
    placed = []
    for lines in _splits(region.text, field[0], size, ((1, inf), (2, room), (2, room * 1.3), (3, room))):
        box = _size(lines, size)
        spots = _usual(region, *box)
        if everywhere:
            spots = np.concatenate([spots, _clear(region, box, field, every, nothing)])
        placed.append((lines, _candidates(region, spots, box, field)))
    return _weighed(region, every, size, placed)


def offers_beside(
    region: Region,
    every: NDArray[np.float64],
    field: tuple[float, float],
    size: float,
    room: float,
    others: NDArray[np.float64],
) -> Offers:
    """Places for a region's label, split in as many lines as it takes, that the boxes of `others` (rows) leave free."""
    ways = ((1, inf), (2, room), (2, room * 1.3), (3, room), *_narrow(region.text, size))
    placed = []
    for lines in _splits(region.text, field[0], size, ways):
        box = _size(lines, size)
        placed.append((lines, _candidates(region, _clear(region, box, field, every, others), box, field)))
    return _weighed(region, every, size, placed)


def _splits(text: str, most: float, size: float, ways: Sequence[tuple[int, float]]) -> list[tuple[str, ...]]:
    """A text in lines in each of some ways, (number of lines, pixels of each), that needs as many lines.

    No word is lost where a line as wide as the map (`most`, pixels) holds the longest.
    """
    longest = narrowest(text, size, len(text))
    for tried in (ways, _narrow(text, size)):
        rooms = [(number, min(max(wide, longest), most - _PADDING)) for number, wide in tried]
        found = [tuple(wrap(text, room, size, number)) for number, room in rooms]
        fitting = [lines for lines, (number, _) in zip(found, rooms, strict=True) if len(lines) == number]
        whole = [lines for lines in fitting if not _is_cut(lines)]
        if whole:
            break
    return [*dict.fromkeys(whole or fitting)]


def _narrow(text: str, size: float) -> list[tuple[int, float]]:
    """The ways, (number of lines, pixels of each), that take no more width than that number of lines needs."""
    return [(number, narrowest(text, size, number)) for number in range(1, _MOST_LINES + 1)]


def _size(lines: Sequence[str], size: float) -> tuple[float, float]:
    """Width and height of the box of a label."""
    return max(width(line, size) for line in lines) + _PADDING, len(lines) * size * LINE + 2


def _weighed(
    region: Region, every: NDArray[np.float64], size: float, placed: Sequence[tuple[tuple[str, ...], _Candidates]]
) -> Offers:
    """Places of a label, by the lines that it has there, with their costs."""
    found = [places for _, places in placed]
    costs = [places.distances / _STROLL + 2.0 * (len(lines) - 1) + _CUT * _is_cut(lines) for lines, places in placed]
    boxes = np.concatenate([one.boxes for one in found])
    own = np.array(region.marks)
    known = set(region.marks)
    strange = np.array([mark for mark in every.tolist() if tuple(mark) not in known]).reshape(-1, 2)
    astray = are_astray(boxes, own, strange)
    below = (boxes[:, 1] + boxes[:, 3]) / 2 > own[:, 1].mean() + 1
    cost = np.concatenate(costs) + _COVERED * marks_covered(boxes, every) + _BELOW * below + _ASTRAY * astray
    clear = ~astray & (marks_covered(boxes, every, 0) == 0)
    order = np.argsort(cost, kind="stable")
    middles = np.concatenate([one.middles for one in found])
    numbers = np.repeat(np.arange(len(found)), [len(one.middles) for one in found])
    return Offers(
        region, size, cost[order].tolist(), clear[order], boxes[order], middles[order], [lines for lines, _ in placed],
        numbers[order],
    )  # fmt: skip


def _usual(region: Region, wide: float, tall: float) -> NDArray[np.float64]:
    """The middles that are tried first for a label of that size: around the region's marks, or among them."""
    xs, ys = [x for x, _ in region.marks], [y for _, y in region.marks]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    above, below = min(ys) - tall / 2, max(ys) + tall / 2
    usual = [
        (middle[0] + dx * wide, y)
        for dx in (0, -0.25, 0.25, -0.5, 0.5, -0.8, 0.8)
        for y in (above - 8, above - 5, below + 8, above - 18, below + 18, above - 30, below + 30, middle[1])
    ]
    for y in (middle[1], middle[1] - 12, middle[1] + 12, min(ys), max(ys), above, below):
        usual += [(min(xs) - wide / 2 - 8, y), (max(xs) + wide / 2 + 8, y)]
    return np.array(usual)


def _clear(
    region: Region,
    size: tuple[float, float],
    field: tuple[float, float],
    every: NDArray[np.float64],
    others: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The middles at which a box of that size covers the fewest marks and none of the `others`: one in a cell."""
    half = np.array(size) / 2
    own, room = np.array(region.marks), np.array(field) - half
    low, high = (
        np.maximum(own.min(axis=0) - half - _FURTHEST, half),
        np.minimum(own.max(axis=0) + half + _FURTHEST, room),
    )
    if (low > high).any():
        return np.empty((0, 2))
    centre = own.mean(axis=0)
    found = []
    for margin in (MARGIN, _TOUCH):
        spots, covered = clearest(size, Box(*low.tolist(), *high.tolist()), centre.tolist(), every, margin, others)
        found.append(spots)
        if not covered:
            break
    spots = np.concatenate(found)
    spots = spots[np.argsort(_tenths(np.abs(spots - centre).sum(axis=1)), kind="stable")]
    return spots[np.sort(np.unique(np.floor(spots / _CELL), axis=0, return_index=True)[1])]


def _candidates(
    region: Region, spots: NDArray[np.float64], size: tuple[float, float], field: tuple[float, float]
) -> _Candidates:
    """Places for a label, nearest to the region's middle first."""
    wide, tall = size
    centre = np.array(region.marks).mean(axis=0)
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


def _is_cut(lines: Sequence[str]) -> bool:
    """Whether words were left out for want of room."""
    return any(line.endswith("…") for line in lines)
