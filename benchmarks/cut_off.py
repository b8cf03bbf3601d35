"""A thousand builds killed at random moments: none leaves a torn file, and every next build is right.

The same test that the suite makes a hundred times (tests/project/test_cut_off.py); it fails at the first that is not so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

KILLS = 1_000


def main() -> None:
    """Run it, and say how long it took."""
    start = time.perf_counter()
    test = "tests/project/test_cut_off.py::test_killed_at_a_hundred_moments"
    environment = {**os.environ, "SURVEY_KILLS": str(KILLS)}
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", test], env=environment, check=False)
    print(f"{KILLS:,} builds killed in {time.perf_counter() - start:.0f} s")
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
