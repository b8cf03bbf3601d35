"""The index: which entries have which terms, packed as text and cut into files, so that a page loads only a few.

What the files hold is read by `scripts/store.js`. A packed list of entries is a text in base 64 with a bit for "more
follows", as source maps have it: for each entry the distance to the one before, times four, plus how often the term
stands there (1 to 4, less one).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.search.words import ROOT

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BITS, _MORE = 5, 32  # of a digit: five of the number, and one that says whether another follows
_MOST = 4  # a term is counted up to so often
FIELDS = ("key", "title", "first", "people", "name", "year", "about", "text")
LENGTHS = ("title", "text")  # whose length counts: a word says more of a short text


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: a work, a theme, an author, a page.

    Attributes:
        shown: what the list of results shows of it, as JSON values; `scripts/box.js` knows their order.
        terms: its terms by field (`FIELDS`), with repetitions.
        text: the text from which a line is shown, for entries that have one.
        labels: phrases by which it is meant, each as one term; they are in files of their own.
    """

    shown: Sequence[object]
    terms: Mapping[str, Sequence[str]]
    text: str = ""
    labels: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """Parts of a list, each to become a file: what each begins with (or is numbered), and what it holds."""

    firsts: list[str] = field(default_factory=list)
    parts: list[list[object]] = field(default_factory=list)


def packed(counts: Iterable[tuple[int, int]], before: int = 0) -> str:
    """Numbers of entries, in rising order, each with how often, as text; `before` is the number before them."""
    digits = []
    for entry, often in counts:
        digits.append(_in_base_64((entry - before) * _MOST + min(often, _MOST) - 1))
        before = entry
    return "".join(digits)


@lru_cache(maxsize=100_000)  # most distances are small
def _in_base_64(number: int) -> str:
    digits = ""
    while number >= _MORE:
        digits += DIGITS[_MORE | number & (_MORE - 1)]
        number >>= _BITS
    return digits + DIGITS[number]


@dataclass(frozen=True, slots=True)
class Postings:
    """Which entries have which terms.

    Attributes:
        count: number of entries.
        of_fields: for each of `FIELDS`, by term: the packed entries, and the number of the last of them.
    """

    count: int
    of_fields: Sequence[Mapping[str, tuple[str, int]]]


def postings(entries: Iterable[Entry], first: Postings | None = None) -> Postings:
    """Which entries have which terms, after those of `first`, whose numbers they continue."""
    known = first or Postings(0, [{} for _ in FIELDS])
    number = known.count
    found: list[dict[str, list[tuple[int, int]]]] = [{} for _ in FIELDS]  # by field: the entries of each term
    for entry in entries:
        for counts, name in zip(found, FIELDS, strict=True):
            terms = entry.terms.get(name)
            for term, often in Counter(terms).items() if terms else ():
                counts.setdefault(term, []).append((number, often))
        number += 1
    of_fields = []
    for counts, before in zip(found, known.of_fields, strict=True):
        joined = dict(before)
        for term, places in counts.items():
            text, last = before.get(term, ("", 0))
            joined[term] = text + packed(places, last), places[-1][0]
        of_fields.append(joined)
    return Postings(number, of_fields)


def inverted(found: Postings) -> list[list[object]]:
    """A row for each term: the term, then the number of each field that has it and the packed entries.

    A root stands beside the forms that begin like it, so that a query finds both in one part of the index.
    """
    rows: dict[str, list[object]] = {}
    for place, terms in enumerate(found.of_fields):
        for term, (text, _) in terms.items():
            rows.setdefault(term, [term]).extend((place, text))
    return [rows[term] for term in sorted(rows, key=lambda term: (place_of(term), term))]


def labelled(entries: Sequence[Entry]) -> list[list[object]]:
    """A row for each label: the label, then the packed entries that have it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, entry in enumerate(entries):
        for label in entry.labels:
            found.setdefault(label, []).append((number, 1))
    return [[label, packed(found[label])] for label in sorted(found, key=lambda label: (place_of(label), label))]


def place_of(term: str) -> str:
    """Where a term stands among the others: a root without its mark."""
    return term.removeprefix(ROOT)


def lengths(entries: Sequence[Entry]) -> dict[str, str]:
    """How many terms each entry has in the fields whose length counts, packed as text: a number each."""
    return {name: "".join(_number(len(entry.terms.get(name, ()))) for entry in entries) for name in LENGTHS}


def _number(number: int) -> str:
    return packed([(number // _MOST, number % _MOST + 1)])


def cut(rows: Sequence[Sequence[object]], most: int) -> Cut:
    """Rows, cut where `most` characters are reached; each part is known by the first word of its first row.

    A root and the form that is written like it stay together.
    """
    found, size, before = Cut(), most, ""
    for row in rows:
        place = place_of(str(row[0]))
        if size >= most and place != before:
            found.firsts.append(place)
            found.parts.append([])
            size = 0
        found.parts[-1].append(row)
        before = place
        size += sum(len(str(cell)) + 3 for cell in row)
    return found


def known_words(rows: Sequence[Sequence[object]]) -> str:
    """The forms of titles and names, for the search for words that nearly are what was typed: each without the letters
    that it shares with the one before, whose number stands as a digit before it."""
    lines, before = [], ""
    for row in rows:
        term = str(row[0])
        if not term.isalpha() or FIELDS.index("text") == row[1]:
            continue
        shared = 0
        while shared < min(len(term), len(before), len(DIGITS) - 1) and term[shared] == before[shared]:
            shared += 1
        lines.append(DIGITS[shared] + term[shared:])
        before = term
    return " ".join(lines)
