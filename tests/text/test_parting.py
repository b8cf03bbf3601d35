"""Words that lost the space between them are parted where the survey's other texts prove it, and nothing else is."""

from __future__ import annotations

import pytest

from generator.text.parting import Texts, parted

OTHERS = (
    "We jointly learn responses and show the difference of points in a stochastic model of soil.",
    "The responses differ jointly in points, and this difference has an effective language.",
    "Attention resolution, paraphrasing and length matter; fibres of sheets and ribbons graph each achieves.",
    "Paraphrasing with any corresponding resolution achieves length; we introduce corresponding sheets and ribbons, perform graph work.",
    "Thinking and times step under data; we introduce points and perform thinking about data.",
)


def mended(text: str) -> str:
    return parted(text, Texts((*OTHERS, text)))[0]


@pytest.mark.parametrize(
    ("glued", "whole"),
    [
        ("the efficacy ofjointly learning", "the efficacy of jointly learning"),
        ("we show thatparaphrasing helps", "we show that paraphrasing helps"),
        ("the lengthand the depth", "the length and the depth"),
        ("withoutanycorresponding text", "without any corresponding text"),
        ("supported byhand-writinga rule", "supported byhand-writinga rule"),  # no other text has the words
        ("up to 13pointsdifference", "up to 13pointsdifference"),  # attached to a number
        ("a pointsdifference of note", "a points difference of note"),
        ("an effectiveLanguage model", "an effectiveLanguage model"),  # one text only has the word
        ("we present astochastic model", "we present a stochastic model"),
        ("Responsesthat matter", "Responses that matter"),
        (
            "we introduceorchis, a plant; soon,orchisachieves much",
            "we introduce orchis, a plant; soon, orchis achieves much",
        ),
    ],
)
def test_words_are_parted_where_other_texts_have_both(glued: str, whole: str) -> None:
    assert mended(glued) == whole


@pytest.mark.parametrize(
    "text",
    [
        "models underperform and overthink their timesteps and datapoints",  # compounds of short words
        "a graphon is a limit",  # behind nothing that joins
        "nanosheets and nanoribbons of MXene",  # a beginning is no name
        "PointsDifference, a tool",  # a name
        "pointsdifference and pointsdifference again",  # what recurs is a word
        "it falls bywhile and thantimes",  # a number was lost
        "up to apoints improvement",
        "see https://example.org/ofjointly and $ofjointly$ and x_ofjointly and ofjointly.org",
        "theory, within, another, online, together, wherever",
        "Wir untersuchen Datenqualität und Sprachmodelle",
    ],
)
def test_what_may_be_a_word_or_a_name_stays(text: str) -> None:
    assert mended(text) == text


def test_a_word_that_another_text_has_too_is_a_word() -> None:
    texts = Texts((*OTHERS, "the ofjointly rule", "the ofjointly case"))
    assert parted("the ofjointly rule", texts) == ("the ofjointly rule", ())


def test_what_was_parted_is_told_in_the_order_of_the_text() -> None:
    text = "the lengthand ofjointly"
    assert parted(text, Texts((*OTHERS, text)))[1] == ("length and", "of jointly")
    assert mended(mended(text)) == mended(text)
