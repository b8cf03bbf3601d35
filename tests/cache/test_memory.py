"""What a build remembers is never trusted: what is damaged, foreign or missing is made again, silently."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
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
