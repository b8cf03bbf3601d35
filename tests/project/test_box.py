"""The project is a box: no command reads or writes outside it, waits for a pipe, or swallows what has no end."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.project import box
from generator.project.box import files_below, read
from generator.project.placing import place, remove, remove_folder
from tests.conftest import snapshot
from tests.project.surveys import FIRST, make, run

SECRET = "the secret of the machine"
READ = (
    "bib/survey.yml",
    "bib/themes.yml",
    "bib/decisions.yml",
    "bib/history.yml",
    "bib/survey.bib",
    "bib/venues.yml",
    "bib/overviews/index.md",
    "bib/overviews/sets.md",
    "bib/pages/x.md",
    "bib/sources/x.bib",
    "bib/metadata.bib",
    "mkdocs.yml",
    "CITATION.cff",
    ".survey/manifest.json",
    ".survey/lock",
)
FOLDERS = (
    "bib",
    "bib/sources",
    "bib/overviews",
    "bib/pages",
    "docs",
    "docs/papers",
    "docs/assets",
    "overrides",
    ".survey",
)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    (folder / "within").mkdir(parents=True)
    (folder / "secret").write_text(SECRET)
    (folder / "within/sets.md").write_text(SECRET)
    (folder / "within/index.md").write_text(SECRET)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "project", FIRST)


def told_nowhere(project: Path) -> bool:
    """Whether no file of the project holds the secret (links are not followed)."""
    return not any(
        SECRET.encode() in file.read_bytes() for file in project.rglob("*") if file.is_file() and not file.is_symlink()
    )


def replaced(project: Path, path: str) -> Path:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    return file


@pytest.mark.parametrize("path", READ)
def test_a_link_out_of_the_project_is_neither_read_nor_written_through(project: Path, outside: Path, path: str) -> None:
    replaced(project, path).symlink_to(outside / "secret")
    before = snapshot(outside)
    code, said = run(project, "build", "--strict")
    assert code == 1
    assert path.removeprefix("bib/") in said
    assert "link" in said
    assert snapshot(outside) == before
    assert told_nowhere(project)


@pytest.mark.parametrize("path", [path for path in READ if not path.startswith(".survey")])
def test_a_link_to_a_hidden_file_of_the_project_is_refused(project: Path, path: str) -> None:
    (project / ".git").mkdir()
    (project / ".git/config").write_text(SECRET)
    replaced(project, path).symlink_to(project / ".git/config")
    assert run(project, "build", "--strict")[0] == 1
    (project / ".git/config").unlink()
    assert told_nowhere(project)


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "loop", "nowhere"])
@pytest.mark.parametrize("path", READ)
def test_what_is_no_file_is_refused_at_once_with_its_place(project: Path, path: str, kind: str) -> None:
    file = replaced(project, path)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "device":
        file.symlink_to("/dev/zero")
    elif kind == "folder":
        file.mkdir()
    else:
        file.symlink_to(file if kind == "loop" else project / "nothing")
    if path == "bib/sources/x.bib" and kind == "folder":
        return  # an empty folder of sources is just that
    if kind == "folder" and path.startswith(("bib/overviews", "bib/pages")):
        return  # and so is one of texts
    code, said = run(project, "build", "--strict")
    assert code == 1
    assert path.removeprefix("bib/") in said


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_linked_folder_is_no_way_out_in_either_direction(project: Path, outside: Path, folder: str) -> None:
    target = project / folder
    if target.exists():
        target.rename(outside / "moved")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.symlink_to(outside / "moved" if (outside / "moved").exists() else outside / "within")
    before = snapshot(outside)
    code, said = run(project, "build")
    assert code == 1
    assert f"{folder}: is a link" in said
    assert snapshot(outside) == before
    assert told_nowhere(project)


def test_a_source_may_be_a_link_within_the_project(project: Path) -> None:
    (project / "exports").mkdir()
    (project / "bib/sources/a.bib").rename(project / "exports/a.bib")
    (project / "bib/sources/a.bib").symlink_to("../../exports/a.bib")
    assert run(project, "build", "--strict")[0] == 0
    assert "Order matters" in (project / "bib/survey.bib").read_text(encoding="utf-8")


def test_a_folder_of_sources_that_cannot_be_read_stops_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "bib/sources/more").mkdir()
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("more"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert run(project, "build") == (
        1,
        "error: bib/sources/more: cannot be read: Permission denied (check its permissions)\n",
    )


def test_files_larger_than_their_limit_are_refused_without_being_read(project: Path) -> None:
    for path in ("bib/survey.yml", "bib/overviews/sets.md", "mkdocs.yml"):
        file = replaced(project, path)
        kept = FIRST.get(path, "")
        with file.open("wb") as stream:
            stream.truncate(10**10)  # a hole: it takes no space
        code, said = run(project, "build", "--strict")
        assert (code, f"{path}: is larger than 4 MB" in said) == (1, True)
        file.write_text(kept, encoding="utf-8")


def test_a_journal_or_manifest_that_somebody_sent_leads_nowhere(project: Path, outside: Path) -> None:
    stage = project / ".survey/next"
    for path in (
        "../outside/secret",
        ".git/hooks/pre-commit",
        "/etc/x",
        "a/../../outside/secret",
        ".venv/bin/activate",
    ):
        stage.mkdir(parents=True)
        (stage / "x").write_text("evil")
        (stage / "journal.json").write_text(f'{{"steps": [["{path}", "x", ""]], "manifest": "{{}}"}}')
        code, said = run(project, "build")
        assert (code, "names a path that no build writes" in said) == (1, True)
        for file in stage.iterdir():
            file.unlink()
        stage.rmdir()
    (project / ".git").mkdir()
    (project / ".git/config").write_text("mine")
    digest = "5f5c54e1b2c2a3d1"
    (project / ".survey/manifest.json").write_text(
        f'{{"files": {{".git/config": ["{digest}"], "../outside/secret": []}}}}'
    )
    assert run(project, "build")[0] == 0
    assert (project / ".git/config").exists()
    assert (outside / "secret").read_text() == SECRET


@pytest.mark.parametrize(
    "path",
    [
        "bib/editions/../../../outside/secret",
        "bib/editions/../../.git/hooks/pre-commit",
        "bib/editions/../../mkdocs.yml",
        "bib/editions/.hidden",
        "bib/editions/a\\..\\b",
        "../outside/secret",
        "/etc/x",
    ],
)
def test_what_a_release_is_said_to_have_noted_leads_nowhere(project: Path, outside: Path, path: str) -> None:
    """`.survey/before.json` comes with a project as the journal does."""
    assert run(project, "build")[0] == 0
    stood = snapshot(project)
    (project / ".survey/before.json").write_text(json.dumps({"bib/editions/new.json": "{}", path: "evil"}))
    for command in ("build", "check", "export --format bibtex"):
        code, said = run(project, *command.split())
        assert (code, "names a path that no release writes" in said) == (1, True)
    assert (outside / "secret").read_text() == SECRET
    (project / ".survey/before.json").unlink()
    assert snapshot(project) == stood


@pytest.mark.parametrize("path", ["../outside/made", "bib/../../outside/made", "/tmp/made", "bib/../made"])
def test_nothing_is_placed_read_or_removed_by_a_path_that_leads_out(project: Path, outside: Path, path: str) -> None:
    for step in (
        lambda: place(project, path, b"x"),
        lambda: remove(project, path),
        lambda: remove_folder(project, path),
        lambda: read(project, f"{path}/x"),
        lambda: files_below(project, path.rpartition("/")[0]),
    ):
        with pytest.raises(InputError, match="leads out of the project"):
            step()
    assert sorted(file.name for file in outside.iterdir()) == ["secret", "within"]


def test_no_name_that_could_be_guessed_is_written_to(project: Path, outside: Path) -> None:
    for guess in (".survey.bib.part", "survey.bib.part", ".survey.bib.tmp"):
        (project / "bib" / guess).symlink_to(outside / "secret")
    assert run(project, "build")[0] == 0
    assert (outside / "secret").read_text() == SECRET


def test_what_a_name_looks_like_in_two_encodings_is_one_name(tmp_path: Path) -> None:
    composed, decomposed = "bib/sources/\u00e9.bib", "bib/sources/e\u0301.bib"
    names = []
    for number, path in enumerate((composed, decomposed)):
        project = make(tmp_path / str(number), {**FIRST, path: FIRST["bib/sources/a.bib"]})
        assert run(project, "build")[0] == 0
        names.append(snapshot(project / "docs"))
    assert names[0] == names[1]


def test_a_file_that_grows_while_it_is_read_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status = os.stat("/dev/null")
    monkeypatch.setattr(box, "_check_kind", lambda status, path, limit: None)
    monkeypatch.setattr(os, "fstat", lambda descriptor: status)
    with pytest.raises(InputError, match="grew while it was being read"):
        box.read(project, "bib/survey.yml")
