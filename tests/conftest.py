"""What several rooms' tests share: small projects in empty folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# How long a text takes says nothing on a busy machine; growth is tested by counting steps.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Make a project from `path=text` pairs (`bib/…`, `docs/…`)."""

    def make(files: dict[str, str | bytes]) -> Path:
        (tmp_path / "bib" / "sources").mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return make


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests last, so that a fault shows early."""
    items.sort(key=lambda item: bool({"site", "browser", "slow"} & {mark.name for mark in item.iter_markers()}))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {
        (Path(top) / name).relative_to(folder).as_posix(): (Path(top) / name).read_bytes()
        for top, _, names in os.walk(folder)
        for name in names
    }
