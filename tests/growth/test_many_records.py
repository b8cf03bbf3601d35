"""Four times the records take about four times the steps, even if all have one title, are one work, or share sentences."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

import pytest

from benchmarks.made.many import SETS, decided
from benchmarks.made.steps import lines_of
from generator.dedupe.cluster import Link, cluster

FEW, TIMES = 60, 4
GROWTH = TIMES * 1.5  # the square would be sixteen times


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_steps_grow_no_faster_than_the_records(name: str) -> None:
    decided(SETS[name](10))  # what is made once is made
    few, many = (lines_of(partial(decided, SETS[name](count))) for count in (FEW, TIMES * FEW))
    assert many <= GROWTH * few, f"{few:,} lines, then {many:,}"


def joined(count: int, forbidden: Collection[tuple[int, int]] = (), sources: str = "") -> tuple[tuple[int, ...], ...]:
    """Clusters of records that follow each other; those of `sources`, in turn, come from sources that list works once."""
    links = [Link(9.0 - one % 2, one, one + 1) for one in range(count - 1)]
    found = cluster(
        count,
        [],
        links,
        forbidden,
        lambda one, other, link: False,
        lambda one: sources[one % len(sources)] if sources else "",
    )
    return found.clusters


@pytest.mark.parametrize("end", [0, 1])
def test_a_work_grows_by_a_record_in_as_many_steps_as_it_did_before(end: int) -> None:
    few, many = (lines_of(partial(joined, count, {(0, count - 1)} if end else ())) for count in (250, 1000))
    assert many <= GROWTH * few, f"{few:,} lines, then {many:,}"


def test_records_that_a_person_keeps_apart_part_the_work_between_them() -> None:
    assert joined(5) == ((0, 1, 2, 3, 4),)
    assert joined(6, {(0, 5)}) == ((0, 1, 2, 3), (4, 5))


def test_two_sources_that_list_each_work_once_do_not_list_one_twice() -> None:
    assert joined(6, sources="ab") == ((0, 1), (2, 3), (4, 5))
    assert joined(6, sources="a") == ((0, 1, 2, 3, 4, 5),)


@pytest.mark.parametrize("name", ["records of one work", "records of one work with two titles"])
def test_records_of_one_work_become_one(name: str) -> None:
    assert decided(SETS[name](300)) == 1


def test_records_of_a_column_stay_apart() -> None:
    assert decided(SETS["records of one title"](300)) == 300


def test_a_step_is_a_line_of_the_program() -> None:
    assert lines_of(lambda: sum(range(1000))) == 0
    assert 0 < lines_of(lambda: SETS and decided([])) < 1000
