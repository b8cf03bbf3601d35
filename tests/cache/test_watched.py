"""A task's looks: which parts of a value it depends on, and when two values are the same."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from generator.cache.same import same
from generator.cache.tasks import Tasks
from generator.cache.watched import WHOLE, note_reading, recorded, watched


@dataclass(frozen=True, slots=True)
class Settings:
    title: str = ""
    style: str = ""


@dataclass(frozen=True)
class Shelf:
    works: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def lengths(self) -> dict[str, int]:
        return {key: len(work) for key, work in self.works.items()}

    def length(self, key: str) -> int:
        return self.lengths[key]


OWNERS = {Shelf: "shelf", Settings: "settings"}
SHELF = Shelf({"a": "one", "b": "three"}, Settings("Sets", "numbered"))


@pytest.mark.parametrize(
    ("task", "looks"),
    [
        (lambda shelf: shelf.works["a"], {("shelf", "works", "a")}),
        (lambda shelf: shelf.works.get("c"), {("shelf", "works", "c")}),
        (lambda shelf: "c" in shelf.works, {("shelf", "works", "c")}),
        (lambda shelf: list(shelf.works), {("shelf", "works", WHOLE)}),
        (lambda shelf: dict(shelf.works.items()), {("shelf", "works", WHOLE)}),
        (lambda shelf: shelf.works | {}, {("shelf", "works", WHOLE)}),
        (lambda shelf: len(shelf.works), {("shelf", "works", WHOLE)}),
        (lambda shelf: shelf.length("b"), {("shelf", "lengths", "b")}),
        (lambda shelf: shelf.settings.style, {("settings", "style", WHOLE)}),
        (lambda shelf: 1, set()),
    ],
)
def test_what_a_task_looks_at_is_noted(task: Any, looks: set[Any]) -> None:
    _, noted = recorded(lambda: task(watched(SHELF, OWNERS)))
    assert noted == looks


def test_a_second_task_that_looks_at_what_the_first_derived_depends_on_it_too() -> None:
    shelf = watched(SHELF, OWNERS)
    assert recorded(lambda: shelf.lengths["a"]) == (3, frozenset({("shelf", "lengths", "a")}))
    assert recorded(lambda: shelf.lengths["b"]) == (5, frozenset({("shelf", "lengths", "b")}))


def test_a_watched_value_is_kept_as_what_it_is() -> None:
    kept = pickle.loads(pickle.dumps(watched(SHELF, OWNERS)))
    assert type(kept) is Shelf
    assert kept == SHELF


def test_a_mapping_that_is_watched_cannot_be_kept_by_mistake() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(watched(SHELF, OWNERS).works)


def from_disk() -> str:
    """What a file holds."""
    note_reading()
    return "text"


def done(tasks: Tasks, shelf: Shelf) -> list[str]:
    """The tasks that were done for a shelf, with what `tasks` remember."""
    ran: list[str] = []
    seen = tasks.watch(shelf, OWNERS)

    def of(name: str, value: Any) -> Any:
        ran.append(name)
        return value

    tasks.value("a", lambda: of("a", seen.works["a"]))
    tasks.value("b", lambda: of("b", seen.works["b"]))
    tasks.value("sum", lambda: of("sum", sum(seen.lengths.values())))
    tasks.value("style", lambda: of("style", seen.settings.style))
    tasks.value("disk", lambda: of("disk", from_disk()))
    tasks.keyed("key", shelf.settings.title, lambda: of("key", 1))
    return ran


@pytest.mark.parametrize(
    ("shelf", "ran"),
    [
        (SHELF, ["disk"]),
        (replace(SHELF, works={"a": "one", "b": "other"}), ["b", "disk"]),
        (replace(SHELF, works={"a": "one", "b": "four"}), ["b", "sum", "disk"]),
        (replace(SHELF, works={"b": "three", "a": "one"}), ["sum", "disk"]),
        (replace(SHELF, settings=Settings("Sets", "plain")), ["style", "disk"]),
        (replace(SHELF, settings=Settings("Orders", "numbered")), ["disk", "key"]),
    ],
)
def test_a_task_is_done_again_when_what_it_looked_at_is_another(shelf: Shelf, ran: list[str]) -> None:
    first = Tasks(is_kept=True)
    assert done(first, SHELF) == ["a", "b", "sum", "style", "disk", "key"]
    memory = pickle.loads(pickle.dumps(first.memory({})))
    second = Tasks(memory, is_kept=True)
    assert done(second, shelf) == ran
    third = Tasks(second.memory({}), is_kept=True)
    assert done(third, shelf) == ["disk"]


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),
        (1, True, False),
        (0.0, -0.0, False),
        ((1, "a"), [1, "a"], False),
        (frozenset({1}), frozenset({True}), False),
        (Path("a"), Path("a"), True),
        (Settings("a"), Settings("a"), True),
        ([Settings("a")], [Settings("b")], False),
        (len, len, True),
        (lambda: 1, lambda: 1, False),
    ],
)
def test_values_are_the_same_only_where_a_task_could_not_tell_them_apart(one: Any, other: Any, are_same: bool) -> None:
    assert same(one, other) is are_same


def test_what_a_task_takes_by_keys_is_remembered_while_that_task_is_not_done_again_and_no_longer() -> None:
    def names_made(tasks: Tasks, shelf: Shelf, names: str) -> list[str]:
        """The names made within the task `index`."""
        made: list[str] = []
        seen = tasks.watch(shelf, OWNERS)

        def index() -> str:
            for name in names:
                tasks.keyed(name, name, lambda name=name: made.append(name), within="index")  # type: ignore[misc]
            return seen.settings.style

        tasks.value("index", index)
        return made

    other, third = (replace(SHELF, settings=Settings("Sets", style)) for style in ("plain", "third"))
    first = Tasks(is_kept=True)
    assert names_made(first, SHELF, "abc") == ["a", "b", "c"]
    second = Tasks(first.memory({}), is_kept=True)
    assert names_made(second, SHELF, "abc") == []  # the task is not done at all
    after = Tasks(second.memory({}), is_kept=True)
    assert names_made(after, other, "ab") == []
    last = Tasks(after.memory({}), is_kept=True)
    assert names_made(last, third, "abc") == ["c"]
