"""What the records at hand teach: which venue names mean the same venue, and which titles recur year after year."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from generator.dedupe.people import compare_authors, likeness
from generator.dedupe.profile import Profile
from generator.dedupe.venues import VenueForm, learn_names
from generator.dedupe.verdict import Known
from generator.dedupe.vocabulary import GENERIC

COLUMN_WORDS = 8  # words of a column's name at most
TELLING = 3  # words with a meaning of their own, more than column names usually have
SEVERAL = 3  # years, or groups of authors, from which a title recurs
SIGNED = 12  # records of one title by which their authors' names show whether it recurs
ONE_NAME = 0.25  # share of them that the most frequent name has at least if they are of one work
AUTHORS = 10  # authors of a list that are compared
LONG_TITLE = 20  # characters without spaces: a shorter title may belong to another work too
SAME_AUTHORS = 2.0  # log-odds from which two author lists are of the same people
STRANGERS = 0.3  # names less similar than this belong to two people
EXPECTED = 4.0  # pairs: weight of the prior belief that a source lists each work once


def known_from(profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> Known:
    """Venue names in use and recurring titles, from all profiles and their candidate pairs."""
    crowded = _crowded(profiles)
    return Known(learn_names(_sightings(profiles, pairs)), _columns(profiles) | crowded, crowded, _words(profiles))


def _words(profiles: Sequence[Profile]) -> frozenset[str]:
    """The words of titles that stand in two different titles, or also in the abstract of a work."""
    titles = Counter(word for words in {one.title.words for one in profiles if one.title} for word in set(words))
    return frozenset(word for word, count in titles.items() if count > 1).union(*(one.repeated for one in profiles))


def repeats(
    profiles: Sequence[Profile],
    pairs: Sequence[tuple[int, int]],
    one_work: Collection[tuple[int, int]],
    columns: frozenset[str],
) -> dict[str, float]:
    """How much rarer duplicates are within a source than between sources, in log-odds, for each source with fewer.

    Computed from the candidate pairs and those of them that are `one_work`: within a catalogue that lists each work
    once, fewer pairs are duplicates than between sources. Columns prove nothing here: they recur within a catalogue
    too.
    """
    within: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for a, b in pairs:
        left, right = profiles[a], profiles[b]
        if left.title and right.title and not (left.title.generic or left.title.compact in columns):
            source = left.source if left.source == right.source else ""
            within[source] += 1
            found[source] += (a, b) in one_work
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
            left.title
            and right.title
            and left.venue
            and right.venue
            and left.year
            and left.year == right.year
            and left.title.compact == right.title.compact
            and not left.title.generic
            and len(left.title.compact) >= LONG_TITLE
            and left.people
            and right.people
            and compare_authors(left.people, right.people, left.cut or right.cut)[1] >= SAME_AUTHORS
        ):
            yield left.title.compact, left.venue, right.venue


def _columns(profiles: Sequence[Profile]) -> frozenset[str]:
    """Short titles that recur: in three or more years, or under three groups of authors with nobody in common.

    A title with three telling words belongs to one work, unless its author groups have nobody in common: papers are
    reprinted, and reference lists give them the wrong years.
    """
    years: dict[str, set[int]] = defaultdict(set)
    signed: dict[str, list[Profile]] = defaultdict(list)
    telling: dict[str, int] = {}
    for one in profiles:
        if (
            one.title
            and len(one.title.words) <= COLUMN_WORDS
            and not one.preprint
            and not (one.venue and one.venue.continued)
        ):
            title = one.title.compact
            telling[title] = len(one.title.content - GENERIC)
            if one.year:
                years[title].add(one.year)
            if one.people:
                signed[title].append(one)
    found = {title for title, given in years.items() if telling[title] < TELLING and _runs_on(given)}
    return frozenset(found | {title for title, group in signed.items() if _disjoint(group)})


def _crowded(profiles: Sequence[Profile]) -> frozenset[str]:
    """Titles that stand so often under ever other names that no name comes back.

    However many databases misspell it, the name of a work's author does.
    """
    groups: dict[str, list[Profile]] = defaultdict(list)
    for one in profiles:
        if one.title and one.people:
            groups[one.title.compact].append(one)
    return frozenset(title for title, group in groups.items() if len(group) >= SIGNED and _no_name_comes_back(group))


def _no_name_comes_back(group: Sequence[Profile]) -> bool:
    names = Counter(name for one in group for name in {(person.bare, person.initials[:1]) for person in one.people})
    return max(names.values()) < ONE_NAME * len(group)


def _runs_on(years: set[int]) -> bool:
    """Whether the years are spread more widely than slips and versions of one work explain."""
    return len(years) >= SEVERAL and max(years) - min(years) >= max(SEVERAL, len(years) - 1)


def _disjoint(group: Sequence[Profile]) -> bool:
    """Whether three of the records have authors of whom no two can be one person."""
    apart: list[Profile] = []
    for one in sorted(group, key=lambda one: (one.people[0].family, one.people[0].initials)):
        if all(_nobody_in_common(one, other) for other in apart):
            apart.append(one)
            if len(apart) == SEVERAL:
                return True
    return False


def _nobody_in_common(left: Profile, right: Profile) -> bool:
    ours, theirs = left.people[:AUTHORS], right.people[:AUTHORS]
    return all(likeness(one, other) < STRANGERS for one in ours for other in theirs)
