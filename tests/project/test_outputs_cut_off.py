"""What `export`, `offline` and `upgrade` write is cut off anywhere, or meets a full disk: each file is the old or the new one,
the same command again ends as if nothing had been, and nothing is left over.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import snapshot
from tests.project.dying import killed_at_each, on_a_full_disk, refusing_to_replace
from tests.project.surveys import FIRST, make, run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied and killed")
PAGE = "<!doctype html><html><head><title>{0}</title></head><body><a href='papers/{0}/'>{0}</a></body></html>"


def website(project: Path, word: str) -> None:
    """A built website of a few files, some of which another one has not."""
    pages = {name: PAGE.format(word) for name in ("index.html", f"papers/{word}/index.html", "papers/both/index.html")}
    make(project / "site", {**pages, "assets/survey.js": f"// {word}\n", "404.html": PAGE.format(word)})


def another_website(project: Path) -> None:
    shutil.rmtree(project / "site")
    website(project, "second")


def another_input(project: Path) -> None:
    source = FIRST["bib/sources/a.bib"].replace("matters for sets", "matters for many sets")
    make(project, {**FIRST, "bib/sources/a.bib": source})


def half_made(project: Path) -> None:
    """A project of which some files are gone, and some lines."""
    (project / ".gitignore").write_text("site/\n", encoding="utf-8")


@dataclass(frozen=True)
class Case:
    """A command, what is changed before it is asked again, and where it writes (relative to the folder of the project)."""

    words: tuple[str, ...]
    change: Callable[[Path], None]
    places: tuple[str, ...]
    stride: int = 1

    def line(self, project: Path) -> list[str]:
        words = [word.replace("OUT", str(project.parent / "out")) for word in self.words]
        return [words[0], "--project", str(project), *words[1:]]

    def written(self, project: Path) -> dict[str, bytes]:
        """Everything that stands where the command writes."""
        found: dict[str, bytes] = {}
        for place in self.places:
            path = project.parent / "out" if place == "OUT" else project / place
            if path.is_dir():
                found |= {f"{place}/{name}": content for name, content in snapshot(path).items()}
            elif path.exists():
                found[place] = path.read_bytes()
        return {name: content for name, content in found.items() if not name.startswith("./.survey/lock")}


CASES = {
    "export to a file": Case(("export", "--format", "bibtex", "--output", "OUT/a.bib"), another_input, ("OUT",)),
    "export to a folder": Case(
        ("export", "--format", "latex", "--year", "2022", "--output", "OUT"), another_input, ("OUT",)
    ),
    "offline": Case(("offline", "--built"), another_website, ("site-offline", "site-offline.zip"), stride=3),
    "upgrade": Case(("upgrade", "--yes"), half_made, (".",), stride=23),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    """Each command in turn."""
    return CASES[request.param]


@pytest.fixture
def fresh(case: Case, tmp_path: Path) -> Callable[[str], Path]:
    """Makes the project of the case under a name: with what the command wrote once, and then the change."""
    first = make(tmp_path / "first/project", FIRST)
    assert run(first, "build")[0] == 0
    website(first, "first")
    if case.words[0] != "upgrade":
        assert main(case.line(first)) == 0
    case.change(first)

    def made(name: str) -> Path:
        shutil.copytree(tmp_path / "first", tmp_path / name)
        return tmp_path / name / "project"

    return made


@pytest.mark.slow
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM], ids=["SIGKILL", "SIGTERM"])
def test_killed_at_any_change_to_the_disk(case: Case, fresh: Callable[[str], Path], by: signal.Signals) -> None:
    whole = fresh("whole")
    old = case.written(whole)
    assert main(case.line(whole)) == 0
    new = case.written(whole)
    assert old != new
    for project in killed_at_each(case.line, fresh, by, case.stride):
        for name, content in case.written(project).items():
            if not name.startswith("./.survey/") and not name.endswith(".part"):
                assert content in (old.get(name), new.get(name)), name
        assert main(case.line(project)) == 0
        assert case.written(project) == new


def test_a_full_disk_leaves_what_was_there_and_is_told(
    case: Case, fresh: Callable[[str], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    project = fresh("full")
    old = case.written(project)
    assert on_a_full_disk(case.line(project)) == 1
    assert case.written(project) == old
    assert main(case.line(project)) == 0
    assert case.written(project) == case.written(whole_of(case, fresh))


def whole_of(case: Case, fresh: Callable[[str], Path]) -> Path:
    """The project after the command came to its end."""
    project = fresh("undisturbed")
    assert main(case.line(project)) == 0
    return project


def test_a_file_that_may_not_be_replaced_is_told_by_its_name(
    case: Case, fresh: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    project, whole = fresh("unwritable"), fresh("whole")
    old = case.written(project)
    assert main(case.line(whole)) == 0
    new = case.written(whole)
    name = next(name for name in sorted(new) if new[name] != old.get(name) and not name.startswith("./.survey"))
    refused = Path(name).name
    capsys.readouterr()
    with refusing_to_replace(refused):
        assert main(case.line(project)) == 1
    said = capsys.readouterr().err
    assert refused in said and "Permission denied" in said and "Traceback" not in said
    assert case.written(project).get(name) == old.get(name)
    assert main(case.line(project)) == 0
    assert case.written(project) == new
