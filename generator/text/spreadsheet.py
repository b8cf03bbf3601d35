"""Cells of a table that no spreadsheet program takes for a formula (OWASP, "CSV Injection"), and the way back.

The rule: a cell that begins with `=`, `+`, `-`, `@`, `|` or `%` (or the full-width form of one) gets an apostrophe
before it, and so does one that begins with apostrophes, or with spaces or signs that nobody sees, before such a mark:
some programs take those off. Reading takes one apostrophe off again, so that every text comes back.
"""

from __future__ import annotations

import re

_MARK = r"(?:[\t\r\n]|[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*+[=+\-@|%＝＋－＠｜％])"
_FORMULA = re.compile(f"'*+{_MARK}")
_GUARDED = re.compile(f"'++{_MARK}")


def guarded(text: str) -> str:
    """`text` as a cell that is shown and never executed."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` may have written."""
    return cell[1:] if _GUARDED.match(cell) else cell
