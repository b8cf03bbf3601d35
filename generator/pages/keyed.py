"""What the search may take from memory: a function's result under a name, as long as its key is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

Value = TypeVar("Value")


class Keyed(Protocol):
    """Returns what a function returns, from memory if the key is known."""

    def __call__(self, name: str, key: Any, function: Callable[[], Value], /) -> Value:
        """The value under a name; it depends on the key alone."""


def made_anew(name: str, key: Any, function: Callable[[], Value], /) -> Value:
    """Without memory, everything is made."""
    return function()
