"""Steps, trials and additions of a work are not what it contributes."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal

TITLE = "Grafting old pears in clay"
PROPOSED = "We propose bridge grafting as a treatment for old pears that were gnawed by hares."


@pytest.mark.parametrize(
    "step",
    [
        "We first plant young pears in pots and then take them for stocks of the graft.",
        "Subsequently, we develop a schedule for watering the orchard in a dry summer.",
        "To better understand these results, we build a simple model of sap that rises in spring.",
        "To evaluate the health of the orchard, we create a list of 300 trees with their age.",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_step_or_a_trial_is_no_proposal_where_one_is_made(step: str, before: bool) -> None:
    abstract = f"{PROPOSED} {step}" if before else f"Pears die. {PROPOSED} Bark heals. {step}"
    assert proposal(abstract, TITLE) == PROPOSED.rstrip(".")
    assert gist(abstract, TITLE) == PROPOSED


def test_the_first_of_its_kind_is_no_first_step() -> None:
    new = "We present the first map of hedges in the county."
    assert proposal(f"{new} We then walk along some of them.", "Hedges") == new.rstrip(".")


def test_a_proposal_made_to_close_a_gap_is_told_without_the_gap() -> None:
    abstract = (
        "Nobody grafts old trees. We propose to bridge this gap with slow grafting: cutting the stock in one year, and "
        "setting the scion in the next. We instantiate the proposal with a knife for old wood."
    )
    contribution = "Slow grafting: cutting the stock in one year, and setting the scion in the next"
    assert gist(abstract, "Slow grafting") == f"{contribution}."
    assert proposal(abstract, "Slow grafting") == contribution


def test_the_idea_says_more_than_a_sentence_that_only_names() -> None:
    named = "We introduce online pruning (OP)."
    idea = "The main idea is to cut each branch as soon as a camera sees that it bears no fruit."
    tried = "We develop a prototype of online pruning based on a ladder and evaluate it in several orchards."
    abstract = f"Pruning is slow. {named} {idea} {tried}"
    assert gist(abstract, "Online Pruning") == idea
    assert proposal(abstract, "Online Pruning") == idea.rstrip(".")
    assert gist(f"Pruning is slow. {named} It is cheap.", "Online Pruning") == named


def test_a_means_is_not_proposed_where_the_sentence_goes_on_to_its_end() -> None:
    found = "We demonstrate that the order of the rows decides how much fruit an orchard bears in spring."
    means = (
        "Instead, we use the slope to build an artificial orchard and, based on the light on this set, we pick rows."
    )
    assert proposal(f"{found} {means}", "Rows of trees") == found.rstrip(".")


@pytest.mark.parametrize(
    "empty",
    [
        "This paper presents a significant improvement on the previous conference paper known as Graft.",
        "This paper presents a systematic review (SR) following the Preferred Reporting Items for Reviews statement.",
        "This paper provides several key recommendations.",
    ],
)
def test_an_edition_a_guideline_or_a_number_is_not_what_a_work_proposes(empty: str) -> None:
    assert proposal(f"{empty} {PROPOSED}", TITLE) == PROPOSED.rstrip(".")
    assert proposal(f"{PROPOSED} {empty}", TITLE) == PROPOSED.rstrip(".")


def test_where_the_only_acts_point_elsewhere_there_is_no_gist_rather_than_a_riddle() -> None:
    assert gist("Sap is thick. We develop a mixture model that estimates and subtracts this background.", "Sap") == ""
    stands = "We find that pears in clay bear twice the fruit of pears in sand."
    assert gist(f"Sap is thick. We investigate this question with old pears. {stands}", "Sap") == stands


@pytest.mark.parametrize(
    "praise",
    [
        "Extensive experiments in four orchards underscore the broad applicability and remarkable performance of GRAFT.",
        "We show the effectiveness of our grafting paradigm with many trees, outperforming strong baselines.",
        "With extensive studies, we demonstrate both the effectiveness and limitations of the current practice.",
        "The study presents methods to optimise and accelerate grafts while achieving cutting-edge results.",
    ],
)
def test_praise_and_what_is_presented_are_no_result(praise: str) -> None:
    assert headline_result(f"Pears die. {praise}") == ""


def test_evidence_that_a_work_provides_is_a_result() -> None:
    said = "This work provides the first evidence that such losses are not associated with the age of a tree."
    assert headline_result(f"Losses are large. {said}") == said


def test_a_result_that_stands_alone_goes_before_one_about_it() -> None:
    alone = "Bridge grafting achieves approximately twice the speed in orchards of all sizes."
    assert headline_result(f"{alone} It significantly outperforms other grafts by 30%.") == alone
