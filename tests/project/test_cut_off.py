"""A build may be cut off anywhere: every file is the old or the new one, and the next build leaves no trace of it."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import InputError
from generator.project.paths import LOCK
from tests.conftest import snapshot
from tests.project.dying import dying_once_replaced, in_a_copy, killing_itself_at, was_killed
from tests.project.surveys import FIRST, SECOND, make, run

KILLS = int(os.environ.get("SURVEY_KILLS", "100"))  # `python -m benchmarks.cut_off` makes a thousand
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied and killed")


@dataclass(frozen=True)
class States:
    """The survey built from the first input, then from the second, and then from the first again: folders and files."""

    first: Path
    second: Path
    files: Mapping[str, Mapping[str, bytes]]


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> States:
    folder = tmp_path_factory.mktemp("states")
    first = make(folder / "first", FIRST)
    assert run(first, "build", "--strict")[0] == 0
    second = shutil.copytree(first, folder / "second")
    make(second, SECOND)
    assert run(second, "build")[0] == 0
    again = shutil.copytree(second, folder / "again")
    make(again, FIRST)
    assert run(again, "build")[0] == 0
    folders = {"first": first, "second": second, "again": again}
    return States(first, second, {name: snapshot(made) for name, made in folders.items()})


def a_build_of(project: Path) -> int:
    """A copy of this process that builds."""
    return in_a_copy(lambda: main(["build", "--quiet", "--project", str(project)]))


def check_after(project: Path, states: States, which_input: str) -> None:
    """Every file is old or new; the next build gives what a build that was never cut off gives."""
    old, new = states.files["first"], states.files["second"]
    found = snapshot(project)
    for path, content in found.items():
        if not path.startswith(".survey/next/") and path not in SECOND:
            assert content in (old.get(path), new.get(path)), path
    stood = found["bib/survey.bib"] == new["bib/survey.bib"]
    if which_input == "first":
        make(project, FIRST)
    assert run(project, "build")[0] == 0
    with_first = "again" if stood else "first"
    assert snapshot(project) == states.files["second" if which_input == "second" else with_first]


def test_killed_at_every_change_to_the_disk(states: States, tmp_path: Path) -> None:
    killed, step = True, 0
    while killed:
        which = "second" if step % 2 else "first"
        project = shutil.copytree(states.first, tmp_path / str(step))
        make(project, SECOND)

        def cut(project: Path = project, step: int = step) -> None:
            killing_itself_at(step)
            main(["build", "--quiet", "--project", str(project)])

        _, status = os.waitpid(in_a_copy(cut), 0)
        killed = os.WIFSIGNALED(status)
        check_after(project, states, which)
        shutil.rmtree(project)
        step += 17  # a prime, so that every kind of change is met
    assert step > 100


@pytest.mark.slow
def test_killed_at_moments_of_chance(states: States, tmp_path: Path) -> None:
    draw = random.Random(11)
    started = time.monotonic()
    project = shutil.copytree(states.first, tmp_path / "timed")
    make(project, SECOND)
    os.waitpid(in_a_copy(lambda: main(["build", "--quiet", "--project", str(project)])), 0)
    lasts = time.monotonic() - started
    for number in range(KILLS):
        project = shutil.copytree(states.first, tmp_path / str(number))
        make(project, SECOND)
        copy = a_build_of(project)
        time.sleep(draw.uniform(0, lasts))
        os.kill(copy, signal.SIGKILL if number % 2 else signal.SIGTERM)
        os.waitpid(copy, 0)
        check_after(project, states, "second" if number % 4 < 2 else "first")
        shutil.rmtree(project)


def test_a_full_disk_changes_nothing(states: States, tmp_path: Path) -> None:
    project = shutil.copytree(states.first, tmp_path / "full")
    make(project, SECOND)
    before = snapshot(project)

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        main(["build", "--project", str(project)])

    os.waitpid(in_a_copy(full), 0)
    assert snapshot(project) == before
    assert run(project, "build")[0] == 0
    assert snapshot(project) == states.files["second"]


def test_a_page_changed_after_the_cut_is_a_persons(states: States, tmp_path: Path) -> None:
    project = shutil.copytree(states.first, tmp_path / "edited")
    make(project, SECOND)
    page = project / "docs/index.md"
    assert was_killed(dying_once_replaced("bib/survey.bib", ["build", "--project", str(project)]))
    assert (project / "bib/survey.bib").read_bytes() != (states.first / "bib/survey.bib").read_bytes()
    assert page.read_bytes() == (states.first / "docs/index.md").read_bytes()
    page.write_text("My own words.\n", encoding="utf-8")
    code, said = run(project, "build")
    assert (code, "docs/index.md: was changed by hand" in said) == (1, True)
    assert page.read_text(encoding="utf-8") == "My own words.\n"
    assert run(project, "build", "--force")[0] == 0
    assert snapshot(project) == states.files["second"]


def test_clocks_that_run_backwards_and_files_of_one_size_and_time_change_nothing(
    states: States, tmp_path: Path
) -> None:
    project = shutil.copytree(states.first, tmp_path / "clock")
    for file in project.rglob("*"):
        os.utime(file, (946_684_800, 946_684_800))
    source = project / "bib/sources/a.bib"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("Order matters for sets", "Order mutters for sets"), encoding="utf-8")
    os.utime(source, (946_684_800, 946_684_800))
    assert run(project, "build")[0] == 0
    assert "Order mutters for sets" in (project / "bib/survey.bib").read_text(encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    os.utime(source, (0, 0))
    assert run(project, "build")[0] == 0
    assert snapshot(project)["bib/survey.bib"] == states.files["first"]["bib/survey.bib"]


def test_of_two_builds_at_once_the_second_waits_and_says_so(states: States, tmp_path: Path) -> None:
    project = shutil.copytree(states.first, tmp_path / "pair")
    make(project, SECOND)
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--project", str(project)]
    for _ in range(3):
        pair = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [process.communicate(timeout=60)[1] for process in pair]
        assert [process.returncode for process in pair] == [0, 0], said
        assert set("".join(said).splitlines()) <= {"waiting for another command that is changing this survey"}
    assert snapshot(project) == states.files["second"]


def test_a_lock_of_a_process_that_died_holds_nobody_up(states: States, tmp_path: Path) -> None:
    from generator.project.lock import locked

    project = shutil.copytree(states.first, tmp_path / "dead")
    is_held, says_held = os.pipe()

    def hold() -> None:
        with locked(project):
            os.write(says_held, b"!")
            signal.pause()

    copy = in_a_copy(hold)
    assert os.read(is_held, 1) == b"!"
    with pytest.raises(InputError, match="another command is changing this survey"), locked(project, patience=0):
        pass
    os.kill(copy, signal.SIGKILL)
    os.waitpid(copy, 0)
    with locked(project, patience=0):
        assert (project / LOCK).is_file()
