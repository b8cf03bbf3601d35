"""`upgrade`: bring an older or incomplete project up to this version of the program; the changes are shown first."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.calling import program
from generator.cli import add_project
from generator.errors import at_fault
from generator.project.opening import alone, open_project
from generator.project.placing import place
from generator.starting.upgrading import shown, upgraded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `upgrade`."""
    add_project(parser)
    parser.add_argument("--yes", action="store_true", help="make the changes without asking")


def run(arguments: argparse.Namespace) -> int:
    """Show what would change, ask, and change it. Returns 0; 1 if changes are due but were not made."""
    project: Path = arguments.project
    open_project(project)
    steps = upgraded(project)
    if not steps:
        print("Nothing to do: the project is as this version of the program makes it")
        return 0
    for step, texts in steps:
        print(f"{step.summary[:1].upper()}{step.summary[1:]} (version {step.version[0]}.{step.version[1]})")
        print("\n".join(shown(project, texts)))
    if not arguments.yes and not _agreed():
        print(f"Nothing was changed; `{program()} upgrade --yes` makes these changes")
        return 1
    with alone(project):
        for _, texts in upgraded(project):
            for path, text in texts.items():
                _put(project, path, text)
    print(f"Done. Look at it with `git diff`, then: {program()} build")
    return 0


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    return input("Make these changes? [y/N] ").strip().lower() in ("y", "yes")


def _put(project: Path, path: str, text: str) -> None:
    try:
        place(project, path, text.encode())
    except OSError as error:
        hint = "check its permissions, and run `upgrade` again: it goes on where it stopped"
        raise at_fault(f"cannot be written: {error.strerror or error}", path, hint=hint) from error
