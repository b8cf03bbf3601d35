"""`generator` in `bib/survey.yml`: the version of the program that a project is written for.

Only the first two numbers count: releases that differ in the third read the same projects. A project without the
setting is read as it stands.
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
    """The first two numbers of a version (`1.2.3` gives 1 and 2); None for what is not one."""
    found = _FORM.fullmatch(version.strip())
    return (int(found[1]), int(found[2])) if found else None


def current() -> Release:
    """This program's own."""
    release = release_of(__version__)
    assert release
    return release


def read_generator(node: Node, name: str) -> str:
    """A version as it is written. Raises InputError for what is not one, and for one newer than this program."""
    written = node.written.strip() or node.text(name)
    release = release_of(written)
    if release is None:
        raise node.fault(f"{name} must be a version, such as 1.0")
    if release > current():
        message = f"the project is written for version {written} of the program, and this is {__version__}"
        raise node.fault(message, f"install the newer one: `{_FROM_INDEX}`")
    return written


def check_not_newer(top: Node) -> None:
    """Raises InputError where the settings are of a newer program, before anything in them that it would not know."""
    if isinstance(top.value, dict) and "generator" in top.value and top.value["generator"].value is not None:
        read_generator(top.value["generator"], "generator")


def told_of_older(written: str, place: Place) -> tuple[Problem, ...]:
    """A note where the project is written for an older version."""
    release = release_of(written) if written else None
    if release is None or release >= current():
        return ()
    message = f"the project is written for version {written} of the program, and this is {__version__}"
    return (Problem(message, place, "`python -m generator upgrade` shows what would change", "note"),)
