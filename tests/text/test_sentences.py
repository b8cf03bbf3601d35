from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import sentences, spans


@pytest.mark.parametrize(
    "whole",
    [
        "Some models (e.g. GPT-3) and others, i.e. T5, cf. BERT, do vs. Those of before.",
        "See Smith et al. (2017) and Su et al. 2020 for more.",
        "It gains 3.5 points over GPT-3.5 and LLaMA v. 2.",
        "J. R. Smith studied U.S. Census data of the American Community Survey.",
        "The model (see Fig. 3. It is large) works.",
        "We ask: 1. Which model wins and why?",
        "Its address is https://a.b/c.html?x=1 here.",
        "We follow arXiv:2005.14165v4 here.",
        "We use a dataset, a.k.a. ImageNet, w.r.t. Accuracy.",
    ],
)
def test_a_stop_that_ends_no_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ["We call them “soups.”", "They work."],
        ["This is by Su et al.", "We show more."],
        ["It helps in many tasks, etc.", "However, it is slow."],
        ["Does it work?", "Yes!", "(1) It does."],
        ["We train a model (it is large).", "bert2BERT is faster."],
        ["It scored 5.", "2-shot was worse."],
        ["我们提出一种方法。", "它很好。"],
    ],
)
def test_a_stop_that_ends_one(parts: list[str]) -> None:
    assert sentences((" " if parts[0].isascii() or "“" in parts[0] else "").join(parts)) == parts


def test_sentences_that_a_dump_glued_are_two() -> None:
    assert sentences("We use little overlap.We show more.") == ["We use little overlap.", "We show more."]
    assert sentences("It improves perplexity.111Code is here.") == ["It improves perplexity.", "111Code is here."]
    assert sentences("It equals the original LLM.Through empirical work we see it.") == [
        "It equals the original LLM.",
        "Through empirical work we see it.",
    ]
    assert sentences("It beats GPT-4.We show more.") == ["It beats GPT-4.", "We show more."]
    assert sentences("It runs on ASP.NET here.") == ["It runs on ASP.NET here."]


@given(st.text(alphabet='aA1 .!?(\n)"“”e.g.WeOur深。\ud800', max_size=120))
def test_sentences_are_the_text_word_for_word_and_lose_nothing(text: str) -> None:
    found = spans(text)
    assert [text[start:end] for start, end in found] == sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(one[1] <= two[0] for one, two in pairwise(found))
