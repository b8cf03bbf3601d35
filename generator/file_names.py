"""Names of files and addresses that are safe on every system: one rule for keys, themes, authors and pages."""

from __future__ import annotations

import hashlib
import re

_PORTS = "0123456789¹²³"  # Windows treats these superscript digits as digits
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in _PORTS)}
)
_LONGEST = 120  # characters of a file name, well below the 255 bytes that file systems allow with an ending
_KEPT = 80  # characters kept of a name that is too long
_MARK = 24  # hexadecimal digits of the checksum after it


def is_reserved(name: str) -> bool:
    """Whether a system reserves the name, with any ending (`con`, `COM1.md`), or a website does (`index`)."""
    return is_device(name) or name.casefold() == "index"


def is_device(name: str) -> bool:
    """Whether Windows reserves the name, with any ending."""
    return name.partition(".")[0].strip().casefold() in _DEVICES


def file_name(key: str) -> str:
    """A name for files and addresses: safe on every system, and different for keys that differ by more than case.

    Letters, digits, `-` and `_` stay; anything else becomes `=` and its code, so that no two keys collide; names that
    Windows or a website reserves get a final `=`; names that are too long are cut and distinguished by a checksum.
    """
    name = "".join(c if re.match(r"[A-Za-z0-9_-]", c) else _codes(c) for c in key)
    if not name or is_reserved(name):
        return f"{name}="
    if name.startswith("-"):
        name = f"=2d{name[1:]}"
    if len(name) > _LONGEST:
        checksum = hashlib.sha256(key.casefold().encode("utf-8", "surrogatepass")).hexdigest()
        return f"{name[:_KEPT]}=={checksum[:_MARK]}"
    return name


def _codes(character: str) -> str:
    return "".join(f"={byte:02x}" for byte in character.encode("utf-8", "surrogatepass"))
