"""The marks that git leaves in a file where two versions could not be merged."""

from __future__ import annotations

import re

_MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?:[ \t].*)?$", re.MULTILINE)
REMEDY = "keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"


def conflict_line(text: str) -> int | None:
    """The line (1-based) of the first conflict mark, or None. `=======` alone underlines headings, and is not one."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = _MARK.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None
