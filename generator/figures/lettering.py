"""How much space a text takes, and how it is split into lines. Widths are generous estimates for any sans-serif
face.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from math import ceil, inf

from generator.text import escape, math

# Fractions of the font size, from the advance widths of DejaVu Sans (wider than the system fonts of common computers).
_SLIM, _BROAD = frozenset("iljtfrI.,:;'|!()[]{}/ -"), frozenset("mwMW@%—…")
LINE = 1.25  # distance of two lines, in font sizes
_SEEN = 1000  # characters of which no label shows all: further ones change nothing
_ROUNDING = 1e-9  # pixels by which two sums of the same widths differ at most


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
    """`text`, or its first words and an ellipsis if it is wider than `room` pixels; of a word too long, its start."""
    text = text[:_SEEN]
    if width(text, size) <= room:
        return text
    ellipsis, taken, kept = _advance("…"), 0.0, 0
    for character in text:
        taken += _advance(character)
        if size * (taken + ellipsis) > room:
            break
        kept += 1
    whole = text[: kept + 1].rpartition(" ")[0].rstrip(" ,;:")  # `kept + 1`: a word may end right where the room does
    return (whole or text[:kept].rstrip()) + "…"


def narrowest(text: str, size: float, most: int) -> float:
    """The least room (whole pixels) in which `wrap` keeps every word of `text` in at most `most` lines."""
    words = text[:_SEEN].split(" ")
    longest = max(width(word, size) for word in words)
    rooms = range(ceil(longest), ceil(width(text[:_SEEN], size)) + 2)
    return rooms[bisect_left(rooms, True, key=lambda room: len(_filled(words, room, size)) <= most)]


def wrap(text: str, room: float, size: float, most: int = 3) -> list[str]:
    """`text` in at most `most` lines of `room` pixels; what does not fit is replaced by an ellipsis."""
    lines = _filled(text[:_SEEN].split(" "), room, size)  # not at a no-break space
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [cut(line, room, size) for line in lines]


def _filled(words: Sequence[str], room: float, size: float) -> list[str]:
    """The words in lines of `room` pixels; a line of one word may be wider."""
    space, taken = width(" ", size), inf
    lines: list[list[str]] = []
    for word in words:
        wide = width(word, size)
        taken += space + wide
        if taken > room - _ROUNDING:
            lines.append([])
            taken = wide
        lines[-1].append(word)
    return [" ".join(line) for line in lines]
