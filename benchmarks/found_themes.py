"""Ways of finding themes, ours and scikit-learn's, and what the themes found are worth: coherence and stability."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from generator.themes.clusters import cluster, vectors
from generator.works import Work

TOP_WORDS = 10
SUBSAMPLES = 5

Clustering = Callable[[Sequence[Work], int], tuple[np.ndarray, list[list[str]]]]


def text_of(work: Work) -> str:
    """Title and abstract in one."""
    return f"{work.title}. {work.abstract}"


def by_ours(works: Sequence[Work], count: int) -> tuple[np.ndarray, list[list[str]]]:
    """Groups as `themes.discover` makes them, with the words of highest class-wise TF-IDF."""
    labels = cluster(vectors(works), count)
    return labels, telling_words(labels, works)


def telling_words(labels: np.ndarray, works: Sequence[Work]) -> list[list[str]]:
    """The words of highest class-wise TF-IDF of each group."""
    present, names = word_counts(works)
    rarity = np.log(len(present) / present.sum(axis=0))
    return [
        top(present[labels == group].mean(axis=0) * rarity, names)
        for group in range(labels.max() + 1)
        if (labels == group).any()
    ]


def by_kmeans(works: Sequence[Work], count: int) -> tuple[np.ndarray, list[list[str]]]:
    """scikit-learn's k-means on TF-IDF."""
    from sklearn.cluster import KMeans

    matrix, names = tfidf(works)
    model = KMeans(count, n_init=3, random_state=0).fit(matrix)
    return model.labels_, [top(center, names) for center in model.cluster_centers_]


def by_nmf(works: Sequence[Work], count: int) -> tuple[np.ndarray, list[list[str]]]:
    """scikit-learn's NMF on TF-IDF."""
    from sklearn.decomposition import NMF

    matrix, names = tfidf(works)
    model = NMF(count, init="nndsvd", max_iter=400)
    return model.fit_transform(matrix).argmax(axis=1), [top(part, names) for part in model.components_]


def tfidf(works: Sequence[Work]) -> tuple[Any, list[str]]:
    """(TF-IDF matrix, words) with the same vocabulary for every method."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    model = TfidfVectorizer(stop_words="english", min_df=3, max_df=0.3, sublinear_tf=True)
    return model.fit_transform(map(text_of, works)), model.get_feature_names_out().tolist()


def word_counts(works: Sequence[Work]) -> tuple[np.ndarray, list[str]]:
    """(works by words: 1 where a work has a word, words)."""
    matrix, names = tfidf(works)
    return (matrix.toarray() > 0).astype(float), names


def top(weights: np.ndarray, names: Sequence[str]) -> list[str]:
    """The words of highest weight."""
    return [names[column] for column in np.argsort(-weights, kind="stable")[:TOP_WORDS]]


def coherence(topics: Sequence[Sequence[str]], works: Sequence[Work]) -> float:
    """Mean NPMI of the pairs of a topic's top words over the works (Bouma 2009), -1 to 1, averaged over topics."""
    present, names = word_counts(works)
    column = {name: index for index, name in enumerate(names)}
    scores = []
    for words in topics:
        pairs = [npmi(a, b) for a, b in combinations([present[:, column[word]] for word in words], 2)]
        scores.append(sum(pairs) / len(pairs))
    return round(sum(scores) / len(scores), 3)


def npmi(a: np.ndarray, b: np.ndarray) -> float:
    """Normalised pointwise mutual information of two words, given which works have them."""
    both, alone = (a * b).mean(), a.mean() * b.mean()
    if both in (0, 1):
        return 2.0 * both - 1
    return float(np.log(both / alone) / -np.log(both))


def stability(method: Clustering, works: Sequence[Work], count: int) -> float:
    """Mean adjusted Rand index of the groups of all works and those of 80 % of them."""
    from sklearn.metrics import adjusted_rand_score

    whole, _ = method(works, count)
    scores = []
    for seed in range(SUBSAMPLES):
        rows = sorted(random.Random(seed).sample(range(len(works)), round(len(works) * 0.8)))
        part, _ = method([works[row] for row in rows], count)
        scores.append(adjusted_rand_score(whole[rows], part))
    return round(sum(scores) / len(scores), 3)
