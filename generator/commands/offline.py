"""`offline`: the website as a folder and a zip file that work without a server, from a disk or a memory stick."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.cli import add_project
from generator.commands.building import build
from generator.errors import at_fault
from generator.problem_lines import problem_lines
from generator.project.box import exists, files_below
from generator.project.journal import clear_stage
from generator.project.mirror import mirror
from generator.project.opening import alone
from generator.project.paths import SITE, SITE_OFFLINE, SITE_OFFLINE_ZIP
from generator.project.placing import place, prepared
from generator.website.offline import make_offline, renamed_in_copy, zipped

NAME = SITE_OFFLINE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `offline`."""
    add_project(parser)
    parser.add_argument("--strict", action="store_true", help="treat every warning as an error and write nothing then")
    parser.add_argument(
        "--built", action="store_true", help="take the website as it stands in site/, without building it again"
    )


def run(arguments: argparse.Namespace) -> int:
    """Build the website, and write site-offline/ and site-offline.zip. Returns 0, or 1 if it could not be built."""
    project: Path = arguments.project
    if not arguments.built and build(project, strict=arguments.strict, site=True, quiet=True):
        return 1
    with alone(project):
        files = make_offline(project / SITE)
        archive = zipped(files, NAME)
        present = files_below(project, NAME)
        if present.files and not exists(project, f"{NAME}/index.html"):
            raise at_fault("is not a website of ours", NAME, hint="move it away")
        put_folder(project, files)
        place(project, SITE_OFFLINE_ZIP, archive)
        for line in problem_lines(renamed_in_copy(project / SITE)):
            print(line, file=sys.stderr)
    print(f"Wrote {NAME}/ and {NAME}.zip ({len(archive) / 1e6:.1f} MB): open {NAME}/index.html")
    return 0


def put_folder(project: Path, files: Mapping[str, bytes]) -> None:
    """Prepare the files beside the folder, then update the folder to match them."""
    try:
        mirror(project, NAME, prepared(project, NAME, files))
    finally:
        clear_stage(project)
