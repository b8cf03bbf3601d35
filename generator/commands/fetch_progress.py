"""How far a fetch has come: a bar with an estimate on a terminal, otherwise a line every ten seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.fetching.asking import Tell
from generator.text.counting import time_left

EVERY = 10.0  # seconds between two lines if there is no terminal


@contextmanager
def fetch_progress() -> Iterator[Tell]:
    """The function to call after every answer; all its output goes to stderr."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        tasks = {}

        def tell(service: str, done: int, total: int) -> None:
            if service not in tasks:
                tasks[service] = shown.add_task(service, total=total)
            shown.update(tasks[service], completed=done, total=total)

        yield tell


@dataclass
class Lines:
    """Progress in lines, as a log keeps it: nothing for a short run; for a long one, how much is left."""

    now: Callable[[], float] = time.monotonic
    _said: float | None = None
    _begun: dict[str, tuple[float, int]] = field(default_factory=dict)

    def __call__(self, service: str, done: int, total: int) -> None:
        """Note that `done` of `total` works are asked about at a service."""
        now = self.now()
        if self._said is None:
            self._said = now
        begun, before = self._begun.setdefault(service, (now, done))
        if now - self._said < EVERY:
            return
        self._said = now
        left = (now - begun) / (done - before) * (total - done) if done > before else None
        far = f"{service}: {done:,} of {total:,} works"
        print(", ".join(filter(None, (far, time_left(left)))), file=sys.stderr, flush=True)
