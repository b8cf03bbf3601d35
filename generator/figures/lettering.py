"""How much space a text takes, and how it is split into lines. Widths are generous estimates for any sans-serif
face.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from generator.text import escape, math

# Fractions of the font size, from the advance widths of DejaVu Sans (wider than the system fonts of common computers).
_SLIM, _BROAD = frozenset("iljtfrI.,:;'|!()[]{}/ -"), frozenset("mwMW@%—…")
LINE = 1.25  # distance of two lines, in font sizes


def shown(text: str) -> str:
    """A record's text as a label shows it: on one line, mathematics as Unicode, not yet escaped."""
    return escape.visible(math.plain(text))


def width(text: str, size: float) -> float:
    """Estimated width of `text` in pixels at the font size `size`."""
    return size * sum(_advance(character) for character in text)


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    if character in _SLIM:
        return 0.36
    if character in _BROAD:
        return 0.95
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    if character.isupper():
        return 0.66
    return 0.64 if character.isdigit() else 0.585


def cut(text: str, room: float, size: float) -> str:
    """`text`, or its start and an ellipsis if it is wider than `room` pixels."""
    if width(text, size) <= room:
        return text
    ellipsis, taken, kept = _advance("…"), 0.0, 0
    for character in text:
        taken += _advance(character)
        if size * (taken + ellipsis) > room:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def wrap(text: str, room: float, size: float, most: int = 3) -> list[str]:
    """`text` in at most `most` lines of `room` pixels; what does not fit is replaced by an ellipsis."""
    words = text.split(" ")  # not at a no-break space
    lines: list[str] = []
    while words:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size) <= room:
            line = f"{line} {words.pop(0)}"
        if len(lines) == most - 1 and words:
            line, words = " ".join([line, *words]), []
        lines.append(cut(line, room, size))
    return lines
