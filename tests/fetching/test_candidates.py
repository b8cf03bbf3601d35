from __future__ import annotations

import csv
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.commands import review_fetched
from generator.fetching.candidates import Candidate, candidates_of, written_candidates
from generator.fetching.entry import Fetched
from generator.identifiers import Identifier
from generator.names import Name
from tests.conftest import MakeProject, snapshot
from tests.services.papers import Paper
from tests.services.server import Server

ROW = "Introduction to the special issue on sets,,,"


def a_survey(project: MakeProject, services: Server) -> Path:
    return project({"bib/survey.yml": services.settings, "bib/sources/list.csv": f"title,doi,arxiv,pmid\n{ROW}\n"})


def a_candidate(folder: Path, *identifiers: Identifier) -> None:
    """A candidate for the one work of the survey."""
    (work,) = pipeline.survey_of(folder).works.values()
    facts = {"title": work.title, "year": 2010, "authors": (Name("Reed", "Lou"),)}
    entry = Fetched("reed", facts, identifiers, dict.fromkeys(facts, ("dblp", "2026-01-02")))
    text = written_candidates([Candidate(str(work.records[0].origin), entry, "authors: none to compare")])
    (folder / "bib" / "candidates.bib").write_text(text, encoding="utf-8")


def answered(folder: Path, *answers: str) -> None:
    given = iter(answers)
    survey = pipeline.survey_of(folder)
    review_fetched.run(folder, survey, lambda prompt: next(given), lambda: True)


def test_what_is_nearly_sure_becomes_a_question(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    assert main(["fetch", "--project", str(folder)]) == 0
    assert "review --fetched" in capsys.readouterr().out
    assert main(["review", "--fetched", "--project", str(folder)]) == 0
    assert "Reed, Lou" in capsys.readouterr().out


def test_a_yes_gives_the_work_its_identifier_and_the_next_fetch_its_facts(
    project: MakeProject, services: Server
) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    names = [one.entry.record.authors[0].family for one in candidates_of(folder)]
    answered(folder, *("y" if name == "Roach" else "n" for name in names))
    assert "doi: " in (folder / "bib" / "decisions.yml").read_text(encoding="utf-8")
    main(["fetch", "--project", str(folder)])
    main(["build", "--quiet", "--project", str(folder)])
    text = (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "author = {Roach, Max}" in text and "doi = {10.1234/issue.2}" in text


@pytest.mark.parametrize(
    "identifier",
    [
        Identifier("pmid", "33000007"),
        Identifier("acl", "2023.acl-long.12"),
        Identifier("pmcid", "PMC700001"),
        Identifier("openreview", "rJXMpikCZ"),
    ],
)
def test_a_yes_is_kept_by_whatever_identifier_the_candidate_has(
    project: MakeProject, services: Server, identifier: Identifier
) -> None:
    folder = a_survey(project, services)
    a_candidate(folder, identifier)
    answered(folder, "y")
    (work,) = pipeline.survey_of(folder).works.values()
    assert work.identifiers == (identifier,)
    assert str(work.choices[identifier.scheme].origin).startswith("decisions.yml")


def test_a_yes_to_what_only_pubmed_knows_brings_its_facts_with_the_next_fetch(
    project: MakeProject, services: Server
) -> None:
    title = "Introduction to the special issue on sets"
    services.papers = [
        Paper(title, ((given, family),), year, pmid=pmid, venue="Journal of Sets", journal=True)
        for given, family, year, pmid in (("Lou", "Reed", 2010, "33000008"), ("Max", "Roach", 2014, "33000009"))
    ]
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    names = [one.entry.record.authors[0].family for one in candidates_of(folder)]
    assert sorted(set(names)) == ["Reed", "Roach"]
    answered(folder, *("y" if name == "Roach" else "n" for name in names))
    main(["fetch", "--project", str(folder)])
    main(["build", "--quiet", "--project", str(folder)])
    assert "author = {Roach, Max}" in (folder / "bib" / "survey.bib").read_text(encoding="utf-8")


def test_a_yes_that_nothing_can_keep_is_said_to_be_so_and_the_question_stays_open(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    a_candidate(folder)
    answered(folder, "y")
    shown = capsys.readouterr().out
    assert "the yes cannot be kept and the question stays open" in shown and "0 decisions" in shown
    answered(folder, "n")
    answered(folder)
    assert review_fetched.NOTHING in capsys.readouterr().out


def test_a_no_is_not_asked_again(project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    answered(folder, *["n"] * len(candidates_of(folder)))
    main(["fetch", "--refresh", "--project", str(folder)])
    capsys.readouterr()
    answered(folder)
    assert review_fetched.NOTHING in capsys.readouterr().out


def test_candidates_are_no_records_of_the_survey(project: MakeProject, services: Server) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    assert len(pipeline.survey_of(folder).works) == 1
    assert not pipeline.survey_of(folder).enriching


def filled(table: Path, answers: dict[str, str]) -> None:
    """Answer the questions of a table, by the family name that the candidate has."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["answer"] = answers.get(row["candidate_authors"].partition(",")[0], "")
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def test_the_questions_can_be_answered_in_a_table(
    project: MakeProject, services: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    capsys.readouterr()
    table = tmp_path / "questions.csv"
    assert main(["review", "--fetched", "--export", str(table), "--project", str(folder)]) == 0
    assert "Wrote 2 questions" in capsys.readouterr().out
    filled(table, {"Roach": "yes", "Reed": "no"})
    assert main(["review", "--fetched", "--import", str(table), "--project", str(folder)]) == 0
    assert "1 decision added to bib/decisions.yml, 1 refused" in capsys.readouterr().out
    assert "10.1234/issue.2" in (folder / "bib" / "decisions.yml").read_text(encoding="utf-8")
    assert [one.answer for one in candidates_of(folder) if one.entry.record.authors[0].family == "Reed"] == ["no"]
    main(["fetch", "--project", str(folder)])
    assert "Roach, Max" in (folder / "bib" / "fetched.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("answer,", "reply,", "is not a table of this command"),
        ("\n,sources", "\nperhaps,sources", "`perhaps` is not an answer"),
        ("\n,sources/list", "\nyes,sources/other", "nothing is asked about sources/other"),
    ],
)
def test_a_table_that_answers_nothing_that_is_asked_is_reported_and_changes_nothing(
    project: MakeProject,
    services: Server,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    said: str,
) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    table = tmp_path / "questions.csv"
    main(["review", "--fetched", "--export", str(table), "--project", str(folder)])
    before = snapshot(folder / "bib")
    table.write_text(table.read_text(encoding="utf-8-sig").replace(old, new, 1), encoding="utf-8")
    assert main(["review", "--fetched", "--import", str(table), "--project", str(folder)]) == 1
    assert said in capsys.readouterr().err
    assert snapshot(folder / "bib") == before
