from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.standing import points_away, standing


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        (
            "To address this issue, we propose a dressing that releases silver slowly.",
            "We propose a dressing that releases silver slowly.",
        ),
        (
            "However, we then find that ice cores hold older air than thought.",
            "We then find that ice cores hold older air than thought.",
        ),
        (
            "Motivated by this observation, this study compares two readings of the statute.",
            "This study compares two readings of the statute.",
        ),
        (
            "This work addresses this gap by studying how glaciers retreat in spring.",
            "Studying how glaciers retreat in spring.",
        ),
        (
            "In this paper, we challenge this assumption by showing that small lakes emit more methane.",
            "Small lakes emit more methane.",
        ),
    ],
)
def test_what_ties_a_sentence_to_the_one_before_goes(sentence: str, alone: str) -> None:
    assert standing(sentence) == alone


@pytest.mark.parametrize(
    "sentence",
    [
        "To measure the age of groundwater in deserts, we use krypton isotopes from three deep wells.",
        "We propose a protocol for dialysis at home.",
        "bert2BERT reuses smaller models for larger ones.",
        "本文提出一种新的方法。",
    ],
)
def test_a_sentence_that_stands_alone_stays_as_it_is(sentence: str) -> None:
    assert standing(sentence) == sentence


def test_pointing_into_the_air_is_told_from_pointing_within_the_sentence() -> None:
    assert points_away("We study the effects of this issue on children.")
    assert points_away("The above is extended to rivers.")
    assert points_away("We show that the proposed approach keeps the grain of old film.")
    assert not points_away("This study follows 310 patients.")
    assert not points_away("We collect letters of soldiers and transcribe these letters by hand.")


def test_a_gist_that_points_into_the_air_gives_way_to_one_that_does_not() -> None:
    abstract = (
        "Old film fades. We show that such a loss is uneven across these archives. "
        "We present a method that restores the colour of faded film. Finally, we discuss two case studies of faded film."
    )
    assert gist(abstract, "Restoring faded film") == "We present a method that restores the colour of faded film."


def test_praise_without_a_finding_is_no_result() -> None:
    for praise in (
        "Extensive experiments show the effectiveness of our approach.",
        "Experimental results on eight rivers validate the superiority of the proposed hydrological model.",
        "Results show that our model achieves strong performance.",
    ):
        assert headline_result(f"Rivers are long. {praise}") == ""
    finding = "Experiments show the effectiveness of our approach: error falls by 12% on eight rivers."
    assert headline_result(f"Rivers are long. {finding}") == finding


def test_a_result_begins_without_its_connector() -> None:
    assert headline_result("Tea is hot. Moreover, we find that green tea cools faster than black tea.").startswith(
        "We find that green tea"
    )


@pytest.mark.parametrize(
    "tail",
    [
        "for addressing this question",
        "to bridge this important gap",
        "that addresses these challenges",
        "for this task",
    ],
)
def test_a_clause_ends_before_it_points_to_what_was_said(tail: str) -> None:
    assert standing(f"We present a set of strange sentences {tail}.") == "We present a set of strange sentences"
    contribution = "We present a set of strange sentences for this."
    assert standing(contribution) == contribution
