from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.passages import gist, headline_result, proposal

LORA = (
    "An important paradigm of natural language processing consists of large-scale pre-training and adaptation. As we pre-train larger models, full "
    "fine-tuning becomes less feasible. We propose Low-Rank Adaptation, or LoRA, which freezes the pre-trained model weights and injects trainable rank "
    "decomposition matrices. Compared to GPT-3 175B fine-tuned with Adam, LoRA can reduce the number of trainable parameters by 10,000 times and the GPU "
    "memory requirement by 3 times. We also provide an empirical investigation into rank-deficiency. We release a package at https://github.com/microsoft/LoRA."
)
TITLE = "LoRA: Low-Rank Adaptation of Large Language Models"


def test_the_gist_is_the_act_of_contribution_not_the_background() -> None:
    assert gist(LORA, TITLE).startswith("We propose Low-Rank Adaptation, or LoRA")
    survey = "Models are large. In this survey, we review the recent advances of LLMs. They are many."
    assert gist(survey, "A Survey of Large Language Models") == "In this survey, we review the recent advances of LLMs."


def test_what_the_title_names_may_be_the_subject() -> None:
    abstract = (
        "Serving systems batch two phases. We find that this strategy leads to strong interference. "
        "DistServe improves the serving of large language models by disaggregating prefill and decoding computation."
    )
    assert gist(abstract, "DistServe: Disaggregating Prefill and Decoding").startswith("DistServe improves")


def test_the_first_sentence_stands_in_where_nothing_is_said_to_be_done() -> None:
    assert gist("Deep agents are sample inefficient. That is a pity.", "Agents") == "Deep agents are sample inefficient."
    assert gist("", "Agents") == ""


def test_the_proposal_begins_with_its_subject_and_ends_with_its_clause() -> None:
    assert proposal(LORA) == (
        "We propose Low-Rank Adaptation, or LoRA, which freezes the pre-trained model weights and injects trainable rank decomposition matrices"
    )
    assert proposal("To address this, in this paper, we propose TART.") == "we propose TART"
    assert proposal("Nothing is done here.") == ""


def test_the_headline_result_is_the_measured_comparison() -> None:
    assert headline_result(LORA).startswith("Compared to GPT-3 175B")
    assert headline_result("It is slow. We find that larger models forget less.") == "We find that larger models forget less."


def test_where_nothing_was_found_there_is_no_result() -> None:
    assert headline_result("We describe a new corpus. Code is available at https://github.com/a/b.") == ""
    assert headline_result("") == ""


@given(st.text(alphabet="We propose that\n .,;:(%)35x“深\ud800improves", max_size=200), st.text(max_size=40))
def test_every_passage_is_a_passage_of_the_abstract(abstract: str, title: str) -> None:
    for passage in (gist(abstract, title), proposal(abstract), headline_result(abstract)):
        assert passage in abstract
        assert passage == passage.strip()
