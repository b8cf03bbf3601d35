"""`doctor`: what is installed, what is missing and what for, whether the project is complete, and what to do."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from generator.calling import as_called, program
from generator.cli import add_project
from generator.errors import InputError
from generator.project.opening import open_project
from generator.project.paths import BIB
from generator.starting.health import Looked, machine, project_state

_SIGNS = {"ok": "ok     ", "optional": "(none) ", "advice": "advice ", "fault": "FAULT  "}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `doctor`."""
    add_project(parser)


def run(arguments: argparse.Namespace) -> int:
    """Look and report. Returns 1 if something prevents the survey from being built, else 0."""
    project: Path = arguments.project
    found = list(machine())
    if (project / BIB).is_dir():
        found += project_state(project)
    else:
        found.append(_no_project(project))
    print(lines(found))
    return 1 if any(one.state == "fault" for one in found) else 0


def lines(found: Iterable[Looked]) -> str:
    """One line for each thing."""
    return "\n".join(
        as_called(f"{_SIGNS[one.state]}{one.what}{f' ({one.remedy})' if one.remedy else ''}") for one in found
    )


def _no_project(project: Path) -> Looked:
    """The message in a folder that is not a survey's, with the way to one above it, if there is one."""
    try:
        open_project(project)
    except InputError as error:
        first = error.problems[0]
        return Looked("advice", f"{first.place}: {first.message}", first.hint)
    return Looked("ok", f"{program()} new DIR makes a project")
