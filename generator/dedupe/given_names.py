"""Given names written in full: whether two that begin with one letter may be one name."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from generator.dedupe.nicknames import GROUPS

_LEAST = 2  # letters of a name, and consonants by which two are compared
_SLIP, _SLIPS = 5, 8  # letters from which one may differ by one letter, and by two
_DOUBLED = re.compile(r"(.)\1+")
# Sounds that languages and transcriptions write differently (`Stephen`, `Steven`; `Aleksandr`, `Alexander`).
_SOUNDS = (("ph", "f"), ("ck", "k"), ("ks", "x"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("ch", "k"), ("tz", "z"))
_LETTERS = str.maketrans({"v": "f", "w": "f", "c": "k", "q": "k", "z": "s", "j": "g"} | dict.fromkeys("aeiouyh", None))


def first_in_full(given: str, folded: list[str]) -> str:
    """The first of the given names as `folded`, or "" where it is an initial or a short form (`J.`, `JA`, `Wm.`)."""
    words = given.split()
    if not words or not folded or len(folded[0]) < _LEAST:
        return ""
    first = words[0]
    is_short = first.endswith(".") or (first.isupper() and len(first) <= _LEAST + 1)
    return "" if is_short else folded[0]


@lru_cache(maxsize=100_000)
def may_be_one(left: str, right: str) -> bool:
    """Whether two first names may be one person's: equal, one the short form of the other, or only written otherwise.

    Wrong for few: a name changed, or a short form that no list knows.
    """
    if left.startswith(right) or right.startswith(left):
        return True
    if not GROUPS.get(left, frozenset()).isdisjoint(GROUPS.get(right, frozenset())):
        return True
    ours, theirs = _consonants(left), _consonants(right)
    if ours == theirs and len(ours) >= _LEAST:
        return True
    size = min(len(left), len(right))
    slips = (size >= _SLIP) + (size >= _SLIPS)
    return DamerauLevenshtein.distance(left, right, score_cutoff=slips) <= slips


def _consonants(name: str) -> str:
    """What of a name every transcription keeps: `mohamed`, `muhammad` → `mmd`."""
    for written, sound in _SOUNDS:
        name = name.replace(written, sound)
    return _DOUBLED.sub(r"\1", name[:1] + name[1:].translate(_LETTERS)) if name else ""
