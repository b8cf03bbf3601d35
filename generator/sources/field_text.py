"""Text of a field as sources write it: the year and the month in a date."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])(?:[0-2]\d|3[01])")  # `20190301`, as EBSCOhost writes it
_NUMERIC_MONTH = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[-/.](\d{1,2})(?!\d)")
_MONTH_NAME = re.compile(r"\b(" + "|".join(_MONTHS) + r")[a-z]*")
_NUMBERS = range(1, 13)  # of months
_DIGITS = 2  # of a month


def year_in(text: str) -> int | None:
    """The year in a date as sources write it (`2024`, `2024-03-01`, `March 2024`, `03/01/2024`), 1500 to 2099."""
    match = _COMPACT.fullmatch(text.strip()) or _YEAR.search(text)
    return int(match[1]) if match else None


def month_in(text: str) -> int | None:
    """The month (1 to 12) in a date, or from a month's name or number, if it is unambiguous."""
    text = text.strip().lower()
    if text.isdigit() and len(text) <= _DIGITS:
        return int(text) if int(text) in _NUMBERS else None
    if compact := _COMPACT.fullmatch(text):
        return int(compact[2])
    match = _NUMERIC_MONTH.search(text)
    if match:
        return int(match[1]) if int(match[1]) in _NUMBERS else None
    match = _MONTH_NAME.search(text)
    return _MONTHS.index(match[1]) + 1 if match else None
