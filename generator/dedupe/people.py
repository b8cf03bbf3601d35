"""Author lists compared: initials or full names, parts in any order, lists cut short."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from generator.dedupe.title_words import transcribed
from generator.names import Name
from generator.text.compare import fold


@dataclass(frozen=True, slots=True)
class Person:
    """One name ready for comparison: family (with particle, without spaces), initials, all its words."""

    family: str
    initials: str
    tokens: frozenset[str]
    bare: str
    corporate: bool


@lru_cache(maxsize=300_000)
def person(name: Name) -> Person | None:
    """The comparable form of a name. `Smith JA`, read as first and last name, is turned round."""
    family, given = name.family, name.given
    if (
        not name.corporate
        and given
        and family.isupper()
        and len(family.replace(".", "")) <= 3
        and not given.replace(".", "").replace(" ", "").isupper()
    ):
        family, given = given, family
    last = fold(f"{name.particle} {family}")
    if not last:
        return None
    letters = given.replace(".", " ")
    initials = "".join(
        part.lower()
        if part.isupper() and len(part) <= 3 and (len(part) == 1 or len(letters.split()) == 1)
        else fold(part)[:1]
        for part in letters.replace("-", " ").split()
    )
    if not initials.isascii():
        initials = "".join(fold(letter)[:1] for letter in initials)
    words = frozenset(last.split()) | frozenset(fold(given).split())
    return Person(last.replace(" ", ""), initials, words, fold(family).replace(" ", ""), name.corporate)


def likeness(left: Person, right: Person) -> float:
    """0 to 1: how well two names can be one person's."""
    if left.corporate or right.corporate:
        return 1.0 if left.family == right.family else 0.0
    if {left.family, left.bare} & {right.family, right.bare}:
        return _initials(left, right)
    shared = left.tokens & right.tokens
    if not shared and left.family[0] != right.family[0]:
        return 0.0
    if transcribed(left.family) == transcribed(right.family):
        return _initials(left, right)
    if len(shared) >= 2:
        return 0.9 if left.tokens == right.tokens else 0.85  # parts in another order; one gives more of a compound name
    if shared and (left.family in shared or right.family in shared or max(map(len, shared)) >= 4):
        word = max(shared, key=len)
        rest = sorted(part[0] for part in left.tokens - {word}), sorted(part[0] for part in right.tokens - {word})
        if rest[0] == rest[1]:
            return 0.8  # turned round, or one part of a double name, with the same initials
        if len(word) >= 4 and (
            (left.family.startswith(word) or left.family.endswith(word))
            and (right.family.startswith(word) or right.family.endswith(word))
        ):
            return 0.8 * _initials(left, right)
    if left.initials == right.initials and sorted(left.family) == sorted(right.family):
        return 0.9  # two letters that changed places, in a name too short for what follows
    size = min(len(left.family), len(right.family))
    if size >= 5 and DamerauLevenshtein.distance(left.family, right.family, score_cutoff=2) <= (1 if size < 8 else 2):
        return 0.9 * _initials(left, right)
    return 0.0


def _initials(left: Person, right: Person) -> float:
    if not left.initials or not right.initials:
        return 0.85
    if left.initials[0] == right.initials[0]:
        return (
            1.0 if len(left.initials) == 1 or len(right.initials) == 1 or left.initials[1] == right.initials[1] else 0.8
        )
    return 0.6 if left.initials[0] in right.initials or right.initials[0] in left.initials else 0.25


def compare_authors(left: tuple[Person, ...], right: tuple[Person, ...], cut: bool) -> tuple[str, float]:
    """(what was found, weight in log-odds). `cut`: whether one of the lists is known to be incomplete."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) > 40:  # a collaboration: the first forty tell enough
        short, long = short[:40], long[:60]
    free = list(long)
    found = 0.0
    for one in short:
        best, likest = -1, 0.45
        for index, other in enumerate(free):
            score = likeness(one, other)
            if score > likest:
                best, likest = index, score
                if score == 1.0:
                    break
        if best >= 0:
            found += likest
            del free[best]
    first = likeness(left[0], right[0]) >= 0.6
    share = found / len(short)
    if found == 0:
        return "none in common", -3.0 if any(p.corporate for p in (*left, *right)) else -7.5
    if share >= 0.75:
        if len(short) == 1 and len(long) > 1:
            return ("only the first is given, and agrees", 2.0) if first else ("one of the others", 0.0)
        weight = (0.0, 2.6, 4.0, 5.0)[min(len(short), 3)] * (1.0 if share > 0.9 else 0.8)
        missing = len(long) - len(short)
        if missing and not cut:
            weight -= min(2.5, 3.0 * missing / len(long))
        return (
            "all agree" if not missing else f"the {len(short)} of one are among the {len(long)} of the other"
        ), weight
    if share >= 0.5:
        return f"{share:.0%} of the shorter list agree", 1.2 if len(short) > 2 else 0.0
    return f"only {share:.0%} of the shorter list agree", -1.0 if share >= 0.3 and len(short) > 2 else -2.5
