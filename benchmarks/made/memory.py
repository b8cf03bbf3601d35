"""The memory of a process and of its copies together, as Linux tells it: what they share counts once."""

from __future__ import annotations

import time
from pathlib import Path

EVERY = 0.2  # seconds between two looks


def peak_while(running: int) -> int:
    """The most memory, in MB, that a process and those it started have had together until it ends; 0 without `/proc`."""
    most = 0
    while Path(f"/proc/{running}").is_dir() and _state(running) != "Z":
        most = max(most, sum(map(_share, _family(running))))
        time.sleep(EVERY)
    return most // 1024


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def _family(process: int) -> list[int]:
    """A process and, through all generations, those that it started."""
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [process, *(one for child in started for one in _family(int(child)))]


def _share(process: int) -> int:
    """The memory of a process in kB, with its part of what it shares."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
