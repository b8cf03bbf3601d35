"""Circumstances compared: venue, year and kind, and through `place` volume, number and pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dedupe.place import compare_places
from generator.dedupe.profile import Profile
from generator.dedupe.verdict import Known, Reason


def compare_circumstances(
    left: Profile, right: Profile, known: Known, *, column: bool, alike: bool
) -> Iterator[Reason]:
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
        yield from compare_places(left, right, venue=venue, alike=alike, column=column)
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
