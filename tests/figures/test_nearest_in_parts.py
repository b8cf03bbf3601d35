"""Which works of a map without themes lie beside which: found in parts, since all pairs at once take 10 GB for 20,000."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from generator.figures.layout import _nearest


@pytest.mark.parametrize("cells", [1, 700, 10**6])
@pytest.mark.parametrize("alike", [False, True])
def test_the_parts_find_what_sorting_all_pairs_finds(cells: int, alike: bool) -> None:
    content = np.round(np.random.default_rng(7).normal(size=(120, 5)), 1)
    if alike:
        content[10:90] = content[10]
    content /= np.sqrt((content * content).sum(axis=1))[:, None]
    likeness = np.round(content @ content.T, 3)
    np.fill_diagonal(likeness, -2)
    wanted = np.argsort(-likeness, axis=1, kind="stable")[:, :4]
    assert np.array_equal(_nearest(content, 4, cells), wanted)


def test_three_times_the_works_take_three_times_the_memory_at_most() -> None:
    peaks = []
    for works in (3000, 9000):
        content = np.ones((works, 3))
        tracemalloc.start()
        _nearest(content, 4)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 3 * peaks[0]
