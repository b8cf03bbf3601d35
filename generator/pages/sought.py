"""What the search needs from works, and the entries of the index that it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.search.index import Entry
from generator.works import Work


@dataclass(frozen=True, slots=True)
class Sought:
    """What the entry of a work is made of, besides its theme and address.

    Attributes:
        language: whose rules apply to its words.
        names: those that it introduced.
        coded: the values with which reviewers coded it.
        letter: what tells it from other works of the same authors and year, or "".
        short_forms: a checksum of the short forms that all works define.
    """

    work: Work
    language: str
    names: tuple[str, ...]
    coded: tuple[str, ...]
    letter: str
    short_forms: str


@dataclass(frozen=True, slots=True)
class Words:
    """The entries of the works without their themes, the language of each, and the languages that can be stemmed."""

    entries: tuple[Entry, ...]
    spoken: tuple[str, ...]
    languages: tuple[str, ...]
