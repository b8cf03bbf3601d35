"""How alike titles are, by runs of four letters: `quantized` and `quantization` are different words but have most runs
in common. A title says in a few words what its work is about, so that what two titles share counts more than the same
words in abstracts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from generator.links.sparse import sparse
from generator.text.compare import ascii_letters

if TYPE_CHECKING:
    import numpy as np

_RUN = 4  # letters of a run, the blank before and after a word included
_WORD = re.compile(r"[^\W_]+")


class Titles:
    """Compares the title of one work, by its position, with those of others."""

    def __init__(self, titles: Sequence[str]) -> None:
        """Titles that share no run with any other are like none."""
        import numpy as np

        counted = [_runs(title) for title in titles]
        spread: Counter[str] = Counter()
        for counts in counted:
            spread.update(counts.keys())
        rarity = {run: math.log((1 + len(titles)) / (1 + share)) + 1 for run, share in spread.items() if share > 1}
        column = {run: number for number, run in enumerate(sorted(rarity))}
        self.matrix = sparse([_weights(counts, rarity) for counts in counted], column)
        self._row = np.zeros(self.matrix.width)

    def likeness(self, one: int, others: np.ndarray) -> np.ndarray:
        """The cosine (0 to 1) of a title with each of `others`, which are positions."""
        import numpy as np

        matrix, row = self.matrix, self._row
        part = slice(matrix.starts[one], matrix.starts[one + 1])
        row[matrix.columns[part]] = matrix.values[part]
        first = matrix.starts[others]
        lengths = matrix.starts[others + 1] - first
        ends = np.cumsum(lengths)
        places = np.repeat(first - (ends - lengths), lengths) + np.arange(int(lengths.sum()))
        products = np.cumsum(np.concatenate(([0.0], matrix.values[places] * row[matrix.columns[places]])))
        row[matrix.columns[part]] = 0.0
        found: np.ndarray = products[ends] - products[ends - lengths]
        return found


def _runs(title: str) -> Counter[str]:
    return Counter(chain.from_iterable(map(_runs_of, _WORD.findall(ascii_letters(title).casefold()))))


@lru_cache(maxsize=50_000)
def _runs_of(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[at : at + _RUN] for at in range(max(1, len(padded) - _RUN + 1)))


def _weights(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    raw = {run: rarity[run] * (1 + math.log(number)) for run, number in counts.items() if run in rarity}
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    return {run: weight / length for run, weight in raw.items()}
