"""Values as bytes: as pickle writes them, but for values with slots, which are made again by calling their class.

Pickle sets each field of such a value by name, which takes several times as long for the many thousands that a build
remembers.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any


def packed(value: object) -> bytes:
    """A value as bytes. Raises what pickle raises where a part of it cannot be kept."""
    stream = io.BytesIO()
    _Packer(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """How a value is made again; pickle's own way for all but values with slots."""
        kind: type = type(value)
        given = _arguments(kind)
        return (kind, given(value)) if given else NotImplemented


@cache
def _arguments(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the arguments with which a class makes an equal value; None where it may make another."""
    if not is_dataclass(kind) or "__slots__" not in vars(kind) or hasattr(kind, "__post_init__"):
        return None
    if "__dict__" in dir(kind) or not all(field.init and not field.kw_only for field in fields(kind)):
        return None
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
