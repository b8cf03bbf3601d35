"""`upgrade` of a project that somebody else prepared: nothing outside is read or written, and nothing is waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import MakeProject
from tests.hostile_files import make_huge

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes are made")
READ = (".gitignore", "requirements.txt", "mkdocs.yml", "bib/survey.yml")
WRITTEN_IN = (".github", ".github/workflows", ".github/ISSUE_TEMPLATE", "bib/sources")
IN_THE_WAY: dict[str, Callable[[Path, Path], None]] = {
    "link to a file outside": lambda place, outside: place.symlink_to(outside / "secret"),
    "link to a folder outside": lambda place, outside: place.symlink_to(outside),
    "link to nothing outside": lambda place, outside: place.symlink_to(outside / "new"),
    "link to itself": lambda place, outside: place.symlink_to(place.name),
    "device": lambda place, outside: place.symlink_to("/dev/zero"),
    "pipe": lambda place, outside: os.mkfifo(place),
}
READ_ALONE = {"folder": lambda place, outside: place.mkdir(), "huge file": lambda place, outside: make_huge(place)}


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret").write_text("a token\n", encoding="utf-8")
    return folder


def upgraded(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of the one thing at fault."""
    assert main(["upgrade", "--yes", "--project", str(folder)]) == 1
    said = capsys.readouterr()
    assert "a token" not in said.out + said.err
    (line,) = said.err.strip().splitlines()
    return line


@pytest.mark.parametrize("what", [*IN_THE_WAY, *READ_ALONE])
@pytest.mark.parametrize("path", READ)
def test_what_stands_in_the_place_of_a_file_is_refused(
    project: MakeProject, outside: Path, capsys: pytest.CaptureFixture[str], path: str, what: str
) -> None:
    folder = project({"bib/survey.yml": "title: Frogs\n"})
    place = folder / path
    place.unlink(missing_ok=True)
    {**IN_THE_WAY, **READ_ALONE}[what](place, outside)
    assert upgraded(folder, capsys).startswith(f"error: {path}: is ")
    assert sorted(os.listdir(outside)) == ["secret"]
    assert (outside / "secret").read_text(encoding="utf-8") == "a token\n"


@pytest.mark.parametrize("what", IN_THE_WAY)
@pytest.mark.parametrize("path", WRITTEN_IN)
def test_what_stands_in_the_place_of_a_folder_is_refused(
    project: MakeProject, outside: Path, capsys: pytest.CaptureFixture[str], path: str, what: str
) -> None:
    folder = project({"bib/survey.yml": "title: Frogs\n"})
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir():
        place.rmdir()
    IN_THE_WAY[what](place, outside)
    assert upgraded(folder, capsys).startswith(f"error: {path}: is ")
    assert sorted(os.listdir(outside)) == ["secret"]


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_what_a_person_put_where_a_new_file_would_come_stays(project: MakeProject, outside: Path, what: str) -> None:
    folder = project({"bib/survey.yml": "title: Frogs\n"})
    IN_THE_WAY[what](folder / "README.md", outside)
    kind = os.lstat(folder / "README.md").st_mode
    assert main(["upgrade", "--yes", "--project", str(folder)]) == 0
    assert os.lstat(folder / "README.md").st_mode == kind
    assert sorted(os.listdir(outside)) == ["secret"]


@pytest.mark.parametrize("version", ["\x1b[2J", "9" * 5000, "9" * 5000 + ".0", "1.0\n\x1b]0;x\x07", "٣.٤", "1.0; rm"])
def test_a_version_that_is_none_reaches_no_terminal_and_no_file(
    project: MakeProject, capsys: pytest.CaptureFixture[str], version: str
) -> None:
    shown = version.encode("unicode_escape").decode()
    folder = project({"bib/survey.yml": f'title: Frogs\ngenerator: "{shown}"\n', "requirements.txt": f"x=={version}\n"})
    assert main(["upgrade", "--yes", "--project", str(folder)]) == 1
    said = "".join(capsys.readouterr())
    assert "bib/survey.yml:2: " in said
    assert "\x1b" not in said and len(said) < 2000
    assert not (folder / "README.md").exists()
