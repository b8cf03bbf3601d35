"""The building of a website is killed at moments of chance: the next one is right, and nothing is left over."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import snapshot
from tests.project.dying import in_a_copy
from tests.project.surveys import FIRST, SECOND, make, run

KILLS = 5
BUILD = ("build", "--site", "--quiet")
OWN = (".survey/lock", ".survey/site")  # the lock, and the stamp with the times of the website's files
pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied and killed"),
]


def website(project: Path) -> dict[str, bytes]:
    """The website's files, by path."""
    return snapshot(project / "site")


def others(project: Path) -> set[str]:
    """What else stands in the project."""
    return {path for path in snapshot(project) if not path.startswith(("site/", *OWN))}


def a_build_of(project: Path) -> int:
    """A copy of this process that builds the website."""
    return in_a_copy(lambda: main([BUILD[0], "--project", str(project), *BUILD[1:]]))


def test_a_website_killed_at_any_moment_is_whole_after_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # what MkDocs takes for the time of building
    first = make(tmp_path / "first", FIRST)
    assert run(first, *BUILD)[0] == 0
    whole = make(shutil.copytree(first, tmp_path / "whole"), SECOND)
    started = time.monotonic()
    assert run(whole, *BUILD)[0] == 0
    lasts = time.monotonic() - started
    old, new = website(first), website(whole)
    assert old != new
    draw, killed = random.Random(23), 0
    for number in range(KILLS):
        project = make(shutil.copytree(first, tmp_path / str(number)), SECOND)
        copy = a_build_of(project)
        time.sleep(lasts * number * draw.uniform(0.5, 1) / KILLS)  # the first at once, the others at moments of chance
        os.kill(copy, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(copy, 0)[1])
        for path, content in website(project).items():
            assert content in (old.get(path), new.get(path)) or path.endswith(".part"), path
        assert run(project, *BUILD)[0] == 0
        assert website(project) == new
        assert others(project) == others(whole)
    assert killed
