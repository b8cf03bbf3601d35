"""What a passage leaves out because only earlier sentences name it, and what it leaves empty."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("We introduce online pruning (OP) to address this challenge.", "We introduce online pruning (OP)"),
        (
            "We propose a search over orchards by adapting old harvest methods to this task.",
            "We propose a search over orchards by adapting old harvest methods",
        ),
        ("We measure the growth of old apple trees in such situations.", "We measure the growth of old apple trees"),
        (
            "I propose an extension of pruning in form of a saw: This way I hope to save these trees.",
            "I propose an extension of pruning in form of a saw",
        ),
        (
            "We estimate the yield of all cherry trees and use this evidence to set prices.",
            "We estimate the yield of all cherry trees",
        ),
    ],
)
def test_a_proposal_ends_before_what_only_earlier_sentences_name(sentence: str, said: str) -> None:
    assert proposal(f"Orchards are large. {sentence}", "Roots") == said


@pytest.mark.parametrize(
    "sentence",
    [
        "We investigate this question with care in a large orchard.",
        "We argue that this approach is not only fragile, but harmful.",
        "The paper offers a partial response to this question.",
        "This study addresses two questions.",
        "We propose a simple and effective method to address this issue.",
        "We observe a drop of 13% in the yield of old trees.",
    ],
)
def test_where_nothing_that_stands_alone_is_proposed_the_cell_is_empty(sentence: str) -> None:
    assert proposal(f"Orchards are large. {sentence}", "Trees") == ""


def test_what_the_title_names_may_be_referred_to() -> None:
    assert (
        proposal("We show that these detectors fail on long texts.", "Can Detectors Be Trusted?")
        == "We show that these detectors fail on long texts"
    )


def test_a_colon_that_announces_the_point_does_not_end_a_proposal() -> None:
    said = (
        "We develop a new framework based on a simple hypothesis: just as humans learn skills in a deliberate order, language models"
        " follow a natural order when learning a set of skills from their data"
    )
    assert proposal(f"{said}.", "Skills") == said
    listed = (
        "This paper provides several key recommendations for the pruning of trees in old orchards: (1) cut the old wood in late winter with a"
        " sharp saw, (2) paint the wounds with wax on the same day, and (3) leave the young wood of the tree alone until June."
    )
    assert (
        proposal(listed, "Trees")
        == "This paper provides several key recommendations for the pruning of trees in old orchards"
    )


def test_the_lead_of_a_gist_that_points_elsewhere_goes() -> None:
    sentence = "As a step towards answering this question, we study how roots of old pears grow in clay."
    assert gist(f"Do they? {sentence}", "Roots") == "We study how roots of old pears grow in clay."
    assert gist(
        "Do they? Given the role of this gene in pears, we sought to explore whether roots grow in clay.", "Roots"
    ) == ("We sought to explore whether roots grow in clay.")


def test_a_finding_of_what_earlier_sentences_name_or_one_more_gives_way() -> None:
    main = "We find that old trees bear 20% more fruit than young ones."
    assert headline_result(f"{main} These trees fail to bear 30% more fruit in interesting ways.") == main
    assert headline_result(f"{main} We also find that old roots need 30% less water than young ones.") == main
    assert headline_result("We also find that old roots need 30% less water than young ones.") != ""


def test_a_promise_of_research_and_how_to_do_a_thing_are_no_findings() -> None:
    assert headline_result("The improved synthesis allows for the further exploration of apples.") == ""
    assert headline_result("We show how to reason about pruning as a game of two players.") == ""


def test_open_source_as_an_adjective_makes_no_sentence_a_note_on_availability() -> None:
    said = "We explore the role of old roots in PTQ, specifically their effect in various notable open-source models."
    assert proposal(said, "Roots") == said.removesuffix(".")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("We call the results orchard soups.", ""),
        ("The adopted research design in the present study is a survey of pupils.", ""),
    ],
)
def test_a_mere_name_and_the_design_of_a_study_are_no_proposals(sentence: str, said: str) -> None:
    assert proposal(sentence, "Soups") == said


def test_ordinary_words_before_the_colon_of_a_title_are_no_name() -> None:
    known = "Teacher burnout is strongly associated with large classes."
    own = "In our review, we compare 49 studies of teachers in large schools."
    assert gist(f"{known} {own}", "Teacher burnout: a scoping review") == own


def test_what_was_investigated_is_no_finding() -> None:
    assert headline_result("Using voltammetry, the oxidation–reduction of the sensor was investigated.") == ""


def test_the_number_of_a_point_and_what_joins_it_to_others_are_not_shown() -> None:
    assert headline_result("(2) Old trees improve the yield by 20% over young ones.").startswith("Old trees improve")
    assert gist("Namely, we study how roots of old pears grow in clay.", "Roots").startswith("We study")
