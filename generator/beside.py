"""Two tasks side by side, on two processors: one Python process uses only one."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pickle import PicklingError
from typing import Any, TypeVar

MANY = 50  # works from which a second process is worth its start

First = TypeVar("First")
Second = TypeVar("Second")
_held: list[Callable[[], Any]] = []  # in the copy only: what it is to do


def beside(first: Callable[[], First], second: Callable[[], Second], worthwhile: bool = True) -> tuple[First, Second]:
    """The results of both, the second made in a copy of this process where the system can copy one.

    What the second raises is raised here, after the first is done. If the copy dies or its result cannot be sent,
    the second is done again in this process, so that the result is the same everywhere.
    """
    # A copy has none of the other threads, and whatever lock they held stays held: only where there are none.
    can_copy = sys.platform.startswith("linux") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1
    if not worthwhile or not can_copy:
        return first(), second()
    # What a copy is to do is handed on by copying, not by pickling: it may be any function.
    copies = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), initializer=_hold, initargs=(second,))
    with copies, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # numpy's own threads are idle, and it can be copied
        theirs = copies.submit(_do_what_is_held)
        mine = first()
        try:
            return mine, theirs.result()
        except (BrokenProcessPool, PicklingError, AttributeError, TypeError):
            return mine, second()


def _hold(task: Callable[[], Any]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _held.append(task)


def _end_with_parent() -> None:
    """A copy whose first process was killed has nobody to work for."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do_what_is_held() -> Any:
    return _held[0]()
