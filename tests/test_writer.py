"""The writer: only what changed, never what a person wrote, nothing half done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.project.paths import MANIFEST
from generator.writer import MARK, write
from tests.conftest import snapshot


def test_a_file_is_written_once_and_then_left_alone(tmp_path: Path) -> None:
    assert write(tmp_path, {"docs/a.md": "one\n"}).written == ("docs/a.md",)
    before = (tmp_path / "docs/a.md").stat().st_mtime_ns
    again = write(tmp_path, {"docs/a.md": "one\n"})
    assert (again.written, again.unchanged) == ((), 1)
    assert (tmp_path / "docs/a.md").stat().st_mtime_ns == before


def test_what_an_earlier_build_wrote_and_this_one_did_not_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    write(tmp_path, {"docs/papers/old.md": "x", "docs/a.md": "y"})
    assert write(tmp_path, {"docs/a.md": "y"}).removed == ("docs/papers/old.md",)
    assert not (tmp_path / "docs/papers").exists()


def test_a_hand_written_page_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/method.md").write_text("my own words")
    with pytest.raises(InputError, match=r"docs/method\.md: exists and was not written by the generator"):
        write(tmp_path, {"docs/method.md": "generated", "docs/a.md": "new"})
    assert snapshot(tmp_path) == {"docs/method.md": b"my own words"}


def test_a_generated_page_that_a_person_changed_is_neither_overwritten_nor_removed(tmp_path: Path) -> None:
    write(tmp_path, {"docs/a.md": "generated"})
    (tmp_path / "docs/a.md").write_text("generated, and corrected by hand")
    for files in ({"docs/a.md": "generated anew"}, {}):
        with pytest.raises(InputError, match="was changed by hand"):
            write(tmp_path, files)
    assert (tmp_path / "docs/a.md").read_text() == "generated, and corrected by hand"


def test_a_hand_written_page_beside_generated_ones_stays(tmp_path: Path) -> None:
    write(tmp_path, {"docs/themes/a.md": "x"})
    (tmp_path / "docs/themes/mine.md").write_text("mine")
    write(tmp_path, {})
    assert (tmp_path / "docs/themes/mine.md").read_text() == "mine"


def test_without_the_manifest_files_that_carry_the_mark_are_ours(tmp_path: Path) -> None:
    write(tmp_path, {"docs/a.md": f"% {MARK}\none"})
    (tmp_path / MANIFEST).unlink()
    assert write(tmp_path, {"docs/a.md": f"% {MARK}\ntwo"}).written == ("docs/a.md",)


def test_a_build_that_was_cut_off_can_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"docs/a.md": "one", "docs/b.md": "one"})
    replace, calls = os.replace, []

    def failing(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 3:  # the manifest, the first page, and then the disk is full
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path, {"docs/a.md": "two", "docs/b.md": "two"})
    monkeypatch.undo()
    write(tmp_path, {"docs/a.md": "two", "docs/b.md": "two"})
    assert (tmp_path / "docs/b.md").read_text() == "two"


@pytest.mark.parametrize("path", ["../outside.md", "/etc/passwd", "docs/../../x.md", "docs\\x.md", ""])
def test_nothing_is_written_outside_the_project(tmp_path: Path, path: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    with pytest.raises(InputError):
        write(project, {path: "x"})
    assert snapshot(tmp_path) == {}


def test_nothing_is_written_through_a_link_that_leads_outside(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project/docs").symlink_to(tmp_path / "outside")
    with pytest.raises(InputError):
        write(tmp_path / "project", {"docs/a.md": "x"})
    assert snapshot(tmp_path / "outside") == {}


def test_two_paths_that_differ_by_case_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only by case"):
        write(tmp_path, {"docs/A.md": "x", "docs/a.md": "y"})


def test_a_damaged_manifest_is_an_error_with_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, {"docs/a.md": "x"})
    (tmp_path / MANIFEST).write_text("{]")
    with pytest.raises(InputError, match="delete it"):
        write(tmp_path, {"docs/a.md": "y"})
