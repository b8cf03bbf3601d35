"""Values that a build remembers come back equal, each made once however often it stands in another."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pytest

from generator.cache.packed import packed
from generator.cache.same import same


@dataclass(frozen=True, slots=True)
class Short:
    name: str


@dataclass(frozen=True, slots=True)
class Long:
    name: str
    parts: tuple[Short, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    name: str

    def __post_init__(self) -> None:
        if self.name == "made":
            object.__setattr__(self, "name", "made again")


@dataclass(frozen=True, slots=True)
class Counted:
    name: str
    length: int = field(init=False, default=0)


@dataclass(frozen=True)
class Deriving:
    name: str

    @cached_property
    def derived(self) -> str:
        return self.name * 2


def kept(value: Any) -> Any:
    return pickle.loads(packed(value))


@pytest.mark.parametrize(
    "value", [Short("a"), Long("a", (Short("b"),)), Checked("b"), Counted("c"), Deriving("d"), {"e": [Short("f")]}]
)
def test_a_value_comes_back_equal(value: object) -> None:
    assert same(kept(value), value)


def test_what_a_class_does_to_its_values_is_not_done_twice() -> None:
    value = Checked("b")
    object.__setattr__(value, "name", "made")
    assert kept(value).name == "made"


def test_what_is_no_argument_is_kept() -> None:
    value = Counted("c")
    object.__setattr__(value, "length", 3)
    assert kept(value).length == 3


def test_what_a_value_derived_is_kept() -> None:
    value = Deriving("d")
    assert value.derived == "dd"
    assert vars(kept(value)) == {"name": "d", "derived": "dd"}


def test_one_value_in_two_places_stays_one() -> None:
    one = Short("a")
    first, second = kept((Long("b", (one,)), Long("c", (one,))))
    assert first.parts[0] is second.parts[0]
