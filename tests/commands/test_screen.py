"""`screen`: deciding on the terminal, in another program, and by several reviewers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.commands.screen import everything, status
from generator.commands.screen_session import Session
from generator.commands.screen_tables import table
from generator.config.screening_files import TeamMark, read_screening, written
from generator.errors import InputError
from generator.survey import Survey

ABOUT = {"bells": "Church bells warn of avalanches in mountain villages", "soup": "Recipes of soup for glacier huts"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    rows = [
        f"@article{{w{n}, title={{{'Bells' if n % 2 else 'Soup'} number {n} and what came of it}}, year={{{2000 + n}}},"
        f" doi={{10.5555/w{n}}}, abstract={{{ABOUT['bells' if n % 2 else 'soup']}, part {n}.}}}}"
        for n in range(1, 9)
    ]
    (tmp_path / "bib/sources").mkdir(parents=True)
    (tmp_path / "bib/survey.yml").write_text("title: Bells\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Bells\n", encoding="utf-8")
    (tmp_path / "bib/sources/a.bib").write_text("\n\n".join(rows), encoding="utf-8")
    return tmp_path


def sitting(survey: Survey, answers: Iterator[str], reviewer: str = "ana") -> list[tuple[str, str, str]]:
    works = everything(survey)
    kept: list[TeamMark] = []
    waiting = [place for place, one in enumerate(works) if one[1].is_open]
    session = Session(works, waiting, survey, kept.append, kept.remove)
    marks = session.asked(lambda prompt: next(answers, "q"), reviewer, "title and abstract")
    assert marks == kept
    return [(mark.title.split()[0], mark.decision, mark.reason) for mark in marks]


def test_answers_are_kept_with_their_reasons_and_can_be_taken_back(project: Path) -> None:
    survey = pipeline.survey_of(project)
    given = iter(["i", "e wrong topic", "u", "E", "what?", "m", "l", "q"])
    assert sitting(survey, given) == [("Bells", "include", ""), ("Soup", "exclude", ""), ("Bells", "undecided", "")]


def test_what_is_likelier_comes_first_once_both_answers_were_given(project: Path) -> None:
    survey = pipeline.survey_of(project)
    seen = [title for title, _, _ in sitting(survey, iter(["i", "e", "i", "e", "i", "i", "e", "e"]))]
    assert seen[5:6] == ["Bells"], "after five decisions the last work on bells comes before the soups that are left"


def test_a_reviewers_file_decides_at_the_next_build(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    survey = pipeline.survey_of(project)
    assert len(survey.works) == 8
    assert not survey.is_screened
    (project / "bib/screening").mkdir()
    (project / "bib/screening/Ana.csv").write_text(
        "ref,decision,stage,reason,at,title\ndoi:10.5555/w2,exclude,title and abstract,about soup,,\n"
        "doi:10.5555/w1,include,,,,\nw4,exclude,full text,no data,,\ndoi:10.5555/none,include,,,,\nx,perhaps,,,,\n",
        encoding="utf-8",
    )
    screened = pipeline.survey_of(project)
    assert sorted(screened.works) == sorted(
        set(survey.works) - {"w2", "w4"} - {key for key in survey.works if "2002" in key or "2004" in key}
    )
    assert {piece.reason for piece in screened.left_out} == {"about soup", "no data"}
    messages = [str(problem) for problem in screened.problems]
    assert any("bib/screening/Ana.csv:5" in line and "names no work" in line for line in messages)
    assert any("bib/screening/Ana.csv:6" in line and "`perhaps` is not a decision" in line for line in messages)


def test_two_reviewers_who_disagree_leave_a_conflict_and_the_agreement_is_reported(project: Path) -> None:
    (project / "bib/screening").mkdir()
    head = "ref,decision,stage,reason,at,title\n"
    rows = {"Ana": "iiiieeee", "Ben": "iiieeeei"}
    for name, answers in rows.items():
        lines = [f"doi:10.5555/w{n},{'include' if one == 'i' else 'exclude'},,,,\n" for n, one in enumerate(answers, 1)]
        (project / f"bib/screening/{name}.csv").write_text(head + "".join(lines), encoding="utf-8")
    survey = pipeline.survey_of(project)
    assert len(survey.undecided) == 2
    lines = status(survey)
    assert "      2  conflict" in lines
    assert "Ana and Ben agree on 6 of 8 works (Cohen's kappa 0.50)" in lines


@pytest.mark.parametrize("form", ["csv", "asreview", "rayyan"])
def test_a_table_that_goes_out_comes_back_with_its_decisions(project: Path, form: str) -> None:
    survey = pipeline.survey_of(project)
    works = [work for work, _ in everything(survey)]
    rows = list(csv.DictReader(io.StringIO(table(form, works).removeprefix("\ufeff"))))
    assert len(rows) == 8
    for number, row in enumerate(rows):
        included = number < 3
        if form == "csv":
            row.update(decision="include" if included else "exclude", reason="" if included else "soup, mostly")
        elif form == "asreview":
            row.update(included="1" if included else "0")
        else:
            word = "Included" if included else "Excluded"
            row["notes"] = f'RAYYAN-INCLUSION: {{"Ana"=>"{word}"}}' + (
                "" if included else " | RAYYAN-EXCLUSION-REASONS: soup"
            )
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    (project / "back.csv").write_text(out.getvalue(), encoding="utf-8")
    assert main(["screen", "--project", str(project), "--reviewer", "Cleo", "--import", str(project / "back.csv")]) == 0
    marks, problems = read_screening(project)
    assert not problems
    assert {mark.reviewer for mark in marks} == {"Ana" if form == "rayyan" else "Cleo"}
    assert len(pipeline.survey_of(project).works) == 3


def test_a_table_without_decisions_or_for_other_works_is_refused(project: Path) -> None:
    (project / "empty.csv").write_text("title,decision\nBells,\n", encoding="utf-8")
    (project / "foreign.csv").write_text("title,decision,year\nSomething else,include,1999\n", encoding="utf-8")
    for name in ("empty.csv", "foreign.csv"):
        assert main(["screen", "--project", str(project), "--import", str(project / name)]) == 1
    assert not (project / "bib/screening").exists()


def test_a_reviewers_file_reads_back_as_it_was_written(project: Path) -> None:
    text = 'ref,decision,stage,reason,at,title\ndoi:10.1/x,exclude,full text,"a, b ""c""",2026-01-01,"T, T"\n'
    (project / "bib/screening").mkdir()
    (project / "bib/screening/a b.csv").write_text(text, encoding="utf-8")
    marks, _ = read_screening(project)
    assert written(marks) == text


@pytest.mark.parametrize("name", ["../x", "", ".hidden", "a/b"])
def test_a_reviewers_name_stays_in_the_folder(project: Path, name: str) -> None:
    code = main(["screen", "--project", str(project), "--reviewer", name or " ", "--status"])
    assert code == 1
    with pytest.raises(InputError):
        from generator.config.screening_files import reviewer_file

        reviewer_file(name)


@pytest.fixture
def at_a_terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Runs `screen` with what is typed, and gives what the reviewer's file says at each question: decisions by title."""

    def screened(*typed: str, options: Sequence[str] = ()) -> list[str]:
        stood: list[str] = []
        given = iter(typed)

        def ask(prompt: str) -> str:
            marks = [mark for mark in read_screening(project)[0] if mark.reviewer == "ana"]
            stood.append(" ".join(f"{mark.ref[-2:]}:{mark.decision}" for mark in marks))
            return next(given, "q")

        monkeypatch.setattr("builtins.input", ask)
        monkeypatch.setattr("sys.stdin", io.StringIO())
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        assert main(["screen", "--project", str(project), "--reviewer", "ana", *options]) == 0
        return stood

    return screened


def test_each_decision_is_in_the_file_before_the_next_is_asked(at_a_terminal: Callable[..., list[str]]) -> None:
    assert at_a_terminal("i", "e soup", "u", "l", "q") == [
        "",
        "w1:include",
        "w1:include w2:exclude",
        "w1:include",
        "w1:include",
    ]


def test_what_is_taken_back_is_as_it_was_before_the_sitting(
    project: Path, at_a_terminal: Callable[..., list[str]]
) -> None:
    at_a_terminal("m", "m", "q")
    file = project / "bib/screening/ana.csv"
    before = file.read_text(encoding="utf-8")
    assert before.count("undecided") == 2
    stood = at_a_terminal("i", "u", "q")
    assert "include" in stood[1]
    assert file.read_text(encoding="utf-8") == before


def test_a_second_reviewer_is_told_how_to_decide_on_what_the_first_has_decided(
    project: Path, at_a_terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    works = len(pipeline.survey_of(project).works)
    at_a_terminal(*["i"] * works)
    at_a_terminal("q")
    assert "`--all` asks for a second opinion" in capsys.readouterr().out
    at_a_terminal("q", options=["--all"])
    assert "second opinion" not in capsys.readouterr().out
