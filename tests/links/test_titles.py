"""How alike titles are, whatever the forms of their words."""

from __future__ import annotations

import numpy as np

from generator.links.titles import Titles

TITLES = [
    "Quantization of adapters",
    "Quantized Adapters: an overview",
    "Hymns in Baroque churches",
    "Ça ira",
    "",
]


def test_titles_with_other_forms_of_the_same_words_are_alike() -> None:
    _, other_forms, *others = Titles(TITLES).likeness(0, np.arange(len(TITLES))).tolist()
    assert other_forms > 0.5
    assert max(others) < 0.2


def test_a_title_is_as_like_another_as_that_is_to_it_and_wholly_like_itself() -> None:
    titles = Titles([*TITLES, TITLES[0]])
    one, two = (titles.likeness(place, np.array([0, 1, 5])) for place in (0, 1))
    assert np.allclose(one, [1.0, two[0], 1.0])


def test_a_title_without_words_or_with_words_of_its_own_is_like_none() -> None:
    titles = Titles(TITLES)
    for place in (3, 4):
        assert titles.likeness(place, np.arange(len(TITLES))).tolist() == [0.0] * len(TITLES)


def test_an_empty_survey_and_one_without_titles_have_nothing_to_compare() -> None:
    assert Titles(["", ""]).likeness(0, np.array([1])).tolist() == [0.0]
    assert Titles(["One title"]).likeness(0, np.array([], dtype=int)).tolist() == []
