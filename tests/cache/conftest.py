"""A survey that was built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cache.projects import START, built
from tests.project.surveys import make


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small survey, built once."""
    project = make(tmp_path_factory.mktemp("once") / "survey", START)
    assert built(project)[0] == 0
    return project


@pytest.fixture
def survey(once: Path, tmp_path: Path) -> Path:
    """A copy of it of one's own."""
    return shutil.copytree(once, tmp_path / "survey")
