"""What the records at hand teach: which venue names stand for one venue, and which titles come back year after year."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.dedupe.people import compare_authors, likeness
from generator.dedupe.profile import Profile
from generator.dedupe.venues import VenueForm, learn_names
from generator.dedupe.verdict import Known

EXPECTED = 4.0  # pairs: the weight of the belief that a source lists a work once, before the pairs say otherwise


def known_from(profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> Known:
    """Venue names in use and recurring titles, from all profiles and their candidate pairs."""
    return Known(learn_names(_sightings(profiles, pairs)), _columns(profiles))


def repeats(
    profiles: Sequence[Profile], weights: Mapping[tuple[int, int], float], columns: frozenset[str]
) -> dict[str, float]:
    """How much rarer duplicates are within a source than between sources, in log-odds, for each source where they are rarer.

    From the pairs' weights: of `n` pairs within a catalogue that lists each work once, fewer are duplicates than the share of
    the pairs between sources would make expect. Columns tell nothing here: they come back within a catalogue too.
    """
    within: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (a, b), weight in weights.items():
        left, right = profiles[a], profiles[b]
        if left.title and right.title and not (left.title.generic or left.title.compact in columns):
            source = left.source if left.source == right.source else ""
            within[source] += 1
            found[source] += weight >= 0
    sources = sorted({one.source for one in profiles})
    if len(sources) == 1:
        return {}
    share = found[""] / max(1, within[""])
    odds = {source: math.log((found[source] + 1) / (within[source] * share + EXPECTED)) for source in sources}
    return {source: round(max(weight, -5.0), 4) for source, weight in odds.items() if weight < 0}


def _sightings(
    profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, VenueForm, VenueForm]]:
    """Pairs that are one work by title, authors and year alone."""
    for a, b in pairs:
        left, right = profiles[a], profiles[b]
        if (
            left.title and right.title and left.venue and right.venue and left.year and left.year == right.year
            and left.title.compact == right.title.compact and not left.title.generic and len(left.title.compact) >= 20
            and left.people and right.people and compare_authors(left.people, right.people, left.cut or right.cut)[1] >= 2.0
        ):  # fmt: skip
            yield left.title.compact, left.venue, right.venue


def _columns(profiles: Sequence[Profile]) -> frozenset[str]:
    """Short titles that stand in three or more different years, or under three first authors who cannot be one person."""
    years: dict[str, set[int]] = defaultdict(set)
    people: dict[str, list[Profile]] = defaultdict(list)
    for one in profiles:
        if one.title and len(one.title.words) <= 8 and not one.preprint and not (one.venue and one.venue.continued):
            if one.year:
                years[one.title.compact].add(one.year)
            if one.people:
                people[one.title.compact].append(one)
    found = {
        title
        for title, given in years.items()
        if len(given) >= 3 and max(given) - min(given) >= len(given) - 1 and _runs_on(given)
    }
    for title, group in people.items():
        firsts: list[Profile] = []
        for one in sorted(group, key=lambda one: (one.people[0].family, one.people[0].initials)):
            if all(likeness(one.people[0], other.people[0]) < 0.3 for other in firsts):
                firsts.append(one)
            if len(firsts) == 3:
                found.add(title)
                break
    return frozenset(found)


def _runs_on(years: set[int]) -> bool:
    """Years that spread over more than the slips and versions of one work."""
    return max(years) - min(years) >= 3
