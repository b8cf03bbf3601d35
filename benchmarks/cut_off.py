"""A thousand builds killed at random moments, and pairs of commands started together: each next build is right.

The same tests that the suite makes with fewer (tests/project/: test_cut_off.py, test_commands_cut_off.py,
test_at_once.py); it fails at the first that is not so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

KILLS = 1_000
PAIRS = 4  # of each kind
RUNS = {
    f"{KILLS:,} builds killed": "tests/project/test_cut_off.py::test_killed_at_moments_of_chance",
    "every command cut off at every fifth change to the disk": "tests/project/test_commands_cut_off.py",
    f"{PAIRS} pairs of commands of each kind started together": "tests/project/test_at_once.py",
}


def main() -> None:
    """Run them, and say how long each took."""
    environment = {**os.environ, "SURVEY_KILLS": str(KILLS), "SURVEY_PAIRS": str(PAIRS)}
    for what_happened, test in RUNS.items():
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "pytest", "-q", test], env=environment, check=False)
        print(f"{what_happened} in {time.perf_counter() - start:.0f} s")
        if done.returncode:
            sys.exit(done.returncode)


if __name__ == "__main__":
    main()
