"""`bib/history.yml` where two branches were built on one day, and git brought them together."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.config.history import Version, read_history
from generator.errors import InputError
from tests.project.surveys import FIRST, make, run

NOTE = '- date: "2026-01-02"\n  {}:\n    - {}\n'
ENTRY = "@article{{{0}, title={{{1}}}, author={{Lee, Cy}}, year={{2023}}, journal={{Graphs}}}}\n"
MARKS = ("<<<<<<<", "=======", ">>>>>>>")


def noted(folder: Path, *notes: str) -> tuple[Version, ...]:
    make(folder, {"bib/history.yml": "".join(notes)})
    return read_history(folder)


def test_two_notes_of_one_date_are_one(tmp_path: Path) -> None:
    found = noted(tmp_path, NOTE.format("added", "b"), NOTE.format("removed", "c"), NOTE.format("added", "a"))
    assert found == (Version("2026-01-02", ("a", "b"), ("c",)),)


def test_what_one_branch_brought_and_the_other_took_out_has_come(tmp_path: Path) -> None:
    found = noted(tmp_path, NOTE.format("added", "a"), NOTE.format("removed", "a"))
    assert found == (Version("2026-01-02", ("a",), ()),)


def test_what_git_could_not_merge_is_reported_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="keep the lines of both versions"):
        noted(tmp_path, "<<<<<<< a\n", NOTE.format("added", "a"), "=======\n", NOTE.format("added", "b"), ">>>>>>> b\n")


def test_two_branches_built_on_one_day_give_one_version_once_the_marks_are_gone(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@b.c")
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=words[0] != "merge", capture_output=True)

    make(tmp_path, FIRST | {".gitignore": ".survey\ndocs\noverrides\n"})
    assert run(tmp_path, "build")[0] == 0
    git("init", "-b", "main")
    git("add", "-A")
    git("commit", "-m", "first")
    make(tmp_path, {"bib/survey.yml": FIRST["bib/survey.yml"].replace("01-01", "01-02")})
    git("commit", "-am", "the next day")
    for name, title in (("ann", "Graphs after trees"), ("bo", "Walks in the woods")):
        git("checkout", "-b", name, "main")
        make(tmp_path, {f"bib/sources/{name}.bib": ENTRY.format(name, title)})
        assert run(tmp_path, "build")[0] == 0
        git("add", "-A")
        git("commit", "-m", name)
    git("merge", "ann")
    git("checkout", "--ours", "bib/survey.bib")
    lines = (tmp_path / "bib/history.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    make(tmp_path, {"bib/history.yml": "".join(line for line in lines if not line.startswith(MARKS))})
    code, said = run(tmp_path, "build")
    assert code == 0, said
    (version,) = read_history(tmp_path)
    assert (version.date, len(version.added), version.removed) == ("2026-01-02", 2, ())
