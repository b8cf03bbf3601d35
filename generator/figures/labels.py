"""Labels of regions, placed near them, over as few marks as possible and never over each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.figures.lettering import LINE, width, wrap

# What a label costs, found by eye on maps of 60 to 350 works: a mark covered, a word cut; a way of this many pixels costs 1.
_COVERED, _CUT, _STROLL = 1.6, 12.0, 18.0


class Box(NamedTuple):
    """A rectangle in pixels: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Region:
    """Something to be labelled: its text and the places of its marks (pixels)."""

    name: str
    text: str
    marks: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its place: lines around the middle `x`, the first one's baseline at `y`."""

    region: Region
    lines: tuple[str, ...]
    box: Box
    x: float
    y: float


def place(regions: Sequence[Region], field: tuple[float, float], size: float, room: float) -> list[Label]:
    """Labels at the font size `size`, at most `room` wide, largest region first; one that finds no free place is left out."""
    every = np.array(sorted(mark for region in regions for mark in region.marks)).reshape(-1, 2)
    placed: list[Label] = []
    for region in sorted(regions, key=lambda region: (-len(region.marks), region.name)):
        best: tuple[float, Label] | None = None
        for most, wide in ((1, field[0]), (2, room), (2, room * 1.3), (3, room)):
            lines = tuple(wrap(region.text, wide, size, most))
            if len(lines) < most:
                continue
            clumsy = 2.0 * (most - 1) + _CUT * any(line.endswith("…") for line in lines)
            for away, label in _candidates(region, lines, field, size):
                cost = away / _STROLL + clumsy
                if best and cost >= best[0]:
                    break
                if any(label.box.overlaps(other.box) for other in placed):
                    continue
                cost += _COVERED * _covered(label.box, every)
                if best is None or cost < best[0]:
                    best = (cost, label)
        if best:
            placed.append(best[1])
    return placed


def _candidates(region: Region, lines: tuple[str, ...], field: tuple[float, float], size: float) -> list[tuple[float, Label]]:
    """Places for a label, the nearest to the region's middle first, each with its way there in pixels."""
    wide = max(width(line, size) for line in lines) + 6
    tall = len(lines) * size * LINE + 2
    xs, ys = [x for x, _ in region.marks], [y for _, y in region.marks]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    centre = sum(xs) / len(xs), sum(ys) / len(ys)
    spots = []
    for dx in (0, -0.25, 0.25, -0.5, 0.5, -0.8, 0.8):
        above, below = min(ys) - tall / 2, max(ys) + tall / 2
        spots += [(middle[0] + dx * wide, y) for y in (above - 8, below + 8, above - 18, below + 18, above - 30, below + 30, middle[1])]
    for y in (middle[1], middle[1] - 12, middle[1] + 12, min(ys), max(ys), above, below):
        spots += [(min(xs) - wide / 2 - 8, y), (max(xs) + wide / 2 + 8, y)]
    labels = []
    for spot in spots:
        x = min(max(spot[0], wide / 2), field[0] - wide / 2)
        y = min(max(spot[1], tall / 2), field[1] - tall / 2)
        box = Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
        if box.left > -0.1 and box.top > -0.1:
            labels.append((round(abs(x - centre[0]) + abs(y - centre[1]), 1), Label(region, lines, box, x, box.top + size)))
    return sorted(labels, key=lambda pair: pair[0])


def _covered(box: Box, every: NDArray[np.float64]) -> int:
    """How many marks (rows, sorted by x) a box would cover."""
    start, end = np.searchsorted(every[:, 0], (box.left - 5, box.right + 5))
    ys = every[start:end, 1]
    return int(np.count_nonzero((ys > box.top - 5) & (ys < box.bottom + 5)))
