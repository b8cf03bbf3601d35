"""Exports as the services write them, from the file to the verdict: every mark is read."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.survey import Survey
from tests.conftest import REPOSITORY, MakeProject

DATA = REPOSITORY / "tests/data/screening"
CHAIRS, DESKS, CLERKS = "Ergonomic chairs, a survey", "Standing desks and sleep", "Stretching for office clerks"
WALKS, TREADMILLS, NOISE = "Walking meetings in winter", "Treadmills under tables", "Noise in open offices"


def read(project: MakeProject, *names: str, settings: str = "") -> Survey:
    files = {f"bib/sources/{name}": (DATA / name).read_bytes() for name in names}
    return pipeline.survey_of(project({**files, "bib/survey.yml": settings}))


def marks_of(survey: Survey) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Status, stage and reasons of every work, by title."""
    kept = [(work, survey.verdicts[key]) for key, work in survey.works.items()]
    return {work.title: (v.status, v.stage, v.reasons) for work, v in (*kept, *survey.screened_out)}


@pytest.mark.parametrize("name", ["rayyan.ris", "rayyan.bib"])
def test_rayyan_in_ris_and_bibtex(project: MakeProject, name: str) -> None:
    survey = read(project, name)
    first = "title and abstract"
    assert marks_of(survey) == {
        CLERKS: ("included", first, ()),
        CHAIRS: ("excluded", first, ("no data", "wrong study design")),
        DESKS: ("conflict", first, ("wrong outcome",)),
        WALKS: ("awaiting", first, ()),
        TREADMILLS: ("unscreened", first, ()),
    }
    (clerks,) = (verdict for verdict in survey.verdicts.values() if verdict.labels)
    assert clerks.labels == ("pilot", "rct")
    assert [mark.reviewer for mark in clerks.marks] == ["Ana Sousa", "Bén"]


def test_covidence_in_ris_with_a_file_for_each_stage(project: MakeProject) -> None:
    names = [f"review_99001_{stage}_ris_20260301.ris" for stage in ("excluded", "irrelevant", "included")]
    assert marks_of(read(project, *names)) == {
        CHAIRS: ("excluded", "full text", ("Wrong study design",)),
        DESKS: ("excluded", "full text", ("Wrong outcomes",)),
        NOISE: ("excluded", "title and abstract", ()),
        CLERKS: ("included", "full text", ()),
    }


def test_colandr_with_a_status_for_each_stage(project: MakeProject) -> None:
    assert marks_of(read(project, "colandr.csv")) == {
        CHAIRS: ("included", "full text", ()),
        DESKS: ("excluded", "title and abstract", ("editorial", "wrong topic")),
        NOISE: ("excluded", "full text", ("no control",)),
        WALKS: ("awaiting", "title and abstract", ()),
    }


def test_asreview_lab_2_with_reviewer_time_tags_and_what_nobody_has_seen(project: MakeProject) -> None:
    survey = read(project, "asreview_lab2.csv")
    assert marks_of(survey) == {
        CHAIRS: ("included", "title and abstract", ()),
        DESKS: ("excluded", "title and abstract", ()),
        NOISE: ("unscreened", "title and abstract", ()),
    }
    (chairs,) = (verdict for verdict in survey.verdicts.values() if verdict.marks)
    assert [(mark.reviewer, mark.at) for mark in chairs.marks] == [("Ana", "2026-03-01 10:00:00")]
    assert chairs.labels == ("design rct",)


def test_eppi_reviewer_with_nested_codes_of_two_stages(project: MakeProject) -> None:
    survey = read(project, "eppi_reviewer.json")
    assert marks_of(survey) == {
        "Stretching for office clerks: a trial": ("included", "full text", ()),
        CHAIRS: ("excluded", "title and abstract", ("No control group",)),
        DESKS: ("excluded", "full text", ("outcome",)),
        WALKS: ("not retrieved", "retrieval", ("Not retrieved",)),
        TREADMILLS: ("awaiting", "title and abstract", ()),
        NOISE: ("excluded", "title and abstract", ()),
        "Plants on window sills": ("unscreened", "title and abstract", ()),
    }
    assert any("no coding tool of the file has (99999)" in problem.message for problem in survey.problems)


def test_a_reference_of_eppi_reviewer_is_read_whole(project: MakeProject) -> None:
    survey = read(project, "eppi_reviewer.json")
    (work,) = (work for work in survey.works.values() if work.title.startswith("Stretching"))
    assert [name.as_last_first for name in work.authors] == ["Tarn, Edda", "Miro, Jon"]
    assert (work.kind, work.year, work.venue, work.pages) == ("article", 2011, "Journal of Desk Work", "101-109")
    assert work.identifier("doi") == "10.1000/desk.2011.3"
    assert work.keywords == ("clerks", "stretching")
    assert [value for name, value in work.records[0].extra if name == "Population"] == ["Adults", "Children"]
    assert work.records[0].origin.line == 51


TAGS = "screening: {column: tags, include: [include], exclude: [/exclude]}\n"
GROUPS = "screening: {column: groups, include: [include], exclude: [/exclude]}\n"


@pytest.mark.parametrize(
    ("name", "settings"), [("zotero_tags.ris", TAGS), ("endnote.xml", TAGS), ("jabref.bib", GROUPS)]
)
def test_tags_and_groups_that_survey_yml_names_are_marks(project: MakeProject, name: str, settings: str) -> None:
    first = "title and abstract"
    assert marks_of(read(project, name, settings=settings)) == {
        CLERKS: ("included", first, ()),
        CHAIRS: ("excluded", first, ()),
        WALKS: ("unscreened", first, ()),
    }


def test_a_damaged_export_of_eppi_reviewer_loses_only_what_is_damaged(project: MakeProject) -> None:
    text = (DATA / "eppi_reviewer.json").read_text(encoding="utf-8")
    torn = text.replace('"ItemId": 77003,', '"ItemId" 77003,')
    folder = project({"bib/sources/torn.json": torn})
    survey = pipeline.survey_of(folder)
    assert DESKS not in marks_of(survey) and len(marks_of(survey)) == 6
    assert any(piece.origin.line == 73 for piece in survey.unreadable)
    cut = project({"bib/sources/torn.json": text[: text.index('"ItemId": 77005')]})
    assert {CHAIRS, DESKS, WALKS} <= set(marks_of(pipeline.survey_of(cut)))
