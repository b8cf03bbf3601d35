"""Contents that wait for being written in a file without a name, because those of a large survey would fill the memory.

The file stands in the staging folder for as long as this process lives and no longer, however it ends: nothing in the
project leads to it, and what is written is prepared and put in place from it as it would be from memory.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import IO, NamedTuple

from generator.errors import InputError
from generator.project.journal import digest
from generator.project.placing import make_stage

_SMALL = 4096  # bytes up to which a content is as well kept in memory


class Laid(NamedTuple):
    """Where a content waits: its first byte, its size in bytes, its SHA-256."""

    start: int
    size: int
    digest: str


class SetAside:
    """One such file, written by one process; a copy of the process made afterwards may write it in its place."""

    def __init__(self, project: Path) -> None:
        """A file below this project; if there can be none, contents stay in memory."""
        self._file: IO[bytes] | None = None
        self._end = 0
        with contextlib.suppress(OSError, InputError):
            stage = make_stage(project)
            self._file = tempfile.TemporaryFile(dir=stage, buffering=0)  # noqa: SIM115 (for its life)
            os.rmdir(stage)  # unless more is prepared there; left over, it would tell of a command that was cut off

    def lay(self, content: bytes) -> Laid | bytes:
        """Where the content waits now, or the content itself if it is small or finds no room."""
        if self._file is None or len(content) <= _SMALL:
            return content
        try:
            self._file.seek(self._end)
            remaining = memoryview(content)
            while remaining:
                remaining = remaining[self._file.write(remaining) :]
        except OSError:
            return content
        laid = Laid(self._end, len(content), digest(content))
        self._end += laid.size
        return laid

    def take(self, laid: Laid) -> bytes:
        """A content that waits. Raises OSError if it cannot be read or is not what was laid there."""
        if self._file is None:
            raise OSError("nothing was set aside")
        self._file.seek(laid.start)
        parts, missing = [], laid.size
        while missing and (part := self._file.read(missing)):
            parts.append(part)
            missing -= len(part)
        content = b"".join(parts)
        if digest(content) != laid.digest:
            raise OSError("what was set aside in .survey/next has changed")
        return content
