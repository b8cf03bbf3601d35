"""Forms of one word are one stem; different things stay apart."""

from __future__ import annotations

import pytest

from generator.themes.stems import stem, stems, tokens


@pytest.mark.parametrize(
    "forms",
    ["quantization quantisation quantized quantising quantize", "hallucination hallucinations hallucinate hallucinated", "prune pruned pruning",
     "galaxy galaxies", "embedding embeddings", "sampling sampled samples sample", "class classes", "Pre-training pretraining pre-trained"],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("optimizer", "optimize"), ("distributed", "distribution"), ("token", "tokenizer"), ("analysis", "analyst")],
)
def test_different_things_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_hyphens_accents_and_case_are_resolved() -> None:
    assert tokens("Fine-Tuning, naïve Bayes & pre-training") == ["fine", "tuning", "naive", "bayes", "pretraining"]


def test_a_script_without_spaces_gives_pairs_of_characters() -> None:
    assert tokens("深度学习 BERT") == ["深度", "度学", "学习", "bert"]
