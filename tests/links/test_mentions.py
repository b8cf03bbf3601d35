from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.links import mentions
from generator.links.introductions import introduced
from generator.works import Work
from tests.links.works import GPT3, LORA, MEDUSA, RAG, work


def named(abstract: str, *introducing: Work, year: int = 2025) -> list[tuple[str, str]]:
    """(name, key) of the mentions in one abstract."""
    user = work("user", "A study of many things", abstract, year=year)
    found = mentions([*introducing, user]).get("user", ())
    assert all(abstract[mention.start : mention.end] == mention.name for mention in found)
    return [(mention.name, mention.key) for mention in found]


def test_an_abstract_links_to_what_another_work_introduced_from_the_very_word() -> None:
    assert named("PEFT methods, such as LoRA, adapt GPT-3 cheaply.", LORA, GPT3) == [
        ("LoRA", "hu2021lora"),
        ("GPT-3", "brown2020language"),
    ]


def test_names_are_found_in_titles_and_in_acts_of_naming() -> None:
    for abstract, name in [
        ("We propose GeDi as an efficient method for using smaller LMs.", "GeDi"),
        ("In this paper, we introduce a novel approach, termed SkipDecode, for serving.", "SkipDecode"),
        ("We present a text augmentation approach based on rephrasing (named AugGPT).", "AugGPT"),
        ("We propose a novel method P-Tuning that employs continuous prompts.", "P-Tuning"),
        ("We present Prior-Data Fitted Networks (PFNs).", "PFNs"),
        ("The result, which we call U-PaLM, is better.", "U-PaLM"),
        ("Therefore, we presentCoCoNet, which contains a language.", "CoCoNet"),
    ]:
        assert name in introduced([work("one", "On models", abstract, year=2020)]), abstract
    for title, name in [
        ("ERNIE 3.0: Large-scale Knowledge Enhanced Pre-training", "ERNIE 3.0"),
        ("PaLM 2 Technical Report", "PaLM 2"),
        ("CodeT5+: Open Code Large Language Models", "CodeT5+"),
        ("H$_2$O: Heavy-Hitter Oracle for Efficient Inference", "H2O"),
        ("Plug and Play Language Models (PPLM)", "PPLM"),
    ]:
        assert name in introduced([work("one", title, "", year=2020)]), title


def test_a_longer_name_is_another_name() -> None:
    for text in (
        "QLoRA is better.",
        "We use LoRA-FA.",
        "See LoRA+ there.",
        "LoRAs are many.",
        "Take LoRA 2 instead.",
        "LoRA v2 came.",
        "loRA and LORA.",
        "AdaLoRA",
    ):
        assert named(text, LORA) == [], text
    assert named("GPT-3.5 and GPT-35 are no GPT-3-XXL.", GPT3) == []
    assert named("We compare LoRA-based tuning.", LORA) == [("LoRA", "hu2021lora")]
    assert named("A GPT-3 175B model.", GPT3) == [("GPT-3", "brown2020language")]


def test_a_version_may_be_written_without_its_hyphen() -> None:
    assert named("When prompted so, GPT3's generations vary.", GPT3) == [("GPT3", "brown2020language")]
    assert named("GPT35 and GPT3X are others.", GPT3) == []


def test_each_name_counts_once_and_never_to_itself() -> None:
    assert named("LoRA is good. LoRA is cheap.", LORA) == [("LoRA", "hu2021lora")]
    assert mentions([LORA]) == {}


def test_a_version_that_the_work_itself_defines_belongs_to_it() -> None:
    assert named("It outperforms Medusa-1 by far.", MEDUSA) == [("Medusa-1", "cai2024medusa")]
    assert named("It outperforms Medusa-7 by far.", MEDUSA) == []


def test_a_capitalised_word_counts_only_inside_a_sentence_and_only_if_nobody_writes_it_small() -> None:
    assert named("We beat the technique of Medusa here.", MEDUSA) == [("Medusa", "cai2024medusa")]
    assert named("Medusa was a monster.", MEDUSA) == []
    quest = work(
        "tang2024quest",
        "Quest: Query-Aware Sparsity",
        "To this end, we propose Quest, a cache selection algorithm.",
        year=2024,
    )
    assert named("We use the algorithm of Quest in our quest for speed.", quest) == []


def test_ordinary_words_and_common_abbreviations_are_nobodys_names() -> None:
    for name in ("Transformer", "MORE", "KIND", "LLM", "Self"):
        owner = work("owner", f"{name}: A New Way", f"We propose {name}, a new way.", year=2020)
        assert named(f"We study the {name} of others.", owner) == [], name


def test_what_two_works_introduce_belongs_to_neither() -> None:
    other = work("other", "LoRA: Long-Range Attention", "We propose LoRA, a long-range attention.", year=2022)
    assert named("We use LoRA.", LORA, other) == []


def test_the_work_that_extends_does_not_own_what_it_extends() -> None:
    natural = work(
        "das2024natural",
        "Natural GaLore: Accelerating GaLore",
        "This work introduces Natural GaLore, a drop-in replacement. GaLore is slow.",
        year=2024,
    )
    assert named("We start from GaLore.", natural) == []
    assert named("We start from Natural GaLore.", natural) == [("Natural GaLore", "das2024natural")]


def test_what_an_earlier_work_already_uses_is_not_introduced_later() -> None:
    late = work("late", "DEUP: A Way", "We propose DEUP, a way.", year=2023)
    early = work("early", "Uncertainty", "We compare with DEUP and others.", year=2019)
    assert named("We use DEUP.", late) == [("DEUP", "late")]
    assert named("We use DEUP.", late, early) == []


def test_a_work_names_nothing_that_appeared_after_it() -> None:
    assert named("A Greek myth told of the head of Medusa.", MEDUSA, year=2019) == []


def test_an_abbreviation_spelt_out_as_something_else_is_something_else() -> None:
    assert named("Retrieval augmented generation (RAG) helps.", RAG) == [("RAG", "lewis2020retrieval")]
    assert named("Random access games (RAG) are fun.", RAG) == []


def test_names_in_addresses_do_not_count() -> None:
    assert named("Code: https://github.com/microsoft/LoRA and microsoft/LoRA", LORA) == []


WILD = st.text(
    alphabet=st.sampled_from('LoRA GPT-3.:(),We introduce propose a called\n"“$_^{}\\<>[]é深\ud800'), max_size=200
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WILD, WILD), max_size=5))
def test_hostile_text_never_raises_offsets_are_exact_and_order_does_not_matter(texts: list[tuple[str, str]]) -> None:
    works = [
        LORA,
        GPT3,
        *(work(f"w{number}", title, abstract, year=2024) for number, (title, abstract) in enumerate(texts)),
    ]
    found = mentions(works)
    assert found == mentions(works[::-1])
    abstracts = {w.key: w.abstract for w in works}
    for key, entries in found.items():
        for mention in entries:
            assert abstracts[key][mention.start : mention.end] == mention.name
            assert mention.key != key
