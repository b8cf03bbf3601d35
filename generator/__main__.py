"""`python -m generator`."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 (who runs it from a folder has not been asked by pip)
    sys.exit("error: Python 3.11 or newer is needed, and this is %d.%d" % sys.version_info[:2])  # noqa: UP031

from generator.cli import main

code = main()
try:
    sys.stdout.flush()
    sys.stderr.flush()
except BrokenPipeError:
    code = 1
os._exit(code)  # everything is written by now; freeing the survey's values one by one would only cost time
