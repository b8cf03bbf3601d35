"""Text of a field as sources write it: the year and the month in a date, and what is left without the markup of a format."""

from __future__ import annotations

import html
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NUMERIC_MONTH = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[-/.](\d{1,2})(?!\d)")
_TAG = re.compile(
    r"</?(?:jats:)?(?:p|title|sec|i|b|em|strong|sub|sup|italic|bold|underline|monospace|roman|sc|span|div|br|scp|inf|tt|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def year_in(text: str) -> int | None:
    """The year in a date as sources write it (`2024`, `2024-03-01`, `March 2024`, `03/01/2024`), 1500 to 2099."""
    match = _YEAR.search(text)
    return int(match[1]) if match else None


def month_in(text: str) -> int | None:
    """The month (1 to 12) in a date or a month's name or number, if it is certain."""
    text = text.strip().lower()
    if text.isdigit() and len(text) <= 2:
        return int(text) if 1 <= int(text) <= 12 else None
    match = _NUMERIC_MONTH.search(text)
    if match:
        return int(match[1]) if 1 <= int(match[1]) <= 12 else None
    match = re.search(r"\b(" + "|".join(_MONTHS) + r")[a-z]*", text)
    return _MONTHS.index(match[1]) + 1 if match else None


def without_markup(text: str, *, folded: bool) -> str:
    """The format's own markup (JATS, HTML) is no part of the text; anything else between angle brackets is."""
    if "<" in text:
        text = re.sub(r"<(jats:)?title>\s*(?:Abstract|Summary)\s*</(jats:)?title>", " ", text, flags=re.IGNORECASE)
        text = _TAG.sub(
            lambda tag: " " if re.match(r"</?(?:jats:)?(?:p|title|sec|div|br)\b", tag[0], re.IGNORECASE) else "", text
        )
        text = re.sub(r"[ \t]{2,}", " ", text).strip()
    text = html.unescape(text) if "&" in text else text
    return " ".join(text.split()) if folded else text
