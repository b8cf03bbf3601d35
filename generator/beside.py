"""Two tasks side by side, on two processors: one Python process uses only one."""

from __future__ import annotations

import os
import pickle
import sys
import threading
import warnings
from collections.abc import Callable
from typing import TypeVar

from generator.errors import InputError

MANY = 50  # works from which a second process is worth its start

First = TypeVar("First")
Second = TypeVar("Second")


def beside(first: Callable[[], First], second: Callable[[], Second], worthwhile: bool = True) -> tuple[First, Second]:
    """The results of both, the second made in a copy of this process where the system can copy one.

    What the second raises as InputError is raised here; whatever else goes wrong with the copy, the second is done
    again in this process, so that the result is the same everywhere. Its result must be picklable.
    """
    # A copy has none of the other threads, and whatever lock they held stays held: only where there are none.
    if (
        not worthwhile
        or not sys.platform.startswith("linux")
        or (os.cpu_count() or 1) < 2
        or threading.active_count() > 1
    ):
        return first(), second()
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # numpy's own threads are idle, and it knows how to be copied
        copy = os.fork()
    if copy == 0:
        _in_the_copy(second, reading, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as stream:  # closed before waiting: a copy that still writes then ends
            mine = first()
            answer = stream.read()
    finally:
        os.waitpid(copy, 0)
    if not answer:
        return mine, second()
    done, theirs = pickle.loads(answer)  # noqa: S301 (our own copy wrote it)
    if not done:
        raise InputError(*theirs)
    return mine, theirs


def _in_the_copy(task: Callable[[], object], reading: int, writing: int) -> None:
    """Send what the task gives, and end without any of the clean-up that belongs to the first process."""
    try:
        os.close(reading)
        try:
            answer = pickle.dumps((True, task()), pickle.HIGHEST_PROTOCOL)
        except InputError as error:
            answer = pickle.dumps((False, error.problems), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as stream:
            stream.write(answer)
    finally:
        os._exit(0)
