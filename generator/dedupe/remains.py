"""The rest of a citation in a title: `J. Widom 1997 A Title`, `A Title. In Proc. SIGMOD 1999`, all in one field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.dedupe.profile import Profile
from generator.dedupe.title_words import is_one_spelt_twice, title_weight
from generator.dedupe.titles import TitleForm
from generator.dedupe.venues import is_acronym
from generator.dedupe.vocabulary import ORDINALS, STOP, word_set

SHORTEST = 2  # words with a meaning that a title needs to be recognised within another
YEAR_DIGITS = 4
YEAR_SLIP = 1  # years: a citation may give that of the preprint or of the volume
RESERVE = 0.3  # log-odds by which such a match counts less than one of two bare titles
# What a citation contains besides names, year and venue.
_CITATION = word_set(
    "in proc procs proceedings of the and et al with ed eds editor editors pp p page pages vol volume no number on at "
    "for conf "
    "conference intl int international symp symposium workshop journal j trans transactions acm ieee press annual "
    "lncs springer "
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october "
    "november december to appear submitted also see"
    " phd ph d thesis dissertation doctoral msc technical report tech rep university univ dept department school"
)
_MEETING = word_set("proc procs proceedings conf conference symp symposium workshop")  # so may the ordinal of these
_THESIS = word_set("thesis dissertation")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_NUMBERED = word_set("pp p page pages vol volume no number")  # a number may follow these


def without_rest(left: Profile, right: Profile) -> tuple[str, float] | None:
    """(what was found, weight) if one title is the other with the rest of its citation around it, else None.

    The longer title contains the whole shorter one, and the rest is only names, year or venue of either record and
    words of a citation. One more telling word, number or letter makes it another title.
    """
    if left.title is None or right.title is None or not stands_within(left.title, right.title):
        return None
    short, long = sorted((left.title, right.title), key=lambda title: len(title.words))
    around = _around(short, long)
    if around is None:
        return None
    before, after = around
    rest = _Rest(left, right)
    if not (rest.explains(before) and rest.explains(after) and rest.telling(before, after)):
        return None
    return f"equal but for the rest of a citation (“{' '.join((*before, *after))}”)", title_weight(
        short.words
    ) - RESERVE


def stands_within(left: TitleForm, right: TitleForm) -> bool:
    """Whether the longer of two titles contains the shorter one, and that is long enough to be recognised."""
    if len(left.words) == len(right.words):
        return False
    short, long = (left, right) if len(left.words) < len(right.words) else (right, left)
    if short.generic or len(short.content) < SHORTEST:
        return False
    return short.compact in long.compact or _respelt_within(short, long)


def _respelt_within(short: TitleForm, long: TitleForm) -> bool:
    """Whether `long` may hold all words of `short`, one of them in another spelling."""
    if len(short.content) <= SHORTEST or len(short.content - long.content) > 1:
        return False
    return _window(short, long) is not None


def _window(short: TitleForm, long: TitleForm) -> int | None:
    """The first word of `long` from which all of `short` follow one by one, spelling aside."""
    length = len(short.words)
    for start in range(len(long.words) - length + 1):
        window = long.words[start : start + length]
        differing = [pair for pair in zip(short.words, window, strict=True) if pair[0] != pair[1]]
        if len(differing) <= 1 and all(is_one_spelt_twice(*pair) for pair in differing):
            return start
    return None


def _around(short: TitleForm, long: TitleForm) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The words of `long` before and after `short`; None if it does not contain it as whole words, spacing aside."""
    starts = {0: 0}
    length = 0
    for index, word in enumerate(long.words, 1):
        length += len(word)
        starts[length] = index
    at = long.compact.find(short.compact)
    if at < 0 and (window := _window(short, long)) is not None:
        return long.words[:window], long.words[window + len(short.words) :]
    first, last = starts.get(at), starts.get(at + len(short.compact))
    return None if first is None or last is None else (long.words[:first], long.words[last:])


class _Rest:
    """What may remain of a citation of either record: their names, years and venues."""

    def __init__(self, left: Profile, right: Profile) -> None:
        self.names = {token for one in (left, right) for person in one.people for token in person.tokens}
        self.names |= {part for one in (left, right) for person in one.people for part in (person.family, person.lost)}
        self.names = {name for name in self.names if len(name) > 1}
        venues = [one.venue for one in (left, right) if one.venue]
        self.venues = {word for venue in venues for word in venue.name.split()} - STOP
        self.imprint = (left.imprint | right.imprint) - STOP - self.venues
        self.forms = [form for venue in venues for form in venue.forms]
        self.years = {one.year for one in (left, right) if one.year}

    def explains(self, words: Sequence[str]) -> bool:
        """Whether every word belongs to a citation; a lone letter or number may be part of a series."""
        named = any(self._names(word) for word in words)
        numbered = any(word in _NUMBERED or self._venue(word) for word in words)
        counted = any(word in _MEETING or self._venue(word) for word in words)
        return all(
            word in _CITATION
            or self._venue(word)
            or word in self.imprint
            or self._names(word)
            or self._year(word)
            or (len(word) == 1 and word.isalpha() and named)
            or (_initials(word) and named)
            or (numbered and _number(word))
            or (counted and (word in ORDINALS or _ORDINAL.fullmatch(word)))
            for word in _joined(words, self.names)
        )

    def telling(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether something remains that only a citation has: a name, the venue, pages, or a year at the front."""
        words = (*before, *after)
        placed = any(word in _NUMBERED and _number(next_) for word, next_ in pairwise(after))
        front = bool(before) and self._year(before[0])
        by_name = any(self._names(word) for word in _joined(words, self.names))
        thesis = _THESIS.isdisjoint(before) and not _THESIS.isdisjoint(after)
        # A work may be of the place of its publisher (`Urban poverty in New York`); a year tells that it is cited.
        printed = any(word in self.imprint for word in words) and any(map(self._year, words))
        return by_name or placed or front or thesis or printed or any(self._venue(word) for word in words)

    def _venue(self, word: str) -> bool:
        return word in self.venues or any(is_acronym(word, form) for form in self.forms)

    def _names(self, word: str) -> bool:
        return word in self.names

    def _year(self, word: str) -> bool:
        if len(word) != YEAR_DIGITS or not word.isdigit():
            return False
        return not self.years or min(abs(int(word) - year) for year in self.years) <= YEAR_SLIP


def _joined(words: Sequence[str], names: set[str]) -> list[str]:
    """The words, with the pieces of a name that lost a letter in its middle (`garc a`) rejoined."""
    found: list[str] = []
    for word in words:
        if found and found[-1] + word in names:
            found[-1] += word
        else:
            found.append(word)
    return found


def _initials(word: str) -> bool:
    return len(word) == SHORTEST and word.isalpha() and word not in STOP


def _number(word: str) -> bool:
    return word.isdigit() and not (len(word) == YEAR_DIGITS and word[:2] in ("19", "20"))
