"""How the program was called, so that the commands it suggests work here: `survey`, or `python -m generator`."""

from __future__ import annotations

import os
import sys

MODULE = "python -m generator"
COMMAND = "survey"
_SCRIPTS = (COMMAND, "survey-generator")


def program() -> str:
    """What comes before a command's name on the command line that started this process."""
    name = os.path.splitext(os.path.basename(sys.argv[0] if sys.argv else ""))[0]
    return name if name in _SCRIPTS else MODULE


def as_called(text: str) -> str:
    """`text`, a message that names commands as `python -m generator …`, rewritten to how they are called here."""
    return text.replace(MODULE, program())
