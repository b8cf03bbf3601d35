from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from generator.commands.serve import changes, rebuild, snapshot, watch
from tests.conftest import MakeProject

MKDOCS = "site_name: S\ntheme:\n  name: mkdocs\nplugins: []\nmarkdown_extensions: [attr_list, md_in_html]\nnav:\n  # <survey>\n  # </survey>\n"
BIB = "@article{smith2022, title={Order matters for sets}, author={Smith, Ann}, year={2022}, journal={Sets}}\n"
THEMES = "sections:\n  - title: All\n    themes:\n      - {id: sets, title: Sets, scope: Order and sets., terms: [order, sets]}\n"


@pytest.fixture
def survey(project: MakeProject) -> Path:
    return project(
        {
            "mkdocs.yml": MKDOCS,
            "bib/sources/a.bib": BIB,
            "bib/themes.yml": THEMES,
            "bib/overviews/sets.md": "First words.\n",
        }
    )


def test_what_a_person_edits_is_watched_and_what_programs_leave_is_not(project: MakeProject) -> None:
    folder = project(
        {
            "mkdocs.yml": "x",
            "bib/a/b.md": "x",
            "bib/.a.swp": "x",
            "bib/a.md~": "x",
            "bib/survey.bib": "x",
            "docs/a.md": "x",
        }
    )
    assert sorted(snapshot(folder)) == ["bib/a/b.md", "mkdocs.yml"]


def test_new_changed_and_removed_files_are_changes() -> None:
    assert changes({"a": (1, 1), "b": (1, 1), "c": (1, 1)}, {"b": (1, 1), "c": (2, 1), "d": (1, 1)}) == ["a", "c", "d"]


def test_an_edit_reaches_the_page_with_one_line_told(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reported: set[str] = set()
    known = rebuild(survey, snapshot(survey), [], reported)
    capsys.readouterr()
    (survey / "bib/overviews/sets.md").write_text("Other words of @smith2022order.\n", encoding="utf-8")
    rounds = iter([True, True, False])
    watch(survey, known, lambda: next(rounds), reported)
    page = (survey / "docs/themes/sets.md").read_text(encoding="utf-8")
    (cited,) = re.findall(r'Other words of <a class="cite" [^>]*href="([^"]*)"[^>]*>(.*?)</a>\.', page)
    assert cited == ("../../papers/smith2022order/", "Smith &#40;2022&#41;")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("Built after bib/overviews/sets.md: ")


def test_a_fault_is_reported_and_the_last_good_pages_stay(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rebuild(survey, snapshot(survey), [], set())
    before = (survey / "docs/themes/sets.md").read_bytes()
    (survey / "bib/overviews/sets.md").write_text("Words of @smith2023.\n", encoding="utf-8")
    rebuild(survey, snapshot(survey), ["bib/overviews/sets.md"], set())
    assert (survey / "docs/themes/sets.md").read_bytes() == before
    printed = capsys.readouterr().err
    assert "error: bib/overviews/sets.md:1: no work has the key `smith2023` (did you mean @smith2022" in printed
    assert "the last good pages stay" in printed


@pytest.mark.site
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_an_edit_shows_on_the_served_site_and_an_interrupt_ends_both(survey: Path, engine: str) -> None:
    (survey / "bib/survey.yml").write_text(f"engine: {engine}\n", encoding="utf-8")
    if engine == "zensical":  # which has a theme of its own
        (survey / "mkdocs.yml").write_text(MKDOCS.replace("theme:\n  name: mkdocs\n", ""), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # A shell ignores interrupts for what runs in its background, and a test may.
    code = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from types import SimpleNamespace as N; from pathlib import Path; from generator.commands.serve import run; "
    code += f"sys.exit(run(N(project=Path({str(survey)!r}), address='127.0.0.1:{port}', whole=False)))"
    server = subprocess.Popen(
        [sys.executable, "-c", code],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, "First words.")
        (survey / "bib/overviews/sets.md").write_text("Second words.\n", encoding="utf-8")
        _wait_for(port, "Second words.")
    finally:
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait(15) == 0
    with socket.socket() as gone:
        assert gone.connect_ex(("127.0.0.1", port)) != 0
    assert not (survey / ".survey/serving").exists()
    assert not (survey / ".cache").exists()


def _wait_for(port: int, text: str) -> None:
    end = time.monotonic() + 40
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/themes/sets/", timeout=2) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"{text!r} was not served")
