from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.commands import review_fetched
from generator.fetching.candidates import Candidate, candidates_of, written_candidates
from generator.fetching.entry import Fetched
from generator.identifiers import Identifier
from generator.names import Name
from tests.conftest import MakeProject
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
