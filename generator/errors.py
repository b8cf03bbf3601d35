"""What can go wrong, as values: one problem is one line that says what, where and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["note", "warning", "error"]

_LONGEST = 1_000  # characters of a message; the longest lists of what is allowed have some 300
_LONGEST_QUOTED = 120  # of a quotation within a longer one
_QUOTED = re.compile(r"`([^`]*)`")


def bounded(message: str) -> str:
    """A message that repeats no more than the beginning of a long text that somebody wrote."""
    if len(message) <= _LONGEST:
        return message
    shown = _QUOTED.sub(lambda quoted: f"`{_begun(quoted[1], _LONGEST_QUOTED)}`", message)
    return _begun(shown, _LONGEST)


def _begun(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the input something stands: a path relative to the project, and a line (1-based) if known."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell the author.

    Attributes:
        message: what is wrong, as a sentence without a final full stop.
        place: where it is, if it is anywhere.
        hint: what to do about it. Of what was written, both repeat the beginning of what is very long.
        level: `note` is only reported, `warning` becomes an error under `--strict`, `error` stops the build.
    """

    message: str
    place: Place | None = None
    hint: str = ""
    level: Level = "warning"

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", bounded(self.message))
        object.__setattr__(self, "hint", bounded(self.hint))

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{hint}"


class InputError(Exception):
    """The input is at fault and the command cannot continue. The CLI prints it without a traceback, with exit code
    1.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[InputError], tuple[Problem, ...]]:
        return type(self), self.problems


def at_fault(message: str, path: str = "", line: int | None = None, hint: str = "") -> InputError:
    """An `InputError` with one problem, for the common case."""
    return InputError(Problem(message, Place(path, line) if path else None, hint, "error"))


def refuse(problems: Iterable[Problem], strict: bool) -> None:
    """Raises InputError if there is an error or, when strict, a warning."""
    fatal = [p for p in problems if p.level == "error" or (strict and p.level == "warning")]
    if fatal:
        raise InputError(*fatal)
