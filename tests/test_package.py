"""The package: built, checked, installed from the wheel into an environment of its own, and used from there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.website import served
from tests.conftest import REPOSITORY
from tests.site_links import faults

SOURCES = REPOSITORY / "tests/data/sources"
BIN = "Scripts" if sys.platform == "win32" else "bin"
pytestmark = [pytest.mark.site, pytest.mark.slow]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as it is published."""
    out = tmp_path_factory.mktemp("dist")
    is_new_enough = int(metadata.version("setuptools").partition(".")[0]) >= 77
    command = [sys.executable, "-m", "build", "--outdir", str(out), *(["--no-isolation"] if is_new_enough else [])]
    done = subprocess.run([*command, str(REPOSITORY)], capture_output=True, text=True, check=False, cwd=out)
    assert done.returncode == 0, done.stdout + done.stderr
    checked = [sys.executable, "-m", "twine", "check", "--strict", *map(str, out.iterdir())]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 0
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it, which borrows the packages that the program needs."""
    return installed(wheel, tmp_path_factory.mktemp("environment") / "venv")


def installed(wheel: Path, folder: Path) -> Path:
    """An environment in `folder` that has the wheel, and sees the packages of this one, but not its program."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / BIN / "python"
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    own = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    (Path(own) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--force-reinstall", "--no-warn-script-location", str(wheel)], check=True, cwd=folder)
    return folder


def ran(environment: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What a command of the environment printed, run by someone who has nothing else."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    command = [str(environment / BIN / words[0]), *words[1:]]
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False, timeout=300)


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
    assert any("katex/LICENSE" in name for name in names)


@pytest.fixture(scope="module")
def project(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("work")
    made = ran(environment, "survey", "new", "frogs", "--from", str(SOURCES / "zotero.ris"), cwd=folder)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "survey serve" in made.stdout, "it says what to type as it was called itself"
    yield folder / "frogs"


def test_the_three_ways_to_call_it_are_one(environment: Path, tmp_path: Path) -> None:
    version = metadata.version("survey-site-generator")
    for words in (["survey"], ["survey-generator"], ["python", "-m", "generator"]):
        assert ran(environment, *words, "--version", cwd=tmp_path).stdout == f"{version}\n"


def test_a_message_names_commands_as_they_are_called(environment: Path, tmp_path: Path) -> None:
    assert "`survey new DIR`" in ran(environment, "survey", "build", cwd=tmp_path).stderr
    assert (
        "`python -m generator new DIR`" in ran(environment, "python", "-m", "generator", "build", cwd=tmp_path).stderr
    )


def test_a_project_made_by_the_wheel_becomes_a_website_that_opens(environment: Path, project: Path) -> None:
    built = ran(environment, "survey", "build", "--site", cwd=project)
    assert built.returncode == 0, built.stdout + built.stderr
    assert faults(project / "site") == []
    with served(project / "site") as address:
        with urlopen(f"{address}index.html") as page:
            text = page.read().decode()
        assert "<title>Frogs</title>" in text
        for path in sorted(set(re.findall(r'(?:src|href)="((?:\./)?assets/[^"?#]+)"', text))):
            with urlopen(address + path) as answer:
                assert answer.status == 200
