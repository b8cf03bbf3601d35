"""Sets of records, of any size, on which finding duplicates once took time that grew with the square of their number."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from generator.config.decisions import Decisions
from generator.config.setting_groups import ScreeningSettings
from generator.dedupe import find_works
from generator.names import Name
from generator.records import Origin, Record
from generator.screening import screen

SOURCE = "sources/many.csv"
TITLE = "A study of ordered sets in large archives"
SHARED = 12  # words of a sentence that a search's abstracts take from each other
SENTENCES = 6  # of an abstract


def _record(number: int, **fields: Any) -> Record:
    return Record(Origin(SOURCE, number + 1), **fields)


def _one_work(number: int, title: str = TITLE) -> Record:
    """One of many records of one work, no two of which say the same."""
    authors = (Name("Smith", given="Ann"), Name("Jones", given="Bea"))
    return _record(number, title=title, authors=authors, year=2001, venue="Annals of Archives", note=f"copy {number}")


def _marked(count: int) -> list[Record]:
    """A search whose abstracts share sentences, as works on one subject do, each with the marks of two reviewers."""
    chance = random.Random(1)
    sentences = [" ".join(f"w{chance.randrange(2000)}" for _ in range(SHARED)) for _ in range(max(20, count // 2))]
    found = []
    for number in range(count):
        said = ["Included" if chance.random() < 0.1 else "Excluded" for _ in range(2)]
        found.append(
            _record(
                number,
                title=" ".join(f"word{chance.randrange(500)}" for _ in range(8)),
                abstract=". ".join(chance.sample(sentences, SENTENCES)),
                authors=tuple(Name(f"Author{chance.randrange(count)}", given="A.") for _ in range(5)),
                year=chance.randrange(1990, 2026),
                venue=f"Journal {chance.randrange(40)}",
                note=f'RAYYAN-INCLUSION: {{"Ann"=>"{said[0]}", "Ben"=>"{said[1]}"}}',
            )
        )
    return found


SETS: dict[str, Callable[[int], list[Record]]] = {
    "records of one title": lambda count: [
        _record(number, title="Introduction to the issue", volume=str(number)) for number in range(count)
    ],
    "records of one title, each by others": lambda count: [
        _record(number, title=TITLE, authors=(Name(f"Smith{number}", given="A."),)) for number in range(count)
    ],
    "records of one work": lambda count: [_one_work(number) for number in range(count)],
    "records of one work with two titles": lambda count: [
        _one_work(number, TITLE if number % 3 else f"{TITLE}: an overview") for number in range(count)
    ],
    "a search with marks": _marked,
}


def decided(records: list[Record]) -> int:
    """Find the works of the records and what the marks say of them; the number of works."""
    works = find_works(records, [], Decisions()).works
    screen(works, ScreeningSettings())
    return len(works)
