"""What axe finds on every kind of page in every size, in light and in dark colours, and what a first visit in each size costs.

The same tests that the suite makes with one scheme in each size and one size of each page, in turn
(tests/browser/test_accessible.py and test_first_visit.py).
"""

from __future__ import annotations

import os
import subprocess
import sys

TESTS = ("tests/browser/test_accessible.py", "tests/browser/test_first_visit.py")
ALL = {"SURVEY_ALL_SCHEMES": "1", "SURVEY_ALL_SIZES": "1"}


def main() -> None:
    """Run them; it fails where one does."""
    command = [sys.executable, "-m", "pytest", "-q", *TESTS, "-k", "no_violation or first_visit"]
    sys.exit(subprocess.run(command, env={**os.environ, **ALL}, check=False).returncode)


if __name__ == "__main__":
    main()
