"""`offline`: the website as a folder and a zip file that work without a server, from a disk or a memory stick."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from generator.cli import add_project
from generator.commands import build
from generator.errors import at_fault
from generator.offline import make_offline, zipped

NAME = "site-offline"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `offline`."""
    add_project(parser)
    parser.add_argument("--strict", action="store_true", help="treat every warning as an error and write nothing then")
    parser.add_argument(
        "--built", action="store_true", help="take the website as it stands in site/, without building it again"
    )


def run(arguments: argparse.Namespace) -> int:
    """Build the website, and write site-offline/ and site-offline.zip. Returns 0, or 1 where the website could not be built."""
    project: Path = arguments.project
    if not arguments.built and build.run(
        argparse.Namespace(project=project, strict=arguments.strict, site=True, quiet=True)
    ):
        return 1
    files = make_offline(project / "site")
    folder = project / NAME
    if folder.is_symlink() or (folder.exists() and not (folder / "index.html").is_file() and any(folder.iterdir())):
        raise at_fault("is not a website of ours", NAME, hint="move it away")
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    archive = zipped(files, NAME)
    (project / f"{NAME}.zip").write_bytes(archive)
    print(f"Wrote {NAME}/ and {NAME}.zip ({len(archive) / 1e6:.1f} MB): open {NAME}/index.html")
    return 0
