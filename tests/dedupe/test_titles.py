"""Titles: what is equal, what is another part, and what only looks alike."""

from __future__ import annotations

import pytest

from generator.dedupe.compare_titles import compare_titles
from generator.dedupe.title_evidence import CONTRADICTS, Comparison
from generator.dedupe.title_words import is_typo, opposed
from generator.dedupe.titles import title_form
from generator.dedupe.vocabulary import GREEK


def weigh(left: str, right: str) -> Comparison:
    ours, theirs = title_form(left), title_form(right)
    assert ours and theirs
    return compare_titles(ours, theirs)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[Treatment of burns in children].", "Treatment of burns in children"),
        ("RETRACTED: Stem cells from mature tissue", "Stem cells from mature tissue"),
        ("Statins and diabetes in women [see comment]", "Statins & diabetes in women"),
        ("Main-memory data bases for graphs", "Main memory databases for graphs"),
        ("Results of the β-carotene study", "Results of the beta-carotene study"),
        ("Sources of H$_2$O on early planets", "Sources of H<sub>2</sub>O on early planets"),
        ("Brush vs. spatula sampling of smears", "Brush versus spatula sampling of smears"),
        ("Reminder letters and attendance [ISRCTN48120733]", "Reminder letters and attendance"),
        ("Screening after treatment [3] (multiple letters)", "Screening after treatment"),
        ("Who needs a query optimizer? (panel session)", "Who Needs a Query Optimizer?"),
        ("Five-year results of hip surgery", "5-year results of hip surgery"),
    ],
)
def test_typography_and_notes_of_databases_make_no_difference(left, right):
    found, weight, says = weigh(left, right)
    assert weight > 3, found
    assert says == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Elastic shells, part I", "Elastic shells, part II"),
        ("Report of the third workshop on proofs", "Report of the fourth workshop on proofs"),
        ("Structure of potassium channels, Part A", "Structure of potassium channels, Part B"),
        ("Mortality after hip fracture", "Erratum to: Mortality after hip fracture"),
        ("Mortality after hip fracture", "Re: Mortality after hip fracture"),
        ("Mortality after hip fracture", "Mortality after hip fracture (vol 85, pg 1102, 1999)"),
        ("Supervised learning of depth from video", "Unsupervised learning of depth from video"),
        ("Detecting machine text in the wild", "Detecting machine text in the wild II"),
    ],
)
def test_parts_replies_and_opposites_contradict(left, right):
    found, weight, says = weigh(left, right)
    assert weight < -3, found
    assert says in CONTRADICTS


@pytest.mark.parametrize(
    ("left", "right", "asked"),
    [
        ("Burden of dengue in Manila, 2019", "Burden of dengue in Manila, 2020", True),
        ("Immunity after influenza A in nursing homes", "Immunity after influenza B in nursing homes", True),
        ("Hip replacement in men over eighty", "Hip replacement in women over eighty", True),
        ("Structure of potassium channels, Part A", "Structure of potassium channels, Part B", False),
        ("Elastic shells, part 1", "Elastic shells, part 2", False),
        ("Notes on tides 1", "Notes on tides 2", False),
        ("Burden of dengue in Manila, 2019, part 1", "Burden of dengue in Manila, 2020, part 2", False),
    ],
)
def test_contradicting_titles_one_year_letter_or_opposite_apart_are_told_from_parts(left, right, asked):
    _, _, says = weigh(left, right)
    assert says == ("opposite" if asked else "contradiction")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hash joins", "Hash joins revisited"),
        ("Song repertoire of tutored finches", "Song repertoire of tutored finches reloaded"),
        ("Statistical parsing of agglutinative languages", "Statistical parsing of agglutinative languages: an update"),
        ("Batch sizes for contrastive pretraining", "Revisiting batch sizes for contrastive pretraining"),
        ("A catalogue of compiler flags", "A catalogue of compiler flags, updated and extended"),
        ("Efficacy of naproxen in adults with migraine", "Efficacy of diclofenac in adults with migraine"),
        ("A treebank of spoken Basque", "A treebank of spoken Galician"),
        ("Effect of cold exposure in rabbits", "Effect of cold exposure in hamsters"),
    ],
)
def test_a_sequel_and_an_exchanged_word_are_another_work_unless_more_agrees(left, right):
    found, weight, says = weigh(left, right)
    assert weight < -2, found
    assert says == "another"


def test_a_number_in_a_subtitle_counts_no_parts():
    assert (
        weigh("Hearing loss among musicians", "Hearing loss among musicians: a cohort study in three cities").found
        == "one without the subtitle"
    )


def test_a_subtitle_with_a_sequels_words_in_it_is_a_subtitle():
    assert weigh("Tempest Rising", "Tempest Rising: view maintenance revisited").found == "one without the subtitle"


def test_a_subtitle_left_out_still_agrees():
    found, weight, _ = weigh("Tempest Rising: A Query Language for Moving Objects", "Tempest Rising")
    assert found == "one without the subtitle"
    assert weight > 0


def test_a_title_that_goes_on_with_a_preposition_is_about_less():
    found, weight, _ = weigh("Management of inflammatory smears", "Management of inflammatory smears in adolescents")
    assert weight < 0, found


def test_words_in_another_order_agree():
    assert (
        weigh(
            "Rules for discovering association in large databases", "Discovering association rules in large databases"
        ).weight
        > 4
    )


def test_the_name_of_a_column_is_worth_little():
    assert weigh("Guest Editorial", "Guest editorial").weight < 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("tumour", "tumor"),
        ("oesophageal", "esophageal"),
        ("müller", "mueller"),
        ("analysing", "analyzing"),
        ("sequental", "sequential"),
        ("b", "β"),
    ],
)
def test_slips_and_spellings_are_one_word(left, right):
    from generator.text.compare import fold

    assert is_typo(fold(left.translate(GREEK)), fold(right.translate(GREEK)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hypothyroidism", "hyperthyroidism"),
        ("typical", "atypical"),
        ("preoperative", "postoperative"),
        ("2008", "2009"),
    ],
)
def test_opposites_and_numbers_are_no_slips(left, right):
    assert not is_typo(left, right)
    assert left.isdigit() or opposed(left, right)


def test_of_a_text_that_is_no_title_only_the_beginning_is_compared():
    left, right = title_form("tides and harbours " * 47_000), title_form("tides and harbour " * 47_000 + "x")
    assert left is not None and right is not None
    assert max(len(left.compact), len(right.compact)) <= 2000
    compare_titles(left, right)


def test_a_note_on_an_erratum_with_brackets_inside_is_no_part_of_a_title():
    noted = title_form("Lead in the teeth of foxes. [Erratum appears in Environ Res. 2001 Jan;85(11):911]")
    plain = title_form("Lead in the teeth of foxes")
    comment = title_form("Lead in foxes [comment on: Environ Res. 2001;85(11):911]")
    assert noted is not None and plain is not None and comment is not None
    assert noted.compact == plain.compact
    assert comment.mark == "comment"


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("Author Correction: Order matters for sets", "correction"),
        ("Corrigendum to “Order matters”", "correction"),
        ("Addendum: order matters for sets", "correction"),
        ("Order matters for sets. Erratum", "correction"),
        ("Order matters for sets, vol 12, pg 33, 2019", "correction"),
        ("Retraction Note: order matters for sets", "retraction notice"),
        ("Expression of Concern: order matters", "retraction notice"),
        ("Withdrawal notice: order matters", "retraction notice"),
        ("The authors' reply", "reply"),
        ("In response to Oduya", "reply"),
        ("Rejoinder to Oduya", "reply"),
        ("Rebuttal to Oduya", "reply"),
        ("Commentary on order and its reasons", "comment"),
        ("Discussion of order and its reasons", "comment"),
        ("Remarks on order and its reasons", "comment"),
        ("Critique of order and its reasons", "comment"),
        ("Order matters: a letter to the editor", "comment"),
        ("Book review: Order and sets", "review"),
        ("Data from: Order matters for sets", "supplement"),
        ("Source code for order matters", "supplement"),
        ("Additional file 3 of Order matters for sets", "supplement"),
        ("Replication materials for order matters", "supplement"),
        ("Appendix to order matters for sets", "supplement"),
        ("Order matters for sets: online materials", "supplement"),
        ("Study protocol for a trial of order", "protocol"),
        ("Order matters for sets", ""),
    ],
)
def test_a_title_announces_what_it_is(title, mark):
    form = title_form(title)
    assert form is not None and form.mark == mark


@pytest.mark.parametrize(
    "title",
    [
        "Guest editors' introduction", "Introduction to the mini-symposium", "Preface to the proceedings", "Foreword to the issue",
        "Proceedings of the 4th Workshop", "Annual report 2019", "Minitrack on sets", "Special issue on sets",
        "Report of the treasurer", "Overview of the 2019 track on sets", "Findings of the 2020 shared task on sets",
        "Questions and answers", "State of the climate", "The harvest summary", "Weather review",
    ],
)  # fmt: skip
def test_titles_that_come_back_each_year_or_issue_are_known(title):
    form = title_form(title)
    assert form is not None and form.recurring
