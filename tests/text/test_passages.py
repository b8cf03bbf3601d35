from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal

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


def test_what_was_known_before_does_not_stand_in_where_nothing_is_said_to_be_done() -> None:
    assert gist("Deep agents are sample inefficient. That is a pity.", "Agents") == ""
    assert gist("Deep agents are sample inefficient.", "Agents") == "Deep agents are sample inefficient."
    assert gist("", "Agents") == ""


def test_the_proposal_begins_with_its_subject_and_ends_with_its_clause() -> None:
    assert proposal(LORA) == (
        "We propose Low-Rank Adaptation, or LoRA, which freezes the pre-trained model weights and injects trainable rank decomposition matrices"
    )
    assert proposal("To address this, in this paper, we propose TART.") == "We propose TART"
    assert proposal("Nothing is done here.") == ""


def test_the_headline_result_is_the_measured_comparison() -> None:
    assert headline_result(LORA).startswith("Compared to GPT-3 175B")
    assert (
        headline_result("It is slow. We find that larger models forget less.")
        == "We find that larger models forget less."
    )


def test_where_nothing_was_found_there_is_no_result() -> None:
    assert headline_result("We describe a new corpus. Code is available at https://github.com/a/b.") == ""
    assert headline_result("") == ""


@given(st.text(alphabet="We propose that\n .,;:(%)35x“深\ud800improves", max_size=200), st.text(max_size=40))
def test_every_passage_is_a_passage_of_the_abstract(abstract: str, title: str) -> None:
    for passage in (gist(abstract, title), proposal(abstract), headline_result(abstract)):
        assert passage[1:] in abstract
        assert passage[:1] in abstract or passage[:1].lower() in abstract
        assert passage == passage.strip()


DISTSERVE = (
    "DistServe improves the performance of serving large language models by disaggregating the prefill and decoding computation. Existing systems colocate "
    "the two phases. We find that this strategy leads to strong interferences. DistServe assigns prefill and decoding computation to different GPUs. "
    "Our evaluations show that DistServe can serve 4.48more requests, while staying within latency constraints forof requests."
)


def test_a_problem_that_was_found_is_no_proposal_beside_what_the_work_makes() -> None:
    assert proposal(DISTSERVE, "DistServe: Disaggregating Prefill and Decoding").startswith(
        "DistServe improves the performance of serving"
    )
    assert proposal("We find that caches waste memory. We propose paging them.") == "We propose paging them"
    assert (
        proposal("In this work, we study why they fail and find much. We answer this and propose TART which mends it.")
        == "We … propose TART which mends it"
    )
    assert proposal("We find that caches waste memory.") == "We find that caches waste memory"


def test_a_sentence_that_lost_its_end_gives_way_to_a_whole_one() -> None:
    torn = "In this paper we introduce sparse factorizations of the attention matrix which reduce this to."
    whole = "We introduce sparse attention for very long sequences."
    assert gist(f"{torn} {whole}", "Sparse Transformers") == whole
    assert (
        gist(torn, "Sparse Transformers") == "In this paper we introduce sparse factorizations of the attention matrix"
    )
    assert proposal(torn) == "We introduce sparse factorizations of the attention matrix"
    assert (
        headline_result("It reduces latency bywhile it improves accuracy by 3%. It improves accuracy by 2% on GLUE.")
        == "It improves accuracy by 2% on GLUE."
    )
    assert headline_result("It achieves a 2.4speedup over others. It achieves a speedup of 20% over others.").endswith(
        "20% over others."
    )


def test_of_a_sentence_that_lost_words_the_clauses_before_stand_where_no_whole_one_says_as_much() -> None:
    torn = "We propose prefix-tuning, a light alternative to fine-tuning, which cuts the latency bywhile it learns."
    whole = "It learns 0.1% of the parameters and obtains comparable performance."
    contribution = "We propose prefix-tuning, a light alternative to fine-tuning"
    assert gist(f"{torn} {whole}", "Prompts for Generation") == contribution
    assert proposal(f"{torn} {whole}") == contribution


def test_a_clause_that_only_names_the_work_does_not_stand_for_a_sentence_that_lost_words() -> None:
    torn = "In this work, we present Promptriever, the firstretrievalmodel able to be prompted."
    whole = "We curate a training set of instructions for retrieval."
    assert gist(f"{torn} {whole}", "Retrievers") == whole


def test_to_name_a_thing_says_less_than_to_make_it() -> None:
    assert (
        proposal("We call them domain-specific LMs. We build small models of code.") == "We build small models of code"
    )
    assert proposal("We question their use against a simple baseline that we designed.").startswith(
        "We question their use"
    )
    assert proposal("We develop a name of a name, and propose decoding with expected futures (ASAp).").endswith(
        "(ASAp)"
    )


def test_a_result_is_what_the_work_got_not_what_it_will_do_or_what_was_wrong_before() -> None:
    assert (
        headline_result("Then, different approaches to improving these models are discussed, such as longer inputs.")
        == ""
    )
    assert headline_result(
        "I conduct experiments, where the impact of using it is examined in detail. I show that it only yields minor improvements."
    ).startswith("I show")
    assert (
        headline_result(
            "For evaluation, we pre-process an existing dataset of books that surpasses existing benchmarks in quality."
        )
        == ""
    )
    assert (
        headline_result(
            "They are evaluated on the standard test sets for comparison with the supervised state-of-the-art."
        )
        == ""
    )
    prompts = "We propose P-Tuning. However, our preliminary study reveals that manual prompts lead to a substantial performance drop. "
    assert headline_result(prompts + "P-Tuning improves performance on LAMA and SuperGLUE.").startswith("P-Tuning")


def test_what_the_authors_say_of_their_own_method_is_a_result() -> None:
    packing = "On a dataset containing prompts of varying lengths, we obtain a significant speed improvement over the default padding."
    assert headline_result(f"Prefilling will incur a significant overhead. {packing}") == packing
    vague = "Experiments demonstrate the effectiveness of our method."
    assert headline_result(f"{vague} We outperform all the single-model acceleration techniques.").startswith(
        "We outperform"
    )
    assert headline_result(vague) == ""


def test_an_act_of_contribution_has_other_subjects_and_verbs_too() -> None:
    assert proposal("Inspired by this, I propose an augmentation to RNNs.") == "I propose an augmentation to RNNs"
    assert (
        proposal("A new prior is proposed for learning representations. It is simple.")
        == "A new prior is proposed for learning representations"
    )
    assert proposal("This open access book provides an overview of foundation models.").startswith(
        "This open access book provides"
    )
    assert (
        proposal("This paper bridges this gap by devising an eviction mechanism.") == "Devising an eviction mechanism"
    )
    far = "We collectively refer to all artificial optical signals (e.g., plain texts, formulas, tables, and even geometric shapes) as characters and propose a theory."
    assert proposal(f"{far} We provide sufficient results to prove the superiority of our model.") == "Propose a theory"


def test_a_shortened_proposal_ends_where_its_sentence_could() -> None:
    skills = (
        "We develop a new framework based on a simple hypothesis: just as humans acquire interdependent skills in a deliberate order, language models also follow"
        " a natural order when they learn a set of skills from their training data and from the many other texts that they are given."
    )
    assert proposal(skills) == "We develop a new framework based on a simple hypothesis"
    gap = (
        "We reveal a curious generalization gap in the current refusal training approaches: simply reformulating a harmful request in the past tense"
        ' (e.g., "How to make it?" to "How did people make it?") is often sufficient to jailbreak many state-of-the-art models of several makers.'
    )
    assert proposal(gap) == "We reveal a curious generalization gap in the current refusal training approaches"


@pytest.mark.parametrize(
    "torn",
    [
        "We show that Quest can achieve up toself-attention speedup, which reduces inference latency bywhile performing well.",
        "Experiments show that it serves more requests while staying within latency constraints forof requests.",
        "Our results show that it is more thantimes faster than the baseline.",
        "Experiments show improved quality at sampling rates from 4 kHz tokHz and better accuracy.",
        "Experiments show that our method improves accuracy by and reduces latency.",
        "Our experiments show a speedup of up to while keeping 99.1% of the accuracy.",
        "The system outperforms others, rankingin both tracks.",
        "Our results show that accuracy improves by, and memory drops 2.5x.",
    ],
)
def test_a_result_that_lost_words_or_numbers_is_not_quoted(torn: str) -> None:
    whole = "Experiments show that it outperforms the baseline by 3.5 points."
    assert headline_result(f"We propose a method. {torn} {whole}") == whole
    assert headline_result(torn) == ""


def test_a_measured_result_stops_before_the_clause_that_lost_words() -> None:
    torn = "Our evaluations show that it serves 4.48$\\times$ more requests, while staying within latency constraints forof requests."
    assert headline_result(torn) == "Our evaluations show that it serves 4.48$\\times$ more requests …"


@pytest.mark.parametrize(
    "whole",
    [
        "The method outperforms the baseline by over 300% and is, by and large, robust.",
        "Accuracy is higher when they are than when they are not, with gains of up to 20% in speech.",
        "We find that experts up to and including layer 12 improve accuracy by 2.1 points.",
        "Into the onto and within together, accuracy improves by 2.1 points.",
        "Taking in by far more data improves accuracy by 2.1 points.",
    ],
)
def test_a_result_with_ordinary_small_words_is_quoted(whole: str) -> None:
    assert headline_result(whole) == whole


@pytest.mark.parametrize(
    "more",
    [
        "To further increase the yield, we propose a fertiliser for leaves.",
        "In one experiment we propose a count of leaves on oaks.",
        "From there we propose simple examples of leaves and their counts.",
        "Based on our findings, we propose a pruning of leaves.",
        "To save more water, we further propose a pruning of leaves.",
        "We show that the same result holds for all of the leaves of every tree.",
        "We propose and test one such leaf, which keeps its colour.",
        "In this paper, we propose a method for leaves that is free of the limitations.",
    ],
)
def test_one_more_step_and_what_leans_on_an_earlier_sentence_are_no_gist(more: str) -> None:
    abstract = f"Twigs are many. {more} We propose to count leaves by drones in forests."
    assert gist(abstract, "Leaves") == "We propose to count leaves by drones in forests."


def test_what_a_sentence_itself_names_before_it_refers_to_it_stands_alone() -> None:
    abstract = "Leaves are many. In this paper, we study the limitations of drones and propose a novel way around the limitations."
    assert gist(abstract, "Leaves").startswith("In this paper, we study the limitations of drones")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("TBIſ Server", "TBIS server is a unique online tool for computing how molecules fold."),
        ("ΑΣ", "ΑΣ’s server folds molecules of every kind here for us."),
    ],
)
def test_a_name_is_found_whatever_letters_it_has_in_another_case(name: str, sentence: str) -> None:
    assert proposal(sentence, f"{name}: Folding in the Presence of Ions") == sentence.removesuffix(".")
