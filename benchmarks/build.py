"""How long `generator build` takes on the shipped survey, start-up included, and the website again without changes.

Whole processes, the median of several runs; processor time beside wall time, because machines are shared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time


def timed(command: list[str], runs: int) -> dict[str, float]:
    """Median wall and processor seconds of `command` over `runs` runs, after one that is not counted."""
    walls, processors = [], []
    for run in range(runs + 1):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if run:
            walls.append(time.perf_counter() - start)
            processors.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return {"wall": round(statistics.median(walls), 2), "processor": round(statistics.median(processors), 2)}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    python = [sys.executable, "-m", "generator", "build", "--quiet"]
    found = {"generator build": timed(python, 5), "generator build --site": timed([*python, "--site"], 3)}
    if arguments.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{'seconds, median':<28}{'wall':>8}{'processor':>12}")
    for name, figures in found.items():
        print(f"{name:<28}{figures['wall']:>8}{figures['processor']:>12}")


if __name__ == "__main__":
    main()
