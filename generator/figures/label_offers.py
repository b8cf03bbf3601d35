"""The places offered to a label of a region, with what each costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.figures.boxes import Box, are_astray, marks_covered
from generator.figures.lettering import LINE, width, wrap

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The cost of a label's place, tuned by eye on maps of 60 to 350 works: a mark covered, a word cut, a place below or
# beside its region rather than above, a place nearer to another region's marks; a distance of this many pixels costs 1.
_COVERED, _CUT, _BELOW, _ASTRAY, _STROLL = 12.0, 30.0, 2.5, 25.0, 18.0
_FURTHEST, _STEP = 72, 5  # pixels: how far, and how closely, places are tried for a label that would cover a mark
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


def offers_of(
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
        clumsy = 2.0 * (most - 1) + _CUT * _is_cut(lines)
        splits.append(lines)
        found.append(_candidates(region, lines, field, size, everywhere))
        costs.append(found[-1].distances / _STROLL + clumsy)
    boxes = np.concatenate([one.boxes for one in found])
    own = np.array(region.marks)
    known = set(region.marks)
    others = np.array([mark for mark in every.tolist() if tuple(mark) not in known]).reshape(-1, 2)
    astray = are_astray(boxes, own, others)
    below = (boxes[:, 1] + boxes[:, 3]) / 2 > own[:, 1].mean() + 1
    cost = np.concatenate(costs) + _COVERED * marks_covered(boxes, every) + _BELOW * below + _ASTRAY * astray
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


def _is_cut(lines: Sequence[str]) -> bool:
    """Whether words were left out for want of room."""
    return any(line.endswith("…") for line in lines)
