"""What a build remembers is never trusted: what is damaged, foreign or missing is made again, silently."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cache import sealed
from generator.project.paths import CACHE
from tests.cache.projects import built, edit
from tests.conftest import snapshot
from tests.project.surveys import FIRST, make

PAST, FUTURE = 86_400, 4_000_000_000  # seconds since 1970


def _emptied(content: bytes) -> bytes:
    return b""


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _turned(content: bytes) -> bytes:
    return content[:-20] + bytes(byte ^ 1 for byte in content[-20:])


def _unsigned(content: bytes) -> bytes:
    return content.partition(b"\n")[2]


@pytest.mark.parametrize("damage", [_emptied, _cut, _turned, _unsigned])
def test_a_damaged_memory_is_made_again(survey: Path, damage: Callable[[bytes], bytes]) -> None:
    built(survey)
    before = snapshot(survey)
    for file in (survey / CACHE).iterdir():
        file.write_bytes(damage(file.read_bytes()))
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs].\n")
    assert built(survey)[0] == 0
    edit(survey, "bib/overviews/graphs.md", None)
    assert built(survey)[0] == 0
    assert snapshot(survey) == before


def test_a_memory_that_came_with_the_project_is_never_opened(survey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was signed by somebody else; opening it could run whatever they put there."""
    built(survey)
    monkeypatch.setattr(sealed, "_key", lambda: b"x" * 32)
    monkeypatch.setattr("pickle.loads", lambda content: pytest.fail("it was opened"))
    monkeypatch.setattr("generator.cache.unpacked._Unpacker", lambda stream: pytest.fail("it was opened"))
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs].\n")
    assert built(survey)[0] == 0


def test_a_memory_under_another_name_is_not_taken(survey: Path) -> None:
    content = sealed.kept(survey, "tasks")
    assert content
    shutil.copy(survey / CACHE / "tasks", survey / CACHE / "unchanged")
    assert sealed.kept(survey, "unchanged") is None
    assert built(survey)[0] == 0


def test_without_a_place_for_the_key_nothing_is_remembered_and_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "file"))
    sealed._key.cache_clear()
    try:
        project = make(tmp_path / "survey", FIRST)
        code, _, said = built(project)
        assert (code, said) == (0, "")
        assert not (project / CACHE).exists()
        assert built(project)[0] == 0
    finally:
        monkeypatch.undo()
        sealed._key.cache_clear()


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A person's cache folder in which nothing stands yet, and a mask that closes nothing to other people."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    sealed._key.cache_clear()
    mask = os.umask(0)
    yield tmp_path / "own/survey-site-generator"
    os.umask(mask)
    sealed._key.cache_clear()


def is_closed(folder: Path) -> bool:
    """Whether nobody else can get at the folder, its key and the other files in it."""
    files = {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    return stat.S_IMODE(folder.stat().st_mode) == 0o700 and files == {0o600} and (folder / "cache-key").is_file()


with_modes = pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")


@with_modes
def test_the_key_lies_outside_the_project_and_is_closed_to_other_people(own_folder: Path, tmp_path: Path) -> None:
    project = make(tmp_path / "survey", FIRST)
    assert built(project)[0] == 0
    assert is_closed(own_folder)
    key = (own_folder / "cache-key").read_bytes()
    assert len(key) == 32
    assert (project / CACHE / "tasks").exists()
    assert [path for path, content in snapshot(project).items() if key in content] == []


@with_modes
@pytest.mark.parametrize(("name", "mode"), [("", 0o755), ("", 0o777), ("cache-key", 0o644), ("cache-key", 0o620)])
def test_a_key_that_others_could_read_is_made_anew_and_its_folder_closed_to_them(
    own_folder: Path, tmp_path: Path, name: str, mode: int
) -> None:
    project = make(tmp_path / "survey", FIRST)
    assert built(project)[0] == 0
    key = (own_folder / "cache-key").read_bytes()
    (own_folder / name).chmod(mode)
    sealed._key.cache_clear()
    assert built(project)[0] == 0
    assert is_closed(own_folder)
    assert ((own_folder / "cache-key").read_bytes() == key) == (name == "")


@with_modes
def test_where_no_modes_are_kept_nothing_is_remembered(
    own_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_is_only_ours", lambda path: False)
    project = make(tmp_path / "survey", FIRST)
    assert built(project)[0] == 0
    assert not (project / CACHE).exists()
    assert own_folder.exists()


def test_a_full_disk_for_the_memory_is_no_error(survey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*anything: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sealed, "place", full)
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs].\n")
    code, _, said = built(survey)
    assert (code, said) == (0, "")
    monkeypatch.undo()
    edit(survey, "bib/overviews/sets.md", "Order matters.\n")
    before = snapshot(survey)
    assert built(survey)[0] == 0
    assert snapshot(survey) != before


def test_a_memory_of_another_version_is_made_again(survey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both commands of a version see the same program; the memory that the other left says nothing to either."""
    built(survey)
    before = snapshot(survey)
    for module in ("tasks", "unchanged"):
        monkeypatch.setattr(f"generator.cache.{module}.version", lambda: "another version")
    looked = built(survey)
    assert looked[0] == 0
    assert snapshot(survey) == before
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs].\n")
    assert built(survey)[0] == 0
    monkeypatch.undo()
    edit(survey, "bib/overviews/graphs.md", None)
    assert built(survey)[0] == 0
    assert snapshot(survey) == before


def test_a_clock_that_was_set_back_changes_nothing(survey: Path) -> None:
    """What was built stands with times of the future, and an edit with one of the past."""
    built(survey)
    before = snapshot(survey)
    for file in survey.rglob("*"):
        os.utime(file, (FUTURE, FUTURE))
    edit(survey, "bib/overviews/graphs.md", "Graphs [@lee2023graphs] as they were.\n")
    os.utime(survey / "bib/overviews/graphs.md", (PAST, PAST))
    assert built(survey)[0] == 0
    pages = "".join(page.read_text(encoding="utf-8") for page in (survey / "docs/themes").glob("*.md"))
    assert "as they were" in pages
    edit(survey, "bib/overviews/graphs.md", None)
    assert built(survey)[0] == 0
    assert snapshot(survey) == before
