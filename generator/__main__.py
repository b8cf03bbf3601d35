"""`python -m generator`."""

import os
import sys

from generator.cli import main

code = main()
try:
    sys.stdout.flush()
    sys.stderr.flush()
except BrokenPipeError:
    code = 1
os._exit(code)  # all is written; taking the survey's values apart one by one would only cost time
