from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.surveys import BIB, THEMES
from tests.conftest import MakeProject


@pytest.fixture
def small(project: MakeProject) -> Path:
    return project({"bib/sources/a.bib": BIB, "bib/themes.yml": THEMES, "bib/survey.yml": "title: A small survey\n"})
