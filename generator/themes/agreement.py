"""Neighbours' agreement: works whose themes are clear teach each theme its vocabulary, and that speaks for the others."""

from __future__ import annotations

import numpy as np

from generator.themes.evidence import Table

ROUNDS = 2
SHARPNESS = 2.0  # of the first opinion, in standard deviations of the evidence
# Of the neighbours, beside the taxonomy's own words. With titles and scopes alone the agreement on the development
# labels is flat from 0.3 to 0.5, with a taxonomy rich in terms from 0.2 to 0.3.
INFLUENCE = 0.3
SMOOTHING = 0.1  # of a theme's words, in average themes: how much of the whole corpus's vocabulary each theme is given


def agree(evidence: np.ndarray, words: Table, known: dict[int, int]) -> np.ndarray:
    """Evidence (works by themes) with what similar works say added; `known` gives the theme of works that a person placed.

    Each round learns the words of each theme from all works, by how sure each work is of the theme, and adds how much
    likelier a work's words are in that theme than in the corpus: naive Bayes with expectation-maximisation (Nigam and
    others, Machine Learning 39, 2000). A work's own part in what a theme has learnt is taken out first, and the mean
    over works and over themes after, so that neither a long work nor a large theme gains by it.
    """
    spread = float(evidence.std())
    if spread == 0.0 or not words.values.size:
        return evidence
    usual = np.bincount(words.columns, words.values, words.shape[1])
    whole = float(usual.sum())
    usual = (usual / whole)[words.columns]
    length = np.bincount(words.rows, words.values, words.shape[0])
    mass = SMOOTHING * whole / evidence.shape[1]
    result = evidence
    for _ in range(ROUNDS):
        opinion = shares(result, SHARPNESS / spread)
        for row, theme in known.items():
            opinion[row] = 0.0
            opinion[row, theme] = 1.0
        learnt = words.transposed_times(opinion)
        size = learnt.sum(axis=0)
        likeness = np.empty_like(evidence)
        for theme in range(evidence.shape[1]):
            own = opinion[:, theme]
            count = np.maximum(learnt[words.columns, theme] - own[words.rows] * words.values, 0.0) + mass * usual
            times = count / (np.maximum(size[theme] - own * length, 0.0) + mass)[words.rows] / usual
            likeness[:, theme] = np.bincount(words.rows, words.values * np.log(times), words.shape[0])
        likeness -= likeness.mean(axis=1, keepdims=True)
        likeness -= likeness.mean(axis=0)
        scale = float(likeness.std())
        if scale < 1e-9:
            return evidence
        result = evidence + likeness * (INFLUENCE * spread / scale)
    return result


def shares(evidence: np.ndarray, sharpness: float) -> np.ndarray:
    """Each row as shares that sum to 1 (softmax)."""
    raised = np.exp((evidence - evidence.max(axis=1, keepdims=True)) * sharpness)
    result: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return result
