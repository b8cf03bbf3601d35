"""What deduplication gives."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.works import Evidence, Work


@dataclass(frozen=True, slots=True)
class Deduplication:
    """What became of the records: each is in exactly one work or in `left_out`.

    Attributes:
        works: without keys, sorted by `Work.order`.
        left_out: records of works that a person left out, with the reason.
        uncertain: pairs that a person should look at, most uncertain first.
        unmatched: enriching records that describe none of the works.
        problems: decisions that match nothing or contradict each other.
    """

    works: tuple[Work, ...]
    left_out: tuple[LeftOut, ...] = ()
    uncertain: tuple[Evidence, ...] = ()
    unmatched: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
