"""A file with any content, read as the build reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config.settings import Settings
from generator.records import SourceReading
from generator.sources.reading import read_file

Read = Callable[..., SourceReading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def of(data: str | bytes, name: str = "a.txt", settings: Settings | None = None) -> SourceReading:
        file = tmp_path / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_file(file, f"sources/{name}", settings or Settings())

    return of
