"""Words that lost the space between them are parted where the survey's other texts prove it, and nothing else is."""

from __future__ import annotations

from random import Random

import pytest

from generator.text.english_words import english_words
from generator.text.parting import Texts, parted

OTHERS = (
    "We jointly learn responses and show the difference of points in a stochastic model of soil.",
    "The responses differ jointly in points, and this difference has an effective language.",
    "Attention resolution, paraphrasing and length matter; fibres of sheets and ribbons graph each achieves.",
    "Paraphrasing with any corresponding resolution achieves length; we introduce corresponding sheets and ribbons, perform graph work.",
    "Thinking and times step under data; we introduce points and perform thinking about data.",
)

_BEGINNING = "It is one of the most common of all that we have."
_END = " in this field. It is what we have for each of them."


def mended(text: str) -> str:
    return without_frame(parted(framed(text), Texts((*OTHERS, framed(text))))[0])


def framed(text: str) -> str:
    """A text between sentences of English, by which its language is told."""
    return f"{_BEGINNING} {text}{_END}"


def without_frame(text: str) -> str:
    return text.removeprefix(f"{_BEGINNING} ").removesuffix(_END)


@pytest.mark.parametrize(
    ("glued", "whole"),
    [
        ("the efficacy ofjointly learning", "the efficacy of jointly learning"),
        ("we show thatparaphrasing helps", "we show that paraphrasing helps"),
        ("the lengthand the depth", "the length and the depth"),
        ("withoutanycorresponding text", "without any corresponding text"),
        ("supported byhand-writinga rule", "supported byhand-writinga rule"),  # no other text has the words
        ("up to 13pointsdifference", "up to 13pointsdifference"),  # attached to a number
        ("up to 13 pointsdifference", "up to 13 points difference"),
        ("a pointsdifference of note", "a pointsdifference of note"),  # might be a compound
        ("an effectiveLanguage model", "an effectiveLanguage model"),  # one text only has the word
        ("we present astochastic model", "we present astochastic model"),
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
    text = framed("a rule ofjointly learning")
    texts = Texts((*OTHERS, text, "a case ofjointly known"))
    assert parted(text, texts) == (text, ())
    assert parted(text, Texts((*OTHERS, text)))[1] == ("of jointly",)


def test_what_was_parted_is_told_in_the_order_of_the_text() -> None:
    text = "the lengthand the depth ofjointly"
    assert parted(framed(text), Texts((*OTHERS, framed(text))))[1] == ("length and", "of jointly")
    assert mended(mended(text)) == mended(text)


def test_a_text_and_its_title_prove_nothing() -> None:
    text = framed("we show thatcatalysis helps, and catalysis is known")
    titled = framed("we show thatcatalysis helps")
    assert parted(text, Texts((*OTHERS, text))) == (text, ())
    assert parted(titled, Texts((*OTHERS, f"On catalysis {titled}")), "On catalysis") == (titled, ())
    assert parted(text, Texts((*OTHERS, text, "Catalysis of soil.")))[1] == ("that catalysis",)


def parts_of_everything(*texts: str) -> Texts:
    """A survey whose other texts have every English word: only what a word is, and where it stands, protects it."""
    everything = " ".join(english_words())
    return Texts((everything, everything, everything, *texts))


@pytest.fixture(scope="module")
def proving() -> Texts:
    return parts_of_everything()


@pytest.mark.parametrize(
    "text",
    [
        # Biology and medicine: Latin names, and words that begin with a- and an-.
        "Trichomonas vaginalis was found and Candida tropicalis is another",
        "the musculus temporalis and the arteria brachialis were seen",
        "Blatta orientalis, Salvia officinalis and Chironex lateralis were",
        "An amitochondrial parasite and the acontextual reading of it",
        "they had anovulatory cycles and we saw the aperiodicity",
        "the agranulocytosis of patients and aspermatogenesis in mice",
        "the inhomogeneously distributed cells",
        "the bycatch of gillnets, seabird bycatch and reported bycatches",
        "the cysteineproteinase of bycatchlike kind",
        # Chemistry.
        "the methyltransferase and Phenylacetate with methylcellulose",
        "acetylcholinesterase and hydroxyprogesterone were measured",
        "a tyrosinekinase and hydrogenperoxide, and we hydrogenperoxide it",
        # Names.
        "The Marchand formula and a Forrester model of the Therapist",
        "Forrester and Marchand, with Beckwith and Ferdinand",
        # Law and work.
        "the confirmand was heard, and the examinand of the court",
        "the speed of onboarding and the onlookers of a trial",
        "the rule of lawmaking in a statehouseholding",
        "the personas the court sees and the sultanas a merchant sold",
        # German, Swedish and Danish, within English and alone.
        "the Informationsmanagement and the Systemintegration",
        "the word patientinformation and the word forandring",
        "the term informationsmanagement of the bank",
    ],
)
def test_correct_words_of_other_fields_stay_where_everything_is_proved(text: str, proving: Texts) -> None:
    assert parted(framed(text), proving) == (framed(text), ())


@pytest.mark.parametrize(
    "text",
    [
        "Wir untersuchen, was in an sich so hat und ob thatpatients in der Praxis hilft, an das man in dieser Arbeit denkt.",
        "I denna studie undersöks ofpatients vid sjukhus för att se hur den är given i samband med vården.",
        "Denne artikel undersøger, hvordan ofpatients oplever en forandring, og at der er brug for mere viden for at forstå.",
    ],
)
def test_a_text_in_another_language_stays(text: str, proving: Texts) -> None:
    assert parted(text, proving) == (text, ())


@pytest.mark.parametrize(
    ("glued", "whole"),
    [
        ("the treatment ofpatients with asthma", "the treatment of patients with asthma"),
        ("we found thatcatalysts degrade", "we found that catalysts degrade"),
        ("enzymes whichhydrolyse cellulose", "enzymes whichhydrolyse cellulose"),  # not in the list of English words
        ("enzymes whichdegrade cellulose", "enzymes which degrade cellulose"),
        ("the plaintiffand the court", "the plaintiff and the court"),
        ("cells were harvestedfrom the lung", "cells were harvested from the lung"),
        ("judged byapplying the statute", "judged by applying the statute"),
        ("a statisticaldifference of note", "a statistical difference of note"),
        ("results that dependon the dose", "results that dependon the dose"),
    ],
)
def test_spaces_are_put_back_in_other_fields(glued: str, whole: str, proving: Texts) -> None:
    assert parted(framed(glued), proving)[0] == framed(whole)


def test_no_english_word_that_the_list_lacks_is_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    words = sorted(word for word in english_words() if len(word) >= 8 and word.isascii() and word.isalpha())
    sample = Random(11).sample(words, 1000)
    known = english_words() - set(sample)
    texts = Texts([" ".join(known)] * 3)
    monkeypatch.setattr("generator.text.parting.english_words", lambda: known)
    frames = ("the rate of {} and the loss of it", "we saw {} the patients have", "they had {}, which was seen")
    wrong = {word for word in sample for frame in frames if parted(framed(frame.format(word)), texts)[1]}
    assert not wrong
