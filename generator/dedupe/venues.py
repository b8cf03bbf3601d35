"""Venues compared: abbreviations, acronyms, former names; and what the records at hand show about each other's
names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.dedupe.title_words import transcribed
from generator.dedupe.vocabulary import word_set
from generator.text.compare import fold

ACRONYM_LETTERS = 8  # letters of a name that may be an acronym
VenueClass = Literal["journal", "conference", "preprint", ""]
_STOP = word_set(
    "of the on for and in to a an de la le les des du der die das und et fur y el del di official publication offical "
    "online"
)
_JOURNAL = word_set(
    "journal j jnl transactions trans letters lett annals ann archives arch bulletin bull magazine mag record rec "
    "quarterly acta "
    "zeitschrift revista revue giornale tijdschrift rev review reviews"
)
_MEETING = word_set("conference conf symposium symp workshop workshops congress meeting colloquium summit wksp")
_PREPRINT = word_set(
    "arxiv corr biorxiv medrxiv chemrxiv ssrn preprint preprints psyarxiv osf techrxiv repec socarxiv edarxiv engrxiv"
)
_FILLER = word_set(
    "international int intl annual conference conf proceedings proc symposium symp workshop acm ieee joint meeting "
    "national european"
)
_TRANSACTIONS = word_set("transactions trans")  # `transactions on`, `to` in an acronym: TOCS, TODS, TOPLAS
# What a longer name may add and still be the same: no field, and none of `reviews`, `letters` or `research`, by which
# journals of one publisher differ.
_ADDS_NOTHING = _FILLER | word_set(
    "journal j jnl england london electronic print internet web official organ published series ser section suppl "
    "supplement new ed edition "
    "springer elsevier wiley usenix siam aaai oxford cambridge uk usa us u s united states america york washington "
    "boston philadelphia "
    "chicago baltimore berlin heidelberg amsterdam basel paris germany switzerland netherlands"
)
_OFFICIAL = re.compile(r"\s[(\[]?(?:the )?(?:official|offical) (?:journal|publication|organ)\b", re.IGNORECASE)
_CONTINUED = re.compile(r"cochrane database|statpearls|genereviews|living systematic review")
_VOWELS = frozenset("aeiouy")
_ABBREVIATION = 3  # letters, or words, of the shortest name that counts
_ACRONYM = range(3, 11)  # letters
_PAIR = 2  # words of a short name
_FIRST_WORD = 4  # letters of the first of them
_SHORT_NAME = 8  # letters
_TOGETHER = 3  # works found with both names
_KNOWN = 20  # works of a venue from which its names are known to differ


@dataclass(frozen=True, slots=True)
class VenueForm:
    """One venue ready for comparison.

    Attributes:
        name: folded, without years and ordinals.
        forms: word lists that name it: the whole, the part before a colon or dash, the part in brackets.
        kind: the kind of venue that the name states.
        continued: whether works there are updated in place under one title for years.
    """

    name: str
    forms: tuple[tuple[str, ...], ...]
    kind: VenueClass
    continued: bool


@lru_cache(maxsize=50_000)
def venue_form(text: str) -> VenueForm | None:
    """The comparable form of a venue's name, or None if nothing is left of it."""
    text = " ".join(text.split())
    name = " ".join(word for word in fold(text).split() if not re.fullmatch(r"\d+(?:st|nd|rd|th)?|(?:19|20)\d\d", word))
    if not name:
        return None
    forms: list[tuple[str, ...]] = []
    for piece in (
        text,
        re.sub(r"\([^)]{0,300}\)|\[[^\]]{0,300}\]", " ", text),
        re.split(r"\s*(?::|=|\s[-–—]+\s|—|;|\.\s(?=[A-Z]{2}|Official|An? ))", text)[0],
        _OFFICIAL.split(text)[0],
        *re.findall(r"\(([^)]{1,300})\)", text),
    ):
        words = tuple(
            word if word in _JOURNAL else transcribed(word)
            for word in fold(piece).split()
            if word not in _STOP and not re.fullmatch(r"\d+(?:st|nd|rd|th)?", word)
        )
        if words and words not in forms:
            forms.append(words)
    words_set = set(name.split())
    kind: VenueClass = ""
    if words_set & _PREPRINT or "research square" in name:
        kind = "preprint"
    elif words_set & _MEETING:
        kind = "conference"
    elif words_set & _JOURNAL:
        kind = "journal"
    return VenueForm(name, tuple(forms or [tuple(name.split())]), kind, bool(_CONTINUED.search(name)))


def _abbreviates(short: str, long: str) -> bool:
    """`clin` for `clinical`, `assn` for `association`: the same start, then letters in order."""
    if not long.startswith(short[0]):
        return False
    if long.startswith(short):
        return True
    if len(short) < _ABBREVIATION:
        return False
    letters = iter(long)
    skeleton = len(short) > _ABBREVIATION and not _VOWELS & set(short)  # `dtsch`: consonants alone
    return all(letter in letters for letter in short) and (skeleton or short[:2] == long[:2])


def _compounds(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one long word is a compound of two that the other name abbreviates: `Pflege Z`, `Pflegezeitschrift`."""
    if len(short) != 1 or len(long) != _PAIR or len(long[0]) < _FIRST_WORD:
        return False
    rest = short[0].removeprefix(long[0])
    return rest != short[0] and len(rest) > len(long[1]) and _abbreviates(long[1], rest)


def _aligned(short: tuple[str, ...], long: tuple[str, ...], meeting: bool) -> bool:
    """Whether `short` abbreviates words of `long` in order, with few left over and none that changes the name."""
    at = 0
    for word in short:
        while at < len(long) and not (_abbreviates(word, long[at]) or _abbreviates(long[at], word)):
            at += 1
        if at == len(long):
            return False
        at += 1
    if not meeting and not _ADDS_NOTHING.issuperset(long[at:]):
        return False  # `Sleep Medicine` and `Sleep Medicine Reviews`
    return len(short) >= 0.6 * len(long) or (len(short) >= _ABBREVIATION and len(short) >= 0.5 * len(long))


def is_acronym(short: str, words: tuple[str, ...]) -> bool:
    """Whether `short` is made of the first letters of `words` (`neurips`: neur-i-p-s; filler words may be left out)."""

    def fits(rest: str, index: int) -> bool:
        if index == len(words):
            return not rest
        if words[index] in _FILLER and fits(rest, index + 1):
            return True
        word = words[index]
        if word in _TRANSACTIONS and rest.startswith("to") and fits(rest[2:], index + 1):
            return True
        for size in range(1, min(4, len(word), len(rest)) + 1):
            if word[:size] != rest[:size]:
                break
            if fits(rest[size:], index + 1):
                return True
        return False

    return len(short) in _ACRONYM and len(words) > 1 and fits(short, 0)


def bare_acronym(venue: VenueForm, journal: VenueForm) -> bool:
    """Whether a venue is named only by an acronym that is not made of the journal's words."""
    words = _telling(venue.forms[0])
    if len(words) != 1 or len(venue.name.split()) > 1 or len(words[0]) > ACRONYM_LETTERS:
        return False
    spelt = tuple(journal.name.split())
    made = is_acronym(words[0], spelt) or any(is_acronym(words[0], form) for form in journal.forms)
    return not made and not any(_abbreviates(words[0], word) for word in spelt if word != words[0])


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _FILLER | _MEETING | _JOURNAL)


@lru_cache(maxsize=200_000)
def same_name(left: VenueForm, right: VenueForm) -> bool | None:
    """Whether two names mean one venue: True, False (they contradict each other), None (unclear)."""
    if left.name == right.name:
        return True
    clash = bool(left.kind and right.kind and left.kind != right.kind)
    meeting = "conference" in (left.kind, right.kind)
    for a in left.forms:
        for b in right.forms:
            short, long = (a, b) if len(a) <= len(b) else (b, a)
            if a == b or _compounds(short, long) or (not clash and len(short) > 1 and _aligned(short, long, meeting)):
                return None if clash else True
            if (
                not clash
                and len(short) == 1
                and (
                    is_acronym(short[0], long)
                    or (len(long) == 1 and _abbreviates(*sorted((short[0], long[0]), key=len)))
                )
            ):
                return True
            within = (
                not clash
                and len(short) <= _PAIR
                and len(short[0]) >= _FIRST_WORD
                and set(short) <= set(long)
                and left.kind == right.kind
            )
            if within and (meeting or _ADDS_NOTHING.issuperset(set(long) - set(short))):
                return True
    if clash:
        return False
    contained = any(set(a) & set(b) - _JOURNAL - _MEETING - _FILLER for a in left.forms for b in right.forms)
    # `SIGMOD Conference` may mean any name: an acronym need not follow from the words.
    acronym = not (left.kind == right.kind == "journal") and any(
        len(_telling(form.forms[0])) <= 1 and len("".join(_telling(form.forms[0]))) <= _SHORT_NAME
        for form in (left, right)
    )
    return None if contained or acronym else False


@dataclass(frozen=True, slots=True)
class VenueNames:
    """What the records show about each other's venue names: pairs of names that do, or do not, mean the same venue."""

    counts: dict[tuple[str, str], int]
    totals: dict[str, int]

    def verdict(self, left: VenueForm, right: VenueForm) -> bool | None:
        """As `same_name`, but usage goes first: three works under both names, if they are not a small share, make
        them one venue.
        """
        if left.name == right.name:
            return True
        pair = (left.name, right.name) if left.name < right.name else (right.name, left.name)
        together = self.counts.get(pair, 0)
        fewest = min(self.totals.get(left.name, 0), self.totals.get(right.name, 0))
        if together >= _TOGETHER and together >= 0.2 * fewest:
            return True
        by_name = same_name(left, right)
        return False if self.never_one(left, right) else by_name

    def never_one(self, left: VenueForm, right: VenueForm) -> bool:
        """Whether usage clearly shows two venues: both names occur often, and never for one work."""
        pair = (left.name, right.name) if left.name < right.name else (right.name, left.name)
        fewest = min(self.totals.get(left.name, 0), self.totals.get(right.name, 0))
        return left.name != right.name and fewest >= _KNOWN and self.counts.get(pair, 0) <= 0.05 * fewest


def learn_names(sightings: Iterable[tuple[str, VenueForm, VenueForm]]) -> VenueNames:
    """Venue names by usage: (work's title, venue, venue) of pairs that are one work by everything but the venue.

    Each title counts once per pair of names, so that a source read twice adds nothing.
    """
    distinct = {
        (title, *sorted((left.name, right.name)))
        for title, left, right in sightings
        if left.kind != "preprint" and right.kind != "preprint"
    }
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for _, left_name, right_name in distinct:
        counts[left_name, right_name] += 1
        totals[left_name] += 1
        if left_name != right_name:
            totals[right_name] += 1
    return VenueNames(dict(counts), dict(totals))
