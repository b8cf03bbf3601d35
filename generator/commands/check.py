"""`check`: a linter of the survey. Exit code 1 if there is an error (with --strict: or a warning)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.calling import program
from generator.checks.finding import Finding
from generator.checks.registry import checks
from generator.checks.report import FORMATS, as_lines, as_whole_text
from generator.checks.run import chosen, findings, unknown
from generator.cli import add_project
from generator.commands.answers import Answer, keep, stable_reference
from generator.commands.progress import progress
from generator.config.decisions import NAME
from generator.project.opening import open_project
from generator.text.counting import counted

if TYPE_CHECKING:
    from generator.survey import Survey


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `check`."""
    add_project(parser)
    parser.add_argument(
        "--select",
        type=_names,
        action="extend",
        default=[],
        metavar="NAME[,NAME]",
        help="make only these checks and list all they find; `missing` is all of missing-…",
    )
    parser.add_argument(
        "--ignore", type=_names, action="extend", default=[], metavar="NAME[,NAME]", help="do not make these"
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="text",
        help="text, json, or github for annotations in a workflow (default: text)",
    )
    parser.add_argument("--fix", action="store_true", help=f"write what can safely be corrected into {NAME}")
    parser.add_argument("--strict", action="store_true", help="exit code 1 also for a warning")
    parser.add_argument("--list", action="store_true", help="list all checks and make none")


def run(arguments: argparse.Namespace) -> int:
    """Check the survey and print what was found. Returns the exit code."""
    project: Path = arguments.project
    if arguments.list:
        print(listed())
        return 0
    from generator import pages, pipeline
    from generator.checks.material import read_material

    open_project(project)
    with progress() as stages:
        survey = pipeline.survey_of(project, stages)
        checks = chosen(survey.settings, arguments.select, arguments.ignore)
        stages.begin("Checking")
        files, _ = pages.render(survey, project)
        found = findings(read_material(survey, project, files), checks)
    if arguments.fix:
        found = fixed(project, survey, found)
    if arguments.quiet:
        errors = [one for one in found if one.check.severity == "error"]
        sys.stdout.write((FORMATS | {"text": as_lines})[arguments.format](errors))
    else:
        formats = FORMATS | {"text": as_whole_text} if arguments.select else FORMATS
        sys.stdout.write(formats[arguments.format](found))
    worst = {finding.check.severity for finding in found}
    return 1 if "error" in worst or (arguments.strict and "warning" in worst) else 0


def fixed(project: Path, survey: Survey, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Write the safe corrections to `decisions.yml`, one entry a work, and return the findings that are left."""
    entries: dict[str, dict[str, object]] = {}
    reasons: dict[str, list[str]] = {}
    left = []
    for finding in found:
        key, fix = finding.found.key, finding.found.fix
        if not fix or fix.field in entries.get(key, {}):
            left.append(finding)
            continue
        entries.setdefault(key, {})[fix.field] = fix.value
        reasons.setdefault(key, []).append(finding.check.name)
    answers = [
        Answer(
            "fields",
            {"ref": stable_reference(survey, key), "set": values, "why": f"check --fix: {', '.join(reasons[key])}"},
        )
        for key, values in entries.items()
    ]
    keep(project, answers)
    if answers:
        print(
            f"Corrected {counted(len(found) - len(left), 'finding')} in {NAME}; `{program()} build` applies them",
            file=sys.stderr,
        )
    return tuple(left)


def listed() -> str:
    """All checks with severity and summary, in columns."""
    width = max(len(check.name) for check in checks())
    return "\n".join(f"{check.name:<{width}}  {check.severity:<7}  {check.summary}" for check in checks())


def _names(text: str) -> list[str]:
    """Names of checks or families, separated by commas; argparse reports unknown ones with exit code 2."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        problem = unknown(name)
        if problem:
            raise argparse.ArgumentTypeError(problem)
    return names
