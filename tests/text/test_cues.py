"""Cue phrases: where the authors speak of themselves, and where words were torn out of a sentence."""

from __future__ import annotations

import pytest

from generator.text import cues, study_cues


@pytest.mark.parametrize(
    "sentence", ["We propose an order.", "Here we PROPOSE it.", "I also propose it.", "(we propose)"]
)
def test_authors_who_propose_are_recognised_in_any_case(sentence: str) -> None:
    assert cues.WE_PROPOSE.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "As we propose below, it works.",
        "It fails if we propose more.",
        "When I propose it, nobody listens.",
        "AS WE propose below.",
        "While we propose one, others follow.",
        "The owe propose was misread.",
        "What i propose is small.",
    ],
)
def test_a_clause_about_something_else_is_no_proposal_and_neither_is_a_part_of_a_word(sentence: str) -> None:
    assert cues.WE_PROPOSE.search(sentence) is None
    assert study_cues.WE_TEST.search(sentence.replace("propose", "tested whether")) is None


@pytest.mark.parametrize(
    ("sentence", "is_torn"),
    [
        ("It lowers the latency by and of the server.", True),
        ("It lowers the latency bywhile keeping quality.", True),
        ("It is faster than.", True),
        ("We call trainingin both tracks.", True),
        ("The gain goes up toself-attention.", True),
        ("They came up together and went into it within a day.", False),
        ("It is faster than before.", False),
    ],
)
def test_a_sentence_that_lost_words_shows_where(sentence: str, is_torn: bool) -> None:
    assert bool(cues.LOST.search(sentence)) is is_torn
    assert bool(cues.TORN.search(sentence)) is is_torn


def test_what_only_a_few_letters_can_begin_is_still_found_behind_them() -> None:
    assert cues.OUR_METHOD.search("Results of OUR simple method follow.")
    assert cues.ROUTINE.search("This contributes to the field.")
    assert cues.OWN_GAIN.search("The proposed ordering method outperforms it.")
