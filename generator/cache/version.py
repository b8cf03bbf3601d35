"""What remembered values depend on besides their inputs: this program's own files, Python and the packages
installed.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

_OWN = Path(__file__).resolve().parent.parent


@cache
def version() -> str:
    """A checksum of the program's files, of Python, and of the names and versions of all installed packages."""
    whole = hashlib.sha256(f"{sys.version} {sys.platform}\n".encode())
    for path in _files(str(_OWN)):
        with open(path, "rb") as stream:
            content = stream.read()
        whole.update(f"{os.path.relpath(path, _OWN)} {len(content)}\n".encode("utf-8", "surrogateescape"))
        whole.update(content)
    for name in sorted({name for folder in sys.path for name in _packages(folder)}):
        whole.update(f"{name}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _files(folder: str) -> list[str]:
    found: list[str] = []
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        found += [os.path.join(top, name) for name in sorted(names)]
    return found


def _packages(folder: str) -> list[str]:
    try:
        return [name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info", ".pth"))]
    except OSError:
        return []
