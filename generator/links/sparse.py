"""A sparse matrix of works by terms, with the two products that nearness needs.

With NumPy alone: loading SciPy takes longer than all the products for a few hundred works. For large surveys, SciPy's
product with a dense matrix is faster.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

_LARGE = 200_000  # values from which SciPy is worth loading
_ROWS = 256  # values multiplied at once: bounds memory


@dataclass(frozen=True)
class Sparse:
    """A matrix row by row: where each row starts, and the columns (rising within a row) and values of its entries."""

    starts: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    width: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    def turned(self) -> Sparse:
        """The transpose."""
        import numpy as np

        order = np.argsort(self.columns, kind="stable")
        rows = np.repeat(np.arange(len(self)), np.diff(self.starts))
        starts = np.concatenate(([0], np.cumsum(np.bincount(self.columns, minlength=self.width))))
        return Sparse(starts, rows[order], self.values[order], len(self))

    def times(self, dense: np.ndarray) -> np.ndarray:
        """The product with a dense matrix."""
        import numpy as np

        if self.values.size > _LARGE:
            from scipy.sparse import csr_matrix

            large: np.ndarray = csr_matrix((self.values, self.columns, self.starts), (len(self), self.width)) @ dense
            return large
        result = np.zeros((len(self), dense.shape[1]))
        filled = np.flatnonzero(np.diff(self.starts))
        for top in range(0, len(filled), _ROWS):
            rows = filled[top : top + _ROWS]
            first, end = self.starts[rows[0]], self.starts[rows[-1] + 1]
            products = self.values[first:end, None] * dense[self.columns[first:end]]
            result[rows] = np.add.reduceat(products, self.starts[rows] - first, axis=0)
        return result

    def row_times(self, row: int, other: Sparse) -> tuple[np.ndarray, np.ndarray]:
        """(columns, values) of one row of the product with another sparse matrix."""
        import numpy as np

        part = slice(self.starts[row], self.starts[row + 1])
        terms, weights = self.columns[part], self.values[part]
        first = other.starts[terms]
        lengths = other.starts[terms + 1] - first
        before = np.cumsum(lengths) - lengths
        places = np.repeat(first - before, lengths) + np.arange(int(lengths.sum()))
        columns = other.columns[places]
        sums = np.bincount(columns, np.repeat(weights, lengths) * other.values[places])
        found = np.flatnonzero(sums)
        return found, sums[found]


def sparse(rows: Sequence[Mapping[str, float]], column: Mapping[str, int]) -> Sparse:
    """Rows of weighted terms as a matrix; terms without a column are left out."""
    import numpy as np

    counts, places, values = array("q"), array("q"), array("d")
    for row in rows:
        known = [term for term in row if term in column]
        places.extend([column[term] for term in known])
        values.extend([row[term] for term in known])
        counts.append(len(known))
    lengths, columns = np.array(counts, dtype=np.int64), np.array(places, dtype=np.int64)
    order = np.lexsort((columns, np.repeat(np.arange(len(lengths)), lengths)))  # sums in a fixed order
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(lengths)))
    return Sparse(starts, columns[order], np.array(values)[order], max(1, len(column)))
