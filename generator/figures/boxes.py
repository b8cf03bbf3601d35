"""Boxes on a plane of marks: how many marks each covers, and whose marks it is nearest to.

Boxes are rows of left, top, right and bottom, marks are rows of x and y, all in pixels. Each box is compared with few
marks only, with the result of comparing it with all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOGETHER = 128  # boxes that are compared with marks at a time
MARGIN, _ASIDE = 5, 60  # pixels around a box that it covers too; beside all boxes, where other marks count


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


def are_astray(boxes: NDArray[np.float64], own: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.bool_]:
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


def marks_covered(boxes: NDArray[np.float64], every: NDArray[np.float64], margin: float = MARGIN) -> NDArray[np.int64]:
    """How many marks each box (rows: left, top, right, bottom) would cover, those within `margin` pixels with them."""
    found = np.zeros(len(boxes), dtype=np.int64)
    for some in _neighbours(boxes):
        xs, ys = _within(boxes[some], every, margin + 1).T
        left, top, right, bottom = (boxes[some][:, [side]] for side in range(4))
        across = (xs > left - margin) & (xs < right + margin)
        found[some] = (across & (ys > top - margin) & (ys < bottom + margin)).sum(axis=1)
    return found


def overlapping(boxes: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the boxes (rows) share an area with which of the others (columns)."""
    beside = (boxes[:, [0]] < others[:, 2]) & (others[:, 0] < boxes[:, [2]])
    return np.asarray(beside & (boxes[:, [1]] < others[:, 3]) & (others[:, 1] < boxes[:, [3]]), dtype=np.bool_)


def _neighbours(boxes: NDArray[np.float64]) -> Iterator[NDArray[np.int64]]:
    """The indexes of the boxes, some at a time that are near each other: few marks are near all of them."""
    order = np.lexsort((boxes[:, 0], boxes[:, 1]))
    for start in range(0, len(order), TOGETHER):
        yield order[start : start + TOGETHER]


def _within(boxes: NDArray[np.float64], marks: NDArray[np.float64], reach: float) -> NDArray[np.float64]:
    """At least the marks that are at most `reach` pixels from one of the boxes."""
    (left, top), (right, bottom) = boxes[:, :2].min(axis=0) - reach, boxes[:, 2:].max(axis=0) + reach
    xs, ys = marks[:, 0], marks[:, 1]
    near: NDArray[np.bool_] = (xs >= left) & (xs <= right) & (ys >= top) & (ys <= bottom)
    return np.asarray(marks[near], dtype=np.float64)
