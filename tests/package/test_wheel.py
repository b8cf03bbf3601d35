"""The package: built, checked, installed from the wheel into an environment of its own, and used from there."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.package.conftest import ran

SOURCES = REPOSITORY / "tests/data/sources"
BIN = "Scripts" if sys.platform == "win32" else "bin"
pytestmark = [pytest.mark.site, pytest.mark.slow]


def test_the_wheel_has_everything_that_the_program_reads(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("generator/")}
    tracked = subprocess.run(
        ["git", "ls-files", "generator"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    expected = {name for name in tracked.stdout.split("\n") if name and (REPOSITORY / name).is_file()}
    assert expected - held == set()


def test_it_says_which_licences_its_parts_have(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(re.search(r"dist-info/licenses/LICENSE$", name) for name in names)
    assert any("fonts/LICENSE" in name for name in names)


def test_the_three_ways_to_call_it_are_one(environment: Path, tmp_path: Path) -> None:
    version = metadata.version("survey-site-generator")
    for words in (["survey"], ["survey-generator"], ["python", "-m", "generator"]):
        assert ran(environment, *words, "--version", cwd=tmp_path).stdout == f"{version}\n"


def test_a_message_names_commands_as_they_are_called(environment: Path, tmp_path: Path) -> None:
    assert "`survey new DIR`" in ran(environment, "survey", "build", cwd=tmp_path).stderr
    assert (
        "`python -m generator new DIR`" in ran(environment, "python", "-m", "generator", "build", cwd=tmp_path).stderr
    )


def test_the_program_can_be_cited_apart_from_the_survey() -> None:
    import yaml

    from generator import __version__

    cited = yaml.safe_load((REPOSITORY / "generator/CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["type"], cited["version"]) == ("software", __version__)
