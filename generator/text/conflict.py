"""The marks that git leaves in a file where two versions could not be merged."""

from __future__ import annotations

import re

_MARK = re.compile(r"^(?P<mark><{7}|={7}|>{7})(?:(?<!=)[ \t][^\r\n]*)?\r?$", re.MULTILINE)
REMEDY = "keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"


def conflict_line(text: str) -> int | None:
    """The line (1-based) on which the first conflict begins, or None.

    A conflict is the three marks in their order, each on a line of its own: `=======` alone underlines headings, and a
    line of signs may part the pieces of a list. `|||||||` comes between them where git shows the common version too.
    """
    if "<<<<<<<" not in text or ">>>>>>>" not in text:
        return None
    begun = parted = -1
    for found in _MARK.finditer(text):
        if found["mark"] == "<<<<<<<":
            begun, parted = found.start(), -1
        elif found["mark"] == "=======":
            parted = found.start() if begun >= 0 else -1
        elif parted >= 0:
            return text.count("\n", 0, begun) + 1
        else:
            begun = -1
    return None


def lone_mark_line(text: str) -> int | None:
    """The line (1-based) of the first mark that begins or ends a conflict, whether or not the others are there."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = next((found for found in _MARK.finditer(text) if found["mark"] != "======="), None)
    return text.count("\n", 0, found.start()) + 1 if found else None
