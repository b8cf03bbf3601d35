"""`themes propose`: themes found from the works, as a `themes.yml` to edit."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from generator import pipeline
from generator.cli import add_project
from generator.commands.answers import stable_reference
from generator.commands.progress import progress
from generator.config.taxonomy import NAME, Taxonomy, Theme
from generator.errors import at_fault
from generator.project.opening import alone, open_project
from generator.project.placing import place, place_outside
from generator.survey import Survey
from generator.text.counting import counted
from generator.themes import discover, themes_yaml


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `themes`."""
    add_project(parser)
    parser.add_argument(
        "action",
        nargs="?",
        choices=["propose"],
        help="propose: find themes in titles and abstracts and write them as a taxonomy",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help=f"where to write (default: {NAME} of the project, if there is none yet; - prints)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Propose themes. Returns 0, or 2 with the command's help if no action is given. Raises InputError rather than
    overwrite a taxonomy.

    Raises InputError where a taxonomy would be overwritten.
    """
    if arguments.action is None:
        arguments.parser.print_help(sys.stderr)
        return 2
    project: Path = arguments.project
    open_project(project)
    file = arguments.output or project / NAME
    if str(file) != "-" and os.path.lexists(file):
        raise at_fault(
            "is there already, and a proposal would overwrite it",
            str(file),
            hint="give another file with --output, or - to print",
        )
    with progress() as stages:
        survey = pipeline.survey_of(project, stages)
        stages.begin("Finding themes")
        taxonomy = lasting(discover(tuple(survey.works.values())), survey)
    text = themes_yaml(taxonomy)
    if str(file) == "-":
        print(text, end="")
        return 0
    if arguments.output:
        place_outside(file, text.encode("utf-8"))
    else:
        with alone(project):
            place(project, NAME, text.encode("utf-8"))
    print(
        f"Wrote {counted(len(taxonomy.themes), 'theme')} to {file}: rename, merge and describe them, then build again"
    )
    return 0


def lasting(taxonomy: Taxonomy, survey: Survey) -> Taxonomy:
    """The taxonomy with exemplars that stay recognisable when a work is left out: an unpublished key would then mean
    nothing.
    """

    def named(theme: Theme) -> Theme:
        return replace(
            theme,
            exemplars=tuple(
                key if key in survey.previous else stable_reference(survey, key) for key in theme.exemplars
            ),
        )

    return Taxonomy(
        tuple(replace(section, themes=tuple(map(named, section.themes))) for section in taxonomy.sections),
        taxonomy.given,
    )
