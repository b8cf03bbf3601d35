"""Two tasks side by side on two processors, because one Python process uses only one."""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from pickle import PicklingError
from typing import Any, TypeVar

MANY = 50  # number of works from which a second process is worth starting

First = TypeVar("First")
Second = TypeVar("Second")
_held: list[Callable[[], Any]] = []  # in the copy only: the task to do


def in_two_processes(
    first: Callable[[], First], second: Callable[[], Second], worthwhile: bool = True
) -> tuple[First, Second]:
    """The results of both tasks, the second run in a copy of this process where the system can make one.

    What the second task raises is raised here, once the first is done. If the copy dies or cannot send its result, the
    second task is run again in this process, so that the result is the same everywhere; if the system makes no copy,
    both are run here.
    """
    # A copy has no other threads, but the locks they held stay locked: so copy only where there are none.
    can_copy = sys.platform.startswith("linux") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1
    if not worthwhile or not can_copy:
        return first(), second()
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # numpy's own threads are idle, so copying is safe
        try:
            # The task reaches the copy by copying, not by pickling, so it may be any function.
            copies = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), initializer=_hold, initargs=(second,))
            theirs = copies.submit(_do_what_is_held)
        except (OSError, ImportError, NotImplementedError):  # no process or memory is left for it, or no semaphores
            return first(), second()
        with copies:
            mine = first()
            try:
                return mine, theirs.result()
            except (BrokenProcessPool, PicklingError, AttributeError, TypeError):
                return mine, second()


def _hold(task: Callable[[], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends the copy, too, and without a traceback
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _held.append(task)


def _end_with_parent() -> None:
    """End the copy when its parent is killed: nobody waits for its result any more."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do_what_is_held() -> Any:
    return _held[0]()
