"""Spaces that abstracts lost are put back by the words of the survey's other abstracts, and the choice says so."""

from __future__ import annotations

from pathlib import Path

from generator.dedupe import with_spaces
from generator.pipeline import survey_of
from generator.records import Origin
from generator.works import Choice, Work

OTHER = "We jointly learn how many birds nest."
GLUED = "The efficacy ofjointly counting birds is tested."


def test_the_original_and_what_was_parted_are_kept() -> None:
    origin = Origin("a.bib", 3)
    work = Work("Birds", (), "a", GLUED, choices={"abstract": Choice(GLUED, origin, "the longest")})
    others = (Work("Nests", (), "b", OTHER), Work("More nests", (), "c", OTHER))
    found = with_spaces((work, *others))
    assert found[0].abstract == "The efficacy of jointly counting birds is tested."
    choice = found[0].choices["abstract"]
    assert (choice.value, choice.original, choice.origin) == (found[0].abstract, GLUED, origin)
    assert choice.rule == "the longest; words parted that no other abstract runs together: of jointly"
    assert found[1:] == others


def test_a_survey_shows_no_word_that_its_other_abstracts_part() -> None:
    works = survey_of(Path(".")).works.values()
    assert with_spaces(tuple(works)) == tuple(works)
    said = [work.choices["abstract"].rule for work in works if "abstract" in work.choices]
    assert any("parted" in rule for rule in said)
