"""Counting the steps of a function: lines of Python that it runs, and attempts of its regular expressions at one character.

Seconds say nothing on a busy machine. The engine of `re` tells no steps, so its patterns are followed here: the parsed
pattern is matched by plain backtracking, which tries what the engine tries, in its order.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

Then = Callable[[int], bool]
MOST = 300_000  # steps after which a function counts as hanging
DEEPEST = 20_000  # calls within calls: a pattern is followed by one for each of its steps


class TooManyStepsError(Exception):
    """A function that takes more steps than any linear one would."""


class Counter:
    """Steps so far."""

    def __init__(self) -> None:
        self.steps = 0

    def step(self, number: int = 1) -> None:
        """Count; raises TooManyStepsError beyond the most."""
        self.steps += number
        if self.steps > MOST:
            raise TooManyStepsError


class Followed:
    """A compiled pattern whose attempts are counted."""

    def __init__(self, pattern: re.Pattern[str], counter: Counter) -> None:
        self.real, self.counter = pattern, counter
        self.tree = _parsed(pattern)
        self.pattern, self.flags, self.groups, self.groupindex = (
            pattern.pattern,
            pattern.flags,
            pattern.groups,
            pattern.groupindex,
        )

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As of a compiled pattern."""
        self._attempt(text, pos, endpos)
        return self.real.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As of a compiled pattern."""
        self._attempt(text, pos, endpos, whole=True)
        return self.real.fullmatch(text, pos, endpos)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As of a compiled pattern."""
        found = self.real.search(text, pos, endpos)
        self._attempts(text, pos, found.start() + 1 if found else min(endpos, len(text)), endpos)
        return found

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As of a compiled pattern."""
        for found in self.real.finditer(text, pos, endpos):
            self._attempts(text, pos, found.start() + 1, endpos)
            pos = found.end()
            yield found
        self._attempts(text, pos, min(endpos, len(text)), endpos)

    def findall(self, text: str) -> list[Any]:
        """As of a compiled pattern."""
        list(self.finditer(text))
        return self.real.findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        """As of a compiled pattern."""
        list(self.finditer(text))
        return self.real.split(text, maxsplit)

    def sub(self, new: Any, text: str, count: int = 0) -> str:
        """As of a compiled pattern."""
        list(self.finditer(text))
        return self.real.sub(new, text, count)

    def _attempts(self, text: str, start: int, stop: int, endpos: int) -> None:
        for place in range(start, stop):
            self._attempt(text, place, endpos)

    def _attempt(self, text: str, start: int, endpos: int, whole: bool = False) -> None:
        end = min(endpos, len(text))
        follow = Follow(text, end, self.flags, self.counter)
        follow.items(list(self.tree), start, (lambda place: place == end) if whole else (lambda place: True))


@cache
def _parsed(pattern: re.Pattern[str]) -> Any:
    return parser.parse(pattern.pattern, pattern.flags)


class Follow:
    """One attempt of a pattern at one place."""

    def __init__(self, text: str, end: int, flags: int, counter: Counter) -> None:
        self.text, self.end, self.counter = text, end, counter
        self.groups: dict[int, tuple[int, int]] = {}
        self.flags = flags & (re.IGNORECASE | re.DOTALL | re.MULTILINE | re.ASCII)

    def items(self, items: list[Any], place: int, then: Then) -> bool:
        """Whether the items match from `place`, and what comes `then` does."""
        self.counter.step()
        if not items:
            return then(place)
        (op, value), rest = items[0], items[1:]
        if self._is_single(items[0]):
            return place < self.end and self._one(items[0], place) and self.items(rest, place + 1, then)
        if op is ops.AT:
            return self._at(value, place) and self.items(rest, place, then)
        if op is ops.SUBPATTERN:
            group, _, _, inside = value

            def after(stop: int) -> bool:
                if group is not None:
                    self.groups[group] = place, stop
                return self.items(rest, stop, then)

            return self.items(list(inside), place, after)
        if op is ops.BRANCH:
            return any(self.items([*way, *rest], place, then) for way in value[1])
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            return self._looks(value, place) is (op is ops.ASSERT) and self.items(rest, place, then)
        if op is ops.ATOMIC_GROUP:
            stops: list[int] = []
            return self.items(list(value), place, _noted(stops)) and self.items(rest, stops[0], then)
        if op is ops.GROUPREF:
            start, stop = self.groups.get(value, (0, -1))
            known = self.text[start:stop]
            return stop >= start and self.text.startswith(known, place) and self.items(rest, place + len(known), then)
        if op is ops.GROUPREF_EXISTS:
            way = value[1] if value[0] in self.groups else value[2] or []
            return self.items([*way, *rest], place, then)
        return self._repeat(op, value, rest, place, then)

    def _repeat(self, op: Any, value: Any, rest: list[Any], place: int, then: Then) -> bool:
        least, most, inside = value
        most = self.end - place + 1 if most is ops.MAXREPEAT else most
        single = len(inside) == 1 and self._is_single(inside[0])
        if op is ops.POSSESSIVE_REPEAT or (single and op is ops.MAX_REPEAT):
            stops = [place]
            while len(stops) <= most:
                stop = self._once(list(inside), stops[-1], single)
                if stop is None or (stop == stops[-1] and len(stops) > least):
                    break
                stops.append(stop)
            if op is ops.POSSESSIVE_REPEAT:
                return len(stops) > least and self.items(rest, stops[-1], then)
            return any(self.items(rest, stop, then) for stop in reversed(stops[least:]))
        return self._more(op is ops.MIN_REPEAT, list(inside), rest, place, then, least, most, 0)

    def _once(self, inside: list[Any], place: int, single: bool) -> int | None:
        if single:
            return place + 1 if place < self.end and self._one(inside[0], place) else None
        stops: list[int] = []
        return stops[0] if self.items(inside, place, _noted(stops)) else None

    def _more(
        self, lazy: bool, inside: list[Any], rest: list[Any], place: int, then: Then, least: int, most: int, done: int
    ) -> bool:
        self.counter.step()

        def again() -> bool:
            if done >= most:
                return False
            return self.items(
                inside,
                place,
                lambda stop: (
                    (stop > place or done < least) and self._more(lazy, inside, rest, stop, then, least, most, done + 1)
                ),
            )

        if done < least:
            return again()
        if lazy:
            return self.items(rest, place, then) or again()
        return again() or self.items(rest, place, then)

    def _looks(self, value: Any, place: int) -> bool:
        direction, inside = value
        if direction > 0:
            return self.items(list(inside), place, lambda stop: True)
        width = inside.getwidth()[0]
        return place >= width and self.items(list(inside), place - width, lambda stop: stop == place)

    @staticmethod
    def _is_single(item: Any) -> bool:
        return item[0] in (ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN)

    def _one(self, item: Any, place: int) -> bool:
        self.counter.step()
        return bool(_single(repr(item), item, self.flags).match(self.text[place]))

    def _at(self, where: Any, place: int) -> bool:
        self.counter.step()
        anchors = {ops.AT_BEGINNING: "^", ops.AT_END: "$", ops.AT_BOUNDARY: r"\b", ops.AT_NON_BOUNDARY: r"\B"}
        if where in anchors:
            around = self.text[max(0, place - 1) : min(place + 2, self.end)]
            at = place - max(0, place - 1)
            if where is ops.AT_BEGINNING:
                return place == 0 or bool(self.flags & re.MULTILINE and self.text[place - 1] == "\n")
            if where is ops.AT_END and not self.flags & re.MULTILINE:
                return place >= self.end - 1 and self.text[place : self.end] in ("", "\n")
            return bool(re.compile(anchors[where], self.flags).match(around, at))
        return place == 0 if where is ops.AT_BEGINNING_STRING else place == self.end


def _noted(stops: list[int]) -> Then:
    """Notes where a piece of a pattern stopped, and is content with it."""

    def note(stop: int) -> bool:
        stops.append(stop)
        return True

    return note


def _is_of_text(value: object) -> bool:
    return isinstance(value, re.Pattern) and isinstance(value.pattern, str)


_SINGLES: dict[tuple[str, int], re.Pattern[str]] = {}


def _single(name: str, item: Any, flags: int) -> re.Pattern[str]:
    """The engine's own pattern of one character."""
    if (name, flags) not in _SINGLES:
        state = parser.State()
        state.flags = flags | re.UNICODE
        state.str = name
        tree = parser.SubPattern(state, [item])
        _SINGLES[name, flags] = re._compiler.compile(tree, flags)  # type: ignore[attr-defined]
    return _SINGLES[name, flags]


def steps_of(function: Callable[[str], object], text: str) -> int:
    """Steps that `function` takes for `text`. Raises TooManyStepsError where they are out of all proportion."""
    counter = Counter()

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        if "generator" not in frame.f_code.co_filename:
            return None
        counter.step()
        return trace

    with _Following(counter):
        before, deepest = sys.gettrace(), sys.getrecursionlimit()
        sys.setrecursionlimit(DEEPEST)
        sys.settrace(trace)
        try:
            function(text)
        finally:
            sys.settrace(before)
            sys.setrecursionlimit(deepest)
    return counter.steps


class _Following:
    """Every pattern that a module of the generator, a table of one or one of its cues holds, followed while it lasts."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.changed: list[tuple[Any, str, Any]] = []

    def __enter__(self) -> None:
        for name, module in list(sys.modules.items()):
            if name.startswith("generator."):
                for key, value in list(vars(module).items()):
                    self._follow(module, key, value)

    def _follow(self, holder: Any, key: str, value: Any) -> None:
        if isinstance(value, dict) and value and all(_is_of_text(one) for one in value.values()):
            self.changed.append((holder, key, value))
            setattr(holder, key, {name: Followed(one, self.counter) for name, one in value.items()})
        elif _is_of_text(value):
            self.changed.append((holder, key, value))
            setattr(holder, key, Followed(value, self.counter))
        elif type(value).__name__ == "Cue" and isinstance(value.pattern, re.Pattern):
            self._follow(value, "pattern", value.pattern)

    def __exit__(self, *_: object) -> None:
        for holder, key, value in reversed(self.changed):
            setattr(holder, key, value)
