"""Structured abstracts: what stands under which heading."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.headed import headed_sentences
from generator.text.passages import gist
from generator.text.proposals import proposal

TRIAL = (
    "BACKGROUND: Heart failure is common and often leads to readmission. OBJECTIVE: To assess whether telemonitoring at"
    " home lowers readmission. METHODS: We randomised 640 patients to telemonitoring or usual care. RESULTS: The groups"
    " did not differ in age (t = 0.62, p = 0.54). Readmission fell from 31% to 22% with telemonitoring."
    " CONCLUSIONS: Telemonitoring may reduce readmission in heart failure."
)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("OBJECTIVE", "aim"),
        ("Aims", "aim"),
        ("Materials and Methods", "method"),
        ("MAIN OUTCOME MEASURES", "method"),
        ("Patients & methods", "method"),
        ("Key findings", "result"),
        ("CONCLUSIONS AND RELEVANCE", "conclusion"),
        ("Trial registration", "other"),
        ("Background and aims", ""),
    ],
)
def test_a_heading_names_the_part_of_its_sentences(heading: str, part: str) -> None:
    first, second = headed_sentences(f"{heading}: Rivers carry silt to the sea. Silt feeds the plain.")
    assert (first.text, first.part, second.part) == ("Rivers carry silt to the sea.", part, part)


@pytest.mark.parametrize("name", ["BERT", "Speech enhancement", "Our approach works", "Note", "Rivers"])
def test_a_name_before_a_colon_is_no_heading(name: str) -> None:
    (sentence,) = headed_sentences(f"{name}: we measure silt in nine rivers.")
    assert (sentence.text, sentence.part) == (sentence.whole, "")


def test_a_heading_may_be_a_sentence_of_its_own() -> None:
    assert [sentence.text for sentence in headed_sentences("Methods. We measured silt. Results. Silt fell.")] == [
        "",
        "We measured silt.",
        "",
        "Silt fell.",
    ]


def test_the_aim_of_a_structured_abstract_is_its_gist_and_no_heading_is_shown() -> None:
    assert (
        gist(TRIAL, "Telemonitoring in heart failure") == "To assess whether telemonitoring at home lowers readmission."
    )
    assert proposal(TRIAL).startswith("To assess whether telemonitoring")
    assert headline_result(TRIAL) == "Readmission fell from 31% to 22% with telemonitoring."


def test_an_introduction_may_end_with_the_aim() -> None:
    abstract = (
        "INTRODUCTION: Small vessel disease affects thinking. The objective of the present study was to examine its"
        " effects on memory. CONCLUSIONS: We present evidence that memory is affected."
    )
    assert gist(abstract, "Small vessel disease and memory").startswith("The objective of the present study was to")
