"""The abstracts of the shipped survey that readers found damaged (`tests/data/damaged-abstracts.tsv`), in two halves.

Rules are made by looking at the first half; the second tells whether they hold.
"""

from __future__ import annotations

import csv
from zlib import crc32

import pytest

from generator.text.clean import clean_abstract
from generator.text.lost_words import damage
from generator.works import Work
from tests.conftest import REPOSITORY
from tests.shipped import shipped

# The least part that is to be found; of what is found, all is damaged.
FOUND = {"for development": 0.8, "held out": 0.75}


def half_of(key: str) -> str:
    return "for development" if crc32(key.encode()) % 2 else "held out"


@pytest.fixture(scope="module")
def abstracts() -> dict[str, str]:
    """The abstract of every work by each of its keys, as it is before words are parted by those of other abstracts."""
    works = shipped().works.values()
    return {key: before_parting(work) for work in works for key in (work.key, *work.aliases)}


def before_parting(work: Work) -> str:
    original = work.choices["abstract"].original if "abstract" in work.choices else None
    return clean_abstract(original, work.title) if original else work.abstract


@pytest.mark.parametrize("half", FOUND)
def test_most_damaged_abstracts_are_found_and_no_whole_one_is_called_damaged(
    abstracts: dict[str, str], half: str
) -> None:
    with (REPOSITORY / "tests" / "data" / "damaged-abstracts.tsv").open(encoding="utf-8", newline="") as file:
        damaged = {row["key"] for row in csv.DictReader(file, delimiter="\t")} & abstracts.keys()
    said = {key for key in damaged if half_of(key) == half}
    found = {key for key, text in abstracts.items() if half_of(key) == half and damage(text)}
    assert found <= said
    assert len(found) >= FOUND[half] * len(said) > 20
