"""Enriching records that no evidence has matched yet get a last chance, by a unique title or coined name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.dedupe.profile import Profile
from generator.dedupe.vocabulary import STOP
from generator.records import Record

_COINED = re.compile(r".*?(?:[a-z][A-Z]|[A-Z]{2}|[A-Za-z]-[A-Z]|\d).*")
_COINED_WORDS, _COINED_LETTERS = 3, 30  # of a coined name at most


@dataclass(frozen=True, slots=True)
class Match:
    """An enriching record, a member of the work that it completes, what was found, and its weight in log-odds."""

    enriching: int
    member: int
    found: str
    weight: float


def match_leftovers(
    enriching: Sequence[int], works: Sequence[Sequence[int]], records: Sequence[Record], profiles: Sequence[Profile]
) -> list[Match]:
    """Matches of unmatched enriching records with works that none of them completes yet, one to one.

    By the whole title, if only one leftover on either side has it. By the name before the colon: a work that is
    retitled between versions keeps the name of its method (`ABC: Teaching X`, `ABC: Instructing X`). Such a name must
    be coined (inner capitals or digits) and occur in only one leftover on either side, and the remaining titles must
    share two words.
    """
    matches = []
    for index, member in _only_pairs(enriching, works, lambda i: _whole(profiles[i])):
        matches.append(Match(index, member, "the same title, which no other work has", 3.0))
    done = {match.enriching for match in matches} | {match.member for match in matches}
    rest = [members for members in works if not done & set(members)]
    left = [index for index in enriching if index not in done]
    for index, member in _only_pairs(left, rest, lambda i: _coined_head(records[i], profiles[i])):
        if _share_two_words(profiles[index], profiles[member]):
            name = records[index].title.split(":")[0].strip()
            found = f"both carry the coined name “{name}”, which no other title has"
            matches.append(Match(index, member, found, 1.4))
    return matches


def _share_two_words(one: Profile, other: Profile) -> bool:
    """Whether two titles of one kind share two words besides those before the colon."""
    if not one.title or not other.title or one.title.mark != other.title.mark:
        return False
    shared = set(one.title.words) & set(other.title.words)
    return len(shared - STOP - {one.title.head}) > 1


def _only_pairs(
    enriching: Sequence[int], works: Sequence[Sequence[int]], name: Callable[[int], str]
) -> list[tuple[int, int]]:
    """(enriching record, first member with the name) if exactly one enriching record and one work have that name."""
    ours: dict[str, list[int]] = {}
    for index in enriching:
        ours.setdefault(name(index), []).append(index)
    theirs: dict[str, list[int]] = {}
    for members in works:
        for one in sorted({name(i) for i in members}):
            theirs.setdefault(one, []).append(next(i for i in members if name(i) == one))
    return [
        (indices[0], theirs[one][0])
        for one, indices in ours.items()
        if one and len(indices) == 1 and len(theirs.get(one, ())) == 1
    ]


def _whole(one: Profile) -> str:
    return one.title.compact if one.title and not one.title.generic else ""


def _coined_head(record: Record, one: Profile) -> str:
    """The compact form of a coined name before the colon of a title; "" where there is none."""
    before = record.title.split(":")[0]
    is_short = len(before.split()) <= _COINED_WORDS and len(before) <= _COINED_LETTERS
    return one.title.head if one.title and is_short and _COINED.fullmatch(before) else ""
