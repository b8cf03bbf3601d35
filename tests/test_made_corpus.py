"""The made corpus of the benchmarks: its claims on words, authors and lengths hold, so that what is measured on it means something."""

from __future__ import annotations

from collections import Counter
from statistics import median

import pytest

from benchmarks.made.corpus import made
from benchmarks.made.records import survey_works
from generator.works import Work

SIZE = 1_000


@pytest.fixture(scope="module")
def works() -> list[Work]:
    return survey_works()


@pytest.fixture(scope="module")
def corpus(works: list[Work]) -> list[Work]:
    return made(works, SIZE)


def test_there_are_as_many_works_as_asked_and_no_two_are_alike(works: list[Work], corpus: list[Work]) -> None:
    assert corpus[: len(works)] == works
    own = corpus[len(works) :]
    assert len(corpus) == SIZE
    assert len({work.title for work in own}) == len(own)
    assert len({work.key for work in own}) == len(own)
    assert made(works, SIZE) == corpus


def test_abstracts_are_as_long_as_real_ones(works: list[Work], corpus: list[Work]) -> None:
    real, own = (
        median(len(work.abstract.split()) for work in group if work.abstract) for group in (works, corpus[len(works) :])
    )
    assert 0.75 * real < own < 1.25 * real


def test_most_authors_have_one_work_and_few_have_many(corpus: list[Work]) -> None:
    works_of = Counter(name for work in corpus for name in work.authors)
    numbers = Counter(works_of.values())
    assert numbers[1] > len(works_of) / 2
    assert max(numbers) > 5
    assert numbers[1] > numbers[2] > numbers[4]


def test_the_vocabulary_goes_on_growing_with_words_of_one_text_only(works: list[Work], corpus: list[Work]) -> None:
    def words(group: list[Work]) -> Counter[str]:
        return Counter(word for work in group for word in work.abstract.split())

    fewer, more = words(works), words(corpus)
    assert len(more) > 1.4 * len(fewer)
    assert sum(often == 1 for often in more.values()) > len(more) / 3
