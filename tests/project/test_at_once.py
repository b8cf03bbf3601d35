"""Two commands started together on one survey: one waits for the other, and the end is what they give one after the other."""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import snapshot
from tests.project.surveys import FIRST, SECOND, make, run

PAIRS = int(os.environ.get("SURVEY_PAIRS", "2"))  # of each kind; `python -m benchmarks.cut_off` starts four
APART = 0.3  # seconds by which the second may start later
WAITS = "waiting for another command that is changing this survey"
OWN = (".survey/lock", ".survey/site", "site/")  # the locks, and the website with the times of its files
COMMANDS = {
    "build": ("build", "--quiet"),
    "build --no-cache": ("build", "--quiet", "--no-cache"),
    "build --site": ("build", "--quiet", "--site"),
    "check": ("check", "--quiet"),
    "check --fix": ("check", "--fix", "--quiet"),
    "explain": ("explain", "one", "--quiet"),
    "export": ("export", "--format", "bibtex", "--output", "OUT", "--quiet"),
    "fetch --check": ("fetch", "--check", "--quiet"),
    "review": ("review", "--import", "PAIRED", "--quiet"),
    "screen": ("screen", "--reviewer", "ann", "--import", "SCREENED", "--quiet"),
    "themes": ("themes", "propose", "--output", "-", "--quiet"),
    "upgrade": ("upgrade", "--yes", "--quiet"),
}
ANSWERS_ONE = {"fetch --check"}  # which answers with 1 where works lack facts
TOGETHER = (
    *(("build", other) for other in COMMANDS if other != "build --site"),
    ("screen", "review"),
    ("screen", "screen"),
    ("review", "check --fix"),
    ("upgrade", "upgrade"),
    pytest.param(("build", "build --site"), marks=pytest.mark.site),
    pytest.param(("build --site", "build --site"), marks=pytest.mark.site),
)
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A survey that was built, and whose sources have changed since, beside tables to read."""
    folder = tmp_path_factory.mktemp("at-once")
    project = make(folder / "project", FIRST)
    assert run(project, "build")[0] == 0
    make(project, SECOND)
    (folder / "SCREENED").write_text("ref,title,decision\na.bib:1,Order matters for sets,include\n", encoding="utf-8")
    (folder / "PAIRED").write_text("answer,left,right\nnot-same,a.bib:1,a.bib:2\n", encoding="utf-8")
    return folder


def line(folder: Path, name: str) -> list[str]:
    words = [str(folder / word) if word in ("SCREENED", "PAIRED", "OUT") else word for word in COMMANDS[name]]
    return [words[0], "--project", str(folder / "project"), *words[1:]]


def started(words: list[str], said: Path, moment: float) -> int:
    """A copy of this process that runs a command at that moment, and writes what it says into a file."""
    copy = os.fork()
    if copy == 0:
        code = 70
        try:
            with said.open("w", encoding="utf-8") as file, open(os.devnull, "w") as silence:
                sys.stderr, sys.stdout = file, silence
                time.sleep(max(0, moment - time.monotonic()))
                code = main(words)
                file.flush()
        finally:
            os._exit(code)
    return copy


def ended(folder: Path, names: tuple[str, str], later: float) -> None:
    """Run both commands, the second so many seconds later; fails where one says or returns what it should not."""
    moment = time.monotonic() + 0.05
    said = [folder / "said-first", folder / "said-second"]
    copies = [
        started(line(folder, name), file, moment + number * later)
        for number, (name, file) in enumerate(zip(names, said, strict=True))
    ]
    for name, file, copy in zip(names, said, copies, strict=True):
        code = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
        lines = file.read_text(encoding="utf-8").splitlines()
        assert code == 0 or (code == 1 and name in ANSWERS_ONE), f"{name} ended with {code}: {lines}"
        assert lines.count(WAITS) <= 1, lines
        assert not [text for text in lines if "error" in text or "Traceback" in text], lines


def state(folder: Path) -> dict[str, bytes]:
    """What a build then makes of the survey: every file but what a process keeps for itself."""
    project = folder / "project"
    assert run(project, "build")[0] == 0
    return {path: content for path, content in snapshot(project).items() if not path.startswith(OWN)}


@pytest.mark.parametrize("names", TOGETHER, ids=" + ".join)
def test_two_commands_at_once_end_as_one_after_the_other(changed: Path, names: tuple[str, str], tmp_path: Path) -> None:
    in_turn = []
    for number, order in enumerate((names, names[::-1])):
        folder = shutil.copytree(changed, tmp_path / f"in-turn-{number}")
        for name in order:
            assert main(line(folder, name)) in (0, 1)
        in_turn.append(state(folder))
    chance = random.Random(f"{names}")
    for number in range(PAIRS if "build --site" not in names else PAIRS // 2):
        folder = shutil.copytree(changed, tmp_path / str(number))
        ended(folder, names, APART * chance.random() * (number % 2))  # every other pair at the same moment
        assert state(folder) in in_turn
        assert not [path for path in snapshot(folder / "project") if path.endswith(".part")]
        shutil.rmtree(folder)
