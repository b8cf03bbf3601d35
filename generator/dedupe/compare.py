"""Evidence of one pair: what speaks for and against two records' being one work, each field only where both have it.

Weights are log-odds (natural logarithm), added up with a prior for a candidate pair, in the manner of Fellegi and
Sunter ("A theory for record linkage", 1969). They were set by judgement and checked on the development half of
`tests/data/duplicates.yml`; `benchmarks/duplicates.py` reports both halves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from generator.dedupe.people import compare_authors
from generator.dedupe.profile import Profile, overlap
from generator.dedupe.titles import Says, compare_titles
from generator.dedupe.venues import VenueNames

PRIOR = -4.0
CONTRADICTION = -1.5  # a total of this and below is a contradiction, where reasons speak against the pair
STUDY = (
    8.0  # title, authors and abstract tell studies apart; so much at most do they say once a study seems printed twice
)
WHOLE = 0.8  # of the word runs of an abstract: this much is shared by versions of one, not by two of one template
QUOTED = 1.0  # less of it under titles that speak against the pair: parts, replies and sequels quote, a group reuses its sentences
Reason = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole set of records teaches about its parts.

    Attributes:
        venues: which venue names stand for one venue.
        columns: compact titles that recur over the years: names of columns.
    """

    venues: VenueNames = field(default_factory=lambda: VenueNames({}, {}))
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The evidence of one pair: the total in log-odds and its reasons, in the order of comparison."""

    weight: float
    reasons: tuple[Reason, ...]

    @property
    def probability(self) -> float:
        """The total as a probability."""
        return probability(self.weight)

    def within(self, odds: float) -> Verdict:
        """The verdict on two records of one source whose records are one work so much less often, in log-odds."""
        reason = "source", "one source, which seldom lists a work twice", odds
        return Verdict(round(self.weight + odds, 4), (*self.reasons, reason)) if odds else self

    def contradicts(self, doubt: float = CONTRADICTION) -> bool:
        """Whether the two cannot be in one work: the total is against it because something speaks against it.

        A pair with next to nothing to compare is unlikely too, but contradicts nothing.
        """
        return self.weight <= doubt and sum(weight for *_, weight in self.reasons if weight < 0) <= min(
            doubt - 1.0, -1.0
        )


def probability(weight: float) -> float:
    """Log-odds as a probability, rounded so that it is the same on every machine."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, weight)))), 6)


def compare(left: Profile, right: Profile, known: Known) -> Verdict:
    """The evidence of two profiles; the same in either order."""
    reasons = list(_evidence(left, right, known))
    study = (
        sum(weight for aspect, _, weight in reasons if aspect in ("title", "authors", "abstract") and weight > 0)
        if len(reasons) > 1
        else 0.0
    )
    if study > STUDY and any(
        aspect in ("pages", "volume", "supplement") and weight <= -4.0 for aspect, _, weight in reasons
    ):
        # Meeting abstract and paper, serial reports, papers printed again: one title, one team, other places.
        reasons.append(("place", "two places: a study can be printed twice", STUDY - study))
    return Verdict(round(PRIOR + sum(weight for *_, weight in reasons), 4), tuple(reasons))


def _evidence(left: Profile, right: Profile, known: Known) -> Iterator[Reason]:
    title, column = 0.0, False
    says: Says = ""
    if left.title and right.title:
        found, title, says = compare_titles(left.title, right.title)
        column = left.title.generic or left.title.compact in known.columns or right.title.compact in known.columns
        if column and title > 0.5:
            found, title = f"{found}, but a title that comes back", 0.5
        yield "title", found, title
    text = 0.0
    if left.shingles is not None and right.shingles is not None:
        found, text = _abstracts(left, right, bool(left.title and right.title), title, says)
        if text:
            yield "abstract", found, text
    # Several letters or abstracts stand on one page; a range of pages belongs to one work.
    one_place = bool(left.pages and left.pages == right.pages and 2 < left.pages[0] < left.pages[1]) and (
        left.volume == right.volume if left.volume and right.volume else bool(left.year and left.year == right.year)
    )
    shared = bool(left.ids and right.ids) and any(
        left.ids[scheme] & right.ids[scheme] for scheme in left.ids if scheme in right.ids
    )
    if title <= -4.0 and text <= 0 and not shared and not one_place:
        return  # nothing that is left to compare could outweigh it
    people, alike = 0.0, title >= 0
    if left.people and right.people:
        found, people = compare_authors(left.people, right.people, left.cut or right.cut)
        # Other words in one place: a slip or a translation if the same people wrote them, else two short pieces.
        translated = bool(left.title and right.title and left.title.translated != right.title.translated)
        alike = alike or (
            people >= (2.0 if title > -4.0 or translated else 4.0) and (title > -4.0 or (one_place and not says))
        )
        if title < -2 and people > 0 and not shared and not one_place:
            people = min(people, 1.5)  # a group writes many papers
        yield "authors", found, people
    contradicts = says == "contradiction"
    doubtful = contradicts or (title <= -4.0 and text <= 0 and people < 2.0)
    # By so many letters a title differs by more than its spelling.
    retitled = title < 0 or bool(
        left.title and right.title and abs(len(left.title.compact) - len(right.title.compact)) > 4
    )
    yield from _identifiers(left, right, retitled=retitled, doubtful=doubtful, contradicts=contradicts)
    if one_place and alike:
        yield "place", "the same volume and pages", 2.0
    yield from _circumstances(left, right, known, column=column, alike=alike)


def _abstracts(left: Profile, right: Profile, titled: bool, title: float, says: Says) -> tuple[str, float]:
    assert left.shingles is not None and right.shingles is not None
    shared = overlap(left.shingles, right.shingles)
    found = f"{shared:.0%} of the word runs are shared"
    figures = min(len(left.figures), len(right.figures))
    if figures >= 4 and 0.05 <= shared < 0.6 and len(left.figures & right.figures) <= 0.34 * figures:
        return f"{found}, but the figures differ", -1.0
    # Databases print one abstract of a published work; versions of a preprint are rewritten.
    published = bool(left.venue and right.venue) and not (left.preprint or right.preprint)
    if shared >= 0.12 and (
        says == "contradiction" or (shared < WHOLE and (says == "another" or (published and titled and title < 0)))
    ):
        return found, QUOTED
    if shared >= 0.12:
        return found, 10.0 if shared >= 0.85 else 8.5 if shared >= 0.6 else 6.5 if shared >= 0.3 else 3.5
    if shared >= 0.05:
        return found, -1.5 if published else 0.5 if titled else -1.0
    if published:
        return found, -4.0
    return found, -1.5 if title > 4 else -4.0  # a rewritten abstract under one title is common


_ONE_EACH = {"arxiv": -7.0, "pmid": -5.0, "pmcid": -5.0, "acl": -5.0, "doi": -2.5, "openreview": -1.0, "isbn": -0.5}
_SAME = {"arxiv": 10.0, "pmid": 9.0, "pmcid": 9.0, "acl": 9.0, "doi": 8.0, "openreview": 9.0, "isbn": 2.0}
_NAMES = {
    "arxiv": "arXiv id",
    "pmid": "PubMed id",
    "pmcid": "PMC id",
    "acl": "ACL Anthology id",
    "doi": "DOI",
    "openreview": "OpenReview id",
    "isbn": "ISBN",
}


def _identifiers(
    left: Profile, right: Profile, *, retitled: bool, doubtful: bool, contradicts: bool
) -> Iterator[Reason]:
    for scheme in (scheme for scheme in _SAME if scheme in left.ids and scheme in right.ids):
        ours, theirs = left.ids[scheme], right.ids[scheme]
        name = _NAMES[scheme]
        if ours & theirs:
            weight = _SAME[scheme]
            if contradicts or (doubtful and scheme in ("doi", "isbn")):
                yield name, "the same, but on different titles: one is wrong or shared", min(weight, 3.0)
            else:
                yield name, "the same", weight
            continue
        if scheme == "doi":
            if any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs):
                yield name, "one is the beginning of the other", 1.0
                continue
            if left.preprint != right.preprint:
                continue
            if left.venue and right.venue and left.venue.continued and right.venue.continued:
                yield name, "different", -3.0
                continue
            if retitled and any(a.split("/")[0] == b.split("/")[0] for a in ours for b in theirs):
                yield name, "different, of one registrant, and so are the titles", -7.0
                continue
        yield name, "different", _ONE_EACH[scheme]


def _circumstances(left: Profile, right: Profile, known: Known, *, column: bool, alike: bool) -> Iterator[Reason]:
    """Venue, year, volume, number, pages and kind: where and when it appeared."""
    versions = left.preprint or right.preprint
    apart = abs(left.year - right.year) if left.year and right.year else None
    venue: bool | None = None
    continued = bool(left.venue and right.venue and left.venue.continued and right.venue.continued)
    if continued:
        if left.locator.startswith("cd") and right.locator.startswith("cd"):
            same = left.locator == right.locator
            yield "review number", "the same" if same else "different", 8.0 if same else -8.0
        yield "venue", "both in a series whose works are updated in place", 1.5
        return
    if left.venue and right.venue and not versions:
        venue = known.venues.verdict(left.venue, right.venue)
        if known.venues.never_one(left.venue, right.venue):
            yield "venue", "two venues that never share a work here", -9.0
        else:
            yield from _venue(left, right, venue, apart)
    if apart is not None:
        yield from _year(
            apart, versions=versions, venue=venue, column=column and not (left.volume and left.volume == right.volume)
        )
    if not versions:
        yield from _place(left, right, venue=venue, alike=alike, column=column)
    if column and venue and apart == 0:
        yield "issue", "one year of the column", 1.5
    books = {"book", "proceedings"}
    theses = {"phdthesis", "mastersthesis"}
    if left.kind and right.kind and left.kind != right.kind and (
        (left.kind in books) != (right.kind in books) or (left.kind in theses) != (right.kind in theses)
    ) and "misc" not in (left.kind, right.kind) and not versions:  # fmt: skip
        yield "kind", f"{left.kind} and {right.kind}", -4.0 if left.kind in books or right.kind in books else -8.0


def _venue(left: Profile, right: Profile, same: bool | None, apart: int | None) -> Iterator[Reason]:
    assert left.venue and right.venue
    if same:
        yield "venue", "the same", 1.5
        return
    kinds = left.venue.kind, right.venue.kind
    clash = all(kinds) and kinds[0] != kinds[1]
    if same is None:
        if clash and apart:
            yield "venue", "a meeting and a journal, in different years", -6.0
        elif apart is not None and apart >= 2:
            yield "venue", "perhaps different, and years apart", -2.5
        return
    if clash:
        yield "venue", "a meeting and a journal", -9.0 if apart else -4.0
    elif apart:
        yield "venue", "different, in different years", -4.5 if apart == 1 else -7.5
    else:
        yield "venue", "different", -2.0


def _year(apart: int, *, versions: bool, venue: bool | None, column: bool) -> Iterator[Reason]:
    found = "equal" if apart == 0 else f"{apart} apart"
    if apart == 0:
        yield "year", found, 1.0
    elif column:
        yield "year", found, -4.0 if apart > 1 else -1.8
    elif versions:
        yield "year", found, 0.0 if apart <= 2 else -0.5 * (apart - 2) if apart <= 6 else -3.0
    elif apart == 1:
        yield "year", found, -0.5
    else:
        weight = -1.5 if apart == 2 else -2.5 if apart <= 4 else -4.0
        if venue:
            weight -= 4.0  # one journal prints a work once
        yield "year", found, weight


def _place(left: Profile, right: Profile, *, venue: bool | None, alike: bool, column: bool) -> Iterator[Reason]:
    """Volume, number and pages. A work is printed in one place, so two places are two works; single slips are common."""
    volume = left.volume == right.volume if left.volume and right.volume else None
    number = left.number == right.number if left.number and right.number else None
    page: bool | None = None
    if left.pages and right.pages:
        (a, b), (c, d) = left.pages, right.pages
        page = a == c and not (volume is False and ((b and d and b != d) or left.meeting != right.meeting))
        # A range within the other, or one end mistyped, is one place.
        loose = not page and (
            (b and d and b == d)
            or (b and a <= c <= b)
            or (d and c <= a <= d)
            or (volume is not False and not (b and d) and _slip(a, c))
        )
        if page:
            both = bool(b and d and b == d)
            small = a <= 2
            yield (
                "pages",
                "equal" if both else "start on one page",
                1.0 if not alike else 3.0 if both and a < b else 1.0 if small else 2.0,
            )
        elif loose:
            yield "pages", "overlap", 0.0
            page = None
        elif volume is False:
            yield "pages", "different, in another volume", -10.0
        else:
            another = (
                number is False
                or venue is False
                or (left.year and right.year and left.year != right.year)
                or (venue and not (volume and number))
            )
            yield "pages", "different", -7.0 if another else -5.0 if venue else -3.5
    elif left.locator and right.locator:
        same = left.locator == right.locator
        if same:
            yield "pages", "equal", 3.0
        elif left.locator[:1] == right.locator[:1]:
            page = False
            yield "pages", "different", -2.5
    if volume is not None and page is not False:
        yield "volume", "equal" if volume else "different", 0.7 if volume else -0.5 if page and not column else -6.0
    if number is not None and page is not False:
        yield (
            "number",
            "equal" if number else "different",
            0.4 if number else -0.3 if page else -3.0 if venue and volume else -0.7,
        )
    if left.meeting != right.meeting and page is not True and left.issued and right.issued:
        yield (
            "supplement",
            "one appeared in a supplement, as meeting abstracts do",
            -7.0 if page is False or number is False else -2.0,
        )


def _slip(left: int, right: int) -> bool:
    """Whether two page numbers of three digits or more differ by one keystroke."""
    a, b = str(left), str(right)
    return min(len(a), len(b)) >= 3 and DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1
