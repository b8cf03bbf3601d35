"""Commands that die at a chosen change to the disk, in a copy of this process."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from generator.cli import main
from generator.project import journal, placing

LEAST_CHANGES = 5  # to the disk, that every command makes


def in_a_copy(task: Callable[[], object]) -> int:
    """Run the task in a copy of this process, and give the copy's id."""
    copy = os.fork()
    if copy == 0:
        try:
            with open(os.devnull, "w") as silence:
                sys.stdout = sys.stderr = silence
                task()
        finally:
            os._exit(0)
    return copy


def killing_itself_at(step: int, by: signal.Signals = signal.SIGKILL) -> None:
    """Let this process die at its nth change to the disk, counting before and after each."""
    left = [step]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def change(*arguments: object, **named: object) -> object:
            tick()
            result = real(*arguments, **named)
            tick()
            return result

        return change

    def tick() -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), by)

    for name in ("replace", "unlink", "rmdir", "fsync", "mkdir", "chmod"):
        setattr(os, name, counted(getattr(os, name)))
    for module in (placing, journal):
        vars(module)["write_new"] = counted(vars(module)["write_new"])


def dying_at(step: int, words: list[str], by: signal.Signals = signal.SIGKILL) -> int:
    """A copy of this process that runs a command until its nth change to the disk."""

    def task() -> None:
        killing_itself_at(step, by)
        main(words)

    return in_a_copy(task)


def dying_once_replaced(name: str, words: list[str]) -> int:
    """A copy of this process that runs a command until the file whose path ends in `name` has been replaced."""
    replace = os.replace

    def replacing(source: str, target: str) -> None:
        replace(source, target)
        if f"/{target}".endswith(f"/{name}"):
            os.kill(os.getpid(), signal.SIGKILL)

    def task() -> None:
        os.replace = replacing  # type: ignore[assignment]
        main(words)

    return in_a_copy(task)


def killed_at_each(
    command: Callable[[Path], list[str]], fresh: Callable[[str], Path], by: signal.Signals, stride: int
) -> Iterator[Path]:
    """Projects in which the command died at its first change to the disk, then `stride` changes later, and so on until
    it comes to its end.
    """
    step, killed = 0, True
    while killed:
        project = fresh(f"killed-{step}")
        killed = was_killed(dying_at(step, command(project), by))
        yield project
        shutil.rmtree(project)
        step += stride
    assert step > LEAST_CHANGES


def on_a_full_disk(words: list[str]) -> int:
    """The exit code of a command where no file may become longer than ten bytes."""

    def full() -> None:
        import resource  # which Windows has not

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
        os._exit(main(words))

    return os.waitstatus_to_exitcode(os.waitpid(in_a_copy(full), 0)[1])


@contextmanager
def refusing_to_replace(name: str) -> Iterator[None]:
    """Let every file be replaced but the one whose path ends in `name`."""
    replace = os.replace

    def refusing(source: str, target: str) -> None:
        if f"/{target}".endswith(f"/{name}"):
            raise PermissionError(errno.EACCES, "Permission denied", target)
        replace(source, target)

    with mock.patch.object(os, "replace", refusing):
        yield


def was_killed(copy: int) -> bool:
    """Whether the copy died of a signal, once it has ended."""
    return os.WIFSIGNALED(os.waitpid(copy, 0)[1])
