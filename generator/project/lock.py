"""One command at a time changes a project. The system releases the lock when its process ends, in whatever way."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generator.errors import at_fault
from generator.project.box import check_folder
from generator.project.paths import LOCK
from generator.project.placing import check_replaceable

PATIENCE = 600.0  # seconds that a second command waits for the first
_PAUSE = 0.05  # seconds between two tries
_OPENING = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def locked(project: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other commands from changing the project meanwhile; if one is already doing so, say so and wait for it.

    Raises InputError where the other has not ended after `patience` seconds.
    """
    descriptor = os.open(place_of_lock(project, LOCK), _OPENING, 0o666)
    try:
        _wait(descriptor, patience)
        yield
    finally:
        os.close(descriptor)  # which also releases the lock


def place_of_lock(project: Path, path: str) -> str:
    """Where a lock of another kind is held. Raises InputError where something else than a file stands there."""
    folder = path.rpartition("/")[0]
    check_folder(project, folder)
    os.makedirs(os.path.join(project, folder), exist_ok=True)
    file = os.path.join(project, path)
    check_replaceable(file, path)
    return file


def _wait(descriptor: int, patience: float) -> None:
    end = time.monotonic() + patience
    is_announced = False
    while not _try(descriptor):
        if time.monotonic() > end:
            hint = "wait until it has ended, or end it"
            raise at_fault("another command is changing this survey", LOCK, hint=hint)
        if not is_announced:
            print("waiting for another command that is changing this survey", file=sys.stderr, flush=True)  # noqa: T201
            is_announced = True
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import errno
    import fcntl

    def _try(descriptor: int) -> bool:
        """Take the lock if it is free. It belongs to this process alone: a copy of it (a worker) does not hold it."""
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # Some network disks have no locks: then there is nothing to wait for.
            return error.errno not in (errno.EACCES, errno.EAGAIN)
        return True
