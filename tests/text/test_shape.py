"""The kinds of characters in a text, by which rules are passed over that would find nothing."""

import pytest

from generator.text.compare import fold, folded_bytes
from generator.text.shape import may_hold, shape


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("GPT-4o, naïve?", "AAA-0a. aa??aa!"),
        ("3.4times (SFT)", "0.0aaaaa (AAA)"),
        ("", ""),
        ("深", "???"),
        ("\ud800", "???"),
    ],
)
def test_each_byte_is_shown_by_its_kind(text, kinds):
    assert shape(text) == kinds


@pytest.mark.parametrize(("text", "may"), [("over to5 sets", True), ("to ٣", False), ("to٣", True), ("to 5", False)])
def test_a_digit_of_another_script_may_follow_a_letter(text, may):
    assert may_hold(text, "a0") == may


@pytest.mark.parametrize(
    "text",
    [
        "Order Matters: Sequence-to-Sequence for Sets",
        "Le Modèle de Łukasiewicz & <i>al.</i>",
        r"Na\"{\i}ve {B}ayes in $\alpha$-divergence",
        "大语言模型综述 2023",
        "Straße\u00a0und\u2003Weg",
        "",
    ],
)
def test_the_words_of_a_long_text_are_those_of_a_short_one(text):
    assert folded_bytes(text).decode("utf-8").split() == fold(text).split()


@pytest.mark.parametrize("unseen", ["\u202e", "\u200b", "\u00ad", "\u2060", "\u2066", "\ufeff"])
def test_what_is_not_seen_parts_no_word(unseen: str) -> None:
    assert fold(f"Attention{unseen}al learning") == "attentional learning"
