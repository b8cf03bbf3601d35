"""What the stages of a command cost: seconds, memory, and the counts that they report."""

from __future__ import annotations

import mmap
import os
import struct
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.stages import Stages

_COUNT = struct.Struct("q")
_KIBI, _MEGA = 1024, 1_000_000
_TELLING = 0.05  # the part of the steps after which their speed is meaningful


@dataclass(frozen=True, slots=True)
class Moment:
    """How far a stage is.

    Attributes:
        left: estimated seconds left; None where there is no estimate.
    """

    name: str
    done: int
    steps: int
    left: float | None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage took.

    Attributes:
        memory: the most that a process of the command had taken up to its end, in bytes; 0 where the system does not
            say.
        found: what it reported, in words.
    """

    name: str
    seconds: float
    memory: int
    found: str


class StageClock(Stages):
    """Measures every stage. Steps may also be done in a copy of this process: both count in shared memory.

    Steps may also be done in a copy of this process: both count in memory that they share.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.costs: list[Cost] = []
        self._now = now
        self._name, self._steps, self._found = "", 0, ""
        self._started = now()
        self._own = os.getpid()
        self._counts = mmap.mmap(-1, 2 * _COUNT.size)  # of this process, and of its copy

    def begin(self, name: str, steps: int = 0) -> None:
        """As in `Stages`."""
        self.end()
        for place in (0, 1):
            _COUNT.pack_into(self._counts, place * _COUNT.size, 0)
        self._name, self._steps, self._started = name, steps, self._now()

    def step(self) -> None:
        """As in `Stages`."""
        place = 0 if os.getpid() == self._own else _COUNT.size
        _COUNT.pack_into(self._counts, place, _COUNT.unpack_from(self._counts, place)[0] + 1)

    def reach(self, done: int) -> None:
        """As in `Stages`."""
        _COUNT.pack_into(self._counts, 0, done)

    def found(self, counted: str) -> None:
        """As in `Stages`."""
        self._found = counted

    def end(self) -> None:
        """The last stage has ended."""
        if self._name:
            found = self._found or (f"{self._done:,} of {self._steps:,}" if self._steps else "")
            self.costs.append(Cost(self._name, self._now() - self._started, _most_memory(), found))
        self._name, self._found = "", ""

    @property
    def now(self) -> Moment | None:
        """How far the present stage is."""
        if not self._name:
            return None
        done, left = self._done, None
        if self._steps and done and done >= self._steps * _TELLING:
            left = (self._now() - self._started) / done * max(self._steps - done, 0)
        return Moment(self._name, done, self._steps, left)

    @property
    def _done(self) -> int:
        return sum(_COUNT.unpack_from(self._counts, place * _COUNT.size)[0] for place in (0, 1))


def costs_in_words(costs: Sequence[Cost]) -> str:
    """The costs as a table in plain text, with their sum."""
    rows = [("Stage", "Seconds", "Peak memory", "Count")]
    rows += [(cost.name, f"{cost.seconds:.2f}", _megabytes(cost.memory), cost.found) for cost in costs]
    most = max((cost.memory for cost in costs), default=0)
    rows.append(("Together", f"{sum(cost.seconds for cost in costs):.2f}", _megabytes(most), ""))
    name, seconds, memory = (max(len(row[column]) for row in rows) for column in range(3))
    return "\n".join(f"{row[0]:<{name}}  {row[1]:>{seconds}}  {row[2]:>{memory}}  {row[3]}".rstrip() for row in rows)


def _megabytes(number: int) -> str:
    return f"{number / _MEGA:,.0f} MB" if number else "–"


def _most_memory() -> int:
    try:
        import resource
    except ImportError:  # Windows
        return 0
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most if sys.platform == "darwin" else most * _KIBI
