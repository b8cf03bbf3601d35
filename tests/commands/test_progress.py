"""What takes long shows how far it is: a bar on a terminal, elsewhere lines; `--timings` says what each stage took."""

from __future__ import annotations

import os
import pty
import re
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import progress as shown
from generator.commands.progress import line, progress
from generator.commands.stage_clock import Moment, StageClock, costs_in_words
from tests.conftest import MakeProject

BIB = "@article{smith2022, title={Order matters for sets}, author={Smith, Ann}, year={2022}, journal={Sets}}\n"
PATIENCE = 20.0  # seconds after which what a test waits for will not come


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def test_a_line_says_the_stage_its_count_and_what_is_left() -> None:
    assert line(Moment("Making pages", 250, 1000, 30.0)) == "Making pages … 250 of 1,000, about 30 s left"
    assert line(Moment("Making pages", 250, 1000, 200.0)) == "Making pages … 250 of 1,000, about 3 min left"
    assert line(Moment("Giving themes", 0, 0, None)) == "Giving themes …"
    assert line(None) == ""


def test_what_is_left_follows_from_the_steps_done_so_far_and_not_from_the_first_few() -> None:
    now = Clock()
    clock = StageClock(now)
    clock.begin("Making pages", 100)
    now.time = 5.0
    clock.step()
    assert clock.now == Moment("Making pages", 1, 100, None)
    clock.reach(20)
    now.time = 10.0
    assert clock.now == Moment("Making pages", 20, 100, 40.0)
    clock.begin("Linking works")
    assert clock.now == Moment("Linking works", 0, 0, None)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no processes")
def test_the_steps_of_a_copy_of_the_process_count_too() -> None:
    clock = StageClock()
    clock.begin("Making pages", 3)
    copy = os.fork()
    if not copy:
        clock.step()
        clock.step()
        os._exit(0)
    os.waitpid(copy, 0)
    clock.step()
    assert clock.now is not None
    assert clock.now.done == 3


def test_each_stage_has_its_seconds_and_what_it_found() -> None:
    now = Clock()
    clock = StageClock(now)
    clock.begin("Reading sources")
    clock.found("12 records")
    now.time = 1.5
    clock.begin("Making pages", 4)
    clock.reach(4)
    now.time = 2.0
    clock.end()
    rows = [re.split(r"\s{2,}", row) for row in costs_in_words(clock.costs).splitlines()]
    assert [(row[0], row[1], row[-1]) for row in rows[1:3]] == [
        ("Reading sources", "1.50", "12 records"),
        ("Making pages", "0.50", "4 of 4"),
    ]
    assert rows[3][:2] == ["Together", "2.00"]


@pytest.fixture
def small(project: MakeProject) -> Path:
    return project({"bib/sources/a.bib": BIB})


def test_timings_name_every_stage_of_a_build_with_its_memory(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--timings", "--project", str(small)]) == 0
    printed = capsys.readouterr().out
    for stage in ("Reading sources", "Merging duplicates", "Giving themes", "Making pages", "Writing files"):
        assert re.search(rf"^{stage} +\d+\.\d\d +[\d,]+ MB", printed, re.MULTILINE), stage
    assert re.search(r"^Reading sources .* 1 record$", printed, re.MULTILINE)


def test_a_short_build_shows_no_progress_and_a_quiet_one_says_nothing(
    small: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--quiet", "--project", str(small)]) == 0
    assert capfd.readouterr() == ("", "")


def test_without_a_terminal_a_long_stage_is_reported_in_lines(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shown, "EVERY", 0.02)
    said = ""
    with progress() as stages:
        stages.begin("Making pages", 8)
        stages.reach(2)
        for _ in _until():
            said += capfd.readouterr().err
            if said.count("\n") > 1:
                break
    assert set(re.sub(r", about \d+ s left", "", said).splitlines()) == {"Making pages … 2 of 8"}


def test_quiet_means_no_lines_however_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shown, "EVERY", 0.001)
    with progress(quiet=True) as stages:
        stages.begin("Making pages")
        time.sleep(0.02)
    assert capfd.readouterr().err == ""


def test_on_a_terminal_there_is_a_bar_with_a_count_and_no_second_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    monkeypatch.setattr(shown, "PATIENCE", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    seen = b""
    with open(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with progress() as stages:
            stages.begin("Making pages", 8)
            stages.reach(2)
            threads = threading.active_count()
            while b"2/8" not in seen:
                seen += os.read(ours, 1000)
            assert threading.active_count() == threads
    os.close(ours)
    assert b"Making pages" in seen


def _until() -> Iterator[None]:
    """Turns of a loop, until what is waited for should have come."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        yield
    raise AssertionError("it did not come")
