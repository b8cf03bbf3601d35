"""The elements of a JSON array, or objects one after the other, decoded one by one: a damaged one costs only itself."""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s,]*")
_NEXT = re.compile(r"\n[ \t]*+\{|\}\s*+,\s*+(?=\{)")
_MEMBER = re.compile(r'\s*,\s*"([^"\\]{1,100})"\s*:\s*')
_FAULTS = 1000  # damaged elements of one file after which the rest is given up
_SHOWN = 80  # characters of a damaged element


@dataclass(frozen=True, slots=True)
class Element:
    """One element: where it begins, its value, and what is wrong where it could not be decoded."""

    start: int
    value: Any = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """How the elements end: `position` behind the bracket that closes them, and whether anything was said of it."""

    position: int = 0
    told: bool = False


def after_space(text: str, position: int = 0) -> int:
    """Where the next element begins."""
    return _SPACE.match(text, position).end()  # type: ignore[union-attr]  # it matches the empty text too


def elements(text: str, position: int, *, is_bare: bool) -> Generator[Element, None, End]:
    """The elements from `position` on, and how they end.

    `is_bare`: nothing but elements stands in the file, so that more of them behind an end are works too.
    """
    faults = 0
    while True:
        position = after_space(text, position)
        if position >= len(text):
            return End()
        if text[position] == "]":
            following = _NEXT.search(text, position) if is_bare and text[position + 1 :].strip() else None
            if following is None:
                return End(position + 1)
            reason = "a bracket ends the list here, though more objects follow: something before it is damaged"
            yield Element(position, fault=reason)
            position = _start_of(following)
            continue
        try:
            value, end = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield Element(position, fault=_fault(error))
            faults += 1
            following = _NEXT.search(text, position + 1)
            if following is None:
                return End(told=True)
            if faults > _FAULTS:
                reason = f"more than {_FAULTS:,} elements are not valid JSON: the rest of the file is not read"
                yield Element(position, fault=reason)
                return End(told=True)
            position = _start_of(following)
            continue
        yield Element(position, value)
        position = end


def shown(text: str, position: int) -> str:
    """How a damaged element begins."""
    return text[position : position + _SHOWN].partition("\n")[0]


def lists_behind(text: str, position: int) -> Generator[tuple[str, int, list[Any]], None, None]:
    """The further lists of the object in which one ended at `position`: their names, where each begins, and what is
    in it; up to one that is damaged.
    """
    while member := _MEMBER.match(text, position):
        try:
            value, position = _DECODER.raw_decode(text, member.end())
        except (ValueError, RecursionError):
            return
        if isinstance(value, list):
            yield member[1], member.end(), value


def _start_of(following: re.Match[str]) -> int:
    return following.end() - 1 if following[0].endswith("{") else following.end()


def _fault(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return f"not valid JSON: {getattr(error, 'msg', error)}"
