from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.commands import review_fetched
from tests.services.server import Server

Make = Callable[..., Path]
ROW = "Introduction to the special issue on sets,,,"


def a_survey(project: Make, services: Server) -> Path:
    return project({"bib/survey.yml": services.settings, "bib/sources/list.csv": f"title,doi,arxiv,pmid\n{ROW}\n"})


def answered(folder: Path, *answers: str) -> None:
    given = iter(answers)
    survey = pipeline.survey_of(folder)
    review_fetched.run(folder, survey, lambda prompt: next(given), lambda: True)


def test_what_is_nearly_sure_becomes_a_question(
    project: Make, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services)
    assert main(["fetch", "--project", str(folder)]) == 0
    assert "review --fetched" in capsys.readouterr().out
    assert main(["review", "--fetched", "--project", str(folder)]) == 0
    assert "Reed, Lou" in capsys.readouterr().out


def test_a_yes_gives_the_work_its_identifier_and_the_next_fetch_its_facts(project: Make, services: Server) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    names = [one.entry.record.authors[0].family for one in review_fetched.candidates_of(folder)]
    answered(folder, *("y" if name == "Roach" else "n" for name in names))
    assert "doi: " in (folder / "bib" / "decisions.yml").read_text(encoding="utf-8")
    main(["fetch", "--project", str(folder)])
    main(["build", "--quiet", "--project", str(folder)])
    text = (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "author = {Roach, Max}" in text and "doi = {10.1234/issue.2}" in text


def test_a_no_is_not_asked_again(project: Make, services: Server, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    answered(folder, *["n"] * len(review_fetched.candidates_of(folder)))
    main(["fetch", "--refresh", "--project", str(folder)])
    capsys.readouterr()
    answered(folder)
    assert review_fetched.NOTHING in capsys.readouterr().out


def test_candidates_are_no_records_of_the_survey(project: Make, services: Server) -> None:
    folder = a_survey(project, services)
    main(["fetch", "--project", str(folder)])
    assert len(pipeline.survey_of(folder).works) == 1
    assert not pipeline.survey_of(folder).enriching
