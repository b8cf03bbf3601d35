"""Neighbours' agreement: works whose themes are clear teach each theme its vocabulary, which votes for the others."""

from __future__ import annotations

import numpy as np

from generator.themes.evidence import Table

SHARPNESS = 2.0  # of the first opinion, in standard deviations of the evidence
INFLUENCE = (
    0.3  # of the neighbours, beside the taxonomy's own words; the agreement on the development labels is flat around it
)
# Where people have grouped a part of the works, these teach more than the phrases made of them: `benchmarks/groups.py`
# measures it, and it is flat from here to twice as much.
INFLUENCE_OF_GROUPS = 0.6
SMOOTHING = 0.1  # how much of the whole corpus's vocabulary each theme receives, as a share of an average theme
_NOTHING = 1e-9  # below which a scale is a rounding error


def agree(evidence: np.ndarray, words: Table, known: dict[int, int], influence: float = INFLUENCE) -> np.ndarray:
    """Evidence (works by themes) with what similar works say added; `known` gives the theme of works that a person
    placed.

    The words of each theme are learnt from all works, by how sure each is of the theme; then it is added how much
    likelier a work's words are in that theme than in the corpus: one round of naive Bayes with expectation-maximisation
    (Nigam and others, Machine Learning 39, 2000); a second changed nothing. A work's own part in what a theme has
    learnt is taken out first, and what is usual of a work and of a theme after, so that neither a long work nor a
    large theme gains by it.
    """
    spread = float(evidence.std())
    if spread == 0.0 or not words.values.size:
        return evidence
    opinion = shares(evidence, SHARPNESS / spread)
    for row, theme in known.items():
        opinion[row] = 0.0
        opinion[row, theme] = 1.0
    usual = np.bincount(words.columns, words.values, words.shape[1])
    mass = SMOOTHING * float(usual.sum()) / evidence.shape[1]
    usual = (usual / usual.sum())[words.columns]
    length = np.bincount(words.rows, words.values, words.shape[0])
    learnt = words.transposed_times(opinion)
    likeness = np.empty_like(evidence)
    for theme in range(evidence.shape[1]):
        own, taught = opinion[:, theme], learnt[:, theme]
        count = np.maximum(taught[words.columns] - own[words.rows] * words.values, 0.0) + mass * usual
        size = np.maximum(taught.sum() - own * length, 0.0) + mass
        likeness[:, theme] = np.bincount(
            words.rows, words.values * np.log(count / size[words.rows] / usual), words.shape[0]
        )
    likeness -= likeness.mean(axis=1, keepdims=True)
    likeness -= np.median(likeness, axis=0)
    scale = float(likeness.std())
    if scale < _NOTHING:
        return evidence
    result: np.ndarray = evidence + likeness * (influence * spread / scale)
    return result


def shares(evidence: np.ndarray, sharpness: float) -> np.ndarray:
    """Each row as shares that sum to 1 (softmax)."""
    raised = np.exp((evidence - evidence.max(axis=1, keepdims=True)) * sharpness)
    result: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return result
