from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.links import Known, related
from generator.links.connecting_terms import ConnectingTerms
from generator.links.values import Mention
from tests.links.works import work

SPEECH = [
    work(
        "s1",
        "Diffusion for speech enhancement",
        "Stochastic diffusion removes reverberation from noisy speech recordings.",
    ),
    work(
        "s2",
        "Speech enhancement with a Brownian bridge",
        "A diffusion bridge between noisy speech and clean speech recordings.",
    ),
    work(
        "s3",
        "Robust speech restoration",
        "Speech restoration of noisy recordings for synthesis, with diffusion vocoders.",
    ),
]
DRAFTS = [
    work(
        "d1",
        "Online speculative decoding",
        "Speculative decoding drafts tokens with a small draft model, updated online.",
    ),
    work(
        "d2",
        "Recursive speculative decoding",
        "Speculative decoding samples draft tokens without replacement from a tree.",
    ),
    work(
        "d3",
        "Lossless self-speculative decoding",
        "Speculative decoding with early exits needs no draft model for noisy speech.",
    ),
]
THEMES = {w.key: "speech" for w in SPEECH} | {w.key: "decoding" for w in DRAFTS}


def test_the_nearest_work_comes_first_with_words_that_connect_the_two() -> None:
    found = related(SPEECH + DRAFTS, THEMES)
    assert found["d1"][0].key in ("d2", "d3")
    assert "speculative decoding" in found["d1"][0].words
    assert found["s1"][0].key in ("s2", "s3")
    assert all(1 <= len(entry.words) <= 4 for entries in found.values() for entry in entries)


def test_words_are_shown_as_they_are_written() -> None:
    one = work("one", "Scaling LoRA", "Fine-tuning with LoRA adapters needs little memory. Fine-tuning is quick.")
    two = work(
        "two", "LoRA adapters", "LoRA adapters are merged after fine-tuning. Without fine-tuning they are empty."
    )
    assert {"LoRA adapters", "fine-tuning"} <= set(related([one, two], {})["one"][0].words)


def test_a_name_with_a_digit_keeps_its_capitals() -> None:
    one = work("one", "Grading arithmetic", "We raise accuracy on GSM8K with verified arithmetic.")
    two = work("two", "Verified arithmetic", "Answers on GSM8K are verified.")
    assert "GSM8K" in related([one, two], {})["one"][0].words


def test_a_word_that_sentences_write_with_a_capital_keeps_it() -> None:
    one = work("one", "Bayesian Transformers", "Transformers approximate Bayesian inference in one pass.")
    two = work("two", "Validation", "We validate Bayesian inference. Inference is Bayesian. Transformers do so.")
    words = related([one, two], {})["one"][0].words
    assert "Bayesian inference" in words


def test_a_word_that_no_sentence_writes_with_a_capital_loses_that_of_the_title() -> None:
    one = work("one", "Enhancing Transformers", "Transformers need a warm start, and transformers need data.")
    two = work("two", "Transformers", "A warm start of transformers.")
    assert "transformers" in related([one, two], {})["one"][0].words


def test_words_of_prose_connect_nothing() -> None:
    one = work(
        "one",
        "Whales",
        "Meanwhile, whales extremely and successfully play a major role in an ocean, with special properties.",
    )
    two = work(
        "two",
        "Clocks",
        "Meanwhile, clocks extremely and successfully play a major role in a tower, with special properties.",
    )
    assert related([one, two], {}) == {}


def test_works_of_another_theme_stand_among_them_where_they_are_near_enough() -> None:
    text = "Quantization of weights and activations, calibration sets, of"
    inside = [work(f"in{n}", "Quantization of weights", f"{text} language, trick{n}.") for n in range(12)]
    beyond = [work(f"out{n}", "Quantization of weights elsewhere", f"{text} vision, other{n}.") for n in range(3)]
    themes = {w.key: "inside" for w in inside} | {w.key: "beyond" for w in beyond}
    entries = related(inside + beyond, themes)["in0"]
    assert {themes[entry.key] for entry in entries} == {"inside", "beyond"}


def test_works_with_nothing_in_common_are_not_related() -> None:
    alone = work("alone", "Kirchenlieder", "Gesungene Texte aus dem Barock.")
    found = related([*SPEECH, alone, work("empty")], THEMES)
    assert "alone" not in found
    assert "empty" not in found


def test_works_in_a_script_without_spaces_are_related_by_the_words_that_they_share() -> None:
    one = work("one", "面向低资源语言的预训练模型", "我们提出一种面向低资源语言的预训练方法。")
    two = work("two", "低资源语言机器翻译综述", "本文综述低资源语言机器翻译的研究进展。")
    three = work("three", "深海鱼类图像识别", "拍摄海底照片并自动分类。")
    (entry,) = related([one, two, three], {})["one"]
    assert entry.key == "two"
    assert entry.words == ("低资源语言",)


def test_function_words_of_other_languages_connect_nothing() -> None:
    one = work("one", "Les chats de la ville", "Nous aimons les chats dans la ville avec des amis.")
    two = work("two", "Les ponts de la mer", "Nous peignons les ponts dans la mer avec des marins.")
    assert "one" not in related([one, two], {})


def test_one_record_or_none_has_no_neighbours() -> None:
    assert related([], {}) == {}
    assert related(SPEECH[:1], {}) == {}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(alphabet=st.sampled_from("abc deep-draft speech LoRA_深\ud800\n.,-"), max_size=80), max_size=8),
    st.randoms(use_true_random=False),
)
def test_if_one_lists_another_the_other_lists_it_too_whatever_the_order(abstracts: list[str], chance: object) -> None:
    works = SPEECH + DRAFTS + [work(f"w{number}", "Speech drafts", text) for number, text in enumerate(abstracts)]
    found = related(works, THEMES)
    chance.shuffle(works)  # type: ignore[attr-defined]
    assert related(works, THEMES) == found
    pairs = {(key, entry.key, entry.score, entry.words) for key, entries in found.items() for entry in entries}
    assert pairs == {(to, key, score, words) for key, to, score, words in pairs}
    assert all(len(entries) <= 10 and all(0 < entry.score <= 1.0001 for entry in entries) for entries in found.values())


def test_the_evidence_of_themes_and_what_works_name_decide_between_equals() -> None:
    one = work("one", "Sparse attention", "Sparse attention patterns of long documents.")
    two = work("two", "Sparse attention", "Sparse attention patterns of genomes.")
    three = work("three", "Sparse attention", "Sparse attention patterns of proteins.")
    evidence = {"one": (("text", 0.9),), "two": (("biology", 0.8),), "three": (("text", 0.7),)}
    assert [entry.key for entry in related([one, two, three], {}, evidence=evidence)["one"]] == ["three", "two"]
    mentions = {"one": (Mention("two", "Genoformer", 0, 10),)}
    assert [entry.key for entry in related([one, two, three], {}, mentions=mentions)["one"]] == ["two", "three"]


def test_a_theme_that_most_works_share_tells_less_than_a_rare_one() -> None:
    one = work("one", "Sparse attention", "Sparse attention patterns of long documents.")
    common = work("common", "Sparse attention", "Sparse attention patterns of genomes.")
    rare = work("rare", "Sparse attention", "Sparse attention patterns of proteins.")
    others = [work(f"w{number}", f"Hymn {number}", f"Baroque choir number{number}.") for number in range(20)]
    evidence = {"one": (("wide", 0.7), ("narrow", 0.7)), "common": (("wide", 0.9),), "rare": (("narrow", 0.9),)}
    evidence |= {entry.key: (("wide", 0.9),) for entry in others}
    found = related([one, common, rare, *others], {}, evidence=evidence)
    assert [entry.key for entry in found["one"]] == ["rare", "common"]


def test_a_work_keeps_its_nearest_though_many_others_are_near_to_that_one() -> None:
    subjects = ("sparse attention", "speculative decoding", "protein folding", "passage retrieval")
    crowd = [
        work(f"c{subject[:2]}{number}", subject.title(), f"We study {subject}. It is {subject} that we study.")
        for subject in subjects
        for number in range(4)
    ]
    hub = work("hub", "Together", f"{', '.join(subjects)}, {', '.join(subjects)} and reverberant chapels.")
    alone = work("solo", "Sound", "Reverberant chapels recorded with stereo microphones beside gothic organs.")
    others = [work(f"w{number}", f"Hymn {number}", f"Baroque choir number{number}. Organs.") for number in range(40)]
    found = related([*crowd, hub, alone, *others], {})
    assert "hub" in {entry.key for entry in found["solo"]}
    assert len(found["hub"]) == 10


def test_few_links_or_none_are_right_where_nothing_is_near() -> None:
    crowd = [
        work(f"c{n:02}", f"Speculative decoding {n}", f"Speculative decoding drafts tokens quickly, variant{n}.")
        for n in range(60)
    ]
    alone = work("alone", "Hymns", "Baroque hymns set tokens of praise to music.")
    assert "alone" not in related([*crowd, alone], {})


@given(st.lists(st.sampled_from(["speech", "decoding", "other", None]), min_size=6, max_size=6))
@settings(max_examples=20, deadline=None)
def test_what_is_known_of_the_texts_serves_other_themes(themes: list[str | None]) -> None:
    works, known = SPEECH + DRAFTS, Known()
    assert related(works, THEMES, known=known) == related(works, THEMES)
    others = {one.key: theme for one, theme in zip(works, themes, strict=True)}
    assert related(works, others, known=known) == related(works, others)


def test_no_pair_whose_terms_are_known_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Known()
    found = related(SPEECH + DRAFTS, THEMES, known=known)
    assert found and known.terms
    monkeypatch.delattr(ConnectingTerms, "terms")
    monkeypatch.setattr("generator.links.connections.written", None)
    assert related(SPEECH + DRAFTS, THEMES, known=known) == found
