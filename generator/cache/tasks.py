"""What tasks looked at and returned, in the last build and in this one."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from generator.cache import sealed
from generator.cache.packed import packed
from generator.cache.same import same, shared
from generator.cache.unpacked import unpacked
from generator.cache.version import version
from generator.cache.watched import DISK, WHOLE, Look, part, recorded, watched
from generator.extensions import is_extended
from generator.two_processes import in_two_processes

Value = TypeVar("Value")
Other = TypeVar("Other")
_NAME = "tasks"
_ABSENT = ("absent",)
_EACH = "each "  # before the names of what is done for each item of a mapping
_WITHIN = "within "  # before the name of a task and of what it takes from memory by its key


class Job(NamedTuple, Generic[Value]):
    """A named function; its result depends on what it looks at and on `key` alone."""

    name: str
    function: Callable[[], Value]
    key: Any = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a task returned, what it looked at (as indexes of `Memory.looks`), and the key that it was given."""

    value: Any
    looks: array[int]
    key: Any = None


class _Noted(NamedTuple):
    """As `Done`, but with the looks themselves: only at the end of the build do they get indexes."""

    value: Any
    looks: Iterable[Look] = ()
    key: Any = None


class _Recorded(NamedTuple, Generic[Value]):
    """What a function returned and looked at, and what was done for each item meanwhile."""

    value: Value
    looks: frozenset[Look]
    of_each: Mapping[str, _Noted]


@dataclass(frozen=True)
class Memory:
    """What a build remembers: its tasks by name, what they looked at, and checksums of the files that it wrote."""

    version: str = ""
    language: str = ""  # the language of the pages
    done: Mapping[str, Done] = field(default_factory=dict)
    looks: Sequence[Look] = ()
    parts: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


class Tasks:
    """The tasks of one build: those of the last build that are still valid, and those that were run."""

    def __init__(self, before: Memory | None = None, is_kept: bool = False) -> None:
        """`is_kept`: whether to remember this build; if not, nothing is watched and every task is run."""
        self.before = before or Memory()
        self.is_kept = is_kept
        self.language = ""  # the language of the tasks from now on; "" where their results have none
        self._done: dict[str, _Noted] = {}
        self._roots: list[tuple[Any, Mapping[type, str]]] = []
        self._reused: set[str] = set()
        self._changed: dict[int, bool] = {}
        self._parts: dict[tuple[str, str], Any] = {}

    def watch(self, value: Value, owners: Mapping[type, str]) -> Value:
        """`value` as tasks look at it; parts whose class is in `owners` get the name that stands there."""
        if not self.is_kept:
            return value
        view = watched(value, owners)
        self._roots.append((view, owners))
        return view

    def keyed(self, name: str, key: Any, function: Callable[[], Value], within: str = "") -> Value:
        """The result of a function that depends on `key` alone; `within` names the task that calls it, if one does, so
        that it is remembered even where that is not run again.
        """
        name = f"{_WITHIN}{within}: {name}" if within else name
        before = self._before(name)
        value: Value = before.value if before is not None and same(before.key, key) else function()
        self._done[name] = _Noted(value, key=key)
        return value

    def value(self, name: str, function: Callable[[], Value], key: Any = None) -> Value:
        """The result of a function that depends only on watched values and on `key`. A function that looks at the disk
        is run every time.
        """
        if self.is_valid(name, key):
            known: Value = self.reuse(name)
            return known
        return self._done_anew(name, self._recorded(function), key)

    def both(self, first: Job[Value], second: Job[Other], worthwhile: bool) -> tuple[Value, Other]:
        """As `value` for two functions, side by side if neither result is known and that is `worthwhile`."""
        if any(self.is_valid(one.name, one.key) for one in (first, second)):
            return self.value(*first), self.value(*second)
        one, other = in_two_processes(
            lambda: self._recorded(first.function), lambda: self._recorded(second.function), worthwhile
        )
        return self._done_anew(first.name, one, first.key), self._done_anew(second.name, other, second.key)

    def each(self, name: str, items: Mapping[str, Any], function: Callable[[Any], Value]) -> dict[str, Value]:
        """The results of a function that depends on one item alone, by the items' keys: those of other items than in
        the last build are made. It may be called within a task; it is remembered even where that is not run again.
        """
        before = self._before(_EACH + name)
        value: dict[str, Value] = {}
        for key, item in items.items():
            is_known = before is not None and key in before.key and same(before.key[key], item)
            value[key] = before.value[key] if before is not None and is_known else function(item)
        self._done[_EACH + name] = _Noted(value, key=dict(items))
        return value

    def knows(self, name: str) -> bool:
        """Whether the last build did `each` under this name."""
        return self._before(_EACH + name) is not None

    def _recorded(self, function: Callable[[], Value]) -> _Recorded[Value]:
        known = set(self._done)
        value, looks = recorded(function) if self.is_kept else (function(), frozenset())
        of_each = {name: done for name, done in self._done.items() if name.startswith(_EACH) and name not in known}
        return _Recorded(value, looks, of_each)

    def _done_anew(self, name: str, done: _Recorded[Value], key: Any) -> Value:
        self._done.update(done.of_each)  # if a second process did them
        before = self.before.done.get(name)
        # What is as before is taken from there, so that what follows sees at once that it did not change.
        value: Value = shared(before.value, done.value) if before is not None else done.value
        self.note(name, value, done.looks, key)
        return value

    def is_valid(self, name: str, key: Any = None) -> bool:
        """Whether the task was run before, and everything that it looked at then is the same now."""
        before = self._before(name)
        return before is not None and same(before.key, key) and not any(map(self._has_changed, before.looks))

    def reuse(self, name: str) -> Any:
        """What a valid task returned in the last build."""
        before = self.before.done[name]
        self._reused.add(name)
        looks = [self.before.looks[number] for number in before.looks]
        self._done[name] = _Noted(before.value, looks, before.key)
        return before.value

    def returned(self, name: str) -> Any:
        """What a task of this build returned, whether it was run or not. Raises KeyError before that is known."""
        return self._done[name].value

    def note(self, name: str, value: Any, looks: Iterable[Look], key: Any = None) -> None:
        """Remember a task that has been run."""
        self._done[name] = _Noted(value, looks, key)

    def memory(self, files: Mapping[str, str]) -> Memory:
        """What the next build may reuse; `files` are the checksums of those that this one wrote."""
        numbers: dict[Look, int] = {}
        self._done |= {
            name: _Noted(before.value, key=before.key)
            for name, before in self.before.done.items()
            if name not in self._done and self._is_within_reused(name) and self._before(name)
        }
        done = {
            name: Done(one.value, array("I", [numbers.setdefault(look, len(numbers)) for look in one.looks]), one.key)
            for name, one in self._done.items()
        }
        parts = {look[:2]: self._part(*look[:2]) for look in numbers if look != DISK}
        return Memory(version(), self.language, done, tuple(numbers), parts, files)

    def _is_within_reused(self, name: str) -> bool:
        """Whether this was done for each item, or by its key, within a task that was not run again."""
        return name.startswith(_EACH) or (
            name.startswith(_WITHIN) and name.removeprefix(_WITHIN).partition(": ")[0] in self._reused
        )

    def _before(self, name: str) -> Done | None:
        """What a task returned in the last build, unless that build was in another language."""
        is_other = self.language and self.language != self.before.language
        return None if is_other else self.before.done.get(name)

    def _has_changed(self, number: int) -> bool:
        if number not in self._changed:
            self._changed[number] = self._differs(*self.before.looks[number])
        return self._changed[number]

    def _differs(self, owner: str, name: str, key: Any) -> bool:
        if (owner, name, key) == DISK:
            return True
        old, new = self.before.parts[owner, name], self._part(owner, name)
        if key != WHOLE:
            old, new = old.get(key, _ABSENT), new.get(key, _ABSENT)
        return not same(old, new)

    def _part(self, owner: str, name: str) -> Any:
        if (owner, name) not in self._parts:
            self._parts[owner, name] = part(self._owner(owner), name)
        return self._parts[owner, name]

    def _owner(self, owner: str) -> Any:
        for root, owners in self._roots:
            found = _of_owner(root, owners, owner)
            if found is not None:
                return found
        raise KeyError(owner)


def _of_owner(value: Any, owners: Mapping[type, str], owner: str) -> Any:
    """The watched value named `owner`, whether `value` itself or something in it; None if there is none."""
    kind = type(value).__mro__[1]  # a watched value has a class made for it, whose base is its own
    if owners.get(kind) == owner:
        return value
    for name in owners.values():
        if hasattr(kind, name) or name in getattr(kind, "__dataclass_fields__", ()):
            found = _of_owner(part(value, name), owners, owner)
            if found is not None:
                return found
    return None


def remembered(project: Path, wanted: bool = True) -> Tasks:
    """The tasks of a build, with what the last one remembers, or with nothing unless `wanted`."""
    if not wanted or is_extended():
        return Tasks()
    content = sealed.kept(project, _NAME)
    return Tasks(_memory(content) if content else None, is_kept=True)


def remember(project: Path, tasks: Tasks, files: Mapping[str, str]) -> None:
    """Keep what the next build may reuse. Values that cannot be kept are no error: the next build makes them again."""
    if tasks.is_kept:
        memory = tasks.memory(files)
        try:
            content = packed(memory)
        except (pickle.PicklingError, AttributeError, TypeError, RecursionError):
            sealed.forget(project, _NAME)
            return
        sealed.keep(project, _NAME, content)


def _memory(content: bytes) -> Memory | None:
    """What the signed content holds, if this very program wrote it."""
    try:
        found = unpacked(content)
    except Exception:  # from another version, some of whose classes do not exist here
        return None
    return found if isinstance(found, Memory) and found.version == version() else None
