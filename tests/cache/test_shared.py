"""Of a new value, the parts that did not change are those of the old one, so that nobody compares them again."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import Any

import pytest

from generator.cache.same import same, shared


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value with a name."""

    name: str
    number: float = 0


@dataclass(frozen=True)
class Tree:
    """Values in a row and by name."""

    row: tuple[Leaf, ...]
    by_name: dict[str, Leaf]


LEAVES = tuple(Leaf(name) for name in "abcd")
TREE = Tree(LEAVES, {leaf.name: leaf for leaf in LEAVES})


def test_an_equal_value_is_the_old_one() -> None:
    assert shared(TREE, copy.deepcopy(TREE)) is TREE


@pytest.mark.parametrize("gone", range(4))
def test_of_a_row_that_lost_one_all_others_are_the_old_ones(gone: int) -> None:
    kept = [leaf for at, leaf in enumerate(LEAVES) if at != gone]
    found = shared(LEAVES, tuple(copy.deepcopy(kept)))
    assert len(found) == len(kept)
    assert all(one is other for one, other in zip(found, kept, strict=True))


@pytest.mark.parametrize("place", range(5))
def test_of_a_row_that_gained_one_all_others_are_the_old_ones(place: int) -> None:
    more = [*copy.deepcopy(LEAVES[:place]), Leaf("new"), *copy.deepcopy(LEAVES[place:])]
    found = shared(LEAVES, tuple(more))
    assert found == tuple(more)
    assert {id(one) for one in LEAVES} <= {id(one) for one in found}


def test_a_changed_part_is_the_new_one_and_the_others_are_the_old_ones() -> None:
    new = copy.deepcopy(replace(TREE, by_name={**TREE.by_name, "b": Leaf("b", 1.5)}))
    found = shared(TREE, new)
    assert found.row is TREE.row
    assert found.by_name["b"] == Leaf("b", 1.5)
    assert found.by_name["a"] is TREE.by_name["a"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ((1, 2), (1, True)),
        ((1.0,), (1,)),
        ({1: "a"}, {True: "a"}),
        ([1], (1,)),
        (Leaf("a", 0.0), Leaf("a", -0.0)),
        (frozenset({1}), frozenset({True})),
        (object(), object()),
        ((1, 2, 3), (3, 2)),
        ((), (1,)),
        (TREE, replace(TREE, row=LEAVES[::-1])),
    ],
)
def test_what_differs_in_order_or_type_stays_as_it_is_in_the_new_value(old: Any, new: Any) -> None:
    found = shared(old, new)
    assert found is not old
    assert found is new or same(found, new)
