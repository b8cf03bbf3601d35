"""Versions of each other: works with one title by the same people, such as a conference paper and a journal article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from generator.dedupe.people import compare_authors, person
from generator.dedupe.titles import TitleForm, title_form
from generator.works import Work

TELLING = 3  # words with a meaning that a title needs: two works with a shorter one may be on different subjects
SAME_PEOPLE = 2.0  # log-odds of two author lists from which they are one team
SHOWN = 20  # works with one title that are compared at most


def versions(works: Sequence[Work]) -> dict[str, tuple[str, ...]]:
    """The keys of the other versions of a work, earliest first, by its key; only works that have some."""
    by_title: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        title = title_form(work.title)
        if title is not None and _names_a_work(title):
            by_title[title.compact].append(work)
    found: dict[str, set[str]] = defaultdict(set)
    for group in by_title.values():
        for left, right in combinations(group[:SHOWN], 2):
            if _two_places(left, right) and _one_team(left, right):
                found[left.key].add(right.key)
                found[right.key].add(left.key)
    year: Mapping[str, int] = {work.key: work.year or 0 for work in works}
    return {key: tuple(sorted(keys, key=lambda one: (year[one], one))) for key, keys in sorted(found.items())}


def _names_a_work(title: TitleForm) -> bool:
    return len(title.content) >= TELLING and not (title.generic or title.recurring or title.mark)


def _two_places(left: Work, right: Work) -> bool:
    return bool(left.venue and right.venue) and left.venue != right.venue


def _one_team(left: Work, right: Work) -> bool:
    ours, theirs = (tuple(one for one in map(person, work.authors) if one) for work in (left, right))
    cut = left.authors_truncated or right.authors_truncated
    return bool(ours and theirs) and compare_authors(ours, theirs, cut)[1] >= SAME_PEOPLE
