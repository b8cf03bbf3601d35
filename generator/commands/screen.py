"""`screen`: reviewers decide which works belong in the survey, each in a file `bib/screening/<name>.csv`."""

from __future__ import annotations

import argparse
import getpass
import sys
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator import pipeline
from generator.calling import program
from generator.cli import add_project
from generator.commands.progress import progress
from generator.commands.screen_session import Session
from generator.commands.screen_tables import FORMS, read_table, table
from generator.config.screening_files import STAGES, TeamMark, read_screening, reviewer_file, written
from generator.errors import InputError, at_fault
from generator.project.box import files_below
from generator.project.journal import put_together
from generator.project.opening import alone, open_project
from generator.project.paths import SCREENING
from generator.project.placing import place_outside
from generator.screening.agreement import agreements
from generator.screening.values import Verdict
from generator.survey import Survey
from generator.text.counting import counted
from generator.works import Work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `screen`."""
    add_project(parser)
    parser.add_argument("--reviewer", metavar="NAME", help="who decides (default: your name on this machine)")
    parser.add_argument(
        "--stage", choices=STAGES, default=STAGES[0], help="the step of the review (default: title and abstract)"
    )
    parser.add_argument("--all", action="store_true", help="also works that others have decided, for a second opinion")
    parser.add_argument("--status", action="store_true", help="only say how far the screening is and who agrees")
    exchange = parser.add_mutually_exclusive_group()
    exchange.add_argument("--export", type=Path, metavar="FILE", help="write the open works for another program")
    exchange.add_argument("--import", type=Path, metavar="FILE", dest="table", help="read decisions made there")
    parser.add_argument("--format", choices=FORMS, default="csv", help="of --export (default: csv)")


def run(arguments: argparse.Namespace) -> int:
    """Screen. Returns 0; raises InputError for a table that cannot be read or a name that cannot be a file name."""
    project: Path = arguments.project
    open_project(project)
    reviewer = arguments.reviewer or getpass.getuser()
    file = reviewer_file(reviewer)
    with progress() as stages:
        survey = pipeline.survey_of(project, stages)
    if arguments.status:
        print("\n".join(status(survey)))
        return 0
    works = everything(survey)
    if arguments.table:
        marks = read_table(arguments.table, [work for work, _ in works], reviewer)
        _keep(project, marks)
        print(f"{counted(len(marks), 'decision')} added to {SCREENING}/; `{program()} build` applies them")
        return 0
    own = {reviewer} if arguments.all else set()
    waiting = [one for one in works if _waits(one[1], own)]
    if arguments.export:
        place_outside(arguments.export, table(arguments.format, [work for work, _ in waiting]).encode())
        print(f"Wrote {counted(len(waiting), 'work')} to {arguments.export}")
        return 0
    if not sys.stdin.isatty():
        print("\n".join([*status(survey), "Decide on a terminal, or with --export and --import."]))
        return 0
    before = [mark for mark in read_screening(project)[0] if mark.reviewer == _composed(reviewer)]

    def keep(mark: TeamMark) -> None:
        _keep(project, [mark])

    def take_back(mark: TeamMark) -> None:
        _keep(project, [old for old in before if old.ref == mark.ref], [mark])

    places = [place for place, one in enumerate(works) if _waits(one[1], own)]
    if not places and len(works) and not arguments.all:
        print("Nothing is open: the others have decided all works. `--all` asks for a second opinion on them.")
    marks = Session(works, places, survey, keep, take_back).asked(input, reviewer, arguments.stage)
    print(f"{counted(len(marks), 'decision')} added to {file}")
    return 0


def everything(survey: Survey) -> list[tuple[Work, Verdict]]:
    """Every work with its verdict, including those left out, in an order that no decision changes."""
    kept = [(work, survey.verdicts[key]) for key, work in survey.works.items()]
    return sorted([*kept, *survey.screened_out], key=lambda one: one[0].records[0].origin.order)


def status(survey: Survey) -> list[str]:
    """How many works have reached each stage, and how far reviewers agree."""
    verdicts = [verdict for _, verdict in everything(survey)]
    counts = Counter(verdict.status for verdict in verdicts)
    lines = [f"{counts[name]:>7,}  {name}" for name in sorted(counts, key=lambda name: (-counts[name], name))]
    for one in agreements(verdicts):
        kappa = "not defined" if one.kappa is None else f"{one.kappa:.2f}"
        lines.append(
            f"{one.left} and {one.right} agree on {one.agreed:,} of {one.works:,} works (Cohen's kappa {kappa})"
        )
    return lines


def _waits(verdict: Verdict, own: set[str]) -> bool:
    """Whether a work is still to be decided: by anybody or, with `own`, by this reviewer."""
    if own:
        return not any(mark.reviewer in own for mark in verdict.marks)
    return verdict.is_open


def _file_of(project: Path, reviewer: str) -> str:
    """The reviewer's file, as spelt on the disk. Raises InputError if another's differs from it only by case."""
    path = reviewer_file(reviewer)
    others = {found.name: found.path for found in files_below(project, SCREENING).files}
    name = path.removeprefix(f"{SCREENING}/")
    if name in others:
        return others[name]
    alike = next((other for other in others if other.casefold() == name.casefold()), "")
    if alike:
        known = alike.removesuffix(".csv")
        raise at_fault(f"`{reviewer}` differs from the reviewer `{known}` only by case", hint=f"--reviewer {known}")
    return path


def _in_place(old: Sequence[TeamMark], new: Sequence[TeamMark], decided: Container[str]) -> Iterator[TeamMark]:
    """The old marks, with those of works decided anew replaced by the new ones; then the rest."""
    anew: dict[str, list[TeamMark]] = {}
    for mark in new:
        anew.setdefault(mark.ref, []).append(mark)
    for mark in old:
        if mark.ref in decided:
            yield from anew.pop(mark.ref, ())
        else:
            yield mark
    for marks in anew.values():
        yield from marks


def _composed(reviewer: str) -> str:
    """The name in the one form in which marks carry it: some keyboards type accents as separate characters."""
    return unicodedata.normalize("NFC", reviewer)


def _keep(project: Path, marks: Sequence[TeamMark], taken_back: Sequence[TeamMark] = ()) -> None:
    """Add the marks to their reviewers' files, all or none, replacing earlier marks of the same works and those taken
    back.

    Raises InputError where a row of such a file cannot be read: it would be lost.
    """
    marks = [replace(mark, reviewer=_composed(mark.reviewer)) for mark in marks]
    changed = [*marks, *(replace(mark, reviewer=_composed(mark.reviewer)) for mark in taken_back)]
    files = {}
    with alone(project):
        known, unread = read_screening(project)
        for reviewer in sorted({mark.reviewer for mark in changed}):
            new = [mark for mark in marks if mark.reviewer == reviewer]
            decided = {mark.ref for mark in changed if mark.reviewer == reviewer}
            old = [mark for mark in known if mark.reviewer == reviewer]
            files[_file_of(project, reviewer)] = written(_in_place(old, new, decided)).encode()
        named = {reviewer_file(mark.reviewer) for mark in changed}
        if lost := [problem for problem in unread if problem.place and problem.place.path in named]:
            raise InputError(*(replace(problem, level="error") for problem in lost))
        put_together(project, files)
