"""Groups of works with similar content, for a corpus without a taxonomy."""

from __future__ import annotations

import math
import warnings
from array import array
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from generator.themes.languages import languages
from generator.themes.stems import STOP_STEMS
from generator.themes.synonyms import synonyms, with_synonyms, words_of
from generator.works import Work

MOST = 40  # themes that a person can still survey
LEARNT_FROM = 5000  # works on which the groups are learnt, evenly spaced; the others join them
_SEVERAL = 40  # works from which on a word must stand in three of them
COMMON = 0.5  # of all works; a word in more of them distinguishes none
ROUNDS, TOLERANCE = 200, 1e-3


def how_many(works: int) -> int:
    """The number of themes for so many works: near its square root, as 18 for 345 works or 3 for 12."""
    return max(1, min(MOST, round(math.sqrt(works) * 0.97)))


def vectors(works: Sequence[Work]) -> Any:
    """The works as unit rows of a sparse matrix (SciPy CSR): TF-IDF of stems, with the logarithm of a stem's count.

    A word must stand in two works, and in a corpus of forty or more in three, so that it can bring works together.
    """
    from scipy.sparse import csr_matrix

    number: dict[str, int] = {}
    rows, columns, values = array("i"), array("i"), array("d")
    spoken = languages(works)
    same = synonyms(works, spoken, compounds=False)
    for row, (work, language) in enumerate(zip(works, spoken, strict=True)):
        texts = (work.title, *work.keywords, work.abstract)
        count = Counter(stem for text in texts for stem in with_synonyms(words_of(text, language), same))
        for stem, times in count.items():
            if stem not in STOP_STEMS and len(stem) > 1 and not stem.isdigit():
                rows.append(row)
                columns.append(number.setdefault(stem, len(number)))
                values.append(1.0 + math.log(times))
    matrix = csr_matrix((values, (rows, columns)), shape=(len(works), len(number)))
    found = np.bincount(columns, minlength=len(number)) if columns else np.zeros(0)
    least = 3 if len(works) >= _SEVERAL else min(2, max(1, len(works)))
    useful = np.flatnonzero((found >= least) & (found <= max(least, COMMON * len(works))))
    matrix = matrix[:, useful].multiply(1.0 + np.log((len(works) + 1) / (found[useful] + 1))).tocsr()
    length = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    return matrix.multiply(1.0 / np.maximum(np.asarray(length), 1e-12)).tocsr()


def cluster(matrix: Any, count: int) -> np.ndarray:
    """A group number for each row of `matrix`, from 0 to at most `count` - 1; -1 for a row without any word.

    Non-negative matrix factorisation from a start without chance (NNDSVD): a work goes to the component that explains
    most of it. On the shipped survey its groups are more stable than those of Ward's tree, of k-means and of the same
    factorisation on plain words (`benchmarks/themes.py`). Groups are numbered by size, then by their first work.
    """
    with_words = np.flatnonzero(np.diff(matrix.indptr))
    labels = np.full(matrix.shape[0], -1)
    count = min(count, len(with_words), matrix.shape[1])
    if not count:
        return labels
    if count == 1:
        labels[with_words] = 0
        return labels
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    model = NMF(count, init="nndsvd", random_state=0, max_iter=ROUNDS, tol=TOLERANCE)
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):  # an error of zero may round to less than zero
        warnings.simplefilter("ignore", ConvergenceWarning)  # the group that explains a work most settles long before
        model.fit(matrix[with_words[:: -(-len(with_words) // LEARNT_FROM)]])
        shares = model.transform(matrix[with_words]) * np.linalg.norm(model.components_, axis=1)
    chosen = shares.argmax(axis=1)
    first = {int(group): row for row, group in reversed(list(enumerate(chosen)))}
    sizes = Counter(chosen.tolist())
    rank = {group: place for place, group in enumerate(sorted(sizes, key=lambda group: (-sizes[group], first[group])))}
    labels[with_words] = [rank[group] for group in chosen.tolist()]
    return labels
