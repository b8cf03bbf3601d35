"""Reads and deduplicates the sources of one folder in a process of its own, and tells what that took: `… measured FOLDER`.

A process of its own, so that start-up and imports count and nothing else is in its memory.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    """Print, as JSON, seconds and peak memory, and for every work its records: file name and place in the file, from 0."""
    clocks = [(time.perf_counter(), _processor())]
    from generator.cli import collect_seldom

    collect_seldom()  # as every command does before it imports the rest
    from generator.config.decisions import Decisions
    from generator.config.settings import Settings
    from generator.dedupe import find_works
    from generator.sources import read_sources

    def lap() -> tuple[float, float]:
        clocks.append((time.perf_counter(), _processor()))
        return round(clocks[-1][0] - clocks[-2][0], 3), round(clocks[-1][1] - clocks[-2][1], 3)

    starting = lap()
    readings = read_sources(Path(sys.argv[1]), Settings())
    reading = lap()
    found = find_works([record for one in readings for record in one.records], [], Decisions())
    deduplicating = lap()
    peak = memory()
    places = {
        record.origin: (one.source.removeprefix("sources/"), at)
        for one in readings
        for at, record in enumerate(one.records)
    }
    works = [[places[record.origin] for record in work.records] for work in found.works]
    seconds = {"starting": starting, "reading": reading, "deduplicating": deduplicating}
    print(json.dumps({"seconds": seconds, "peak MB": peak, "uncertain": len(found.uncertain), "works": works}))


def _processor() -> float:
    """Seconds of processor time of this process and of its copies that ended."""
    return sum(os.times()[:4])


def memory() -> int:
    """The most memory this process has had, in MB. Linux's own figure, because `getrusage` begins with that of the parent process."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
