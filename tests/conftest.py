"""What the tests of several parts share: small projects in empty folders, and services on this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generator.cli import collect_seldom
from generator.extensions import packages

if TYPE_CHECKING:
    from tests.services.server import Server

# How long a text takes says nothing on a busy machine; growth is tested by counting steps.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")

collect_seldom()  # as every command does: collecting thousands of tests makes hardly a cycle either

REPOSITORY = Path(__file__).parent.parent
MEMORY = Path("/dev/shm")
NEEDED = 6_000_000_000  # bytes; a whole run takes a quarter of them
MakeProject = Callable[..., Path]


def is_usable(folder: Path) -> bool:
    """Whether the tests' folders have room there, and programs may be started from it."""
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        return False
    return not os.statvfs(folder).f_flag & os.ST_NOEXEC and shutil.disk_usage(folder).free > NEEDED


# Every build waits until a disk has kept its files, which memory has at once.
if "PYTEST_DEBUG_TEMPROOT" not in os.environ and is_usable(MEMORY):
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(MEMORY)


def pytest_configure() -> None:
    """Stop where another package adds to the program: what it adds would be taken for a fault of this one."""
    if others := packages():
        pytest.exit(f"uninstall {', '.join(others)} first: the tests are of this program alone", 1)


@pytest.fixture
def project(tmp_path: Path) -> MakeProject:
    """Make a project from `path=text` pairs (`bib/…`, `docs/…`)."""

    def make(files: dict[str, str | bytes]) -> Path:
        (tmp_path / "bib" / "sources").mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return make


@pytest.fixture
def services() -> Iterator[Server]:
    """All services on this machine."""
    from tests.services.server import asked_at_once

    with asked_at_once() as server:
        yield server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first, so that a fault shows early; then the slowest, so that no process has one left when the others end."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    marks = {mark.name for mark in item.iter_markers()}
    return 1 if "slow" in marks else 2 * bool(marks & {"site", "browser"})


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes, except for what builds remember, which another may make again."""
    return {
        (Path(top) / name).relative_to(folder).as_posix(): (Path(top) / name).read_bytes()
        for top, _, names in os.walk(folder)
        for name in names
        if not top.endswith(".survey/cache")
    }
