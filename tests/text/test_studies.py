"""Empirical studies of any field: what they set out to find, and what they found."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal

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


def test_what_the_authors_did_earlier_and_one_more_thing_are_not_what_the_work_is_for() -> None:
    earlier = "We recently developed a general measure of how tumours differ, called MATH."
    own = "Here, we examine data of 305 patients to validate a measure of tumours."
    assert gist(f"{earlier} {own}", "Differences within tumours") == own
    report = "Here we report the isolation and sequencing of 18 new phages from soils."
    also = "The phages of one cluster give insights into immunity, and we also describe a novel example of theft."
    assert gist(f"{report} {also}", "The diversity of phages") == report
    assert proposal(f"{report} {also}").startswith("We report the isolation")


def test_an_aim_is_one_under_any_heading_of_a_structured_abstract() -> None:
    aim = "To assess, among patients on their first therapy, how often it fails."
    abstract = f"Introduction: Little is known. Design: {aim} Results: 926 patients were included and 55 failed."
    assert gist(abstract, "Monitoring of patients") == aim
    assert proposal(abstract) == aim.removesuffix(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "Here, ultraviolet light is used to reveal the original colours of 28 species of snails from three deposits.",
        "In the present study, we have identified and described an antigen that is found in one part of the cell.",
        "We undertook a meta-analysis of single patients to assess the impact of drugs on what became of them.",
        "A prospective case-control study was conducted in 1,711 young women from five cities in the north.",
        "Here the protein C6 is identified as an inhibitor of interferon by a screen of many genes.",
        "In this double-blind, placebo-controlled phase II study (NCT01), 30 patients were randomised to two groups.",
    ],
)
def test_what_is_done_here_is_the_gist(sentence: str) -> None:
    assert gist(f"{BEFORE} {sentence} {AFTER}", "A study") == sentence


def test_a_thing_named_in_the_title_in_another_case_is_told_by_its_definition() -> None:
    defined = "By accounting for ions, the TBI server is a unique online tool for computing how molecules fold."
    assert gist(f"{BEFORE} {defined}", "TBI Server: Folding in the Presence of Ions") == defined


@pytest.mark.parametrize(
    "sentence",
    [
        "The results can provide important data for in-depth analysis of how molecules fold.",
        "Knowledge of these genes increases our understanding of how hair grows.",
        "We show how the approach can be applied in the theoretical study of options.",
    ],
)
def test_a_promise_in_the_conclusion_is_no_finding(sentence: str) -> None:
    assert headline_result(f"Background: {BEFORE} Conclusions: {sentence}") == ""


def test_a_registration_is_no_finding() -> None:
    registered = "Systematic Review Registration: International Register of Reviews suggests CRD42."
    assert headline_result(f"Background: {BEFORE} {registered}") == ""


def test_a_proposal_is_no_clause_that_depends_on_another_and_no_mere_evidence() -> None:
    assert proposal("Although we found no virus in the blood of patients, this may be due to regions.") == ""
    tested = "We examined how 25 adults see contours in noise."
    evidence = "This work provides the first evidence that seeing is inherited."
    assert proposal(f"{tested} {evidence}") == tested.removesuffix(".")
    aim = "The aim of this systematic review is to examine what patients say of their treatment."
    assert proposal(aim) == aim.removesuffix(".")


def test_a_step_for_a_purpose_gives_way_to_what_the_work_makes() -> None:
    whole = "We present a registration algorithm that aligns two shapes by modelling noise in each."
    step = "To efficiently compute what corresponds, we devise a novel search of trees for shapes."
    assert gist(f"{whole} {step}", "Registration of shapes") == whole
