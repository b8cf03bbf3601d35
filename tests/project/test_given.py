"""Files that a person names on the command line, and what the program keeps for itself: never a way out, never
without end.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import InputError
from generator.project.given import read_given_text
from tests.conftest import snapshot
from tests.project.surveys import FIRST, make, run

READING = {
    "review": ("review", "--import"),
    "review --themes": ("review", "--themes", "--import"),
    "screen": ("screen", "--reviewer", "ann", "--import"),
    "add": ("add",),
}
WRITING = {
    "review": ("review", "--export"),
    "screen": ("screen", "--export"),
    "themes propose": ("themes", "propose", "--output"),
    "export": ("export", "--format", "bibtex", "--output"),
}


def endless(file: Path) -> None:
    """A hole: it takes no space."""
    file.touch()
    os.truncate(file, 10**10)


KINDS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "device": lambda file: file.symlink_to("/dev/zero"),
    "folder": lambda file: file.mkdir(),
    "link that leads nowhere": lambda file: file.symlink_to(file.parent / "nothing"),
    "nothing": lambda file: None,
    "loop": lambda file: file.symlink_to(file),
    "endless": endless,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    settings = f"{FIRST['bib/survey.yml']}fetch: {{email: a@example.org}}\n"
    return make(tmp_path / "project", {**FIRST, "bib/survey.yml": settings})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", READING)
def test_what_is_no_file_is_not_read(
    project: Path, tmp_path: Path, command: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "given.pdf"
    KINDS[kind](file)
    assert main([*READING[command], str(file), "--project", str(project)]) == 1
    assert "given.pdf: " in capsys.readouterr().err
    assert set(snapshot(project)) - set(FIRST) <= {".survey/lock"}


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
@pytest.mark.parametrize("command", WRITING)
def test_what_is_no_file_is_not_written_to(
    project: Path, tmp_path: Path, command: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "given"
    KINDS[kind](file)
    assert main([*WRITING[command], str(file), "--project", str(project)]) == 1
    assert "given" in capsys.readouterr().err
    assert sorted(os.listdir(tmp_path)) == ["given", "project"]


def test_a_link_that_a_person_names_leads_where_it_leads(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/answers.csv").write_text("primary,ref\nsets,a.bib:1\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "elsewhere/answers.csv")
    assert run(project, "review", "--themes", "--import", str(tmp_path / "link.csv"))[0] == 0
    assert "a.bib:1" in (project / "bib/decisions.yml").read_text(encoding="utf-8")


def test_text_of_another_encoding_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"primary,ref\nsets,\xff\n")
    with pytest.raises(InputError, match=r"a\.csv:2: is not UTF-8 text \(save it as UTF-8\)"):
        read_given_text(tmp_path / "a.csv")


@pytest.mark.parametrize("path", ["lock", "answers.sqlite", "answers.sqlite-journal", "answers.sqlite-wal", "refresh"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_fetch_keeps_is_no_way_out(project: Path, tmp_path: Path, path: str, kind: str) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"mine")
    (project / ".survey/fetch").mkdir(parents=True)
    place = project / ".survey/fetch" / path
    if kind == "link":
        place.symlink_to(secret)
    else:
        KINDS[kind](place)
    code, said = run(project, "fetch", "--refresh")
    assert (code, f".survey/fetch/{path}" in said) == (1, True)
    assert secret.read_bytes() == b"mine"


@pytest.mark.parametrize("folder", [".survey", ".survey/fetch"])
def test_fetch_follows_no_linked_folder(project: Path, tmp_path: Path, folder: str) -> None:
    (tmp_path / "outside").mkdir()
    (project / folder).parent.mkdir(exist_ok=True)
    (project / folder).symlink_to(tmp_path / "outside")
    code, said = run(project, "fetch")
    assert (code, f"{folder}: is a link" in said) == (1, True)
    assert snapshot(tmp_path / "outside") == {}


@pytest.mark.parametrize("name", ["site-offline", "site-offline.zip"])
@pytest.mark.parametrize("kind", ["link", "folder link"])
def test_offline_writes_through_no_link(project: Path, tmp_path: Path, name: str, kind: str) -> None:
    outside = tmp_path / "outside"
    if kind == "link":
        outside.write_bytes(b"mine")
    else:
        outside.mkdir()
        (outside / "index.html").write_bytes(b"mine")
    (project / name).symlink_to(outside)
    (project / "site").mkdir()
    (project / "site/index.html").write_text("<html><head></head></html>")
    code, said = run(project, "offline", "--built")
    assert (code, name in said) == (1, True)
    assert (outside if kind == "link" else outside / "index.html").read_bytes() == b"mine"


@pytest.mark.parametrize("kind", ["pipe", "device", "link that leads nowhere", "loop"])
def test_new_makes_nothing_of_what_is_no_folder(tmp_path: Path, kind: str) -> None:
    KINDS[kind](tmp_path / "survey")
    assert main(["new", str(tmp_path / "survey")]) == 1
    assert os.listdir(tmp_path) == ["survey"]


@pytest.mark.parametrize("taken", ["mkdocs.yml", "bib", "bib/sources", ".survey"])
def test_new_follows_no_link_inside_its_folder(tmp_path: Path, taken: str) -> None:
    folder, outside = tmp_path / "survey", tmp_path / "outside"
    outside.mkdir()
    (folder / taken).parent.mkdir(parents=True)
    (folder / taken).symlink_to(outside)
    assert main(["new", str(folder)]) == 1
    assert snapshot(outside) == {}


def test_rows_of_a_reviewer_that_cannot_be_read_are_not_lost(project: Path, tmp_path: Path) -> None:
    mine = "ref,decision,stage,reason,at,title\na.bib:1,perhaps,,,,\n"
    make(project, {"bib/screening/ann.csv": mine})
    (tmp_path / "more.csv").write_text("ref,title,decision\na.bib:2,Sets without any order,exclude\n")
    code, said = run(project, "screen", "--reviewer", "ann", "--import", str(tmp_path / "more.csv"))
    assert (code, "bib/screening/ann.csv:2: `perhaps` is not a decision" in said) == (1, True)
    assert (project / "bib/screening/ann.csv").read_text(encoding="utf-8") == mine
