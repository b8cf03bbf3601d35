"""Whether two values are the same: of one type, in one order, through and through."""

from __future__ import annotations

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


def _in_order(one: Any, other: Any) -> bool:
    if len(one) != len(other) or not all(map(same, one, other)):
        return False
    return not isinstance(one, Mapping) or all(map(same, one.values(), other.values()))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
