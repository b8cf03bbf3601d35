"""Author lists compared: initials or full names, parts in any order, lost letters, truncated lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from zlib import crc32

from rapidfuzz.distance import DamerauLevenshtein

from generator.dedupe.given_names import first_in_full, further_in_full, may_be_one
from generator.dedupe.nicknames import OTHER_INITIALS
from generator.dedupe.title_words import transcribed
from generator.names import Name
from generator.text.compare import fold

LIKE = 0.45  # names less similar than this belong to two people
FIRST = 0.6  # two names this similar in first place belong to one person
COLLABORATION = 40  # in longer lists the first forty are enough
_LETTERS, _WORD_BITS = 31, 191  # bits for first letters and for words; two that share one cost time and nothing else
INITIALS_AT_MOST = 3  # this many capitals on their own may be initials, more are a word
TELLING = 4  # letters from which part of a name is enough to point to a person
LONG_ENOUGH = 5  # letters from which a family name may differ by one letter and be the same
LONG = 8  # letters from which it may differ by two
# How likely two names spelt differently belong to one person.
REORDERED, PARTLY, TURNED, SLIP, NICKNAME, UNKNOWN_GIVEN, MIDDLE, TURNED_INITIAL, OTHER_GIVEN, OTHER_INITIAL = (
    0.9, 0.85, 0.8, 0.9, 0.9, 0.85, 0.8, 0.6, 0.3, 0.25,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One name ready for comparison.

    Attributes:
        family: the family name with its particle, without spaces.
        initials: first letters of the given names.
        first: the first given name, "" where it is not written in full.
        further: the given names behind it that are written in full.
        tokens: all words of the name.
        bare: `family` without the particle.
        lost: `family` without the letters beyond ASCII, which some programs replace by `?` or leave out.
        nicknames: first letters that the first given name may have elsewhere (`Bob` is `Robert`).
        corporate: whether it is the name of a group.
        signs: bits for what names of one person have in common, by `_signs`.
    """

    family: str
    initials: str
    first: str
    further: frozenset[str]
    tokens: frozenset[str]
    bare: str
    lost: str
    nicknames: frozenset[str]
    corporate: bool
    signs: int


@lru_cache(maxsize=300_000)
def person(name: Name) -> Person | None:
    """The comparable form of a name. `Smith JA`, read as given and family name, is turned round."""
    family, given = name.family, name.given
    if not name.corporate and given and _is_initials(family) and not given.replace(".", "").replace(" ", "").isupper():
        family, given = given, family
    last = fold(f"{name.particle} {family}")
    if not last:
        return None
    letters = given.replace(".", " ")
    words_given = len(letters.split())
    initials = "".join(_initials_of(part, words_given) for part in letters.replace("-", " ").split())
    if not initials.isascii():
        initials = "".join(fold(letter)[:1] for letter in initials)
    first = fold(given).split()
    words = frozenset(last.split()) | frozenset(first)
    written = f"{name.particle}{family}"
    lost = fold(written if written.isascii() else "".join(filter(str.isascii, written)))
    whole, bare, lost = (text.replace(" ", "") for text in (last, fold(family), lost))
    return Person(
        whole,
        initials,
        first_in_full(given, first),
        further_in_full(given),
        words,
        bare,
        lost,
        OTHER_INITIALS.get(first[0], frozenset()) if first else frozenset(),
        name.corporate,
        _signs(whole, bare, lost, initials, words),
    )


def _signs(family: str, bare: str, lost: str, initials: str, words: Iterable[str]) -> int:
    """Bits of which two names of one person share at least one: `likeness` is 0 without.

    Such names begin with one letter in one of the forms of their family names, or have a word in common, or the one
    has no initials and may begin with the other's (`MSilva`).
    """
    signs = 0
    for form in (family, bare, lost):
        signs |= 1 << _letter(form)
    signs |= 1 << (_LETTERS + _letter(initials or family))
    for word in words:
        signs |= 1 << (2 * _LETTERS + crc32(word.encode("utf-8", "surrogatepass")) % _WORD_BITS)
    return signs


def _letter(text: str) -> int:
    return ord(text[0]) % _LETTERS if text else 0


def _is_initials(text: str) -> bool:
    return text.isupper() and len(text.replace(".", "")) <= INITIALS_AT_MOST


def _initials_of(part: str, parts: int) -> str:
    """The initials that one part of the given names stands for: a lone `JA` stands for two."""
    if part.isupper() and len(part) <= INITIALS_AT_MOST and (len(part) == 1 or parts == 1):
        return part.lower()
    return fold(part)[:1]


def likeness(left: Person, right: Person) -> float:
    """0 to 1: how likely two names belong to one person."""
    if left.corporate or right.corporate:
        return 1.0 if left.family == right.family else 0.0
    ours, theirs = left.family, right.family
    if ours in (theirs, right.bare) or left.bare in (theirs, right.bare):
        return _initials(left, right)
    if not (left.initials and right.initials) and (_glued(left, right) or _glued(right, left)):
        return SLIP
    if left.lost == right.lost and len(left.lost) >= TELLING - 1:
        return SLIP * _initials(left, right)
    if left.tokens.isdisjoint(right.tokens) and ours[0] != theirs[0]:
        return 0.0
    shared = left.tokens & right.tokens
    if transcribed(left.family) == transcribed(right.family):
        return _initials(left, right)
    return _by_parts(left, right, shared) or _misspelt(left, right)


def _glued(one: Person, other: Person) -> bool:
    """Whether `one` is `other` with the initials attached to the family name: `MSilva`, `KoehlerR`."""
    if one.initials or not other.initials or len(other.family) < INITIALS_AT_MOST:
        return False
    return one.family in (
        other.initials + other.family,
        other.initials[0] + other.family,
        other.family + other.initials,
        other.family + other.initials[0],
    )


def _by_parts(left: Person, right: Person, shared: frozenset[str]) -> float:
    """Names whose parts stand in a different order, or one of which gives more of a compound name."""
    if len(shared) > 1:
        return REORDERED if left.tokens == right.tokens else PARTLY
    if not shared or not (left.family in shared or right.family in shared or max(map(len, shared)) >= TELLING):
        return 0.0
    word = max(shared, key=len)
    rest = sorted(part[0] for part in left.tokens - {word}), sorted(part[0] for part in right.tokens - {word})
    if rest[0] == rest[1]:
        return TURNED  # turned round, or one part of a double name, with the same initials
    at_an_end = all(one.family.startswith(word) or one.family.endswith(word) for one in (left, right))
    return TURNED * _initials(left, right) if len(word) >= TELLING and at_an_end else 0.0


def _misspelt(left: Person, right: Person) -> float:
    if left.initials == right.initials and sorted(left.family) == sorted(right.family):
        return SLIP  # two letters swapped, in a name too short for what follows
    size = min(len(left.family), len(right.family))
    slips = 1 if size < LONG else 2
    if size >= LONG_ENOUGH and DamerauLevenshtein.distance(left.family, right.family, score_cutoff=slips) <= slips:
        return SLIP * _initials(left, right)
    return 0.0


def _initials(left: Person, right: Person) -> float:
    """How well the given names of two people with the same family name agree."""
    ours, theirs = left.initials, right.initials
    if not ours or not theirs:
        return UNKNOWN_GIVEN
    if ours[0] == theirs[0]:
        if _of_two(left, right):
            return OTHER_GIVEN
        return 1.0 if len(ours) == 1 or len(theirs) == 1 or ours[1] == theirs[1] else MIDDLE
    if ours[0] in right.nicknames or theirs[0] in left.nicknames:
        return NICKNAME
    if len(ours) > 1 and sorted(ours) == sorted(theirs):
        return REORDERED
    return TURNED_INITIAL if ours[0] in theirs or theirs[0] in ours else OTHER_INITIAL


def _of_two(left: Person, right: Person) -> bool:
    """Whether both first names are in full and are two (`James`, `John`), neither a middle name of the other.

    Those who share a further name in full may be one: the first is then often a title or a prefix (`Thi Hoa`).
    """
    if not (left.first and right.first) or left.first in right.tokens or right.first in left.tokens:
        return False
    if not left.further.isdisjoint(right.further):
        return False
    return not may_be_one(min(left.first, right.first), max(left.first, right.first))


_CORPORATE = attrgetter("corporate")
NOTHING = "none in common"
NONE_AGREES = -7.5  # two groups; for a corporate author one index may give the group, another its members
GROUPS_DIFFER = -3.0
ALL = (0.0, 2.6, 4.0, 5.0)  # agreement on one, two, three or more names: chance becomes less likely with each
MOST, EXACTLY, HALF, SOME = 0.75, 0.9, 0.5, 0.3  # shares of the shorter list
SEVERAL = 2  # with more shared names than this, it is no accident


def compare_authors(left: tuple[Person, ...], right: tuple[Person, ...], cut: bool) -> tuple[str, float]:
    """(what was found, weight in log-odds). `cut`: whether one of the lists is known to be incomplete."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) > COLLABORATION:
        short, long = short[:COLLABORATION], long[: COLLABORATION * 3 // 2]
    found = _agreement(short, long)
    if found == 0:
        groups = any(map(_CORPORATE, left)) or any(map(_CORPORATE, right))
        return NOTHING, GROUPS_DIFFER if groups else NONE_AGREES
    share = found / len(short)
    if share >= MOST:
        if len(short) == 1 and len(long) > 1:
            first = likeness(left[0], right[0]) >= FIRST
            return ("only the first is given, and agrees", 2.0) if first else ("one of the others", 0.0)
        weight = ALL[min(len(short), len(ALL) - 1)] * (1.0 if share > EXACTLY else 0.8)
        missing = len(long) - len(short)
        if missing and not cut:
            weight -= min(2.5, 3.0 * missing / len(long))
        agreement = "all agree" if not missing else f"the {len(short)} of one are among the {len(long)} of the other"
        return agreement, weight
    if share >= HALF:
        return f"{share:.0%} of the shorter list agree", 1.2 if len(short) > SEVERAL else 0.0
    weight = -1.0 if share >= SOME and len(short) > SEVERAL else -2.5
    return f"only {share:.0%} of the shorter list agree", weight


def named_alike(left: tuple[Person, ...], right: tuple[Person, ...]) -> bool:
    """Whether every name of the shorter list stands in the other without slips, and with the same initials."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    return all(any(_one_name(one, other) for other in long) for one in short)


def _one_name(left: Person, right: Person) -> bool:
    if left.tokens == right.tokens:
        return True
    ours, theirs = {left.family, left.bare}, {right.family, right.bare}
    return not ours.isdisjoint(theirs) and _initials(left, right) >= UNKNOWN_GIVEN


def _agreement(short: tuple[Person, ...], long: tuple[Person, ...]) -> float:
    """How many names of the shorter list are in the longer one, each weighted by its likeness and used once."""
    free = list(long)
    found = 0.0
    for one in short:
        best, likest = -1, LIKE
        signs = one.signs
        for index, other in enumerate(free):
            if not signs & other.signs:
                continue
            score = likeness(one, other)
            if score > likest:
                best, likest = index, score
                if score == 1.0:
                    break
        if best >= 0:
            found += likest
            del free[best]
    return found
