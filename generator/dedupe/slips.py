"""Slips of the pen, by their form alone: transposed letters, neighbouring keys, what optical recognition confuses.

What has none of these forms may be another word of some language, whose words no list has all: `ferritin`, `ferritic`.
"""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST = 5  # letters of a word of which a letter may be lost
_AT_MOST = 2  # slips in one word
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_LOOK_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        ("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"), ("nn", "m"),
        ("l", "i"), ("l", "t"), ("c", "e"), ("h", "b"), ("f", "t"), ("n", "u"), ("u", "v"),
    )
)  # fmt: skip


def _neighbouring_keys() -> frozenset[frozenset[str]]:
    """Letters side by side or above each other on the keyboard, but no two vowels: these make other words."""
    side_by_side = {frozenset(pair) for row in _ROWS for pair in pairwise(row)}
    above = {
        frozenset((upper[at], letter))
        for upper, lower in pairwise(_ROWS)
        for place, letter in enumerate(lower)
        for at in (place, place + 1)
        if at < len(upper)
    }
    return frozenset(pair for pair in side_by_side | above if not pair <= _VOWELS)


_NEIGHBOURS = _neighbouring_keys()


def is_slip(left: str, right: str, one_is_known: bool) -> bool:
    """Whether one of two different words can only be the other with a slip.

    `one_is_known` says that a dictionary has one of them and not the other; then letters may also be lost or added,
    or two slips stand apart in the word.
    """
    ours, theirs = _differing(left, right)
    if len(ours) == _AT_MOST and ours == theirs[::-1]:
        return min(len(left), len(right)) >= _SHORTEST
    if frozenset((ours, theirs)) in _LOOK_ALIKE | _NEIGHBOURS:
        return True
    if not one_is_known or min(len(left), len(right)) < _SHORTEST:
        return False
    if len(ours) + len(theirs) == 1:
        return True
    apart = max(len(ours), len(theirs)) > _AT_MOST
    return apart and DamerauLevenshtein.distance(left, right, score_cutoff=_AT_MOST) <= _AT_MOST


def _differing(left: str, right: str) -> tuple[str, str]:
    """What is left of two words without their common beginning and end."""
    start, shortest = 0, min(len(left), len(right))
    while start < shortest and left[start] == right[start]:
        start += 1
    end = 0
    while end < shortest - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[start : len(left) - end], right[start : len(right) - end]
