"""Given names written in full: whether two that begin with one letter may be one name."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from generator.dedupe.nicknames import GROUPS
from generator.text.compare import fold

_LEAST = 2  # letters of a name, and consonants by which two are compared
_SLIP, _SLIPS = 5, 8  # letters from which one may differ by one letter, and by two
_DOUBLED = re.compile(r"(.)\1+")
# Pet forms. A doubled `r` is mostly the name's own (`Barry` is no Barbara), and a short rest is (`Mary` is no Martha).
_DOUBLED_PET = re.compile(r"(.+([bcdfgjklmnpstvz]))\2(?:y|ie|i)")
_PLAIN_PET = re.compile(r"(.{4,})(?:y|ie)")
_STEM = 3  # letters of what is left of a pet form
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

    Wrong for few: a name changed, or a short form that no list knows and that is not the name's beginning.
    """
    if any(_is_short(one, other) for one in (left, *_stems(left)) for other in (right, *_stems(right))):
        return True
    ours, theirs = _consonants(left), _consonants(right)
    if ours == theirs and len(ours) >= _LEAST:
        return True
    size = min(len(left), len(right))
    slips = (size >= _SLIP) + (size >= _SLIPS)
    return DamerauLevenshtein.distance(left, right, score_cutoff=slips) <= slips


def _is_short(left: str, right: str) -> bool:
    """Whether one is the beginning of the other, or both are in one group of the table."""
    if left.startswith(right) or right.startswith(left):
        return True
    return not GROUPS.get(left, frozenset()).isdisjoint(GROUPS.get(right, frozenset()))


def _stems(name: str) -> list[str]:
    """What pet forms are made of: `danny` → `dan`, `dann`; `kathy` → `kath`; none of a name that is no such form."""
    doubled = _DOUBLED_PET.fullmatch(name)
    if doubled:
        return [stem for stem in (doubled[1], doubled[1] + doubled[2]) if len(stem) >= _STEM]
    plain = _PLAIN_PET.fullmatch(name)
    return [plain[1]] if plain else []


def further_in_full(given: str) -> frozenset[str]:
    """The given names behind the first that are more than an initial; `Ji-Hoon` is one name and has none."""
    return frozenset(word for word in map(fold, given.split()[1:]) if len(word) >= _LEAST)


def _consonants(name: str) -> str:
    """What of a name every transcription keeps: `mohamed`, `muhammad` → `mmd`."""
    for written, sound in _SOUNDS:
        name = name.replace(written, sound)
    return _DOUBLED.sub(r"\1", name[:1] + name[1:].translate(_LETTERS)) if name else ""
