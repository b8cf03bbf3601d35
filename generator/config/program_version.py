"""`generator` in `bib/survey.yml`: the version of the program for which a project was written.

Only the first two numbers count: releases that differ only in the third read the same projects. A project without the
setting is read as it is.
"""

from __future__ import annotations

import re

from generator import __version__
from generator.config.yaml_file import Node
from generator.errors import Place, Problem

_FORM = re.compile(r"(\d{1,4})\.(\d{1,4})(?:\.\d{1,4})?(?:[ab.-]?\w*)?")
_FROM_INDEX = "pip install --upgrade -r requirements.txt"

Release = tuple[int, int]


def release_of(version: str) -> Release | None:
    """The first two numbers of a version (`1.2.3` gives 1 and 2); None if it is not one."""
    found = _FORM.fullmatch(version.strip())
    return (int(found[1]), int(found[2])) if found else None


def current() -> Release:
    """The version of this program."""
    release = release_of(__version__)
    assert release
    return release


def read_generator(node: Node, name: str) -> str:
    """A version as written. Raises InputError if it is not one, or is newer than this program."""
    written = node.written.strip() or node.text(name)
    release = release_of(written)
    if release is None:
        raise node.fault(f"{name} must be a version, such as 1.0")
    if release > current():
        message = f"the project is written for version {written} of the program, and this is {__version__}"
        raise node.fault(message, f"install the newer one: `{_FROM_INDEX}`")
    return written


def check_not_newer(top: Node) -> None:
    """Raises InputError if the settings are for a newer program, before any setting that this one would not know."""
    if isinstance(top.value, dict) and "generator" in top.value and top.value["generator"].value is not None:
        read_generator(top.value["generator"], "generator")


def older_version_problem(written: str, place: Place) -> tuple[Problem, ...]:
    """A note if the project was written for an older version."""
    release = release_of(written) if written else None
    if release is None or release >= current():
        return ()
    message = f"the project is written for version {written} of the program, and this is {__version__}"
    return (Problem(message, place, "`python -m generator upgrade` shows what would change", "note"),)
