"""`build`: all the way from the sources to the written pages and, with `--site`, to the website."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.calling import program
from generator.cli import add_project
from generator.commands.building import build
from generator.project.paths import SITE
from generator.text.terminal import quoted_path
from generator.website.size import size_by_purpose


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `build`."""
    add_project(parser)
    parser.add_argument("--strict", action="store_true", help="treat every warning as an error and write nothing then")
    parser.add_argument("--force", action="store_true", help="write over generated pages that were changed by hand")
    parser.add_argument("--site", action="store_true", help="also build the website into site/")
    parser.add_argument(
        "--no-cache", action="store_true", help="compute everything anew, with nothing that earlier builds remember"
    )
    parser.add_argument(
        "--timings", action="store_true", help="print what each stage took: seconds, peak memory, and what it counted"
    )


def run(arguments: argparse.Namespace) -> int:
    """Build the project. Returns 0, or raises InputError and leaves every page as it was."""
    project: Path = arguments.project
    failed = build(
        project,
        strict=arguments.strict,
        site=arguments.site,
        force=arguments.force,
        quiet=arguments.quiet,
        cached=not arguments.no_cache,
        timings=arguments.timings,
    )
    if arguments.site and not failed and not arguments.quiet:
        print(f"Website  in {project / SITE}: {size_by_purpose(project)}")
        print(f"         to look at it: {ways_to_serve(project)}")
    return failed


def ways_to_serve(project: Path) -> str:
    """The commands that show the website on this machine."""
    own = f"{program()} serve" + (f" --project={quoted_path(str(project))}" if project != Path() else "")
    return f"make serve, or {own}" if project == Path() and Path("Makefile").is_file() else own
