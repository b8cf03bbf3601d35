"""Whether two values are the same in every part: equal, of the same types and in the same order."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import PurePath
from typing import Any

from generator.cache.later import Later

_PLAIN = (str, int, bool, bytes, type(None))


def same(one: Any, other: Any) -> bool:
    """As `==`, but the order of a mapping counts, and 1, 1.0 and True differ. Values of unknown types are never the
    same.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _PLAIN or isinstance(one, PurePath):
        return bool(one == other)
    if kind is float:
        return repr(one) == repr(other)
    if kind is Later:
        return bool(one.content == other.content)
    if isinstance(one, (tuple, list, Mapping)):
        return _in_order(one, other)
    if isinstance(one, (set, frozenset)):
        return bool(one == other) and set(map(type, one)) == set(map(type, other))
    return is_dataclass(kind) and all(same(getattr(one, name), getattr(other, name)) for name in _names(kind))


def shared(old: Any, new: Any) -> Any:
    """`new`, with every part that is the same in `old` taken from there: whoever compares the two sees it at once."""
    kind = type(new)
    if old is new or kind is not type(old):
        return new
    if kind is tuple:
        return _shared_row(old, new)
    if kind is dict:
        found = {key: shared(old[key], value) if key in old else value for key, value in new.items()}
        is_old = same([*old], [*new]) and all(old[key] is value for key, value in found.items())
        return old if is_old else found
    if is_dataclass(kind) and _names(kind):
        parts = {name: shared(getattr(old, name), getattr(new, name)) for name in _names(kind)}
        if all(getattr(old, name) is value for name, value in parts.items()):
            return old
        found = copy.copy(new)
        for name, value in parts.items():
            object.__setattr__(found, name, value)
        return found
    return old if same(old, new) else new


def _shared_row(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same for tuples, whose ends are compared if one has more than the other."""
    differing = (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if not same(one, other))
    before = next(differing, min(len(old), len(new)))
    shift = len(old) - len(new)
    found = [
        *old[:before],
        *(shared(old[at + shift], new[at]) if at + shift >= before else new[at] for at in range(before, len(new))),
    ]
    is_old = not shift and all(one is other for one, other in zip(old, found, strict=True))
    return old if is_old else tuple(found)


def _in_order(one: Any, other: Any) -> bool:
    if len(one) != len(other) or not all(map(same, one, other)):
        return False
    return not isinstance(one, Mapping) or all(map(same, one.values(), other.values()))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
