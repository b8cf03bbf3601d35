"""Where a box can stand among marks and other boxes: the corners of the space that they leave free.

Each obstacle forbids the middles of a box in a rectangle around it. What is left has its corners where the sides of two
such rectangles meet, and of all places in it, the one nearest to a point is a corner or straight above or beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from generator.figures.boxes import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FINEST = 0.5  # pixels: a corner may stand so far from its obstacles, so that there are not too many of them


def clearest(
    size: tuple[float, float],
    window: Box,
    point: Sequence[float],
    marks: NDArray[np.float64],
    margin: float,
    boxes: NDArray[np.float64],
) -> tuple[NDArray[np.float64], int]:
    """Where a box of that size covers the fewest `marks`: its middles (rows) inside `window`, and how many those are.

    They are corners, seen from `point`; none where the other `boxes` (rows: left, top, right, bottom) leave no space. A
    mark is covered where it is less than `margin` pixels from the box.
    """
    half = np.array(size) / 2
    near = half + margin
    of_marks = np.concatenate([marks - near, marks + near], axis=1)
    of_boxes = np.concatenate([boxes[:, :2] - half, boxes[:, 2:] + half], axis=1)
    of_marks, of_boxes = (
        one[(one[:, 2:] > window[:2]).all(axis=1) & (one[:, :2] < window[2:]).all(axis=1)]
        for one in (of_marks, of_boxes)
    )
    every = np.concatenate([of_marks, of_boxes])
    across, down = (
        _corners(every[:, [axis, axis + 2]], window[axis], window[axis + 2], point[axis]) for axis in (0, 1)
    )
    counts = np.where(_depth(of_boxes, across, down) > 0, len(marks) + 1, _depth(of_marks, across, down))
    least = int(counts.min(initial=len(marks) + 1))
    columns, rows = np.nonzero((counts == least) & (least <= len(marks)))
    return np.stack([across[columns], down[rows]], axis=1), least


def _corners(sides: NDArray[np.float64], low: float, high: float, own: float) -> NDArray[np.float64]:
    """The positions along one direction at which corners can be: `sides` has where each rectangle begins and ends."""
    begins, ends = np.floor(sides[:, 0] / _FINEST) * _FINEST, np.ceil(sides[:, 1] / _FINEST) * _FINEST
    every = np.concatenate([begins, ends, [low, high, own]])
    return np.unique(every[(every >= low) & (every <= high)])


def _depth(
    rectangles: NDArray[np.float64], across: NDArray[np.float64], down: NDArray[np.float64]
) -> NDArray[np.int64]:
    """In how many of the rectangles each corner lies (rows: `across`, columns: `down`); on their sides it does not."""
    found = np.zeros((len(across) + 1, len(down) + 1), dtype=np.int64)
    left, right = (
        np.searchsorted(across, rectangles[:, 0], "right"),
        np.searchsorted(across, rectangles[:, 2], "left"),
    )
    top, bottom = (np.searchsorted(down, rectangles[:, 1], "right"), np.searchsorted(down, rectangles[:, 3], "left"))
    some = (left < right) & (top < bottom)
    for rows, columns, number in ((left, top, 1), (right, top, -1), (left, bottom, -1), (right, bottom, 1)):
        np.add.at(found, (rows[some], columns[some]), number)
    return np.asarray(found.cumsum(axis=0).cumsum(axis=1)[:-1, :-1], dtype=np.int64)
