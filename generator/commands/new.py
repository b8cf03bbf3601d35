"""`new`: a project that others can clone and build; if exports are given, it is read and built at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.calling import program
from generator.project.paths import SOURCES
from generator.starting import surroundings
from generator.starting.exports import Exports, read_exports
from generator.starting.placing import check_free, place_project
from generator.starting.skeleton import ISSUE_FORMS, LICENCES, Beginning, skeleton
from generator.text.escape import visible
from generator.text.terminal import change_folder, on_terminal

__all__ = ["ISSUE_FORMS", "add_arguments", "run", "skeleton"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `new`."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder to make; it must not exist, or be empty")
    parser.add_argument("--title", default="", help="the survey's title (default: from the folder's name)")
    parser.add_argument(
        "--from",
        dest="exports",
        metavar="EXPORT",
        nargs="+",
        type=Path,
        default=[],
        help="exports of the literature search, files or folders: they are copied, read, and the survey is built",
    )
    parser.add_argument("--zotero", metavar="FILE", type=Path, help="an export of Zotero; collections give themes")
    parser.add_argument("--bib", metavar="FILE", type=Path, help="a BibTeX file; its citation keys are kept")
    parser.add_argument("--licence", "--license", choices=tuple(LICENCES), default="", help="of the survey's own texts")


def run(arguments: argparse.Namespace) -> int:
    """Make the folder and, given exports, build it. Returns 0; raises InputError if something is in the way."""
    folder: Path = arguments.folder
    check_free(folder)
    given = [*arguments.exports, *(file for file in (arguments.zotero, arguments.bib) if file)]
    exports = read_exports(given) if given else None
    beginning = _beginning(arguments, exports)
    contents = {path: text.encode() for path, text in skeleton(beginning).items()}
    place_project(folder, {**contents, **(exports.files if exports else {})})
    print(on_terminal(f"Made     {folder}: “{beginning.title}”{_by(beginning)}"))
    if exports:
        return _shown_and_built(folder, exports)
    _say_next(folder, [f"put the exports of your literature search into {SOURCES}", f"{program()} build --site"])
    return 0


def _beginning(arguments: argparse.Namespace, exports: Exports | None) -> Beginning:
    folder: Path = arguments.folder
    name = surroundings.author(folder)
    lines = []
    if arguments.bib:
        lines.append("keys: keep   # the citation keys of your own BibTeX\n")
    if exports and exports.classified_by:
        lines.append(f"themes: {{from: {exports.classified_by}}}   # what your exports classify by\n")
    return Beginning(
        title=visible(arguments.title) or surroundings.title_of(folder),
        authors=(name,) if name else (),
        repository=surroundings.repository(folder),
        licence=arguments.licence,
        requirement=surroundings.requirement(),
        settings="".join(lines),
    )


def _by(beginning: Beginning) -> str:
    return (
        f", by {beginning.authors[0].strip('{}')} (as git knows you; bib/survey.yml says so)"
        if beginning.authors
        else ""
    )


def _shown_and_built(folder: Path, exports: Exports) -> int:
    """Build, and report what was found. A survey that cannot be built stays, for its author to correct."""
    from generator.commands.building import build

    if exports.classified_by:
        print(f"Themes   from what your exports classify by: {exports.classified_by}")
    sys.stdout.flush()
    build(folder, strict=False, site=False)
    _say_next(folder, [f"{program()} serve"])
    return 0


def _say_next(folder: Path, steps: Sequence[str]) -> None:
    print("\n".join(["Next:", f"  {change_folder(str(folder))}", *(f"  {step}" for step in steps)]))
