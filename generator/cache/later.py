"""Values that are kept as bytes, and made of them only when somebody asks: most builds do without the largest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from generator.cache.packed import packed
from generator.cache.unpacked import unpacked

Value = TypeVar("Value")
_UNKNOWN: Any = object()


class Later(Generic[Value]):
    """A value, or the bytes of which it is made when it is first asked for."""

    __slots__ = ("_content", "_value")

    def __init__(self, value: Value = _UNKNOWN, content: bytes = b"") -> None:
        """Of a value or, from memory, of its bytes."""
        self._value, self._content = value, content

    @property
    def value(self) -> Value:
        """The value, made anew if need be."""
        if self._value is _UNKNOWN:
            self._value = unpacked(self._content)
        return self._value

    @property
    def content(self) -> bytes:
        """The value as bytes. Raises what pickle raises where it cannot be kept."""
        return self._content or packed(self._value)

    def __reduce__(self) -> tuple[Callable[[bytes], Later[Value]], tuple[bytes]]:
        return _of_content, (self.content,)


def _of_content(content: bytes) -> Later[Any]:
    return Later(content=content)
