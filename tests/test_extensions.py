"""Readers, exports, checks and figures of other packages, as CONTRIBUTING.md shows them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## From a package of your own")[2]
BIB = "@article{a, title = {Do birds sing in winter?}, author = {Smith, Ann}, year = {2020}, journal = {Birds}}\n"


def install(folder: Path, points: str, modules: dict[str, str]) -> None:
    """A package as pip would put it into `folder`."""
    information = folder / "my_package-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(points)
    for name, code in modules.items():
        (folder / name).write_text(code)


def run(packages: Path, project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *words, "--project", str(project)],
        env={**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{REPOSITORY}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    sources = tmp_path / "survey/bib/sources"
    sources.mkdir(parents=True)
    (sources / "a.bib").write_text(BIB)
    (sources / "more.txt").write_text("TITLES\nOn larks\n\nOn terns\n")
    return tmp_path / "survey"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """The examples of CONTRIBUTING.md, installed."""
    (written,) = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)
    stated = tomllib.loads(written)
    groups = stated["project"]["entry-points"]
    points = "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in named.items())
        for group, named in groups.items()
    )
    modules = dict(re.findall(r"\(`(my_\w+\.py)`\):\n\n```python\n(.*?)```", TEXT, flags=re.DOTALL))
    assert len(modules) == 4
    assert {f"{name}.py" for name in stated["tool"]["setuptools"]["py-modules"]} == modules.keys()
    install(tmp_path / "packages", points, modules)
    return tmp_path / "packages"


def test_the_examples_are_short() -> None:
    for code in re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL):
        lines = [line for line in code.splitlines() if line.strip() and not line.startswith(("from ", "import "))]
        assert len(lines) <= 10


def test_a_reader_an_export_a_check_and_a_figure_of_another_package_are_used(packages: Path, survey: Path) -> None:
    built = run(packages, survey, "build")
    assert built.returncode == 0, built.stderr
    keys = (survey / "docs/downloads/survey.keys").read_text().split()
    assert len(keys) == 3
    assert "smith2020birds" in keys
    page = (survey / "docs/timeline.md").read_text()
    assert "Number of works" in page
    assert re.search(r'<div class="figure-frame"[^>]*><svg [^>]*id="count"', page)
    assert "&lt;svg" not in page
    checked = run(packages, survey, "check", "--select", "title-question")
    assert "the title is a question" in checked.stdout
    exported = run(packages, survey, "export", "--format", "keys")
    assert exported.stdout.split() == keys


def test_a_package_that_cannot_be_used_is_named_with_what_to_do(tmp_path: Path, survey: Path) -> None:
    install(tmp_path / "packages", "[survey_generator.readers]\nx = my_reader:READER\n", {"my_reader.py": "1 / 0\n"})
    process = run(tmp_path / "packages", survey, "build")
    assert process.returncode == 1
    assert "the package my-package cannot be used" in process.stderr
    assert "update or uninstall the package" in process.stderr


def test_a_part_of_the_wrong_kind_or_with_a_taken_name_is_refused(tmp_path: Path, survey: Path) -> None:
    points = "[survey_generator.exports]\nris = my_export:FORMAT\n"
    install(tmp_path / "packages", points, {"my_export.py": "FORMAT = 1\n"})
    taken = "the package my-package adds `ris` to the exports, which there is already"
    assert taken in run(tmp_path / "packages", survey, "build").stderr
    (tmp_path / "packages/my_package-1.0.dist-info/entry_points.txt").write_text(points.replace("ris", "other"))
    wrong = "the package my-package adds `other` to the exports, which is not of type Format"
    assert wrong in run(tmp_path / "packages", survey, "build").stderr


@pytest.mark.parametrize("drawing", ["'<svg></svg>'", "None"])
def test_a_drawing_given_as_text_is_refused_and_never_shown_as_text(packages: Path, survey: Path, drawing: str) -> None:
    module = packages / "my_figure.py"
    module.write_text(re.sub(r"drawing = .*", f"drawing = {drawing}", module.read_text()))
    built = run(packages, survey, "build")
    assert built.returncode == 1
    assert "the figure `count` of another package is no `Figure` whose `svg` is `Markup`" in built.stderr
    assert "Traceback" not in built.stderr


def test_what_is_committed_is_never_made_with_the_parts_of_another_package(packages: Path, tmp_path: Path) -> None:
    page = tmp_path / "commands.md"
    page.write_text("<!-- reference: exports -->\n<!-- end of reference -->\n")
    before = page.read_text()
    made = subprocess.run(
        [sys.executable, "-m", "generator.reference", str(page)],
        env={**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{REPOSITORY}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, page.read_text()) == (1, before)
    assert "uninstall my-package first" in made.stderr
