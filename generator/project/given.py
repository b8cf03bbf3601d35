"""Files that a person names on the command line: anywhere, but regular files, and no larger than an export.

Links lead where they lead, since the person who types a name is trusted; what a contributor put into the project is
read by `box` alone.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.errors import at_fault
from generator.project.box import read_plain
from generator.project.paths import SOURCE_LIMIT


def read_given(file: Path, limit: int = SOURCE_LIMIT) -> bytes:
    """The bytes of a file. Raises InputError if it is missing, not a file, longer than `limit`, or unreadable."""
    content = read_plain(os.path.realpath(file), str(file), limit)
    if content is None:
        raise at_fault("does not exist", str(file), hint="check its name")
    return content


def read_given_text(file: Path, limit: int = SOURCE_LIMIT) -> str:
    """The text of a file, with its own line ends. Raises InputError, also if it is not UTF-8."""
    content = read_given(file, limit)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise at_fault("is not UTF-8 text", str(file), line, "save it as UTF-8") from error
