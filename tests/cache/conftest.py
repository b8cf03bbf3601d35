"""A survey that was built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cache.projects import START, built
from tests.project.surveys import make


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """A small survey, built once."""
    project = make(tmp_path / "survey", START)
    assert built(project)[0] == 0
    return project
