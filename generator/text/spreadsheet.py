"""Cells of a table that no spreadsheet program takes for a formula (OWASP, "CSV Injection"), and the way back.

The rule: a cell that begins with `=`, `+`, `-`, `@`, `|` or `%` (or the full-width form of one) gets an apostrophe
before it, and so does one that begins with apostrophes before such a mark. Reading takes one apostrophe off again, so
that every text comes back.
"""

from __future__ import annotations

import re

_MARK = "[=+\\-@|%\t\r＝＋－＠｜％]"
_FORMULA = re.compile(f"'*{_MARK}")
_GUARDED = re.compile(f"'+{_MARK}")


def guarded(text: str) -> str:
    """`text` as a cell that is shown and never executed."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` may have written."""
    return cell[1:] if _GUARDED.match(cell) else cell
