"""Findings that state what came out: no lesson, no list of what it was tried on, nothing that points elsewhere."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.standing import opens_elsewhere

AIM = "Here we investigated how delays of reactions vary in older drivers."
FOUND = "We found that delays were longer at night than during the day."


@pytest.mark.parametrize(
    "lesson",
    [
        "The results highlight the importance of modelling delays in studies of traffic.",
        "Our findings underscore the need for training drivers at night.",
        "Present results illustrate that for predicting accidents such delays should be taken into account.",
        "We find that these delays are not fully understood in the literature on traffic.",
        "We demonstrate that the proposed framework is broadly applicable to a wide range of scenarios of traffic.",
        "We empirically prove our findings on the Corolla 3, 3.1 and Golf 2, 2.5 families of cars.",
    ],
)
def test_a_lesson_or_a_trial_is_no_finding(lesson: str) -> None:
    assert headline_result(f"{AIM} {lesson}") == ""
    assert headline_result(f"{AIM} {FOUND} {lesson}") == FOUND


@pytest.mark.parametrize(
    "finding",
    [
        "We verify our predictions with a trial and find that reactions were faster by 12% at night than during the day.",
        "We validate our hypotheses on mice, which gained more weight at night than during the day.",
        "We find that delays are larger in older drivers and should be considered a cause of accidents.",
    ],
)
def test_a_finding_told_with_its_trial_is_one(finding: str) -> None:
    assert headline_result(f"{AIM} {finding}") == finding


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("Mood scores improved by 30% after therapy.", "Furthermore, sleep improved by 12% after therapy."),
        ("We found that mood was better after therapy.", "Moreover, we found that sleep was better after therapy."),
    ],
)
def test_the_first_of_several_findings_goes_before_one_more(first: str, more: str) -> None:
    assert headline_result(f"{AIM} {first} {more}") == first


def test_what_the_methods_of_others_cannot_do_stands_behind_what_one_s_own_does() -> None:
    others = "We find that these methods cannot achieve comparable accuracy to full training."
    own = "Experiments show that our method outperforms them significantly on both tasks."
    assert headline_result(f"{AIM} {others} {own}") == own


@pytest.mark.parametrize(
    ("leaning", "alone"),
    [
        ("Towards this, we introduce a model of delays at night.", "We introduce a model of delays at night."),
        ("Through this analysis, we present a model of delays.", "We present a model of delays."),
    ],
)
def test_a_lead_that_only_points_back_is_cut(leaning: str, alone: str) -> None:
    assert gist(f"Delays are often long. {leaning}", "Delays") == alone


@pytest.mark.parametrize(
    ("sentence", "elsewhere"),
    [
        ("Despite its low cost, it is one of the best in two tests.", True),
        ("In supervised training, it not only forgets much but also learns more.", True),
        ("At night, it is possible that drivers react late.", False),
        ("In chapter two, it argues that drivers react late.", False),
        ("Despite its low cost, the engine is one of the best.", False),
    ],
)
def test_a_sentence_whose_subject_stands_in_the_one_before_is_known(sentence: str, elsewhere: bool) -> None:
    assert opens_elsewhere(sentence) is elsewhere
