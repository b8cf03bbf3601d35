"""`themes propose`: themes found from the works, as a `themes.yml` to edit."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from generator import pipeline
from generator.cli import add_project
from generator.commands.build import check_is_project, count
from generator.commands.progress import progress
from generator.config.taxonomy import NAME
from generator.errors import at_fault
from generator.themes import discover, themes_yaml


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `themes`."""
    add_project(parser)
    parser.add_argument("action", choices=["propose"], help="find themes in titles and abstracts and write them as a taxonomy")
    parser.add_argument("--output", type=Path, metavar="FILE", help=f"where to write (default: {NAME} of the project, if there is none yet; - prints)")


def run(arguments: argparse.Namespace) -> int:
    """Propose themes. Returns 0; raises InputError where a taxonomy would be overwritten."""
    project: Path = arguments.project
    check_is_project(project)
    file = arguments.output or project / NAME
    if str(file) != "-" and file.exists():
        raise at_fault("is there already, and a proposal would overwrite it", str(file), hint="give another file with --output, or - to print")
    with progress() as tell:
        survey = pipeline.survey_of(project, tell)
        tell("Finding themes")
        taxonomy = discover(tuple(survey.works.values()))
    text = themes_yaml(taxonomy)
    if str(file) == "-":
        print(text, end="")
        return 0
    interim = file.with_name(f".{file.name}.part")
    interim.write_text(text, encoding="utf-8")
    os.replace(interim, file)
    print(f"Wrote {count(len(taxonomy.themes), 'theme')} to {file}: rename, merge and describe them, then build again")
    return 0
