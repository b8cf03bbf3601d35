"""What axe finds on every kind of page in every size, in light and in dark colours.

The same tests that the suite makes with one of the two schemes in each size, in turn (tests/browser/test_accessible.py).
"""

from __future__ import annotations

import os
import subprocess
import sys

TEST = "tests/browser/test_accessible.py"


def main() -> None:
    """Run them; it fails where one does."""
    command = [sys.executable, "-m", "pytest", "-q", TEST, "-k", "no_violation or no_sideways"]
    sys.exit(subprocess.run(command, env={**os.environ, "SURVEY_ALL_SCHEMES": "1"}, check=False).returncode)


if __name__ == "__main__":
    main()
