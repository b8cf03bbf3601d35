"""Latent topics of works: which words occur together (latent semantic analysis, Deerwester and others 1990).

By the randomised decomposition of Halko, Martinsson and Tropp (2011), from a fixed start: the same words give the same
topics.
"""

from __future__ import annotations

from typing import Any

from generator.links.sparse import Sparse

MOST = 120  # topics
_FEWEST = 50  # with fewer works, no two words meet often enough to rule out chance
_WORKS_A_TOPIC = 2.5  # with fewer works per topic, a topic is a single work
_SPARE = 20  # directions computed beyond those that are kept
_ROUNDS = 5  # power iterations, after which the kept directions hardly change
_START = 20261125
_NOTHING = 1e-9  # lengths below this are rounding errors


def topics(matrix: Sparse) -> Any:
    """The topics of each work (works by words, sparse) as a row of length 1, or of zeros if nothing is known."""
    import numpy as np
    from threadpoolctl import threadpool_limits

    works = len(matrix)
    count = min(MOST, int(works / _WORKS_A_TOPIC))
    if works < _FEWEST or not matrix.values.size:
        return np.zeros((works, 1))
    other = matrix.turned()
    basis = np.random.default_rng(_START).standard_normal((works, min(count + _SPARE, works)))
    # Sums by several threads would depend on their number, and the threads wait for each other.
    with threadpool_limits(1):
        for _ in range(_ROUNDS):
            basis, _ = np.linalg.qr(matrix.times(other.times(basis)))
        seen = other.times(basis)
        strength, turn = np.linalg.eigh(seen.T @ seen)  # rising
        rows = (basis @ turn[:, -count:]) * np.sqrt(np.maximum(strength[-count:], 0.0))
    length = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.where(length > _NOTHING, rows / np.maximum(length, _NOTHING), 0.0)
