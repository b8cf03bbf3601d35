"""Names of a website's files as every system can have them, so that a copy of it is unpacked whole everywhere.

What the program writes is named so by `file_names`; this is for files that people put into `docs/`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from generator.errors import Place, Problem
from generator.file_names import is_device
from generator.project.paths import SITE

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\]')  # in names on Windows
_LONGEST = 240  # bytes of a name; file systems allow 255, or as many letters
_MARK = 8  # hexadecimal digits of the checksum in a name that had to be cut, or that another file has


def portable_names(paths: Iterable[str]) -> dict[str, str]:
    """New paths for those files that some system could not have, or not beside the others; none for the rest.

    Names that differ only by case, or by how their accents are composed, are one name on Windows and macOS.
    """
    listed = sorted(paths)
    changed = {path: "/".join(map(_portable, path.split("/"))) for path in listed}
    folders = {_folded(folder) for path in changed.values() for folder in _folders(path)}
    taken: set[str] = set()
    for path in sorted(listed, key=lambda path: (changed[path] != path, path)):
        if _folded(changed[path]) in taken | folders:
            changed[path] = _marked(changed[path], path)
        taken.add(_folded(changed[path]))
    return {path: new for path, new in changed.items() if new != path}


def told(names: dict[str, str]) -> tuple[Problem, ...]:
    """A warning for each file that has another name in the copy."""
    return tuple(
        Problem(
            f"has a name that not every system can have; in the copy for reading offline it is `{new}`",
            Place(f"{SITE}/{path}"),
            "rename in docs/ what it is made from, best to small letters, digits and hyphens",
        )
        for path, new in names.items()
    )


def _portable(name: str) -> str:
    shown = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name))
    if shown.endswith((".", " ")):
        shown = f"{shown[:-1]}_"
    if is_device(shown):
        shown = f"_{shown}"
    return shown if len(shown.encode("utf-8", "surrogateescape")) <= _LONGEST else _marked(shown, name)


def _marked(path: str, whole: str) -> str:
    """The path with a checksum of `whole` before its ending, and cut to what a file system takes."""
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > _MARK:
        stem, dot, ending = name, "", ""
    checksum = hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:_MARK]
    room = _LONGEST - len(f"-{checksum}{dot}{ending}".encode("utf-8", "surrogateescape"))
    kept = stem.encode("utf-8", "surrogateescape")[:room].decode("utf-8", "ignore")
    return f"{folder}{slash}{kept}-{checksum}{dot}{ending}"


def _folders(path: str) -> Iterable[str]:
    parts = path.split("/")[:-1]
    return ("/".join(parts[: number + 1]) for number in range(len(parts)))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
