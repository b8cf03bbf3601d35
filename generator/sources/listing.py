"""What is reported about a file: pieces and problems one by one up to a limit, and beyond it one line for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from generator.errors import Level, Problem
from generator.records import LeftOut, several

NAMED = 100  # of one kind that are listed one by one
NAMELESS = 20  # of these, the ones of which only the line can be shown
LISTED = 1000  # of one file that are listed one by one, whatever their kinds
KINDS = 200  # kinds that are distinguished beyond that
_OTHER = "other reasons"

Reported = TypeVar("Reported", LeftOut, Problem)


@dataclass
class _Tally(Generic[Reported]):
    """How many of one kind are listed, and how many are not, with the first of those and the line of the last."""

    listed: int = 0
    more: int = 0
    first: Reported | None = None
    last_line: int | None = None


@dataclass
class _Bounded(Generic[Reported]):
    """Things reported about a file, by kind."""

    listed: list[Reported] = field(default_factory=list)
    tallies: dict[str, _Tally[Reported]] = field(default_factory=dict)

    def add(self, one: Reported, kind: str, line: int | None, most: int) -> None:
        kind = kind if kind in self.tallies or len(self.tallies) < KINDS else _OTHER
        tally = self.tallies.setdefault(kind, _Tally())
        if tally.listed < most and len(self.listed) < LISTED:
            tally.listed += 1
            self.listed.append(one)
            return
        tally.more += 1
        tally.first = tally.first or one
        tally.last_line = line

    def reported(self, counted: Callable[[Reported, str, _Tally[Reported]], Reported]) -> Iterator[Reported]:
        """The things listed one by one; then, for each kind with more, a line that `counted` makes from the first."""
        yield from self.listed
        for kind, tally in self.tallies.items():
            if tally.first:
                yield counted(tally.first, kind, tally) if tally.more > 1 else tally.first


@dataclass
class Listing:
    """The left-out pieces and the problems of one file, as they come in."""

    _pieces: _Bounded[LeftOut] = field(default_factory=_Bounded)
    # By level, so that many notes hide no warning.
    _problems: dict[Level, _Bounded[Problem]] = field(default_factory=dict)

    def leave_out(self, piece: LeftOut) -> None:
        """Note a piece that did not become a record."""
        self._pieces.add(piece, piece.reason, piece.origin.line, NAMED if piece.title else NAMELESS)

    def tell(self, problem: Problem) -> None:
        """Note something that the author should know about what was read."""
        bounded = self._problems.setdefault(problem.level, _Bounded())
        bounded.add(problem, problem.message, problem.place.line if problem.place else None, NAMELESS)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The pieces and, for each reason with more of them, one that counts these."""
        return tuple(self._pieces.reported(_several_pieces))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems and, for each kind with more of them, one that counts these."""
        return tuple(problem for bounded in self._problems.values() for problem in bounded.reported(_several_problems))


def _several_pieces(first: LeftOut, reason: str, tally: _Tally[LeftOut]) -> LeftOut:
    return LeftOut(replace(first.origin, key=None), reason, count=tally.more, last_line=tally.last_line)


def _several_problems(first: Problem, message: str, tally: _Tally[Problem]) -> Problem:
    return replace(
        first, message=several(tally.more, first.place.line if first.place else None, tally.last_line, message)
    )
