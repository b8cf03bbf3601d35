"""Products of sparse matrices are those of the same matrices written out, however large they are."""

from __future__ import annotations

import random

import numpy as np
import pytest

from generator.links import sparse as module
from generator.links.sparse import Sparse, sparse


def rows(seed: int, count: int = 60, width: int = 40) -> list[dict[str, float]]:
    """Weighted terms of some works; a few works have none."""
    chance = random.Random(seed)
    terms = [f"t{number}" for number in range(width)]
    return [
        {term: chance.random() for term in chance.sample(terms, chance.choice((0, 1, 5, 20)))} for _ in range(count)
    ]


def written_out(matrix: Sparse) -> np.ndarray:
    """The matrix with its zeros."""
    full = np.zeros((len(matrix), matrix.width))
    for row in range(len(matrix)):
        part = slice(matrix.starts[row], matrix.starts[row + 1])
        full[row, matrix.columns[part]] = matrix.values[part]
    return full


def made(seed: int) -> Sparse:
    """A matrix in which a term of the works has no column."""
    return sparse(rows(seed), {f"t{number}": number for number in range(39)})


@pytest.mark.parametrize("seed", range(3))
def test_the_transpose_has_rows_for_columns(seed: int) -> None:
    matrix = made(seed)
    assert np.array_equal(written_out(matrix.turned()), written_out(matrix).T)


@pytest.mark.parametrize("large", [0, 1_000_000])
@pytest.mark.parametrize("seed", range(3))
def test_the_product_with_a_dense_matrix_is_that_of_the_matrix_written_out(
    seed: int, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LARGE", large)
    monkeypatch.setattr(module, "_ROWS", 7)
    matrix = made(seed)
    dense = np.random.default_rng(seed).standard_normal((39, 6))
    assert np.allclose(matrix.times(dense), written_out(matrix) @ dense)


@pytest.mark.parametrize("seed", range(3))
def test_a_row_of_the_product_of_two_sparse_matrices_names_all_that_is_not_zero(seed: int) -> None:
    matrix = made(seed)
    full = written_out(matrix) @ written_out(matrix).T
    for row in range(len(matrix)):
        columns, values = matrix.row_times(row, matrix.turned())
        assert columns.tolist() == np.flatnonzero(full[row]).tolist()
        assert np.allclose(values, full[row, columns])


def test_a_matrix_without_terms_has_no_columns_of_its_own() -> None:
    empty = sparse([{}, {}], {})
    assert empty.times(np.ones((1, 3))).tolist() == [[0.0] * 3] * 2
    assert empty.turned().width == 2
    assert empty.row_times(0, empty.turned())[0].tolist() == []
