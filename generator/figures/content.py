"""The works as points by what their titles and abstracts say: words weighted by rarity, reduced to a few directions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.text.compare import words
from generator.works import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

DIRECTIONS = 24
_TITLE_WEIGHT = 3  # a word of the title counts as often as this in the abstract


def directions(works: Sequence[Work]) -> Points:
    """One unit vector a work (rows; zero for a work without words), rounded so that machines agree."""
    import numpy as np
    from scipy.sparse import csr_array

    counts = [Counter(words(work.title) * _TITLE_WEIGHT + words(work.abstract)) for work in works]
    spread = Counter(word for count in counts for word in count)
    common = max(2, int(0.3 * len(works)))
    vocabulary = {word: column for column, word in enumerate(sorted(w for w, n in spread.items() if 2 <= n <= common and len(w) > 2))}
    if not vocabulary:
        return np.zeros((len(works), 1))
    rows, columns, values = [], [], []
    for row, count in enumerate(counts):
        for word, times in count.items():
            if word in vocabulary:
                rows.append(row)
                columns.append(vocabulary[word])
                values.append((1 + np.log(times)) * np.log(len(works) / spread[word] + 1))
    matrix = csr_array((values, (rows, columns)), shape=(len(works), len(vocabulary)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix = csr_array(matrix.multiply((1 / np.maximum(lengths, 1e-9))[:, None]))

    # Subspace iteration from a fixed start on the side of the works (the short one): few directions need no ARPACK.
    size = min(DIRECTIONS, *matrix.shape)
    start = (np.arange(matrix.shape[0])[:, None] * 7919 + np.arange(size) * 104729 + 31) ** 2 % 1009 / 504.5 - 1
    basis = np.linalg.qr(start)[0]
    for _ in range(6):
        basis = np.linalg.qr(matrix @ (matrix.T @ basis))[0]
    loadings = matrix.T @ basis
    strengths, turned = np.linalg.eigh(loadings.T @ loadings)
    points = (basis @ turned) * np.sqrt(np.maximum(strengths, 0))
    points /= np.maximum(np.sqrt((points * points).sum(axis=1)), 1e-9)[:, None]
    return np.round(points, 3)


def principal(points: Points, count: int = 2) -> Points:
    """`points` (rows) seen along their `count` widest directions, each between -1 and 1, the largest value positive."""
    import numpy as np

    centred = points - points.mean(axis=0) if len(points) else points
    scatter = np.round(centred.T @ centred, 6)
    seen = np.zeros((len(points), count))
    for column in range(min(count, scatter.shape[0])):
        axis = np.linspace(1, 2, scatter.shape[0])
        for _ in range(40):  # power iteration: for two directions of two dozen it is faster than a whole decomposition
            axis = (scatter * axis).sum(axis=1)
            axis /= max(float(np.sqrt((axis * axis).sum())), 1e-9)
        scatter = scatter - (scatter * axis).sum(axis=1)[:, None] * axis
        along = (centred * axis).sum(axis=1)
        scale = along[np.argmax(np.round(np.abs(along), 6))] if len(along) else 0.0
        if abs(scale) > 1e-6:
            seen[:, column] = along / scale
    return np.round(seen, 3)
