"""What may be taken from memory: a function's result under a name, as long as what it depends on is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")


class Keyed(Protocol):
    """Returns what a function returns, from memory if the key is known."""

    def __call__(self, name: str, key: Any, function: Callable[[], Value], /) -> Value:
        """The value under a name; it depends on the key alone."""


def made_anew(name: str, key: Any, function: Callable[[], Value], /) -> Value:
    """Without memory, everything is made."""
    return function()


class Each(Protocol):
    """Returns what a function returns for each item of a mapping, from memory for items that are known."""

    def __call__(self, name: str, items: Mapping[str, Item], function: Callable[[Item], Value], /) -> dict[str, Value]:
        """The results under a name, by the items' keys; each depends on its item alone."""


def each_made_anew(name: str, items: Mapping[str, Item], function: Callable[[Item], Value], /) -> dict[str, Value]:
    """Without memory, each is made."""
    return {key: function(item) for key, item in items.items()}
