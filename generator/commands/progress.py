"""Progress on stderr: a bar with count and estimate on a terminal, otherwise a line every ten seconds.

What ends within a second shows nothing. The display is updated by a system timer where there is one, and not by a
thread, because a process with threads cannot be copied (see `generator.two_processes`).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from generator.commands.stage_clock import Moment, StageClock
from generator.text.counting import time_left

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds before anything is shown
EVERY = 10.0  # seconds between two lines where there is no terminal
_AGAIN = 0.2  # seconds between two updates of a terminal


@contextmanager
def progress(quiet: bool = False) -> Iterator[StageClock]:
    """The clock to report the stages to; while it is used, their progress is shown on stderr, unless `quiet`."""
    clock = StageClock()
    with ExitStack() as ending:
        if not quiet:
            if sys.stderr.isatty():
                ending.enter_context(_every(PATIENCE, _AGAIN, ending.enter_context(_bar(clock))))
            else:
                ending.enter_context(_every(EVERY, EVERY, lambda: _say(line(clock.now))))
        ending.callback(clock.end)
        yield clock


def line(moment: Moment | None) -> str:
    """How far a stage is, as a log keeps it; "" before the first stage."""
    if moment is None:
        return ""
    count = f" {moment.done:,}"
    if moment.steps:
        count += f" of {moment.steps:,}"
    far = f"{moment.name} …{count if moment.done else ''}"
    return ", ".join(filter(None, (far, time_left(moment.left))))


def _say(text: str) -> None:
    """Print a line at once, bypassing the buffer that another part may be writing to."""
    if not text:
        return
    try:
        os.write(sys.stderr.fileno(), f"{text}\n".encode("utf-8", "replace"))
    except OSError:  # a stream without a file
        sys.stderr.write(f"{text}\n")


@contextmanager
def _bar(clock: StageClock) -> Iterator[Callable[[], None]]:
    """A bar that appears at its first update from this function, and is gone at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[left]}"),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
    )
    drawn: list[TaskID] = []
    try:
        yield lambda: _draw(shown, drawn, clock.now)
    finally:
        if drawn:
            shown.stop()


def _draw(shown: Progress, drawn: list[TaskID], moment: Moment | None) -> None:
    if moment is None:
        return
    if not drawn:
        shown.start()
        drawn.append(shown.add_task("", total=None, left=""))
    shown.update(
        drawn[0],
        description=moment.name,
        completed=moment.done,
        total=moment.steps or None,
        left=time_left(moment.left),
    )
    shown.refresh()


@contextmanager
def _every(first: float, then: float, act: Callable[[], None]) -> Iterator[None]:
    """Call `act` after `first` seconds, and again every `then` seconds."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield from _by_thread(first, then, act)
        return

    def look(number: int, frame: object) -> None:
        act()

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, first, then)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _by_thread(first: float, then: float, act: Callable[[], None]) -> Iterator[None]:
    ended = threading.Event()

    def look() -> None:
        wait = first
        while not ended.wait(wait):
            act()
            wait = then

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield
    finally:
        ended.set()
        looking.join()
