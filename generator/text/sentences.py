"""Sentences of an abstract."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|etc|al|Fig|Figs|Eq|Eqs|Sec|Tab|Dr|Prof|Mr|Mrs|Ms|St|No|Vol|pp|resp|approx|w\.r\.t|a\.k\.a|Inc|Ltd|Jr)|\b[A-Z])\.$"
)


def sentences(text: str) -> list[str]:
    """`text` cut at its sentence ends; abbreviations and initials do not end one. Joined by spaces they give `text`."""
    text = " ".join(text.split())
    parts: list[str] = []
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.end()].strip()
        if _ABBREVIATION.search(piece):
            continue
        parts.append(piece)
        start = match.end()
    if text[start:].strip():
        parts.append(text[start:].strip())
    return parts
