"""Commands that die at a chosen change to the disk, in a copy of this process."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from generator.cli import main
from generator.project import journal, placing


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


def was_killed(copy: int) -> bool:
    """Whether the copy died of a signal, once it has ended."""
    return os.WIFSIGNALED(os.waitpid(copy, 0)[1])
