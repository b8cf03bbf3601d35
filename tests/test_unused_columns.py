"""Columns that nothing reads are reported, one line a file, with what to write where one of them counts."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.errors import Problem
from tests.conftest import MakeProject

ROWS = "Sleep in flies,2019,Fly Biology,10.5555/fly.1,north,red\nSong of flies,2020,Fly Biology,10.5555/fly.2,,blue\n"
TABLE = f"Title,Year,Journal,DOI,Cohort,Reviewer colour\n{ROWS}"


def warnings_of(project: MakeProject, files: dict[str, str]) -> list[Problem]:
    problems = pipeline.survey_of(project(files)).problems
    return [problem for problem in problems if "nothing reads" in problem.message]


def test_the_columns_of_a_table_that_nothing_reads_are_one_note_with_an_example(project: MakeProject) -> None:
    (note,) = warnings_of(project, {"bib/sources/flies.csv": TABLE})
    assert note.level == "note"
    assert str(note).startswith("bib/sources/flies.csv: nothing reads the columns `Cohort`, `Reviewer colour` (")
    assert 'fields: {"flies.csv": {keywords: "Cohort"}}' in note.hint


@pytest.mark.parametrize(
    "settings",
    [
        "fields: {flies.csv: {keywords: Cohort, note: Reviewer colour}}\n",
        "codes: {cohort: {column: Cohort}, colour: {column: reviewer colour}}\n",
        "screening: {column: Cohort, include: [north], exclude: [south], reviewer: Reviewer colour}\n",
        "themes: {from: 'column:Cohort'}\nfields: {flies.csv: {note: Reviewer colour}}\n",
    ],
)
def test_a_column_that_the_settings_name_is_read(project: MakeProject, settings: str) -> None:
    assert warnings_of(project, {"bib/sources/flies.csv": TABLE, "bib/survey.yml": settings}) == []


@pytest.mark.parametrize(
    ("named", "column"), [("Custom 1", "C1"), ("custom1", "Custom 1"), ("User definable 2", "U2"), ("LB", "Label")]
)
def test_a_column_that_the_screening_reads_under_another_name_of_its_field_is_read(
    project: MakeProject, named: str, column: str
) -> None:
    table = f"Title,Year,DOI,{column}\nSleep in flies,2019,10.5555/fly.1,yes\nSong of flies,2020,10.5555/fly.2,no\n"
    settings = f"screening: {{column: {named}, include: ['yes'], exclude: ['no']}}\n"
    files = {"bib/sources/flies.csv": table, "bib/survey.yml": settings}
    assert len(pipeline.survey_of(project(files)).works) == 1
    assert warnings_of(project, files) == []


@pytest.mark.parametrize("column", ["asreview_label", "Covidence #", "Study_Tags", "ISSN", "Edition", "", "Author(s)"])
def test_a_column_that_the_program_knows_is_none_of_them(project: MakeProject, column: str) -> None:
    table = f"Title,Year,DOI,{column}\nSleep in flies,2019,10.5555/fly.1,1\n"
    assert warnings_of(project, {"bib/sources/flies.csv": table}) == []


def test_an_empty_column_says_nothing_and_is_not_told(project: MakeProject) -> None:
    table = "Title,Year,DOI,Cohort\nSleep in flies,2019,10.5555/fly.1,\nSong of flies,2020,10.5555/fly.2,NA\n"
    assert warnings_of(project, {"bib/sources/flies.csv": table}) == []


def test_of_many_columns_the_first_are_named(project: MakeProject) -> None:
    names = [f"Measure {number}" for number in range(12)]
    table = f"Title,DOI,{','.join(names)}\nSleep in flies,10.5555/fly.1,{','.join('x' * 12)}\n"
    (note,) = warnings_of(project, {"bib/sources/flies.csv": table})
    assert note.message.endswith("`Measure 7` and 4 more")


def test_other_fields_of_bibtex_are_no_columns(project: MakeProject) -> None:
    entry = "@article{a, title={Sleep in flies}, year=2019, cohort={north}}\n"
    assert warnings_of(project, {"bib/sources/flies.bib": entry}) == []
