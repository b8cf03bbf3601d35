"""Nearest works by content: the words and phrases of title and abstract, and the topics behind them.

The nearness of two works is the cosine of their terms (TF-IDF of words and two-word phrases) plus a part of the cosine
of their topics (`topics`) and of the likeness of their titles (`titles`). Topics bring together words that appear near
the same words and so mean much the same. The time is linear in the number of works: a term that more than `_POSTINGS`
works share, or that is not among a work's strongest, connects none, so each work meets a bounded number of others;
topics and titles are compared only for the nearest by terms.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.links.sparse import Sparse, sparse
from generator.links.terms import terms
from generator.links.titles import Titles
from generator.links.topics import topics
from generator.works import Work

TOPICS = 0.4  # weight of a cosine of topics relative to one of terms, which varies much less (development grades)
TITLES = 0.15  # weight of the likeness of two titles (0 to 1) relative to the same
_TITLE = 2  # a word of the title counts as often as this
_SHARE = 0.5  # a term in a larger share of the works is ignored
_POSTINGS = 1_000
_STRONGEST = 160  # terms kept of each work
_TOPIC_RARITY = 0.7  # exponent of a word's rarity for topics: what only two works share makes no topic
_CANDIDATES = 60  # nearest works by terms, of which
_NEAREST = 30  # these are kept, by terms and topics


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Works by position in key order, each with its weighted terms (strongest first) and its nearest works (nearest
    first).

    Attributes:
        weights: term to weight; the squares of one work's weights sum to 1.
        nearest: (position, nearness from 0 to 1 + `TOPICS` + `TITLES`) of the nearest works.
        topics: how many topics are part of that nearness; among few works none.
        repeated: the terms that each work has in its title, or more than once.
    """

    weights: tuple[dict[str, float], ...]
    nearest: tuple[tuple[tuple[int, float], ...], ...]
    topics: int
    repeated: tuple[frozenset[str], ...]


def nearby(works: Sequence[Work]) -> Neighbourhood:
    """The nearest of every work, in key order. Works without a shared term have none."""
    ordered = sorted(works, key=lambda work: work.key)
    counted = [_counts(work) for work in ordered]
    spread: Counter[str] = Counter()  # in how many works each occurs
    for counts in counted:
        spread.update(counts.keys())
    most = min(_POSTINGS, max(20, int(_SHARE * len(works))))
    rarity = {term: math.log((1 + len(works)) / (1 + share)) + 1 for term, share in spread.items() if 1 < share <= most}
    weights = tuple(_strongest(counts, rarity) for counts in counted)
    column = {term: number for number, term in enumerate(sorted({term for work in weights for term in work}))}
    matrix = sparse(weights, column)
    words = sparse([_words(counts, rarity) for counts in counted], column)
    topic = topics(words)
    repeated = tuple(
        frozenset(term for term in strongest if counts[term] > 1)
        for strongest, counts in zip(weights, counted, strict=True)
    )
    nearest = _nearest(matrix, topic, Titles([work.title for work in ordered]))
    return Neighbourhood(weights, nearest, topic.shape[1] if topic.any() else 0, repeated)


def _counts(work: Work) -> Counter[str]:
    return Counter(terms(work.abstract) + terms(work.title) * _TITLE)


def _strongest(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    """The work's terms with their weights, strongest first."""
    raw = sorted((-rarity[term] * (1 + math.log(number)), term) for term, number in counts.items() if term in rarity)
    return _unit({term: -weight for weight, term in raw[:_STRONGEST]})


def _words(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    """The work's words as used for topics."""
    return _unit(
        {
            term: rarity[term] ** _TOPIC_RARITY * (1 + math.log(number))
            for term, number in sorted(counts.items())
            if term in rarity and " " not in term
        }
    )


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _nearest(matrix: Sparse, topic: Any, titles: Titles) -> tuple[tuple[tuple[int, float], ...], ...]:
    """The nearest by terms, then by terms, topics and titles; `topic` has a row for each work, of length 1 or 0."""
    import numpy as np

    other = matrix.turned()
    found: list[tuple[tuple[int, float], ...]] = []
    for row in range(len(matrix)):
        at, similarity = matrix.row_times(row, other)
        similarity = np.round(similarity, 6)
        if len(at) > _CANDIDATES + 1:  # only possible neighbours are examined: a work meets thousands
            keep = similarity >= np.partition(similarity, -_CANDIDATES - 1)[-_CANDIDATES - 1]
            at, similarity = at[keep], similarity[keep]
        content = similarity + TOPICS * np.maximum(topic[at] @ topic[row], 0)
        nearness = np.round(content + TITLES * titles.likeness(row, at), 4)
        order = [place for place in np.lexsort((at, -nearness)).tolist() if at[place] != row][:_NEAREST]
        found.append(tuple(zip(at[order].tolist(), nearness[order].tolist(), strict=True)))
    return tuple(found)
