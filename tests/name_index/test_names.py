"""The index of names: what several works write like a name, in any field, with long forms and what is said of it."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import pytest

from generator import links
from generator.name_index import LEAST, Named, names
from generator.name_index.numbers import near
from generator.works import Work
from tests.kinds.corpora import DATA, other_fields
from tests.links.works import work
from tests.shipped import frozen


def index(works: Sequence[Work]) -> dict[str, Named]:
    return {one.name: one for one in names(works, links.introduced(works))}


def three(*abstracts: str) -> list[Work]:
    return [work(f"w{number}", f"Work {number}", text, year=2020 + number) for number, text in enumerate(abstracts)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("TP53", "gene"), ("BRCA1", "gene"), ("HST", "instrument"), ("Gaia", "instrument"), ("SDSS", "survey"),
        ("Clean Air Act", "statute"), ("GDPR", "statute"), ("National Archives", "archive"), ("UK Biobank", "data set"),
        ("Old Bailey Proceedings", "archive"), ("Vera C. Rubin Observatory", "instrument"), ("Transkribus", "software"),
    ],
)  # fmt: skip
def test_genes_instruments_statutes_and_archives_are_names(name: str, kind: str) -> None:
    found = index(other_fields())[name]
    assert found.kind == kind
    assert len(found.uses) >= LEAST


def test_short_forms_have_their_long_forms_in_the_writing_of_most_works() -> None:
    found = index(other_fields())
    assert found["GWAS"].shown == "genome-wide association study (GWAS)"
    assert found["OCR"].shown == "optical character recognition (OCR)"
    assert found["TCGA"].shown == "The Cancer Genome Atlas (TCGA)"
    assert found["ECtHR"].long_form == "European Court of Human Rights"
    assert "Hubble Space Telescope" not in found
    assert "Hubble Space Telescope" in found["HST"].forms


def test_the_whole_compound_is_the_long_form() -> None:
    found = index(three(*["We study self-supervised learning (SSL)."] * 2, "SSL and self-supervised learning."))
    assert found["SSL"].long_form == "self-supervised learning"


def test_a_work_that_writes_only_the_long_form_names_it_too() -> None:
    works = three("Prion protein folding (PPF) is slow.", "PPF needs heat.", "Heat drives prion-protein folding.")
    assert set(index(works)["PPF"].keys) == {"w0", "w1"}
    works[2] = work("w2", "Work", "Heat drives prion protein folding.", year=2022)
    assert set(index(works)["PPF"].keys) == {"w0", "w1", "w2"}


def test_a_work_that_means_something_else_by_a_short_form_does_not_name_it() -> None:
    works = three("Soil acidity proxy (SAP) was read.", "The soil acidity proxy (SAP) fell.", "Single act play (SAP).")
    assert set(index(works)["SAP"].keys) == {"w0", "w1"}


def test_spellings_of_one_name_are_one_name() -> None:
    found = index(three("GPT-3 is large.", "We asked GPT3 and the GPT-3 model.", "GPT 3 answers."))
    assert list(found) == ["GPT-3"]
    assert found["GPT-3"].forms == ("GPT 3", "GPT-3", "GPT3")


@pytest.mark.parametrize(
    "sentence",
    [
        "However, leaves fall.",  # words that a sentence opens with
        "Bayesian leaves fall.",
        "The leaves of Gaussian trees fall.",  # who is honoured is not what is named
        "We used 16 GB of RAM on a GPU.",
        "The method is SOTA, see Table 2.",
        "OpenAI's trees fall, as OpenAI's leaves do.",
        "Random Forest models fall and a random forest stands.",
    ],
)
def test_what_is_only_written_like_a_name_is_none(sentence: str) -> None:
    assert not index(three(sentence, sentence, sentence))


def test_what_most_works_of_a_survey_name_is_its_subject_and_no_entry() -> None:
    works = [work(f"w{number:02}", "Leaves", f"We study LLM number {number} here.") for number in range(30)]
    assert not index(works)
    assert index(works[:10])


def test_what_works_do_with_a_name_is_told_from_the_words_around_it() -> None:
    works = [
        work("a", "LeafNet", "We introduce LeafNet, a data set of leaves.", year=2019),
        work("b", "Counting", "Our method counts leaves. It reaches 81.2% on LeafNet.", year=2020),
        work("c", "Twigs", "We build on LeafNet and add twigs.", year=2021),
        work("d", "Barks", "Barks outperform LeafNet.", year=2022),
        work("e", "Roots", "We train on LeafNet.", year=2023),
        work("f", "Soil", "Others like LeafNet; it is known.", year=2024),
    ]
    found = index(works)["LeafNet"]
    assert found.introduced_by == "a"
    assert {use.key: use.role for use in found.uses} == {
        "a": "introduces", "b": "reports numbers", "c": "builds on", "d": "compares with", "e": "uses", "f": "names",
    }  # fmt: skip
    assert [use.key for use in found.uses] == ["f", "e", "d", "c", "b", "a"]
    for use in found.uses:
        assert use.sentence[use.start : use.end] == "LeafNet"


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("It gains on GSM8K (+17.9%), SVAMP (+11.0%) and AQuA (+12.2%).", "SVAMP", ("+11.0%",)),
        ("It reaches 81.2% on GSM8K.", "GSM8K", ("81.2%",)),
        ("On TCGA the AUC was 0.85, against 0.78 before.", "TCGA", ("0.85", "0.78")),
        ("Accuracy on GSM8K rises from 55.3% to 60.1%.", "GSM8K", ("from 55.3% to 60.1%",)),
        ("The 7B model of 2023 uses GSM8K.", "GSM8K", ()),
        ("We won 4.5 points elsewhere; GSM8K is hard.", "GSM8K", ()),
        ("It is 14 times faster on UK Biobank.", "UK Biobank", ("14 times",)),
    ],
)
def test_numbers_beside_a_name_are_quoted_as_they_stand(sentence: str, name: str, expected: tuple[str, ...]) -> None:
    start = sentence.index(name)
    assert near(sentence, start, start + len(name)) == expected


def test_the_order_of_works_changes_nothing() -> None:
    works = other_fields()
    owners = links.introduced(works)
    assert names(works, owners) == names(works[::-1], owners)


def test_ids_are_addresses_and_differ() -> None:
    found = [one.id for one in names(other_fields(), {})]
    assert len(set(found)) == len(found)
    assert all(id_ == id_.lower() and id_.replace("-", "").isalnum() for id_ in found)


def labels() -> dict[tuple[str, str], bool]:
    """What one reader said about the names of both corpora, by corpus and name as it is shown."""
    with (DATA / "name-labels.csv").open(encoding="utf-8", newline="") as file:
        return {(row["corpus"], row["name"]): row["right"] == "yes" for row in csv.DictReader(file)}


def test_nine_of_ten_names_with_a_page_are_right_by_reading_those_of_two_corpora() -> None:
    read = labels()
    others = names(other_fields(), links.introduced(other_fields()))
    for corpus, found in (("this survey", frozen().names), ("other fields", others)):
        shown = [one.shown for one in found if len(one.uses) >= LEAST]
        assert len(shown) >= 25
        assert sum(read.get((corpus, name), False) for name in shown) >= 0.9 * len(shown)  # unread counts as wrong


def test_an_ordinary_phrase_that_one_work_abbreviates_is_not_named_by_those_that_write_it() -> None:
    plain = [work(f"p{number:02}", "Leaves", f"A leaf area is measured, {number}.") for number in range(12)]
    two = [work(key, "Leaf", "The leaf area (LA) grows.") for key in ("a", "b")]
    assert index([*plain, *two])["LA"].keys == ("a", "b")


def test_the_heading_of_a_part_of_an_abstract_is_no_name() -> None:
    works = [
        work(
            f"h{number}", f"Ulcer {number}", f"OBJECTIVES: To heal ulcers. LIMITATIONS: Only {number} wards took part."
        )
        for number in range(5)
    ]
    assert not index(works).keys() & {"OBJECTIVES", "LIMITATIONS"}


def test_what_always_stands_before_the_same_noun_is_part_of_a_term_and_no_name() -> None:
    works = [
        work(f"k{number}", f"Caching {number}", f"The key-value (KV) cache is large. We store the KV cache, {number}.")
        for number in range(4)
    ]
    assert "KV" not in index(works)
    others = [
        work(f"m{number}", f"Barns {number}", f"The barn owl (BO) is large. We count the BO {verb} {number}.")
        for number, verb in enumerate(("again in", "later in", "twice in", "before"))
    ]
    assert "BO" in index(others)
