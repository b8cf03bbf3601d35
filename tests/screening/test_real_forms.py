"""Exports of screening programs in the forms in which teams keep them: marks, reasons, and a flow that adds up."""

from __future__ import annotations

import csv
import io

import pytest

from generator import pipeline
from generator.flow import Flow
from generator.survey import Survey
from tests.conftest import MakeProject

OTTERS, BEES, BATS, DOGS = (
    "Alpha otters in cold rivers",
    "Beta bees on urban roofs",
    "Gamma bats",
    "Delta dogs in parks",
)
FIRST, FULL = "title and abstract", "full text"
COVIDENCE = [
    "Title",
    "Authors",
    "Abstract",
    "Published Year",
    "Journal",
    "DOI",
    "Covidence #",
    "Study",
    "Notes",
    "Tags",
]
EXTRACTED = ["Covidence #", "Study ID", "Title", "Reviewer Name", "Design"]


def table(*rows: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def covidence(title: str, notes: str = "", tags: str = "") -> str:
    row = [title, "Roe, Ann; Doe, Bo", "We look.", "2019", "Animals", "", f"#{len(title)}", "Roe 2019", notes, tags]
    return table(COVIDENCE, row)


def marks_of(survey: Survey) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Status, stage and reasons of every work, by title; the flow adds up on the way."""
    assert_adds_up(survey.passage)
    kept = [(work, survey.verdicts[key]) for key, work in survey.works.items()]
    return {work.title: (v.status, v.stage, v.reasons) for work, v in (*kept, *survey.screened_out)}


def assert_adds_up(flow: Flow) -> None:
    count = flow.count
    before = sum(count(box) for box in ("duplicates", "automatic", "set-aside", "left-out", "not-screened"))
    read = count("included") - count("included-early") - count("included-unread")
    assert count("identified") == before + count("screened")
    assert count("screened") == sum(count(box) for box in ("excluded", "open", "included-early", "sought"))
    assert count("sought") == sum(
        count(box) for box in ("not-retrieved", "open-retrieval", "included-unread", "assessed")
    )
    assert count("assessed") == count("excluded-full-text") + count("open-full-text") + read


def test_a_stage_of_covidence_downloaded_twice_counts_once(project: MakeProject) -> None:
    name = "bib/sources/review_99001_irrelevant_csv_20260301120000"
    files = {f"{name}.csv": covidence(OTTERS), f"{name} (1).csv": covidence(OTTERS)}
    survey = pipeline.survey_of(project(files))
    assert marks_of(survey) == {OTTERS: ("excluded", FIRST, ())}
    assert survey.passage.count("duplicates") == 1


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("sleep_review_211650_excluded_csv_20240303130126.csv", ("excluded", FULL, ())),
        ("review_211650_irrelevant_csv_20240303130126_processed.csv", ("excluded", FIRST, ())),
        ("irrelevant.csv", ("excluded", FIRST, ())),
        ("Included studies.csv", ("included", FULL, ())),
        ("covidence excluded at title and abstract.csv", ("excluded", FIRST, ())),
        ("irrelevant/march.csv", ("excluded", FIRST, ())),
        ("covidence-select.csv", ("awaiting", FULL, ())),
        ("included and excluded.csv", ("unscreened", FIRST, ())),
        ("inclusion.csv", ("unscreened", FIRST, ())),
    ],
)
def test_the_stage_of_covidence_is_known_by_the_files_own_name(
    project: MakeProject, file: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    other = {"bib/sources/review_99001_irrelevant_csv_1.csv": covidence(DOGS)}
    found = marks_of(pipeline.survey_of(project({f"bib/sources/{file}": covidence(OTTERS), **other})))
    assert found == {OTTERS: expected, DOGS: ("excluded", FIRST, ())}


def test_the_name_of_another_programs_table_decides_nothing(project: MakeProject) -> None:
    survey = pipeline.survey_of(project({"bib/sources/excluded.csv": table(["Title", "Year"], [OTTERS, "2019"])}))
    assert [verdict.status for verdict in survey.verdicts.values()] == ["unscreened"]


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ("Exclusion reason: Wrong comparator (drug; dose); Ann (2026-01-03 21:02:13)(Select): x; ", "(drug; dose)"),
        ("Exclusion reason: Wrong comparator; Ann (2026-01-03 21:02:13)(Select): no (really; ", ""),
        ("Bo (2026-01-02 08:00:00)(Screen): unsure; Exclusion reason: Wrong comparator, or none; ", ", or none"),
        ("Exclusion reason: Wrong comparator (pilot; ", " (pilot"),
    ],
)
def test_covidences_reason_ends_where_the_next_note_begins(project: MakeProject, notes: str, reason: str) -> None:
    survey = pipeline.survey_of(project({"bib/sources/a.csv": covidence(OTTERS, notes)}))
    whole = f"Wrong comparator {reason.strip()}" if reason.startswith("(") else f"Wrong comparator{reason}"
    assert marks_of(survey) == {OTTERS: ("excluded", FULL, (whole,))}


def test_the_works_in_covidences_extracted_data_are_included(project: MakeProject) -> None:
    rows = [["4", "Roe 2019", OTTERS, name, "RCT"] for name in ("Ann", "Bo", "Consensus")]
    files = {"bib/sources/review_283729_20240320131759.csv": table(EXTRACTED, *rows, ["5", "D 2020", BEES, "Bo", ""])}
    survey = pipeline.survey_of(project(files))
    assert marks_of(survey) == {OTTERS: ("included", FULL, ()), BEES: ("included", FULL, ())}
    assert survey.passage.count("duplicates") == 2


def test_what_covidence_and_rayyan_add_beside_a_reference_is_no_unread_column(project: MakeProject) -> None:
    rayyan = table(["key", "title", "year", "month", "day", "notes"], ["rayyan-1", BEES, "2019", "1", "1", ""])
    files = {"bib/sources/a.csv": covidence(OTTERS), "bib/sources/articles.csv": rayyan}
    problems = pipeline.survey_of(project(files)).problems
    assert not [problem for problem in problems if "nothing reads" in problem.message]


@pytest.mark.parametrize("name", ["I/E/D/S flag", "I/E/D/S"])
def test_the_flag_of_a_table_of_eppi_reviewer_is_a_mark(project: MakeProject, name: str) -> None:
    rows = [["1", "R (2019)", OTTERS, "I"], ["2", "R (2020)", BEES, "E"], ["3", "D", BATS, "S"], ["4", "D", DOGS, "D"]]
    text = table(["ITEM_ID", "Short Title", "Full title", name], *rows)
    assert marks_of(pipeline.survey_of(project({"bib/sources/eppi.csv": text}))) == {
        OTTERS: ("unscreened", FIRST, ()),
        BEES: ("excluded", FIRST, ()),
        BATS: ("excluded", FIRST, ("a duplicate in EPPI-Reviewer",)),
        DOGS: ("excluded", FIRST, ("deleted in EPPI-Reviewer",)),
    }


def test_distillers_rows_by_reviewer_become_votes_on_one_work(project: MakeProject) -> None:
    head = ["Refid", "User", "Author", "Title", "Year", "1. Is this relevant?", "2. Reason for exclusion"]
    said = [
        ("1", "ann", OTTERS, "Yes", ""), ("1", "bo", OTTERS, "Yes", ""),
        ("2", "ann", BEES, "No", "Wrong population"), ("2", "bo", BEES, "No", "Wrong population"),
        ("3", "ann", BATS, "Yes", ""), ("3", "bo", BATS, "No", "Not English"),
        ("4", "ann", DOGS, "Can't tell", ""),
    ]  # fmt: skip
    rows = [[ref, user, "Roe, A.", title, "2019", word, why] for ref, user, title, word, why in said]
    settings = (
        'screening: {column: "1. Is this relevant?", include: ["Yes"], exclude: ["No"], maybe: ["Can\'t tell"], '
        'reason: "2. Reason for exclusion", reviewer: User}\n'
    )
    survey = pipeline.survey_of(project({"bib/sources/distiller.csv": table(head, *rows), "bib/survey.yml": settings}))
    assert marks_of(survey) == {
        OTTERS: ("included", FIRST, ()),
        BEES: ("excluded", FIRST, ("Wrong population",)),
        BATS: ("conflict", FIRST, ("Not English",)),
        DOGS: ("awaiting", FIRST, ()),
    }
    assert survey.passage.count("duplicates") == 3


def test_rayyans_notes_in_one_or_several_fields_of_ris(project: MakeProject) -> None:
    notes = {
        OTTERS: ['RAYYAN-INCLUSION: {"Ana"=>"Included"}', "RAYYAN-LABELS: RCT"],
        BEES: ['RAYYAN-INCLUSION: {"Ana"=>"Excluded"}', "RAYYAN-EXCLUSION-REASONS: wrong outcome"],
        BATS: ['Erratum. RAYYAN-INCLUSION: {"Ana \\"A\\" Sousa"=>"Excluded", "Bo"=>"Maybe"} | RAYYAN-LABELS: x'],
    }
    text = "".join(
        f"TY  - JOUR\nTI  - {title}\nAU  - Roe, Ann\nPY  - 2019\n{''.join(f'N1  - {one}{chr(10)}' for one in said)}ER  - \n\n"
        for title, said in notes.items()
    )
    assert marks_of(pipeline.survey_of(project({"bib/sources/articles.ris": text}))) == {
        OTTERS: ("included", FIRST, ()),
        BEES: ("excluded", FIRST, ("wrong outcome",)),
        BATS: ("awaiting", FIRST, ()),
    }
