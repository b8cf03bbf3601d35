"""What the world does, what others studied and what describes a sample or a text is neither gist nor result."""

from __future__ import annotations

import pytest

from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal

CUSTOMS = [
    "Using wooden moulds, bricks are pressed by hand in most villages.",
    "By means of kites, storms were foretold before the age of balloons.",
    "With the aid of yeast, dough is raised overnight in bakeries.",
    "Relying on dogs, truffles are found under old oaks.",
    "Four long trials tested garlic against colds and gave mixed results.",
    "Three surveys of millers compared wind with water in the 1920s.",
    "Pupils watched a play about bricks in many schools.",
    "Older adults learned the names of bricks faster than the young.",
    "Bricks are fired with the help of peat in order to test the clay.",
    "The shrinkage of bricks was studied by Vitruvius.",
    "The weight of a brick lets us estimate the age of its wall.",
]


@pytest.mark.parametrize("custom", CUSTOMS)
@pytest.mark.parametrize(
    "own",
    [
        "We analyse the marks of 4,000 bricks from nine kilns in Flanders.",
        "We replicate the firing of nine kinds of clay in a small kiln.",
        "This paper surveys how nine kinds of clay were fired in Flanders.",
        "The authors compare nine kinds of clay from kilns in Flanders.",
    ],
)
def test_what_nobody_named_does_stands_behind_what_the_authors_do(custom: str, own: str) -> None:
    abstract = f"{custom} Little was written of it. {own}"
    assert gist(abstract, "Bricks") == own
    assert proposal(abstract, "Bricks") == own.rstrip(".")


@pytest.mark.parametrize(
    "custom",
    [
        "Using wooden moulds, bricks are pressed by hand.",
        "With the help of peat, bread is baked in most villages.",
        "Children watched plays about bricks every spring.",
        "Two large trials compared garlic with onions and found inconsistent results.",
    ],
)
def test_a_custom_of_the_world_is_no_act_where_nobody_acts_either(custom: str) -> None:
    assert proposal(f"{custom} Nobody knows why it is so.", "Bricks") == ""


@pytest.mark.parametrize(
    "done",
    [
        "A five-year field trial at two kilns compared peat with coal.",
        "Using the ledgers of 72 kilns, the price of bricks is quantified.",
        "The kilns of 1540 are reconstructed on the basis of tithe maps.",
        "Volunteers in four experiments rated 900 walls for their colour.",
        "In this paper, by means of ledgers, the price of bricks is followed through three wars.",
    ],
)
@pytest.mark.parametrize(
    "later",
    [
        "We found that coal was cheaper.",
        "We discuss what this means for kilns.",
        "Coal was cheaper in all years.",
    ],
)
def test_what_a_study_does_counts_where_its_authors_only_find_or_discuss(done: str, later: str) -> None:
    assert gist(f"Bricks were cheap. {done} {later}", "Bricks") == done


def test_what_was_made_in_this_work_counts_beside_what_its_authors_do() -> None:
    made = "The kiln developed in this research fires bricks without smoke."
    assert gist(f"Kilns smoke. {made} We fired 900 bricks in it.", "A kiln without smoke for bricks") == made


CHANGE = "Prices of clay fell by a third."


@pytest.mark.parametrize(
    "described",
    [
        "The potters were paid 30 crowns each.",
        "Only kilns with two chambers were included.",
        "Twelve potters were not recruited before May.",
        "Interviews took about two long hours.",
        "Every potter signed written consent before the first of two talks.",
        "Part two tells the tale of clay and part three its most recent uses.",
        "The first two chapters were on clay and only the last was on fire.",
        "Section IV had the most tables of all.",
        "A kiln is cold if it has fewer flames than two in an hour.",
        "A pot with only one ear is called a jug.",
        "Heat is defined as more than 300 degrees.",
    ],
)
def test_what_describes_the_sample_or_the_text_is_no_result(described: str) -> None:
    abstract = f"Clay is old. We interviewed potters in Devon. {described}"
    assert headline_result(abstract) == ""
    assert headline_result(f"{abstract} {CHANGE}") == CHANGE


@pytest.mark.parametrize("counted", ["The potters had nine sons.", "Seven of the potters were from old families."])
def test_a_change_told_later_goes_before_what_only_counts(counted: str) -> None:
    abstract = f"Clay is old. We interviewed potters in Devon. {counted}"
    assert headline_result(f"{abstract} {CHANGE}") == CHANGE


def test_what_only_counts_is_told_where_no_change_is() -> None:
    counted = "Seven of the potters were from old families."
    assert headline_result(f"Clay is old. We interviewed potters in Devon. {counted}") == counted


def test_who_was_excluded_from_something_is_a_result() -> None:
    found = "Women were excluded from all guilds but two."
    assert headline_result(f"Guilds are old. We read the ledgers of guilds. {found}") == found


def test_what_came_out_of_trials_of_others_is_no_result() -> None:
    others = "Two large trials compared peat with coal. Half of the kilns cracked in winter."
    assert headline_result(f"{others} We pooled the ledgers of both trials for potters.") == ""
