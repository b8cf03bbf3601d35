"""Every command that writes may be cut off anywhere, meet a full disk, or a file that it may not replace.

What it was to change is then the old or the new, wholly; nothing is left over after the next command, and the same
command again does what it would have done.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.commands import review_fetched
from generator.fetching.candidates import Candidate, written_candidates
from generator.fetching.entry import Fetched
from generator.identifiers import Identifier
from generator.names import Name
from tests.conftest import snapshot
from tests.project.dying import (
    dying_at,
    in_a_copy,
    killed_at_each,
    killing_itself_at,
    on_a_full_disk,
    refusing_to_replace,
    was_killed,
)
from tests.project.surveys import FIRST, make, run
from tests.services.server import Server, asked_at_once

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied and killed")
STOPPED = {**FIRST, "bib/sources/a.bib": FIRST["bib/sources/a.bib"].replace("for sets}", "for sets.}")}
UNTHEMED = {path: text for path, text in FIRST.items() if path != "bib/themes.yml"}
LACKING = {**FIRST, "bib/sources/b.csv": "title,doi\n,10.1234/sets.2022.7\n"}
SCREENED = "ref,title,decision,reviewer\na.bib:1,Order matters for sets,include,ann\na.bib:2,Sets without any order,exclude,bo\n"
THEMED = "primary,ref\nsets,a.bib:1\nsets,a.bib:2\n"
PAIRED = "answer,left,right\nnot-same,a.bib:1,a.bib:2\n"
# Two pairs that may be one work, and works that speak for two themes, so that there are two questions of each kind.
ASKING = {
    "bib/sources/a.bib": "".join(
        f"@article{{a{n}, title={{{title} under till}}, journal={{Geoderma}}, {common}}}\n"
        f"@article{{b{n}, title={{{title}}}, booktitle={{Soil Conference}}, {common}}}\n"
        for n, title in enumerate(("Soil carbon", "Otter burrows"))
        for common in ["author={Lewis, Gary and Adeli, Khosrow}, year={2020}"]
    ),
    "bib/themes.yml": (
        "sections:\n  - title: All\n    themes:\n      - {id: soil, title: Soil, scope: Soil and burrows.}\n"
        "      - {id: tillage, title: Tillage, scope: Till of soil for otters.}\n"
    ),
}
TWO_REVIEWERS = ("bib/screening/ann.csv", "bib/screening/bo.csv")


@dataclass(frozen=True)
class Case:
    """A command, what stands before it, and the files that it changes as one."""

    words: tuple[str, ...]
    changed: tuple[str, ...]
    files: dict[str, str]
    table: str = ""
    stride: int = 5  # changes to the disk from one cut to the next: a prime, so that every kind of change is met

    def line(self, project: Path) -> list[str]:
        """Its words; `TABLE` is a file beside the project."""
        words = [str(project.parent / "answers.csv") if word == "TABLE" else word for word in self.words]
        return [words[0], "--project", str(project), *words[1:]]


CASES = {
    "fetch": Case(("fetch",), ("bib/fetched.bib",), LACKING),
    "fetch --refresh": Case(("fetch", "--refresh"), ("bib/fetched.bib",), LACKING),
    "add": Case(("add", "doi:10.1234/oak.2021.5"), ("bib/sources/added.bib",), FIRST),
    "check --fix": Case(("check", "--fix"), ("bib/decisions.yml",), STOPPED),
    "themes propose": Case(("themes", "propose"), ("bib/themes.yml",), UNTHEMED),
    "review pairs": Case(("review", "--import", "TABLE"), ("bib/decisions.yml",), FIRST, PAIRED),
    "review themes": Case(("review", "--themes", "--import", "TABLE"), ("bib/decisions.yml",), FIRST, THEMED),
    "release": Case(
        ("release", "1.0", "--no-git", "--no-archive", "--date", "2026-02-01"),
        ("bib/editions/1.0.json", "bib/survey.yml"),
        FIRST,
        stride=11,  # it writes the pages of the edition, too
    ),
    "screen": Case(("screen", "--import", "TABLE"), TWO_REVIEWERS, FIRST, SCREENED),
}


@pytest.fixture(scope="module")
def services() -> Iterator[Server]:
    """All services on this machine."""
    with asked_at_once() as server:
        yield server


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    """Each command in turn."""
    return CASES[request.param]


@pytest.fixture(scope="module")
def built(services: Server, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Path]:
    """Makes the project of a case, built once for all tests."""

    made: dict[tuple[str, ...], Path] = {}

    def first(case: Case) -> Path:
        if case.words not in made:
            settings = {"bib/survey.yml": case.files["bib/survey.yml"] + services.settings}
            made[case.words] = make(tmp_path_factory.mktemp("first"), {**case.files, **settings})
            assert run(made[case.words], "build")[0] == 0
        return made[case.words]

    return first


@pytest.fixture
def fresh(case: Case, built: Callable[[Case], Path], tmp_path: Path) -> Callable[[str], Path]:
    """Makes a copy of the project of the case under a name."""
    first = built(case)
    (tmp_path / "answers.csv").write_text(case.table, encoding="utf-8")

    def made(name: str) -> Path:
        return shutil.copytree(first, tmp_path / name)

    return made


def changed_files(project: Path, case: Case) -> dict[str, bytes | None]:
    """What stands where the command writes; the moment that a decision was made at is not a difference."""
    return {path: (project / path).read_bytes() if (project / path).exists() else None for path in case.changed}


def candidates() -> str:
    """Two works that a service gave for the first record of the survey."""
    facts = {"title": "Order matters", "year": 2022, "authors": (Name("Smith", "Ann"),)}
    sources = dict.fromkeys(facts, ("dblp", "2026-01-02"))
    return written_candidates(
        Candidate("sources/a.bib:1", Fetched(key, facts, (Identifier("doi", f"10.1234/{key}"),), sources), "year")
        for key in ("one", "two")
    )


def leftovers(project: Path) -> list[str]:
    """What a command that was cut off may have left."""
    found = [Path(top, name).relative_to(project).as_posix() for top, _, names in os.walk(project) for name in names]
    return [path for path in found if path.endswith(".part") or path.startswith(".survey/next")]


@pytest.mark.slow
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM], ids=["SIGKILL", "SIGTERM"])
def test_killed_at_any_change_to_the_disk(case: Case, fresh: Callable[[str], Path], by: signal.Signals) -> None:
    whole = fresh("whole")
    old = changed_files(whole, case)
    main(case.line(whole))
    new = changed_files(whole, case)
    assert old != new
    for project in killed_at_each(case.line, fresh, by, case.stride if by == signal.SIGKILL else 2 * case.stride + 1):
        assert run(project, "build")[0] == 0
        assert changed_files(project, case) in (old, new)
        assert leftovers(project) == []
        main(case.line(project))
        assert changed_files(project, case) == new


def test_a_full_disk_changes_nothing_and_is_reported(case: Case, fresh: Callable[[str], Path]) -> None:
    project = fresh("full")
    old = changed_files(project, case)
    assert on_a_full_disk(case.line(project)) == 1
    assert changed_files(project, case) == old
    assert run(project, "build")[0] == 0
    assert leftovers(project) == []
    main(case.line(project))
    assert changed_files(project, case) != old


def test_a_file_that_may_not_be_replaced_is_reported_and_stays(
    case: Case, fresh: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    project = fresh("unwritable")
    old = changed_files(project, case)
    with refusing_to_replace(case.changed[0]):
        assert main(case.line(project)) == 1
    said = capsys.readouterr().err
    assert case.changed[0] in said
    assert "Permission denied" in said and "Traceback" not in said
    assert changed_files(project, case) == old
    assert run(project, "build")[0] == 0
    assert leftovers(project) == []
    main(case.line(project))
    assert changed_files(project, case) != old


@pytest.mark.parametrize("in_the_way", ["folder", "link", "pipe"])
def test_what_stands_in_the_place_of_its_file_is_left_alone(
    case: Case, fresh: Callable[[str], Path], in_the_way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = fresh("taken")
    (tmp_path / "mine").write_bytes(b"mine")
    target = project / case.changed[0]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    if in_the_way == "folder":
        target.mkdir()
    elif in_the_way == "link":
        target.symlink_to(tmp_path / "mine")
    else:
        os.mkfifo(target)
    assert main(case.line(project)) == 1
    assert target.name in capsys.readouterr().err
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert leftovers(project) == []


def test_an_answer_counts_as_soon_as_the_next_question_is_asked(tmp_path: Path) -> None:
    files = {**FIRST, "bib/candidates.bib": candidates()}
    for step in range(0, 90, 2):
        project = make(tmp_path / str(step), files)
        answers = iter(("y", "n"))

        def session(project: Path = project, step: int = step, answers: Iterator[str] = answers) -> None:
            survey = pipeline.survey_of(project)
            killing_itself_at(step)
            review_fetched.run(project, survey, lambda prompt: next(answers), lambda: True)

        killed = was_killed(in_a_copy(session))
        assert run(project, "build")[0] == 0
        decided = (project / "bib/decisions.yml").exists()
        refused = "answer = {no}" in (project / "bib/candidates.bib").read_text(encoding="utf-8")
        assert decided or not refused
        assert leftovers(project) == []
        if not killed:
            break
    assert decided and refused and not killed


SITTINGS = {
    "screen": (("screen", "--reviewer", "ann"), "i", "bib/screening/ann.csv", "include"),
    "review": (("review",), "s", "bib/decisions.yml", "same:"),
    "review --themes": (("review", "--themes"), "1", "bib/decisions.yml", "primary"),
    "review --fetched": (("review", "--fetched"), "n", "bib/candidates.bib", "answer = {no}"),
}


@pytest.mark.parametrize("name", SITTINGS)
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP], ids=["SIGKILL", "SIGTERM", "SIGHUP"])
def test_a_terminal_that_is_closed_loses_no_answer(name: str, by: signal.Signals, tmp_path: Path) -> None:
    words, answer, file, entry = SITTINGS[name]
    project = make(tmp_path / "project", {**FIRST, **ASKING, "bib/candidates.bib": candidates()})
    given = iter([answer])

    def ask(prompt: str) -> str:
        found = next(given, None)
        if found is None:
            os.kill(os.getpid(), by)
        return found or "q"

    def sitting() -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("builtins.input", ask)
            patch.setattr("sys.stdin", io.StringIO())
            patch.setattr("sys.stdin.isatty", lambda: True)
            main([words[0], "--project", str(project), *words[1:]])

    assert was_killed(in_a_copy(sitting))
    assert (project / file).read_text(encoding="utf-8").count(entry) == 1
    assert leftovers(project) == []


def test_a_new_project_that_is_cut_off_is_there_wholly_or_not_at_all(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    assert main(["new", str(whole)]) == 0
    for step in range(0, 200, 7):
        folder = tmp_path / str(step) / "whole"
        folder.parent.mkdir()
        killed = was_killed(dying_at(step, ["new", str(folder)]))
        if not folder.exists():
            assert killed
            assert main(["new", str(folder)]) == 0
        assert snapshot(folder) == snapshot(whole)
        if not killed:
            return
    pytest.fail("it never came to its end")
