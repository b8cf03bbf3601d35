"""Neighbours' agreement: works whose themes are clear teach each theme its vocabulary, and that speaks for the others."""

from __future__ import annotations

import numpy as np

from generator.themes.evidence import Table

ROUNDS = 3
SHARPNESS = 2.0  # of the first opinion, in standard deviations of the evidence
INFLUENCE = 0.2  # of the neighbours, beside the taxonomy's own words; the agreement on the development labels is flat from 0.1 to 0.3


def agree(evidence: np.ndarray, words: Table, known: dict[int, int]) -> np.ndarray:
    """Evidence (works by themes) with what similar works say added; `known` gives the theme of works that a person placed.

    Each round, a theme's centroid is the mean of the works' word vectors, weighted by how sure each work is of the
    theme; a work's own part in a centroid is taken out before the two are compared (a semi-supervised Rocchio
    classifier, with the soft labels of expectation-maximisation).
    """
    spread = float(evidence.std())
    if spread == 0.0 or not words.values.size:
        return evidence
    result = evidence
    for _ in range(ROUNDS):
        opinion = shares(result, SHARPNESS / spread)
        opinion *= opinion.max(axis=1, keepdims=True)
        for row, theme in known.items():
            opinion[row] = 0.0
            opinion[row, theme] = 1.0
        centroids = words.transposed_times(opinion)
        length = np.sqrt((centroids**2).sum(axis=0)) + 1e-9
        own = np.bincount(words.rows, words.values**2, words.shape[0])[:, None] * opinion
        likeness = (words.times(centroids) - own) / length
        likeness -= likeness.mean(axis=0)
        scale = float(likeness.std())
        if scale == 0.0:
            return evidence
        result = evidence + likeness * (INFLUENCE * spread / scale)
    return result


def shares(evidence: np.ndarray, sharpness: float) -> np.ndarray:
    """Each row as shares that sum to 1 (softmax)."""
    raised = np.exp((evidence - evidence.max(axis=1, keepdims=True)) * sharpness)
    result: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return result
