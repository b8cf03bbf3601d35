"""Which records of a work agree on its title, and which titles are none: a list of authors, a whole citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from generator.dedupe.compare_titles import compare_titles
from generator.dedupe.people import person
from generator.dedupe.profile import Profile, profile
from generator.dedupe.remains import stands_within, without_rest
from generator.dedupe.titles import title_form
from generator.dedupe.vocabulary import STOP
from generator.records import Record
from generator.text.compare import fold

MOST = 0.6  # share of a title's words that are authors' names above which it is a list of authors


def agreeing(records: Sequence[Record]) -> list[int]:
    """For each record, how many have the same title, itself included; a record without a title has only itself."""
    if len({fold(record.title) for record in records if record.title}) <= 1:
        return [len(records)] * len(records)
    counts = [1] * len(records)
    for a, b in combinations(range(len(records)), 2):
        if same_title(records[a], records[b]):
            counts[a] += 1
            counts[b] += 1
    return counts


def same_title(left: Record, right: Record) -> bool:
    """Whether two titles are the same, apart from spelling and subtitle; a missing one contradicts nothing."""
    if left is right or left.title == right.title or fold(left.title) == fold(right.title):
        return True
    ours, theirs = title_form(left.title), title_form(right.title)
    if ours is None or theirs is None or ours.compact == theirs.compact:
        return True
    if stands_within(ours, theirs) and without_rest(_bare(left), _bare(right)) is not None:
        return True
    return compare_titles(ours, theirs)[1] > 0


def _bare(record: Record) -> Profile:
    """The profile of a record without its abstract, which takes longest and adds nothing here."""
    return profile(replace(record, abstract=""))


def is_no_title(title: str, record: Record, others: Sequence[Record]) -> bool:
    """Whether a title is the list of the authors, or another record's title within its whole citation."""
    words = [word for word in fold(title).split() if word not in STOP]
    names = {token for one in map(person, record.authors) if one for token in one.tokens}
    if len(words) > 1 and sum(word in names for word in words) >= MOST * len(words):
        return True
    return any(
        other.title and len(fold(other.title)) < len(fold(title)) and _is_within(other, record) for other in others
    )


def _is_within(shorter: Record, longer: Record) -> bool:
    """Whether one record's title is the other's within its whole citation."""
    ours, theirs = title_form(shorter.title), title_form(longer.title)
    if ours is None or theirs is None or not stands_within(ours, theirs):
        return False
    return without_rest(_bare(longer), _bare(shorter)) is not None
