"""Nearest works by content: TF-IDF over the words and phrases of title and abstract, compared by cosine.

A word of the subject comes back in the works that have it, and stands in titles; a word of prose comes once, however
rare it is. So rarity is multiplied by how often a term comes in the works that have it.

Linear in the number of works: a term that more than `_POSTINGS` works share, or that is not among a work's strongest,
connects nobody; so each work meets a bounded number of others however many there are.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.links.terms import terms
from generator.works import Work

_TITLE = 3  # a word of the title counts as often as this
_PHRASE = 1.15  # two words say more than their rarity
_SHARE = 0.2  # a term in more works than this share speaks for none, once there are enough works to tell
_POSTINGS = 1_000
_STRONGEST = 48  # terms kept of each work
_CANDIDATES = 30  # nearest works of each
_ROWS = 1_024  # works compared at once: bounds memory


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Works by position in key order, each with its weighted terms (strongest first) and its nearest works (similarity
    falling).

    Attributes:
        weights: term to weight; the squares of one work's weights sum to 1.
        nearest: (position, cosine) of the nearest works.
    """

    weights: tuple[dict[str, float], ...]
    nearest: tuple[tuple[tuple[int, float], ...], ...]


def nearby(works: Sequence[Work]) -> Neighbourhood:
    """The nearest of every work, in key order. Works without a shared term have none."""
    weights = _weights(sorted(works, key=lambda work: work.key))
    return Neighbourhood(weights, _nearest(weights, _CANDIDATES))


def _weights(works: Sequence[Work]) -> tuple[dict[str, float], ...]:
    spread: Counter[str] = Counter()  # in how many works
    total: Counter[str] = Counter()
    counted = []
    for work in works:
        said = terms(work.abstract) + terms(work.title) * _TITLE
        counts = Counter(said)
        spread.update(counts.keys())
        total.update(said)
        counted.append(counts)
    most = min(_POSTINGS, max(20, int(_SHARE * len(works))))
    rarity = {
        key: math.log(1 + len(works) / share) * math.log2(1 + total[key] / share) * (_PHRASE if " " in key else 1.0)
        for key, share in spread.items()
        if 2 <= share <= most
    }
    weighted = []
    for place, counts in enumerate(counted):
        raw = sorted([(-rarity[key] * (1 + math.log(number)), key) for key, number in counts.items() if key in rarity])[
            :_STRONGEST
        ]
        length = math.sqrt(sum(weight * weight for weight, _ in raw)) or 1.0
        weighted.append({key: -weight / length for weight, key in raw})
        counted[place] = Counter()  # frees the larger half of the memory as it goes
    return tuple(weighted)


def _nearest(weights: Sequence[dict[str, float]], count: int) -> tuple[tuple[tuple[int, float], ...], ...]:
    """By blockwise sparse products."""
    import numpy as np
    from scipy.sparse import csr_matrix

    column = {term: number for number, term in enumerate(sorted({term for work in weights for term in work}))}
    starts, places, values = array("q", [0]), array("i"), array("d")
    for work in weights:
        for term, weight in work.items():
            places.append(column[term])
            values.append(weight)
        starts.append(len(places))
    matrix = csr_matrix(
        (np.array(values), np.array(places), np.array(starts)), shape=(len(weights), max(1, len(column)))
    )
    matrix.sort_indices()  # sums in one order, whatever the order of the terms
    other = matrix.T.tocsr()
    found: list[tuple[tuple[int, float], ...]] = []
    for top in range(0, len(weights), _ROWS):
        block = (matrix[top : top + _ROWS] @ other).tocsr()
        likeness = np.round(block.data, 6)
        for row in range(block.shape[0]):
            begin, end = block.indptr[row], block.indptr[row + 1]
            at, similarity = block.indices[begin:end], likeness[begin:end]
            if len(at) > count + 1:  # only what can be among the nearest is sorted: a work meets thousands
                keep = similarity >= np.partition(similarity, -count - 1)[-count - 1]
                at, similarity = at[keep], similarity[keep]
            order = [place for place in np.lexsort((at, -similarity)).tolist() if at[place] != top + row][:count]
            found.append(tuple(zip(at[order].tolist(), similarity[order].tolist(), strict=True)))
    return tuple(found)
