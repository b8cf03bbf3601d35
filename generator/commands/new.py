"""`new`: an empty project of the same shape, that builds at once."""

from __future__ import annotations

import argparse
import re
import shlex
from importlib.resources import files
from pathlib import Path

from generator.errors import at_fault
from generator.text import escape

ISSUE_FORMS = ("suggest-a-paper", "correct-a-record", "config")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `new`."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder to make; it must not exist, or be empty")
    parser.add_argument("--title", default="A literature survey", help="the survey's title (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Make the folder. Returns 0; raises InputError where something is in the way."""
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise at_fault("exists and is not an empty folder", str(folder), hint="choose another name")
    title = escape.yaml(arguments.title or "A literature survey")
    for name, text in skeleton().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(re.sub(r"A literature survey$", lambda _: title, text, flags=re.MULTILINE), encoding="utf-8")
    print(
        f"Made {folder}. Next:\n"
        f"  put the exports of your literature search into {folder / 'bib' / 'sources'}\n"
        f"  cd {shlex.quote(str(folder))}\n"
        "  python -m generator build\n"
        "  mkdocs serve"
    )
    return 0


def skeleton() -> dict[str, str]:
    """Relative path to text of every file of an empty project."""
    root = files("generator") / "skeleton"
    return {
        "mkdocs.yml": (root / "mkdocs.yml").read_text(encoding="utf-8"),
        ".gitignore": (root / "gitignore").read_text(encoding="utf-8"),
        "bib/survey.yml": (root / "bib" / "survey.yml").read_text(encoding="utf-8"),
        "bib/sources/.gitkeep": "",
        **{
            f".github/ISSUE_TEMPLATE/{form}.yml": (root / "issue_forms" / f"{form}.yml").read_text(encoding="utf-8")
            for form in ISSUE_FORMS
        },
        "docs/.gitkeep": "",
    }
