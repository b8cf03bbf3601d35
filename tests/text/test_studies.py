"""Empirical studies of any field: what they set out to find, and what they found."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist, proposal

BEFORE = "Memory declines with age, and drugs have been of little use."
AFTER = "Twenty volunteers took part in two sessions on separate days."


@pytest.mark.parametrize(
    "aim",
    [
        "The aim of this study was to find out how alcohol affects memory under load.",
        "The primary objective of the present randomised trial was to assess whether exercise slows decline.",
        "The present study was conducted to investigate whether paintings calm the mind.",
        "The present functional magnetic resonance imaging (fMRI) study was designed to clarify how memory ages.",
        "We tested whether attention alters the experience of pleasure.",
        "We used diffusion tensor imaging (DTI) to determine the structural basis of memory deficits.",
        "Here, we combine imaging with interviews to investigate how memory and mood depend on each other.",
        "Here, a spatial task and brain imaging were used to probe why reactions vary in schizophrenia.",
        "In the present magnetic resonance imaging study we examined whether listening can be trained.",
    ],
)
def test_what_a_study_set_out_to_find_is_its_gist(aim: str) -> None:
    assert gist(f"{BEFORE} {aim} {AFTER}", "A study") == aim


@pytest.mark.parametrize(
    ("aim", "begins"),
    [
        ("The aim of this study was to find out how alcohol affects memory.", "The aim of this study was to"),
        ("Thus, the purpose of our survey is to map what nurses know of wounds.", "The purpose of our survey"),
        ("In twelve towns, we tested whether a tax on sugar lowers sales of soft drinks.", "We tested whether a tax"),
    ],
)
def test_a_proposal_begins_where_the_aim_does(aim: str, begins: str) -> None:
    assert proposal(f"{BEFORE} {aim} {AFTER}").startswith(begins)


def test_statistics_of_tests_and_who_took_part_are_no_findings() -> None:
    sample = "Twenty players and twenty others were recruited, who did not differ in age (t = 0.62, p = 0.536)."
    found = "The results show that players performed better than others."
    assert headline_result(f"{sample} {found}") == found
    assert headline_result(f"We study players of games. {sample}") == ""


def test_what_others_have_shown_is_not_what_the_work_found() -> None:
    prior = "Research into nutrition has shown that a diet decreases symptoms in 60% of children."
    own = "These results provide evidence for a mechanism behind the diet."
    assert headline_result(f"{prior} {own}") == own


def test_a_conclusion_is_preferred_to_a_detail() -> None:
    detail = "Reaction times were higher in the second session."
    conclusion = "In conclusion, training improves memory that lasts for five weeks."
    assert headline_result(f"We trained adults. {detail} {conclusion}") == conclusion


def test_a_difference_that_was_found_is_preferred_to_one_that_was_not() -> None:
    found = "Active stimulation significantly increased connectivity between both regions."
    missing = "Connectivity did not significantly increase with sham stimulation."
    assert headline_result(f"{BEFORE} {AFTER} We stimulated adults. {found} {missing}") == found


@pytest.mark.parametrize(
    "step",
    [
        "We first train a model on a corpus of programs and probe its states.",
        "As a preliminary, we first present the results of existing models.",
        "We present two case studies that apply outlines to the review of code.",
    ],
)
def test_a_step_on_the_way_is_not_what_a_work_is_about(step: str) -> None:
    whole = "We present evidence that models of language learn what programs mean."
    assert gist(f"Models predict text. {step} {whole}", "Meaning in models of programs") == whole


def test_the_act_may_stand_behind_what_others_did() -> None:
    act = "While others adapt one language, in this work we expose models of many to readily available lexicons."
    assert gist(f"Models read text. {act} We observe gains for languages that were not seen.", "Lexicons") == act
