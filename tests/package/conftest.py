"""The package, built once as it is published, and an environment in which nothing but it was installed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

import pytest

from tests.browser.conftest import shared_folder
from tests.browser.website import made_once
from tests.conftest import REPOSITORY

OLDEST_SETUPTOOLS = 77  # as pyproject.toml asks; with an older one the package is built in an environment of its own
BIN = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as it is published, once for all processes of the tests."""
    (found,) = made_once(shared_folder(tmp_path_factory) / "dist", build).glob("*.whl")
    return found


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it, which borrows the packages that the program needs."""
    return made_once(shared_folder(tmp_path_factory) / "environment", lambda folder: installed(wheel, folder))


def build(out: Path) -> None:
    """Build the package into `out`, and look it over as the index does."""
    is_new_enough = int(metadata.version("setuptools").partition(".")[0]) >= OLDEST_SETUPTOOLS
    command = [sys.executable, "-m", "build", "--outdir", str(out), *(["--no-isolation"] if is_new_enough else [])]
    done = subprocess.run([*command, str(REPOSITORY)], capture_output=True, text=True, check=False, cwd=out.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    checked = [sys.executable, "-m", "twine", "check", "--strict", *map(str, out.iterdir())]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 0


def installed(wheel: Path, folder: Path) -> None:
    """An environment in `folder` that has the wheel, and sees the packages of this one, but not its program."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / BIN / "python"
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    own = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    (Path(own) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--force-reinstall", "--no-warn-script-location", str(wheel)], check=True, cwd=folder)


def ran(environment: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What a command of the environment printed, run by someone who has nothing else."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    command = [str(environment / BIN / words[0]), *words[1:]]
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False, timeout=300)
