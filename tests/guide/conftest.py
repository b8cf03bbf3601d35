"""A newcomer's desk: the files that the recipes name, a survey made of them, and a shell that knows the program."""

from __future__ import annotations

import csv
import io
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.fetching.asking import Outcome
from tests.conftest import REPOSITORY
from tests.guide.recipes import Put, Typed, joined, steps

GUIDE = REPOSITORY / "docs/guide"
SOURCES = REPOSITORY / "tests/data/sources"
GIT = {
    f"GIT_{role}_{part}": value
    for role in ("AUTHOR", "COMMITTER")
    for part, value in (("NAME", "Ann Bell"), ("EMAIL", "ann@example.org"))
}
MORE = """@article{new2026, title={Yeasts that share sugar with bacteria in bread}, author={New, Nora}, year={2026},
  journal={Journal of Sharing}, doi={10.1234/sharing.2026.1}, abstract={We show that yeasts share sugar with bacteria.}}
"""
JABREF = """@article{Frog:Bell-77, title={Calls of frogs at night}, author={Bell, A}, year={1977}, groups={Calls}}
@article{toad, title={Toads by day in small ponds}, author={Pond, B}, year={1978}, groups={Ponds}}
"""
NOT_HERE = ("export", "pipx", "make", "rsync")  # what a recipe types that a test cannot, or that other tests do


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a person starts; services know nothing there."""
    for name in ("zotero.ris", "pubmed.nbib", "awesome.md", "rayyan.csv"):
        shutil.copy(SOURCES / name, tmp_path)
    (tmp_path / "more.bib").write_text(MORE, encoding="utf-8")
    (tmp_path / "jabref.bib").write_text(JABREF, encoding="utf-8")
    (tmp_path / "_bibliography").mkdir()
    (tmp_path / "_bibliography/papers.bib").write_text(JABREF, encoding="utf-8")
    (tmp_path / "about.md").write_text("---\ntitle: About\n---\n\nSee @toad.\n", encoding="utf-8")
    for name, value in {**GIT, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}.items():
        monkeypatch.setenv(name, value)
    for command in ("fetch", "add"):
        monkeypatch.setattr(f"generator.commands.{command}.asked", lambda *_: (Outcome(), {}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def survey(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Path]:
    """The survey of the tutorial, in which the recipes begin."""
    exports = ["zotero.ris", "pubmed.nbib", "awesome.md"]
    assert main(["new", "my-survey", "--from", *exports, "--title", "Microbes that share"]) == 0
    monkeypatch.chdir(desk / "my-survey")
    capsys.readouterr()
    yield desk / "my-survey"


def follow(page: Path, may_fail: tuple[str, ...] = ()) -> None:
    """Do what a page says, from the current folder; fails at the first line that does not work."""
    for step in steps(page):
        if isinstance(step, Put):
            _put(Path(step.path), step.text)
        else:
            code = _typed(step)
            assert code == 0 or step.line.endswith("|| true") or step.line in may_fail, step.line


def _typed(step: Typed) -> int:
    words = shlex.split(step.line, comments=True)
    if words[0] == "survey":
        words = words[: words.index("||")] if "||" in words else words
        _fill_in(words)
        return main(words[1:])
    if words[0] == "cd":
        os.chdir(words[1])
        return 0
    if words[0] in NOT_HERE:
        return 0
    assert words[0] in ("git", "cp", "mkdir"), f"the guide types what no test tries: {step.line}"
    return subprocess.run(words, check=False).returncode


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(joined(before, text) if path.suffix == ".yml" else text, encoding="utf-8")


def _fill_in(words: list[str]) -> None:
    """What a person does with a table between export and import."""
    if "--import" not in words:
        return
    table = Path(words[words.index("--import") + 1])
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    for number, row in enumerate(rows):
        if "decision" in row:
            row.update(decision="include" if number else "exclude", reason="" if number else "off topic")
        else:
            row.update(answer="no")
    if rows:
        out = io.StringIO()
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        table.write_text(out.getvalue(), encoding="utf-8")
