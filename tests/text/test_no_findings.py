"""What is no finding: an exercise that is shown, how numbers are given, a list of what is new, and what was known before."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal

AIM = "Here we investigated how delays of reactions vary in older drivers."
FOUND = "We found that delays were longer at night than during the day."


@pytest.mark.parametrize(
    "sentence",
    [
        "We show two validation exercises and discuss applications to the literature on traffic.",
        "We demonstrate an application of the proposed method by estimating delays in samples of taxi drivers.",
        "Results were expressed as mean difference (MD) and risk ratio (RR) with a 95% confidence interval (CI).",
        "Outcomes were summarised as medians with ranges up to 2.5 seconds.",
        "While reminiscent of earlier work, the novel aspects here are that: (i) No training is needed. (ii) Notable"
        " improvements are seen over simulators (40% error reduction).",
        "The testing of drivers is computationally intense and requires a track for people to steer effectively.",
    ],
)
def test_what_is_shown_listed_or_costly_anyway_is_no_finding(sentence: str) -> None:
    assert headline_result(f"{AIM} {sentence}") == ""
    assert headline_result(f"{AIM} {FOUND} {sentence}") == FOUND


@pytest.mark.parametrize(
    "finding",
    [
        "We show an application in which delays were shorter by 12% at night than during the day.",
        "Effects were larger in older drivers, with risk ratios of 2.5 at night.",
        "We find that such tests are expensive and that delays were longer at night than during the day.",
    ],
)
def test_a_finding_in_like_words_is_one(finding: str) -> None:
    assert headline_result(f"{AIM} {finding}") == finding


def test_what_was_known_before_the_work_is_not_its_result() -> None:
    known = (
        "Recent simulators judge drivers by themselves."
        " Empirical results from small simulators also indicate that improvements may diminish after several rounds,"
        " which we hypothesise is due to accumulated bias."
    )
    own = "We propose a regularised simulator (REGSIM) that compares several rounds."
    assert headline_result(f"{known} {own}") == ""
    gain = "REGSIM reduces the bias by 12% compared with the best simulator."
    assert headline_result(f"{known} {own} {gain}") == gain


def test_an_own_finding_before_the_proposal_stays_the_result() -> None:
    own = "We find that simulators underestimate delays by 30% at night."
    assert headline_result(f"{own} Therefore, we propose a simulator of dusk.") == own


def test_what_was_not_found_keeps_where_it_was_not_found() -> None:
    nothing = "With the three existing tracks, we find no improvements from training."
    assert headline_result(f"{AIM} {nothing}") == nothing


def test_a_connector_of_two_words_is_cut() -> None:
    assert headline_result(f"{AIM} More importantly, we show that delays fell by 12% in all groups.") == (
        "We show that delays fell by 12% in all groups."
    )


def test_a_word_that_stands_twice_by_a_slip_is_quoted_once() -> None:
    abstract = "This work shows shows that there is a statistical reason for the delays of older drivers at night."
    assert gist(abstract, "Delays") == abstract.replace("shows shows", "shows")
    meant = "This work shows that that reason had had no effect on the delays of older drivers at night."
    assert gist(meant, "Delays") == meant


def test_a_proposal_has_its_subject_and_its_verb() -> None:
    second = "In this paper, we address this discrepancy and propose a forward process based on a Brownian bridge."
    assert proposal(second, "Speech") == "We … propose a forward process based on a Brownian bridge"
    relative = "The method we propose involves splitting the data of one sample into two samples of equal size."
    assert proposal(relative, "Richness") == relative.removesuffix(".")


def test_a_proposal_that_only_names_what_the_title_names_is_told_with_its_ground() -> None:
    title = "Turning Trash into Treasure: Accelerating Inference with Token Recycling"
    told = "Observing that candidate tokens are likely to recur in later sequences, we propose Token Recycling."
    assert proposal(told, title) == told.removesuffix(".")
    pointing = "Building on these observations, we propose Token Recycling."
    assert proposal(pointing, title) == "We propose Token Recycling"


def test_a_gist_says_more_than_that_an_earlier_paper_is_improved() -> None:
    abstract = (
        "This paper presents a significant improvement on the previous conference paper known as DefSent."
        " In this paper, we propose a novel method to build entry embeddings step by step not subject to the limitations."
    )
    assert gist(abstract, "DefSent+: better embeddings of definitions") == (
        "In this paper, we propose a novel method to build entry embeddings step by step"
    )
