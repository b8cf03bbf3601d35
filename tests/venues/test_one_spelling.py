"""A venue that sources spell in several ways is one on the website and in the bibliography."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.language import speaking
from generator.pages.paper import rule_in_words
from tests.conftest import MakeProject

TITLES = ("Bees of roofs", "Moths at lamps", "Newts in ponds", "Owls of barns", "Voles under snow")


def venues_of(make: MakeProject, written: list[str], more: dict[str, str | bytes] | None = None) -> list[str]:
    records = (
        f"TY  - JOUR\nTI  - {title} and what they tell of winters\nAU  - {title.split()[0]}, A.\nJO  - {venue}\nPY  - 2015\nER  - \n"
        for title, venue in zip(TITLES, written, strict=False)
    )
    survey = pipeline.survey_of(make({"bib/sources/a.ris": "\n".join(records), **(more or {})}))
    return [work.venue for work in sorted(survey.works.values(), key=lambda work: work.title)]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["PLOS ONE", "PLoS ONE", "PLOS ONE"], "PLOS ONE"),
        (["Frontiers in human neuroscience", "Frontiers in Human Neuroscience"], "Frontiers in Human Neuroscience"),
        (["Statistics & Computing", "Statistics and Computing", "Statistics and Computing"], "Statistics and Computing"),
        (["ORAL ONCOLOGY", "Oral Oncology"], "Oral Oncology"),
        (["The Lancet", "Lancet", "The Lancet"], "The Lancet"),
        (["Revista de Biologia Tropical", "Revista de Biología Tropical", "Revista de Biología Tropical"], "Revista de Biología Tropical"),
        (["NeuroImage: Clinical", "NeuroImage. Clinical", "Neuroimage Clinical", "NeuroImage: Clinical"], "NeuroImage: Clinical"),
    ],
)  # fmt: skip
def test_spellings_that_differ_in_nothing_else_are_one(project: MakeProject, written: list[str], shown: str) -> None:
    assert venues_of(project, written) == [shown] * len(written)


@pytest.mark.parametrize(
    "written",
    [
        ["Physical Review A", "Physical Review B"],
        ["Journal of Physics", "Journal of Physics A"],
        ["Ecology", "Ecology Letters"],
        ["生态学报", "生物学报"],
        ["+++", "!!!"],
        ["C++ Report", "C Report", "C# Report"],
    ],
)
def test_other_names_stay(project: MakeProject, written: list[str]) -> None:
    assert venues_of(project, written) == written


def test_the_spelling_that_a_person_decided_goes_before_that_of_most(project: MakeProject) -> None:
    decision = "fields:\n  - {ref: 'sources/a.ris:1', set: {venue: PLoS ONE}, why: so it was called then}\n"
    written = ["PLOS ONE", "PLOS ONE", "PLOS ONE"]
    assert venues_of(project, written, {"bib/decisions.yml": decision}) == ["PLoS ONE"] * len(written)


def test_what_the_source_said_is_kept_beside_it(project: MakeProject) -> None:
    records = "".join(
        f"@article{{a{at}, title = {{{title} and winters}}, author = {{Ash, Bo}}, journal = {{{venue}}}, year = 2015}}\n"
        for at, (title, venue) in enumerate(zip(TITLES, ["PLOS ONE", "PLoS ONE", "PLOS ONE"], strict=False))
    )
    survey = pipeline.survey_of(project({"bib/sources/a.bib": records}))
    (choice,) = [work.choices["venue"] for work in survey.works.values() if work.title.startswith("Moths")]
    assert (choice.value, choice.original) == ("PLOS ONE", "PLoS ONE")
    assert "the spelling of most works" in choice.rule


def test_both_reasons_are_told_in_the_language_of_the_page() -> None:
    with speaking("de"):
        assert rule_in_words("verified source; the spelling of most works").endswith(
            "; die Schreibweise der meisten Arbeiten"
        )
        assert rule_in_words("decided: as it was; then").endswith(": as it was; then")
