"""A word spelt differently: a slip is joined, another word is asked about, in every language and field."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.made.labelled import read_labelled
from generator.config.decisions import Decisions
from generator.dedupe import find_works
from generator.dedupe.slips import is_slip
from generator.dedupe.title_words import may_be_another

KIND = "one word spelt differently"
GROUP = {"authors": "Weber, Karl; Huber, Mia", "year": 1987, "venue": "Annals of Work"}


def test_other_words_are_hardly_ever_joined_in_silence_and_slips_hardly_ever_kept_apart():
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for pair in read_labelled():
        if pair.kind == KIND:
            found = find_works([pair.left, pair.right], [], Decisions())
            counts[pair.half, pair.same, len(found.works) == 1] += 1
    assert counts["development", False, True] == 0
    assert counts["held-out", False, True] <= 1
    assert counts["development", True, False] == 0
    assert counts["held-out", True, False] <= 2
    assert sum(counts.values()) == 100


@pytest.mark.parametrize(
    ("left", "right"),
    [("ferritin", "ferrtiin"), ("metformin", "metfornin"), ("governance", "govemance"), ("landschaft", "landdchaft")],
)
def test_transposed_neighbouring_and_misread_letters_are_slips(left, right):
    assert is_slip(left, right, one_is_known=False)
    assert is_slip(right, left, one_is_known=False)
    assert not may_be_another(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("ferritin", "ferritic"), ("leistung", "leitung"), ("ferromagnetic", "ferrimagnetic"), ("wein", "wien")],
)
def test_a_letter_more_another_ending_or_another_vowel_makes_another_word(left, right):
    assert not is_slip(left, right, one_is_known=False)
    assert may_be_another(left, right)
    assert may_be_another(right, left)


def test_a_letter_lost_from_a_word_of_the_dictionary_is_a_slip():
    assert is_slip("migration", "migraton", one_is_known=True)
    assert is_slip("classification", "clasificaton", one_is_known=True)
    assert not is_slip("cytokine", "cytokinin", one_is_known=True)


@pytest.mark.parametrize("written", ["gewaesser", "gewässer", "gewasser"])
def test_an_umlaut_written_in_any_way_is_one_spelling(record, written):
    one = record("a.csv", 1, title="Trübung kleiner Gewässer nach Starkregen", **GROUP)
    other = record("b.csv", 1, title=f"Trübung kleiner {written} nach Starkregen", **GROUP)
    assert len(find_works([one, other], [], Decisions()).works) == 1


def two_of_one_group(record, *elsewhere):
    """Titles with two words that could each be the other with a slip, and others that hold these words."""
    one = record("a.csv", 1, title="Zur Geschichte der Landkarten von Lausanke", **GROUP)
    other = record("b.csv", 1, title="Zur Geschichte der Landkarten von Lausamke", **GROUP)
    others = [
        record("c.csv", n, title=title, authors=f"Kohl, R{n}", year=1950 + n) for n, title in enumerate(elsewhere, 1)
    ]
    return find_works([one, other, *others], [], Decisions())


def test_two_spellings_that_both_stand_elsewhere_are_two_words(record):
    joined = two_of_one_group(record)
    assert len(joined.works) == 1
    also_joined = two_of_one_group(record, "Wald und Weide in Lausanke", "Die Glocken von Lausanke")
    assert len(also_joined.works) == 3
    asked = two_of_one_group(record, "Wald und Weide in Lausanke", "Das alte Rathaus zu Lausamke")
    assert len(asked.works) == 4
    assert len(asked.uncertain) == 1


def test_a_spelling_that_its_own_abstract_has_is_a_word(record):
    abstract = (
        "We walked around the lakes near Lausamke and counted birds on all shores in winter and in spring of each year"
    )
    one = record("a.csv", 1, title="Birds on the frozen lakes of Lausanke", **GROUP)
    other = record("b.csv", 1, title="Birds on the frozen lakes of Lausamke", abstract=abstract, **GROUP)
    assert len(find_works([one, other], [], Decisions()).works) == 1
    elsewhere = record("c.csv", 1, title="Mills of Lausanke", authors="Kohl, R", year=1950)
    found = find_works([one, other, elsewhere], [], Decisions())
    assert len(found.works) == 3
    assert len(found.uncertain) == 1
