"""`--quiet`: nothing but errors, and what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import COMMANDS, main, parser_of
from tests.conftest import MakeProject
from tests.fetching.runs import a_survey
from tests.services.server import Server

BIB = "@misc{moss2001, title = {Moss on the roofs of old barns}, author = {Moss, T.}, year = {2001}}\n"
BROKEN = "@misc{half, title = {Half an entry\n"


def run(folder: Path, *words: str) -> int:
    return main([*words, "--project", str(folder)])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_quiet(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser_of(command).parse_args([command, "--help"])
    assert "--quiet" in capsys.readouterr().out


def test_a_quiet_fetch_asks_and_writes_and_says_nothing(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder, "fetch", "--quiet") == 0
    assert (folder / "bib/fetched.bib").is_file()
    assert run(folder, "add", "2301.01234", "--quiet") == 0
    assert (folder / "bib/sources/added.bib").is_file()
    assert capsys.readouterr() == ("", "")


def test_an_error_is_said_all_the_same(
    project: MakeProject, services: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_survey(project, services, ",10.1234/sets.2022.7,,")
    assert run(folder, "add", "10.9999/nobody.knows", "--quiet") == 1
    out, err = capsys.readouterr()
    assert not out and err.startswith("error: no service knows") and err.count("\n") == 1


def test_a_quiet_check_says_errors_alone_and_a_clean_survey_nothing(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project({"bib/sources/a.bib": BIB})
    assert run(folder, "check", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    overview = folder / "bib/overviews/index.md"
    overview.parent.mkdir()
    overview.write_text("Barns are roofed with moss [@gone1999].\n", encoding="utf-8")
    run(folder, "check")
    assert "warning" in capsys.readouterr().out
    assert run(folder, "check", "--quiet") == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("gone1999" in line for line in lines)
    assert all(": error [" in line for line in lines)


def test_what_was_asked_for_is_said_by_a_quiet_command(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project({"bib/sources/a.bib": BIB})
    assert run(folder, "export", "--format", "bibtex", "--quiet") == 0
    out, err = capsys.readouterr()
    assert out.startswith("%") or "@misc{moss2001" in out
    assert not err


def test_a_quiet_build_says_nothing_about_records_that_it_left_out(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project({"bib/sources/a.bib": BIB + BROKEN})
    assert run(folder, "build", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
