"""A project on a disk that cannot be written: each command says so in one message, or does without."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.conftest import snapshot
from tests.project.surveys import FIRST, make, run

WRITING: dict[str, tuple[str, ...]] = {
    "build": ("build",),
    "build --no-cache": ("build", "--no-cache"),
    "build --site": ("build", "--site"),
    "offline": ("offline",),
    "check --fix": ("check", "--fix"),
    "release": ("release", "1.0", "--no-git"),
    "screen": ("screen", "--reviewer", "ann", "--import", "SCREENED"),
    "review": ("review", "--import", "PAIRED"),
    "add": ("add", "doi:10.1234/otters"),
    "fetch": ("fetch",),
    "upgrade": ("upgrade", "--yes"),
}
READING: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "export": ("export", "--format", "bibtex"),
    "explain": ("explain", "one"),
    "review": ("review",),
    "review --themes": ("review", "--themes"),
    "screen --status": ("screen", "--status"),
    "doctor": ("doctor",),
}
STOPPED = FIRST["bib/sources/a.bib"].replace("for sets}", "for sets.}")
MORE = "@article{three, title={Graphs after sets}, author={Lee, Cy}, year={2023}, journal={Graphs}, doi={10.1234/g}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A survey that was built, and has changed since."""
    folder = make(tmp_path / "project", {**FIRST, "bib/sources/a.bib": STOPPED})
    assert run(folder, "build")[0] == 0
    make(folder, {"bib/sources/b.bib": MORE})
    (tmp_path / "SCREENED").write_text("ref,title,decision\na.bib:1,Order matters for sets,include\n", encoding="utf-8")
    (tmp_path / "PAIRED").write_text("answer,left,right\nnot-same,a.bib:1,a.bib:2\n", encoding="utf-8")
    return folder


@pytest.fixture
def read_only(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same project on a disk that answers as one does that is mounted read-only."""

    def refusing(real: Callable[..., Any], is_writing: Callable[..., bool]) -> Callable[..., Any]:
        def asked(*arguments: Any, **named: Any) -> Any:
            paths = [os.path.abspath(os.fspath(one)) for one in arguments[:2] if isinstance(one, (str, os.PathLike))]
            if any(path.startswith(f"{project}/") for path in paths) and is_writing(*arguments, **named):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), paths[0])
            return real(*arguments, **named)

        return asked

    def opens_to_write(path: object, flags: int, *_: object, **__: object) -> bool:
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))

    def always(*_: object, **__: object) -> bool:
        return True

    monkeypatch.setattr(os, "open", refusing(os.open, opens_to_write))
    for name in ("mkdir", "replace", "rename", "unlink", "rmdir", "chmod", "utime", "symlink", "link", "truncate"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name), always))
    return project


def line(words: tuple[str, ...], project: Path) -> list[str]:
    given = [str(project.parent / word) if word in ("SCREENED", "PAIRED") else word for word in words]
    return [given[0], "--project", str(project), *given[1:]]


@pytest.mark.parametrize("name", WRITING)
def test_what_must_write_says_in_one_message_that_it_cannot(
    name: str, read_only: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(read_only)
    assert main(line(WRITING[name], read_only)) == 1
    said = capsys.readouterr().err
    assert "Read-only file system" in said
    assert "Traceback" not in said
    assert said.count("error:") == 1
    assert snapshot(read_only) == before


@pytest.mark.parametrize("name", READING)
def test_what_only_reads_needs_no_place_to_write(
    name: str, read_only: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(read_only)
    assert main(line(READING[name], read_only)) in (0, 1)
    said = capsys.readouterr()
    assert "Read-only" not in said.err and "Traceback" not in said.err
    assert said.out.strip()
    assert snapshot(read_only) == before
