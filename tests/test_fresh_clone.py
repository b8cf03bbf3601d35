"""Either engine says in one line what to type when the website of a fresh clone is built before its pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.browser.conftest import shared_folder
from tests.browser.website import shipped_website
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.site
COMMAND = "python -m generator build"


def build_site(engine: str, project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name(engine)), "build"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a fresh clone of this repository has of the website, as the files stand here now."""
    listed = subprocess.run(
        ["git", "ls-files", "docs", "overrides", ".survey", "mkdocs.yml"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    )
    for path in listed.stdout.splitlines():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / path, tmp_path / path)
    return tmp_path


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_fresh_clone_says_in_one_line_what_to_type(clone: Path, engine: str) -> None:
    done = build_site(engine, clone)
    (line,) = (done.stdout + done.stderr).strip().splitlines()
    assert done.returncode != 0
    assert COMMAND in line
    assert not (clone / "site").exists()


def test_a_fresh_clone_has_the_first_page_of_the_guide(clone: Path) -> None:
    text = (clone / "docs/guide/index.md").read_text(encoding="utf-8")
    assert "make site" in text
    assert "survey build --site" in text


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_in_a_new_project_too_and_the_command_is_all_it_takes(tmp_path: Path, engine: str) -> None:
    project = tmp_path / "survey"
    assert main(["new", str(project)]) == 0
    (project / "docs").mkdir(exist_ok=True)
    process = build_site(engine, project)
    assert COMMAND in process.stdout + process.stderr
    assert main(["build", "--quiet", "--project", str(project)]) == 0
    done = build_site(engine, project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site/index.html").is_file()


def test_what_a_build_writes_is_ignored_here_as_in_a_new_project(
    clone: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The shipped survey has every kind of page, so what its build writes is all that a build can write."""
    shutil.copytree(REPOSITORY / "bib", clone / "bib")
    shutil.copy(REPOSITORY / ".gitignore", clone)
    subprocess.run(["git", "init", "-q"], cwd=clone, check=True)
    subprocess.run(["git", "add", "."], cwd=clone, check=True)
    shutil.copytree(shipped_website(shared_folder(tmp_path_factory)).parent, clone, dirs_exist_ok=True)
    for rules in (REPOSITORY / ".gitignore", REPOSITORY / "generator/skeleton/gitignore"):
        shutil.copy(rules, clone / ".gitignore")
        listed = subprocess.run(
            ["git", "ls-files", "--others", "--exclude-standard"], cwd=clone, check=True, capture_output=True, text=True
        )
        assert listed.stdout.split() in ([], ["CITATION.cff"])
