"""Which parts of a value a task looks at: its fields, what it derives from them, and the keys of its mappings.

A watched value belongs to a class derived from its own, so that it can be used in its place. While `recorded` runs,
every look at one of its parts is noted. A cached property, which derives from other parts, counts as a part itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from types import MemberDescriptorType
from typing import Any, TypeVar

Value = TypeVar("Value")
Look = tuple[str, str, Any]  # whose part, which part, and of a mapping which key: WHOLE for all of it
WHOLE = ("the whole",)  # no key of any mapping here
DISK: Look = ("the disk", "", WHOLE)
_VIEWS = "_views"
_OWNER = "_owner"
_OWNERS = "_owners"
_noted: list[set[Look]] = []  # of the running tasks, the innermost last


class Unwatched:
    """A base class for what is passed on unwatched: it looks at watched values itself whenever it is asked."""

    __slots__ = ()


def watched(value: Value, owners: Mapping[type, str]) -> Value:
    """`value`, whose looks are noted under the name that `owners` gives its class; likewise its parts of these
    classes.
    """
    kind: type = type(value)
    view: Value = object.__new__(_watching(kind))
    _fill(view, kind, _inside(value))
    view.__dict__.update({_VIEWS: {}, _OWNER: owners[kind], _OWNERS: owners})
    return view


def recorded(function: Callable[[], Value]) -> tuple[Value, frozenset[Look]]:
    """What a function returns, and what it looked at."""
    looks: set[Look] = set()
    _noted.append(looks)
    try:
        return function(), frozenset(looks)
    finally:
        _noted.pop()


def note_reading() -> None:
    """Note that the disk is read: nobody knows whether the task would see the same again."""
    _note(DISK)


def part(value: Any, name: str) -> Any:
    """A part of a watched value, neither noted nor watched itself unless its class has a name."""
    found, _ = recorded(lambda: getattr(value, name))
    return found.behind if isinstance(found, WatchedMapping) else found


class WatchedMapping(Mapping[Any, Any]):
    """A mapping of which each key is a part. Its methods are those of any mapping."""

    __slots__ = ("behind", "name", "owner")

    def __init__(self, owner: str, name: str, behind: Mapping[Any, Any]) -> None:
        self.owner, self.name, self.behind = owner, name, behind

    def __getitem__(self, key: Any) -> Any:
        _note((self.owner, self.name, key))
        return self.behind[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a key, or `default`."""
        _note((self.owner, self.name, key))
        return self.behind.get(key, default)

    def __contains__(self, key: object) -> bool:
        _note((self.owner, self.name, key))
        return key in self.behind

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    def keys(self) -> Any:
        """All keys."""
        return self._whole.keys()

    def values(self) -> Any:
        """All values."""
        return self._whole.values()

    def items(self) -> Any:
        """All keys with their values."""
        return self._whole.items()

    def __or__(self, other: Mapping[Any, Any]) -> dict[Any, Any]:
        return {**self._whole, **other}

    def __ror__(self, other: Mapping[Any, Any]) -> dict[Any, Any]:
        return {**other, **self._whole}

    def __eq__(self, other: object) -> bool:
        return bool(self._whole == (other.behind if isinstance(other, WatchedMapping) else other))

    __hash__ = None  # type: ignore[assignment]  # as of a dictionary

    def __reduce__(self) -> Any:
        raise TypeError("what is watched is not kept")  # a task must return values of its own

    @property
    def _whole(self) -> Mapping[Any, Any]:
        _note((self.owner, self.name, WHOLE))
        return self.behind


def _note(look: Look) -> None:
    if _noted:
        _noted[-1].add(look)


@cache
def _watching(kind: type) -> type:
    is_part: dict[str, bool] = {}

    def look(self: Any, name: str) -> Any:
        if name not in is_part:
            is_part[name] = not name.startswith("_") and _is_part(kind, name)
        if not is_part[name]:
            return object.__getattribute__(self, name)
        inside = object.__getattribute__(self, "__dict__")
        views = inside.get(_VIEWS)
        if views is None:  # a copy made of a watched value
            return object.__getattribute__(self, name)
        if name not in views:
            views[name] = _view(self, name, inside)
        value, looks = views[name]
        if _noted:
            _noted[-1].update(looks)
        return value

    def reduced(self: Any) -> Any:
        held = {name: value for name, value in _inside(self).items() if name not in (_VIEWS, _OWNER, _OWNERS)}
        return _restored, (kind, held)

    names = {"__getattribute__": look, "__reduce__": reduced}
    return type(kind.__name__, (kind,), names)


def _restored(kind: type, inside: dict[str, Any]) -> Any:
    value: Any = object.__new__(kind)
    _fill(value, kind, inside)
    return value


def _inside(value: Any) -> dict[str, Any]:
    """What a value holds, with or without slots."""
    slots = (name for name in getattr(type(value), "__slots__", ()) if hasattr(value, name))
    return {**getattr(value, "__dict__", {}), **{name: object.__getattribute__(value, name) for name in slots}}


def _fill(value: Any, kind: type, inside: dict[str, Any]) -> None:
    slots = getattr(kind, "__slots__", ())
    for name, held in inside.items():
        if name in slots:
            object.__setattr__(value, name, held)
        else:
            value.__dict__[name] = held


def _is_part(kind: type, name: str) -> bool:
    """Whether the name is a field or a cached property; methods and plain properties look at parts themselves."""
    found = next((vars(one)[name] for one in kind.__mro__ if name in vars(one)), None)
    return (
        found is None
        or isinstance(found, (cached_property, MemberDescriptorType))
        or not (callable(found) or isinstance(found, (property, classmethod, staticmethod)))
    )


def _view(self: Any, name: str, inside: dict[str, Any]) -> tuple[Any, frozenset[Look]]:
    """What is handed out for a part, and what is noted at each look."""
    owner, owners = inside[_OWNER], inside[_OWNERS]
    value, looks = recorded(lambda: object.__getattribute__(self, name))
    if type(value) in owners:
        return watched(value, owners), frozenset()
    if isinstance(value, (Unwatched, WatchedMapping)) or _VIEWS in getattr(value, "__dict__", ()):
        return value, frozenset()
    if name in getattr(type(self), "MADE_OF_PARTS", ()):  # it cannot be compared, but what it was made of can
        return value, looks
    if isinstance(value, Mapping):
        return WatchedMapping(owner, name, value), frozenset()
    return value, frozenset({(owner, name, WHOLE)})
