"""Circumstances compared: venue, year and kind and, through `place`, volume, number and pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dedupe.place import compare_places
from generator.dedupe.profile import Profile
from generator.dedupe.venues import VenueForm, bare_acronym
from generator.dedupe.verdict import Known, Reason

BOOKS = frozenset({"book", "proceedings"})
THESES = frozenset({"phdthesis", "mastersthesis"})
PARTS_OF_BOOKS = frozenset({"incollection", "inproceedings"})
NEAR, FAR = 2, 4  # years: versions of a preprint, or slips, are seldom further apart; later printings are
ANOTHER_YEAR = -9.0  # years for titles that recur every year in one venue
VERSIONS = 6  # years beyond which a version of a preprint is more likely another work


def compare_circumstances(
    left: Profile, right: Profile, known: Known, *, column: bool, alike: bool
) -> Iterator[Reason]:
    """Venue, year, volume, number, pages and kind: where and when it appeared.

    `column` says that such a title recurs in other issues, `alike` that titles or authors agree.
    """
    versions = left.preprint or right.preprint
    apart = abs(left.year - right.year) if left.year and right.year else None
    venue: bool | None = None
    if left.venue and right.venue and left.venue.continued and right.venue.continued:
        yield from _continued(left, right)
        return
    if left.venue and right.venue and not versions:
        venue = known.venues.verdict(left.venue, right.venue)
        if known.venues.never_one(left.venue, right.venue):
            yield "venue", "two venues that never share a work here", -9.0
        else:
            yield from _venue(left, right, venue, apart)
    if apart is not None:
        one_volume = bool(left.volume and left.volume == right.volume)
        yield from _year(apart, versions=versions, venue=venue, column=column and not one_volume)
    places = [] if versions else list(compare_places(left, right, venue=venue, alike=alike, column=column))
    yield from places
    if column and venue and apart == 0 and not any(weight < 0 for *_, weight in places):
        yield "issue", "one year of the column", 1.5
    if not versions:
        yield from _kind(left.kind, right.kind)


def _continued(left: Profile, right: Profile) -> Iterator[Reason]:
    """Works that are updated in place: their number counts, but year and issue are the version's."""
    if left.locator.startswith("cd") and right.locator.startswith("cd"):
        same = left.locator == right.locator
        yield "review number", "the same" if same else "different", 8.0 if same else -8.0
    yield "venue", "both in a series whose works are updated in place", 1.5


def _venue(left: Profile, right: Profile, same: bool | None, apart: int | None) -> Iterator[Reason]:
    assert left.venue and right.venue
    if same:
        yield "venue", "the same", 1.5
        return
    kinds = left.venue.kind, right.venue.kind
    clash = all(kinds) and kinds[0] != kinds[1]
    if same is None:
        if apart and (clash or _acronym_and_journal(left.venue, right.venue)):
            yield "venue", "a meeting and a journal, in different years", -6.0
        elif apart is not None and apart >= NEAR:
            yield "venue", "perhaps different, and years apart", -2.5
        return
    if clash:
        yield "venue", "a meeting and a journal", -9.0 if apart else -4.0
    elif apart:
        yield "venue", "different, in different years", -4.5 if apart == 1 else -7.5
    else:
        yield "venue", "different", -2.0


def _acronym_and_journal(left: VenueForm, right: VenueForm) -> bool:
    """Whether one is named as a journal and the other by a bare acronym, as conferences are (`ICDE`, `VLDB`)."""
    return any(
        one.kind == "journal" and other.kind == "" and bare_acronym(other, one)
        for one, other in ((left, right), (right, left))
    )


def _year(apart: int, *, versions: bool, venue: bool | None, column: bool) -> Iterator[Reason]:
    found = "equal" if apart == 0 else f"{apart} apart"
    if apart == 0:
        yield "year", found, 1.0
    elif column:
        # A title that recurs does so every year in one venue; in another venue, or none, the year may be a slip.
        elsewhere = -4.0 if apart > 1 else -3.0
        yield "issue", f"years {found}", ANOTHER_YEAR if venue else elsewhere
    elif versions:
        weight = -0.5 * (apart - NEAR) if apart <= VERSIONS else -3.0
        yield "year", found, min(weight, 0.0)
    elif apart == 1:
        yield "year", found, -0.5
    else:
        weight = -1.5 if apart == NEAR else -2.5
        if apart > FAR:
            weight = -4.0
        yield "year", found, weight - (4.0 if venue else 0.0)  # a journal prints a work only once


def _kind(left: str, right: str) -> Iterator[Reason]:
    """A book and a paper in it, a thesis and a paper from it, and a book and its review are different works."""
    if not left or not right or left == right or "misc" in (left, right):
        return
    if (left in THESES) != (right in THESES):
        yield "kind", f"{left} and {right}", -8.0
    elif (left in BOOKS) != (right in BOOKS):
        yield "kind", f"{left} and {right}", -4.0 if {left, right} & PARTS_OF_BOOKS else -6.0
