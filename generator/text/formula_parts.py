r"""What a formula is made of, and which of its parts belong together: what `\left` and `\right` enclose."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

_COMBINING = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*"  # marks, which stay with what they stand on
# A space, primes, a number, letters or a sign.
PIECE = re.compile(
    rf"\s+|'+|(?:\d+(?:,\d{{3}})*(?:\.\d+)?|[^\W\d_]++(?:{_COMBINING}[^\W\d_]++)*+|::?=|=:|.){_COMBINING}", re.DOTALL
)
LETTER = re.compile(rf".{_COMBINING}", re.DOTALL)
_CLOSING = {"left": "right", "begin": "end"}
# Between what stands before and behind them in a group; the command that has both as its arguments.
_INFIX = {"choose": "binom", "over": "frac"}


@dataclass(frozen=True, slots=True)
class Text:
    """Signs that stand for themselves, spaces, `~` and `&` included."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between braces, or is an argument without them."""

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A script of what stands before it."""

    inner: Group
    is_lowered: bool


@dataclass(frozen=True, slots=True)
class Command:
    r"""A command.

    Attributes:
        name: without its backslash.
        arguments: as many as the command takes.
        option: what stands in brackets behind it, the 3 of `\sqrt[3]{x}`.
        is_before_group: whether braces follow that are no argument of it.
    """

    name: str
    arguments: tuple[Group, ...] = ()
    option: Group = Group()
    is_before_group: bool = False


Part = Text | Group | Script | Command


def end_of(parts: Sequence[Part], at: int, name: str) -> int:
    r"""Where what `\left` or `\begin` opened before `at` ends."""
    depth = 1
    for place in range(at, len(parts)):
        found = _name(parts[place])
        if found in (name, _CLOSING[name]):
            depth += 1 if found == name else -1
            if not depth:
                return place
    return len(parts)


def split(parts: Sequence[Part], sign: str) -> Iterator[list[Part]]:
    r"""The parts between the signs `&` or the commands `\\`."""
    piece: list[Part] = []
    for part in parts:
        if part == (Text("&") if sign == "&" else Command("\\")):
            yield piece
            piece = []
        else:
            piece.append(part)
    yield piece


def with_fractions(parts: list[Part]) -> list[Part]:
    r"""The parts of a group, where `n \choose k` is read as `\binom{n}{k}`, and `a \over b` as `\frac{a}{b}`."""
    at = 0
    while at < len(parts):
        name = _INFIX.get(_name(parts[at]))
        if name:
            start = at - _reach(parts[:at][::-1], _CLOSING.values(), _CLOSING)
            end = at + 1 + _reach(parts[at + 1 :], _CLOSING, _CLOSING.values())
            above, below = Group(tuple(parts[start:at])), Group(tuple(parts[at + 1 : end]))
            parts = [*parts[:start], Command(name, (above, below)), *parts[end:]]
            at = start
        at += 1
    return parts


def _reach(parts: Sequence[Part], opening: Collection[str], closing: Collection[str]) -> int:
    """How many parts come before the end of the cell or of the delimiters that they stand in."""
    depth = 0
    for place, part in enumerate(parts):
        name = _name(part)
        depth += (name in opening) - (name in closing)
        if depth < 0 or (not depth and (part == Text("&") or name in ("\\", "middle"))):
            return place
    return len(parts)


def _name(part: Part) -> str:
    return part.name if isinstance(part, Command) else ""
