"""What every command on a project does first: is this a survey's folder, and was an earlier command interrupted?"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import at_fault
from generator.project.box import check_folder
from generator.project.journal import recover
from generator.project.lock import locked
from generator.project.paths import BIB, SETTINGS, SOURCES, STAGE
from generator.project.undoing import is_cut_off, put_back
from generator.text.terminal import quoted_path


def open_project(project: Path) -> None:
    """Finish what an earlier command left half done. Raises InputError if `project` is not a survey."""
    if not (project / BIB).is_dir():
        raise at_fault("is not a survey's folder: it has no bib/", str(project), hint=_where_else(project))
    check_folder(project, BIB)
    if os.path.lexists(os.path.join(project, STAGE)) or is_cut_off(project):
        with alone(project):
            put_back(project)


def _where_else(project: Path) -> str:
    """Where the survey may be instead, in a folder above or below, or how to make one."""
    above = next((folder for folder in project.absolute().parents if _is_survey(folder)), None)
    if above:
        return f"the survey is in the folder above: --project {quoted_path(os.path.relpath(above))}"
    try:
        below = sorted(folder for folder in project.iterdir() if folder.is_dir() and _is_survey(folder))
    except OSError:
        below = []
    if below:
        return f"there is one in the folder below: --project={quoted_path(str(below[0]))}"
    return "`python -m generator new DIR` makes one, or give --project DIR"


def _is_survey(folder: Path) -> bool:
    return any((folder / path).exists() for path in (SOURCES, SETTINGS))


@contextlib.contextmanager
def alone(project: Path) -> Iterator[None]:
    """Hold the project's lock, after finishing or undoing what an earlier command left half done."""
    with locked(project):
        recover(project)
        yield
