"""Two tasks side by side give what they give one after the other."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import InputError, at_fault
from generator.two_processes import in_two_processes
from tests.own_process import in_its_own_process

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are copied on Linux only")


@in_its_own_process
def test_both_results_come_back() -> None:
    assert in_two_processes(lambda: "mine", lambda: ["theirs"] * 100_000) == ("mine", ["theirs"] * 100_000)
    assert in_two_processes(lambda: 1, lambda: 2, worthwhile=False) == (1, 2)


@on_linux
@in_its_own_process
def test_the_second_task_is_done_in_another_process() -> None:
    here, there = in_two_processes(os.getpid, os.getpid)
    assert here == os.getpid()
    assert (there == here) == ((os.cpu_count() or 1) == 1)


@in_its_own_process
def test_input_at_fault_in_the_copy_is_reported_here() -> None:
    def fault() -> None:
        raise at_fault("is wrong", "bib/a.bib", 3, "mend it")

    with pytest.raises(InputError, match=r"bib/a\.bib:3: is wrong \(mend it\)"):
        in_two_processes(lambda: 1, fault)


@in_its_own_process
def test_what_the_first_raises_leaves_no_process_behind() -> None:
    def fault() -> None:
        raise at_fault("first")

    with pytest.raises(InputError, match="first"):
        in_two_processes(fault, lambda: "more than a pipe holds" * 100_000)
    assert multiprocessing.active_children() == []


@in_its_own_process
def test_a_copy_that_dies_does_not_lose_its_task() -> None:
    here = os.getpid()
    assert in_two_processes(lambda: 1, lambda: 2 if os.getpid() == here else os._exit(9)) == (1, 2)


@in_its_own_process
def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    mine, theirs = in_two_processes(lambda: 1, lambda: lambda: 2)
    assert (mine, theirs()) == (1, 2)


@on_linux
def test_a_copy_ends_when_its_first_process_is_killed(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import os, time, pathlib\n"
        "from generator.two_processes import in_two_processes\n"
        "def second():\n"
        f"    pathlib.Path({str(note)!r}).write_text(str(os.getpid()))\n"
        "    time.sleep(60)\n"
        "in_two_processes(lambda: time.sleep(60), second)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code])
    _until(lambda: note.exists() and bool(note.read_text()))
    copy = int(note.read_text())
    process.kill()
    process.wait()
    _until(lambda: not Path(f"/proc/{copy}").exists() or "Z" in Path(f"/proc/{copy}/stat").read_text().split()[2])


@pytest.mark.parametrize("number", [errno.EAGAIN, errno.ENOMEM])
@in_its_own_process
def test_where_the_system_makes_no_copy_both_tasks_are_done_here(number: int) -> None:
    def no_copy() -> int:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fork", no_copy)
        assert in_two_processes(lambda: 1, lambda: 2) == (1, 2)


@on_linux
def test_ctrl_c_ends_both_without_a_word_from_the_copy(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import os, pathlib, signal, time\n"
        "from generator.two_processes import in_two_processes\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may be deaf to Ctrl-C\n"
        f"note = pathlib.Path({str(note)!r})\n"
        "def first():\n"
        "    print('begun', flush=True)\n"
        "    time.sleep(60)\n"
        "try:\n"
        "    in_two_processes(first, lambda: note.write_text(str(os.getpid())))\n"
        "except KeyboardInterrupt:\n"
        "    print('ended')\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    _until(lambda: note.exists() and bool(note.read_text()))  # so that the copy is done and waits
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60) == ("ended\n", "")


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
