"""A build for which the memory does not suffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import snapshot


def test_memory_that_does_not_suffice_is_one_line_and_changes_nothing(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.chdir(small)
    assert main(["build"]) == 0
    capsys.readouterr()
    before = snapshot(small)
    monkeypatch.setattr("generator.pages.data.sqlite", too_much)
    (small / "bib/sources/b.bib").write_text("@article{b, title = {Another work}}", encoding="utf-8")
    assert main(["build", "--no-cache"]) == 1
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "…" not in line]
    assert line.startswith("error: this machine has too little memory for the survey")
    (small / "bib/sources/b.bib").unlink()
    assert snapshot(small) == before
