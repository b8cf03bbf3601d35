"""Neighbours in common speak for a pair of works."""

from __future__ import annotations

import pytest

from generator.links.neighbours import in_common, neighbours


def both_ways(pairs: dict[tuple[int, int], float], works: int) -> list[dict[int, float]]:
    near: list[dict[int, float]] = [{} for _ in range(works)]
    for (one, two), nearness in pairs.items():
        near[one][two] = near[two][one] = nearness
    return near


def test_works_that_stand_near_the_same_others_have_more_in_common_than_works_that_meet_alone() -> None:
    near = both_ways({(0, 1): 0.4, (0, 2): 0.5, (1, 2): 0.5, (0, 3): 0.5, (1, 3): 0.5, (4, 5): 0.4, (0, 4): 0.4}, 6)
    around = neighbours(near)
    assert in_common(around[0], around[1]) > in_common(around[0], around[4]) > 0


def test_works_without_a_common_neighbour_have_nothing_in_common() -> None:
    around = neighbours(both_ways({(0, 1): 0.4, (2, 3): 0.4}, 4))
    assert in_common(around[0], around[2]) == 0


def test_a_work_has_all_neighbours_in_common_with_itself_and_the_order_of_two_does_not_matter() -> None:
    around = neighbours(both_ways({(0, 1): 0.4, (1, 2): 0.3}, 3))
    assert in_common(around[1], around[1]) == pytest.approx(1)
    assert in_common(around[0], around[2]) == in_common(around[2], around[0]) > 0


def test_far_ones_of_a_crowd_do_not_count_for_the_work_that_has_nearer_ones() -> None:
    crowd = {(0, other): 0.5 for other in range(1, 30)}
    far = neighbours(both_ways(crowd | {(0, 30): 0.1, (30, 31): 0.5}, 32))
    near = neighbours(both_ways({(0, 1): 0.5, (0, 30): 0.1, (30, 31): 0.5}, 32))
    assert in_common(far[0], far[31]) < in_common(near[0], near[31])
