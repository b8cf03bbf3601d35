"""The works as points, by the words of their titles and abstracts, weighted by rarity and reduced to a few
directions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING, Protocol

import numpy as np

from generator.text.compare import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]


DIRECTIONS = 24
_TITLE_WEIGHT = 3  # a word of the title counts as often as this in the abstract
_RARE = 2  # works that share a word at least
_INITIALS = 2  # letters of a word that says nothing
_NOTHING, _TINY = 1e-9, 1e-6  # below which a length or scale is a rounding error


class Said(Protocol):
    """Anything with a title and an abstract."""

    @property
    def title(self) -> str:
        """Plain text."""

    @property
    def abstract(self) -> str:
        """Plain text, "" if there is none."""


def directions(works: Sequence[Said]) -> Points:
    """One unit vector a work (rows; zero for a work without words), rounded to be the same on every machine."""
    counts = [Counter(words(work.title) * _TITLE_WEIGHT + words(work.abstract)) for work in works]
    spread = Counter(word for count in counts for word in count)
    common = max(2, int(0.3 * len(works)))
    vocabulary = {
        word: column
        for column, word in enumerate(
            sorted(w for w, n in spread.items() if _RARE <= n <= common and len(w) > _INITIALS)
        )
    }
    entries = [
        (row, vocabulary[word], (1 + log(times)) * log(len(works) / spread[word] + 1))
        for row, count in enumerate(counts)
        for word, times in count.items()
        if word in vocabulary
    ]
    if not entries:
        return np.zeros((len(works), 1))
    rows, columns = np.array([entry[0] for entry in entries]), np.array([entry[1] for entry in entries])
    weights = np.array([entry[2] for entry in entries])
    weights /= np.sqrt(np.bincount(rows, weights * weights, len(works)))[rows]

    def loadings(seen: Points) -> Points:
        """The weight of each word along the works' directions: the transposed matrix times `seen`."""
        return np.array(
            [np.bincount(columns, weights * axis[rows], len(vocabulary)) for axis in seen.T], dtype=np.float64
        ).T

    # Subspace iteration from a fixed start. `bincount` adds in one fixed order and is done before a library for sparse
    # matrices is imported (0.2 s of the 4 s that a build may take).
    size = min(DIRECTIONS, len(works), len(vocabulary))
    scattered = (np.arange(len(works))[:, None] * 7919 + np.arange(size) * 104729 + 31) ** 2 % 1009
    basis = _orthonormal(np.asarray(scattered, dtype=np.float64) / 504.5 - 1)
    for _ in range(6):
        words_seen = loadings(basis)
        works_seen = np.array(
            [np.bincount(rows, weights * axis[columns], len(works)) for axis in words_seen.T], dtype=np.float64
        ).T
        basis = _orthonormal(works_seen)
    words_seen = loadings(basis)
    strengths = np.einsum("wi,wj->ij", words_seen, words_seen)
    # The same distances as those of the singular vectors.
    points = basis @ np.linalg.cholesky(strengths + 1e-9 * np.eye(size))
    rounded: Points = np.round(points / np.maximum(np.sqrt((points * points).sum(axis=1)), 1e-9)[:, None], 3)
    return rounded


def _orthonormal(columns: Points) -> Points:
    """An orthonormal basis of the same space; columns without length stay 0.

    Gram–Schmidt, twice: LAPACK's result depends on how many threads it has.
    """
    found = columns.copy()
    for index in range(found.shape[1]):
        for before in [*range(index)] * 2:
            found[:, index] -= (found[:, index] * found[:, before]).sum() * found[:, before]
        length = np.sqrt((found[:, index] * found[:, index]).sum())
        found[:, index] *= 1 / length if length > _NOTHING else 0.0
    return found


def principal(points: Points, count: int = 2) -> Points:
    """`points` (rows) along their `count` widest directions, each between -1 and 1, with the largest value positive."""
    centred = points - points.mean(axis=0) if len(points) else points
    scatter = np.round(centred.T @ centred, 6)
    seen = np.zeros((len(points), count))
    for column in range(min(count, scatter.shape[0])):
        axis = np.linspace(1, 2, scatter.shape[0])
        for _ in range(40):  # power iteration: faster than a whole decomposition for two directions out of two dozen
            axis = (scatter * axis).sum(axis=1)
            axis /= max(float(np.sqrt((axis * axis).sum())), 1e-9)
        scatter = scatter - (scatter * axis).sum(axis=1)[:, None] * axis
        along = (centred * axis).sum(axis=1)
        scale = along[np.argmax(np.round(np.abs(along), 6))] if len(along) else 0.0
        if abs(scale) > _TINY:
            seen[:, column] = along / scale
    return np.round(seen, 3)
