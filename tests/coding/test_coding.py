"""What reviewers coded reaches the works, and what the codebook does not know is reported and kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator import pipeline
from generator.errors import InputError
from generator.survey import Survey
from tests.conftest import MakeProject

SOURCE = """@article{a, title={Naps at work}, author={Smith, Ann}, year={2020}, journal={Sleep}, doi={10.1000/1}}
@article{b, title={Walks at school}, author={Jones, Bo}, year={2021}, journal={Gait}, doi={10.1000/2}}
@article{c, title={Songs in hospital}, author={Miller, Cy}, year={2022}, journal={Mood}, doi={10.1000/3}}
"""
CODEBOOK = """codes:
  population: {title: Population, values: [children, adults, older people], multiple: true}
  design: {title: Study design, values: [trial, cohort], multiple: false}
"""
NAPS, WALKS, SONGS = "smith2020naps", "jones2021walks", "miller2022songs"


@pytest.fixture
def survey(project: MakeProject) -> Callable[..., Survey]:
    def made(codes: str | bytes | None = None, codebook: str = CODEBOOK, **files: str) -> Survey:
        given: dict[str, str | bytes] = {"bib/sources/a.bib": SOURCE, "bib/survey.yml": codebook}
        if codes is not None:
            given["bib/codes.csv"] = codes
        return pipeline.survey_of(project({**given, **files}))

    return made


def messages_of(survey: Survey) -> list[str]:
    return [str(problem) for problem in survey.problems]


def test_a_row_codes_the_work_that_its_key_or_identifier_names(survey: Callable[..., Survey]) -> None:
    found = survey(f"work,population,design\n{NAPS},adults; children,trial\nhttps://doi.org/10.1000/2,ADULTS,\n")
    assert found.coding.of == {
        NAPS: {"population": ("children", "adults"), "design": ("trial",)},
        WALKS: {"population": ("adults",)},
    }
    assert not [text for text in messages_of(found) if "codes.csv" in text]


def test_codes_come_in_the_order_of_the_codebook_with_its_titles(survey: Callable[..., Survey]) -> None:
    found = survey(f"work,Study Design,population\n{NAPS},trial,adults\n")
    assert [(one.id, one.title, one.values) for one in found.coding.dimensions] == [
        ("code-population", "Population", ("children", "adults", "older people")),
        ("code-design", "Study design", ("trial", "cohort")),
    ]


def test_without_a_codebook_every_column_is_a_code(survey: Callable[..., Survey]) -> None:
    found = survey(f"key,title,Sample size,Country\n{NAPS},Naps,120,Chile\n10.1000/2,Walks,15,chile; Peru\n", "")
    assert [(one.title, one.values) for one in found.coding.dimensions] == [
        ("Sample size", ("15", "120")),
        ("Country", ("Chile", "Peru")),
    ]
    assert found.coding.values(WALKS, "Country") == ("Chile", "Peru")


@pytest.mark.parametrize(
    ("codes", "message", "kept"),
    [
        (
            f"work,population\n{NAPS},adults\n10.1000/2,adlts\n",
            f"bib/codes.csv:3: `adlts` is not a value of Population (work {WALKS}) (did you mean `adults`?)",
            {NAPS: {"population": ("adults",)}, WALKS: {"population": ("adlts",)}},
        ),
        (
            f"work,population\n{NAPS},adults\nsmith2020nap,children\n",
            f"bib/codes.csv:3: `smith2020nap` names no work of the survey; its codes are not used (did you mean `{NAPS}`?)",
            {NAPS: {"population": ("adults",)}},
        ),
        (
            f"work,design\n{NAPS},trial\n10.1000/1,cohort\n",
            f"bib/codes.csv:2: Study design of work {NAPS} is coded in another way at bib/codes.csv:3"
            " (correct one of the rows; all values are kept until then)",
            {NAPS: {"design": ("trial", "cohort")}},
        ),
        (
            f"work,design\n{NAPS},trial; cohort\n",
            f"bib/codes.csv:2: Study design of work {NAPS} is one value, and here are several: trial; cohort"
            " (keep one of them, or write `multiple: true` in the codebook)",
            {NAPS: {"design": ("trial", "cohort")}},
        ),
        (
            f"work,populaton\n{NAPS},adults\n",
            "bib/codes.csv:1: the codebook has no code `populaton` (did you mean `population`?)",
            {NAPS: {"populaton": ("adults",)}},
        ),
        (
            f"work,population\n{NAPS},adults\n,children\n",
            "bib/codes.csv:3: the row names no work (its first cell is a key or an identifier)",
            {NAPS: {"population": ("adults",)}},
        ),
        (
            f'work,population\n{NAPS},"adults"\n{WALKS},older people, frail\n',
            "bib/codes.csv:3: `frail` stands in no column that has a name"
            " (name the column, or put a value with a comma into quotes)",
            {NAPS: {"population": ("adults",)}},
        ),
        (
            f"work,population,population\n{NAPS},adults,children\n",
            "bib/codes.csv:1: the column `population` is there twice (the values of both are taken)",
            {NAPS: {"population": ("children", "adults")}},
        ),
    ],
    ids=["value", "work", "rows", "several", "column", "nameless", "outside", "twice"],
)
def test_what_is_wrong_is_reported_with_its_line_and_nothing_is_lost(
    survey: Callable[..., Survey], codes: str, message: str, kept: dict[str, object]
) -> None:
    found = survey(codes)
    assert message in messages_of(found)
    assert {key: dict(values) for key, values in found.coding.of.items() if key in kept} == kept


def test_a_code_that_no_column_holds_is_reported_at_its_line_of_the_codebook(survey: Callable[..., Survey]) -> None:
    found = survey(f"work,population\n{NAPS},adults\n")
    assert [text for text in messages_of(found) if "survey.yml:3" in text] == [
        "bib/survey.yml:3: no work has the code `design`: bib/codes.csv has no column `design` with values"
        " (add the column, or take the code out of the codebook)"
    ]
    assert [one.name for one in found.coding.dimensions] == ["population"]


def test_a_codebook_without_any_codes_is_reported(survey: Callable[..., Survey]) -> None:
    assert [text.partition(" (")[0] for text in messages_of(survey())] == [
        "bib/survey.yml:2: no work has the code `population`: there is no bib/codes.csv",
        "bib/survey.yml:3: no work has the code `design`: there is no bib/codes.csv",
    ]


def test_a_row_of_a_work_that_was_left_out_is_no_fault(survey: Callable[..., Survey]) -> None:
    left_out = {"bib/decisions.yml": "leave-out:\n  - {ref: 'doi:10.1000/3', why: no abstract}\n"}
    found = survey("work,population\n10.1000/3,adults\n10.1000/1,adults\n", "", **left_out)
    (problem,) = [one for one in found.problems if one.place and one.place.path == "bib/codes.csv"]
    assert (problem.level, problem.message) == ("note", "`10.1000/3` is a work that was left out")


def test_a_code_may_come_from_a_column_of_the_sources(project: MakeProject) -> None:
    codebook = "codes:\n  design: {title: Design, column: Study design, values: [trial, cohort]}\n"
    table = "title,year,doi,Study design\nNaps,2020,10.1000/1,Trial\nWalks,2021,10.1000/2,survey\nSongs,2022,10.1000/3,trial\n"
    files: dict[str, str | bytes] = {
        "bib/sources/t.csv": table,
        "bib/survey.yml": codebook,
        "bib/codes.csv": "work,Design\n10.1000/3,cohort\n",
    }
    found = pipeline.survey_of(project(files))
    (design,) = found.coding.dimensions
    values = {found.works[key].title: one["design"] for key, one in found.coding.of.items()}
    assert values == {"Naps": ("trial",), "Walks": ("survey",), "Songs": ("cohort",)}
    assert design.values == ("trial", "cohort", "survey")
    assert any(text.startswith("bib/sources/t.csv:3: `survey` is not a value of Design") for text in messages_of(found))


def test_a_column_is_found_whichever_apostrophe_its_name_has(project: MakeProject) -> None:
    codebook = 'codes:\n  method: {column: "Méthode d\'étude"}\n'
    files: dict[str, str | bytes] = {
        "bib/sources/t.csv": "title,year,doi,Méthode d’étude\nNaps,2020,10.1000/1,essai\n",
        "bib/survey.yml": codebook,
    }
    (method,) = pipeline.survey_of(project(files)).coding.dimensions
    assert method.values == ("essai",)


@pytest.mark.parametrize("text", [f"work;population\n{NAPS};adults\n", f"\ufeffwork\tpopulation\r\n{NAPS}\tadults\r\n"])
def test_a_table_of_another_spreadsheet_program_is_read(survey: Callable[..., Survey], text: str) -> None:
    assert survey(text).coding.of == {NAPS: {"population": ("adults",)}}


def test_a_file_that_is_no_table_is_refused_with_its_line(survey: Callable[..., Survey]) -> None:
    with pytest.raises(InputError, match=r"bib/codes\.csv:3: cannot be read as CSV"):
        survey(f'work,population\n{NAPS},adults\n{WALKS},"chil"dren\n')


@pytest.mark.parametrize(
    ("codebook", "message"),
    [
        ("codes:\n  design: {values: trial}\n", "codes.design.values must be a list"),
        ("codes:\n  design: {multipel: true}\n", "did you mean `multiple`"),
        ("codes:\n  design: {multiple: some}\n", "codes.design.multiple must be true or false"),
    ],
)
def test_a_codebook_that_cannot_be_followed_is_refused(
    survey: Callable[..., Survey], codebook: str, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        survey(None, codebook)


def test_words_that_yaml_takes_for_truth_are_values(survey: Callable[..., Survey]) -> None:
    found = survey(f"work,blinded\n{NAPS},Yes\n{WALKS},no\n", "codes:\n  blinded: {values: [yes, no]}\n")
    assert [found.coding.values(key, "blinded") for key in (NAPS, WALKS)] == [("yes",), ("no",)]
    assert not messages_of(found) or not [text for text in messages_of(found) if "is not a value" in text]
