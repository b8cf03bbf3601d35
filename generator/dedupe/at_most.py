"""The most that a pair can still reach once its titles and abstracts are compared.

Most candidate pairs are of two works, and their titles and abstracts show it. Where even agreement on everything else
that both records state would leave them apart, the rest, which takes longest, need not be compared.
"""

from __future__ import annotations

from generator.dedupe.people import ALL
from generator.dedupe.profile import Profile

# The greatest weights that `circumstances`, `place` and `identity` give for what agrees.
_PLACE = 2.0
_VENUE = 1.5
_YEAR = 1.0
_ONE_YEAR = 1.5
_PAGES = 3.0
_VOLUME = 0.7
_NUMBER = 0.4
_BEGINNING_OF_DOI = 1.0


def rest_at_most(left: Profile, right: Profile, people: float, *, one_place: bool, recurring: bool) -> float:
    """Log-odds that authors, place and circumstances add at most; `people` is the limit for authors.

    For pairs that share no identifier and are not both in a series whose works are updated in place.
    """
    most = _BEGINNING_OF_DOI if "doi" in left.ids and "doi" in right.ids else 0.0
    if left.people and right.people:
        most += min(people, ALL[min(len(left.people), len(right.people), len(ALL) - 1)])
    if one_place:
        most += _PLACE
    one_year = bool(left.year and left.year == right.year)
    if one_year:
        most += _YEAR
    if left.preprint or right.preprint:  # places of preprints are not compared
        return most
    if left.venue and right.venue:
        most += _VENUE + (_ONE_YEAR if one_year and recurring else 0.0)
    return most + _printed_at_most(left, right)


def _printed_at_most(left: Profile, right: Profile) -> float:
    """What volume, number and pages add at most."""
    most = 0.0
    if left.pages and right.pages:
        most += _PAGES if left.pages[0] == right.pages[0] else 0.0
    elif left.locator and left.locator == right.locator:
        most += _PAGES
    if left.volume and left.volume == right.volume:
        most += _VOLUME
    if left.number and left.number == right.number:
        most += _NUMBER
    return most


def both_continued(left: Profile, right: Profile) -> bool:
    """Whether both are in a series whose works are updated in place."""
    return bool(left.venue and right.venue and left.venue.continued and right.venue.continued)
