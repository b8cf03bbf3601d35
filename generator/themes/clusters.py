"""Groups of works with similar content, for a corpus without a taxonomy."""

from __future__ import annotations

import math

import numpy as np

from generator.themes.evidence import Table

DIMENSIONS = 60  # of the latent space; coherence and stability are flat from 40 to 100 on the shipped survey
TREE = 3000  # works from which the tree of groups is grown; the rest join the nearest group
ROUNDS = 30
MOST = 40  # themes that a person can still overlook


def how_many(works: int) -> int:
    """A number of themes for so many works: near its square root, as 345 works in 18 themes or 12 in 3."""
    return max(1, min(MOST, round(math.sqrt(works) * 0.97)))


def cluster(words: Table, count: int) -> np.ndarray:
    """A group number (0 to at most `count` - 1) for each row of `words` (unit rows or empty ones, which get -1).

    Latent semantic analysis, Ward's tree cut into `count` groups, and spherical k-means from there: no random start,
    so the same works give the same groups. Groups are numbered by size, largest first, then by their first work.
    """
    told = np.bincount(words.rows, minlength=words.shape[0]) > 0
    labels = np.full(words.shape[0], -1)
    if not told.any():
        return labels
    space = _latent(words)[told]
    found = _refine(space, _tree(space, min(count, len(space))))
    sizes = np.bincount(found)
    firsts = [int(np.argmax(found == group)) for group in range(len(sizes))]
    order = sorted((group for group in range(len(sizes)) if sizes[group]), key=lambda group: (-sizes[group], firsts[group]))
    rank = {group: place for place, group in enumerate(order)}
    labels[told] = [rank[int(group)] for group in found]
    return labels


def _latent(words: Table) -> np.ndarray:
    """Unit vectors of the works in the space of the strongest singular vectors of works by words."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - slow to import, and only a corpus without a taxonomy needs it
    from scipy.sparse.linalg import LinearOperator, eigsh  # noqa: PLC0415

    matrix = csr_matrix((words.values, (words.rows, words.columns)), shape=words.shape)
    works = words.shape[0]
    if works <= DIMENSIONS + 1:
        squares, vectors = np.linalg.eigh((matrix @ matrix.T).toarray())
    else:
        likeness = LinearOperator((works, works), matvec=lambda vector: matrix @ (matrix.T @ vector), dtype=float)
        squares, vectors = eigsh(likeness, k=DIMENSIONS, which="LA", v0=np.ones(works), tol=1e-6)
    vectors = vectors * np.sqrt(np.maximum(squares, 0.0))
    result: np.ndarray = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return result


def _tree(space: np.ndarray, count: int) -> np.ndarray:
    """Centroids of the groups that Ward's method finds among (evenly spaced) works."""
    if count <= 1 or len(space) < 2:
        return np.stack([space.mean(axis=0)])
    from scipy.cluster.hierarchy import fcluster, ward  # noqa: PLC0415

    sample = space[:: -(-len(space) // TREE)]
    groups = fcluster(ward(sample), count, "maxclust")
    middles: np.ndarray = np.stack([sample[groups == group].mean(axis=0) for group in np.unique(groups)])
    return middles


def _refine(space: np.ndarray, centroids: np.ndarray) -> np.ndarray:
    """The nearest centroid of each work, while centroids move to the middle of their works."""
    labels: np.ndarray = np.zeros(len(space), dtype=int)
    for turn in range(ROUNDS):
        unit = centroids / np.maximum(np.linalg.norm(centroids, axis=1, keepdims=True), 1e-12)
        nearest = (space @ unit.T).argmax(axis=1)
        if turn and (nearest == labels).all():
            break
        labels = nearest
        centroids = np.stack([space[labels == group].mean(axis=0) if (labels == group).any() else unit[group] for group in range(len(unit))])
    return labels
