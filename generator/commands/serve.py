"""`serve`: the website while you write. Builds, lets the engine serve, and rebuilds the pages at every edit.

The generator and the engine remake only what an edit changes. MkDocs then leaves the navigation of other pages as it
was.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import watchfiles

from generator.building import Wanted, build
from generator.cache import unchanged
from generator.cli import add_project
from generator.config.settings import read_settings
from generator.errors import InputError, at_fault
from generator.problem_lines import problem_lines
from generator.project.opening import alone, open_project
from generator.project.paths import BIB, MKDOCS
from generator.project.placing import remove_folder
from generator.text.counting import counted
from generator.website.build import check_site_files
from generator.website.engines import engine_for
from generator.writer import Written

SETTLED = 100  # milliseconds in which several changes count as one
PATROL = 500  # milliseconds after which the engine is checked if nothing changes
PATIENCE = 5.0  # seconds that the engine has to end by itself

Snapshot = dict[str, tuple[int, int]]
_NAMED = 3  # changed files named on a line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `serve`."""
    add_project(parser)
    parser.add_argument(
        "--address",
        metavar="HOST:PORT",
        default="localhost:8000",
        help="where the website is shown (default: localhost:8000)",
    )
    parser.add_argument(
        "--whole",
        action="store_true",
        help="let MkDocs rebuild every page at each edit, so that the navigation of all pages is right at once",
    )
    parser.add_argument("--fast", action="store_true", help="kept for older scripts: what happens without --whole")


def run(arguments: argparse.Namespace) -> int:
    """Serve the project until Ctrl-C or until the engine ends. Returns 0, or 1 if the engine failed."""
    project: Path = arguments.project
    open_project(project)
    if not (project / MKDOCS).is_file():
        raise at_fault("is needed for the website", MKDOCS, hint="`python -m generator new` shows one")
    engine = engine_for(read_settings(project).engine)
    reported: set[str] = set()
    known = rebuild(project, snapshot(project), [], reported)
    check_site_files(project)
    for folder in engine.leaves:  # a project may come from strangers and bring them along
        remove_folder(project, folder)
    server = engine.start(
        ["serve", "--dev-addr", arguments.address, "--config-file", str(project / MKDOCS), *engine.serving(project)]
        + ([] if arguments.whole else list(engine.partly))
    )
    before = signal.signal(signal.SIGTERM, _interrupt)
    tell(f"Showing http://{arguments.address}/ (ctrl-C ends it)")
    try:
        watch(project, known, lambda: server.poll() is None, reported)
        return 1 if server.returncode else 0
    except KeyboardInterrupt:
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)
        end(server)
        for folder in engine.leaves:
            remove_folder(project, folder)


def watch(project: Path, known: Snapshot, running: Callable[[], bool], reported: set[str]) -> None:
    """Rebuild whenever a file differs from `known`, for as long as `running()`."""
    watched = [path for path in (project / BIB, project / MKDOCS) if path.exists()]
    events = watchfiles.watch(*watched, watch_filter=None, debounce=SETTLED, rust_timeout=PATROL, yield_on_timeout=True)
    while running():
        now = snapshot(project)
        if now != known:
            known = rebuild(project, now, changes(known, now), reported)
        next(events, None)


def snapshot(project: Path) -> Snapshot:
    """(time of change in ns, size) of each file that a person edits: `mkdocs.yml` and everything below `bib/`.

    What editors and this program leave there (hidden and backup files, the published bibliography) does not count.
    """
    found: Snapshot = {}
    for folder, inner, files in os.walk(project / "bib"):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in files:
            if not name.startswith(".") and not name.endswith(("~", ".part", ".swp", ".tmp")):
                _note(project, Path(folder) / name, found)
    _note(project, project / "mkdocs.yml", found)
    found.pop("bib/survey.bib", None)
    return found


def changes(old: Snapshot, new: Snapshot) -> list[str]:
    """The paths that were added, removed or changed, in order."""
    return sorted(path for path in {*old, *new} if old.get(path) != new.get(path))


def rebuild(project: Path, seen: Snapshot, changed: list[str], reported: set[str]) -> Snapshot:
    """Build and print one line, plus one for each warning that is not yet in `reported`.

    Returns `seen` with what the build wrote. If the input is at fault, nothing is written: the last good pages stay.
    """
    started = time.monotonic()
    more = f" and {len(changed) - _NAMED} more" if len(changed) > _NAMED else ""
    because = f" after {', '.join(changed[:3])}{more}" if changed else ""
    try:
        written = _build(project, reported)
    except InputError as error:
        for line in problem_lines(error.problems, "error"):
            tell(line, sys.stderr)
        tell(f"Not rebuilt{because}: {counted(len(error.problems), 'error')}, the last good pages stay", sys.stderr)
        return seen
    except OSError as error:  # a file that vanished or is locked while an editor replaces it
        tell(f"error: {error.filename or ''}: {error.strerror or error}", sys.stderr)
        return seen
    took = time.monotonic() - started
    written_count = counted(len(written.written), "file")
    tell(f"Built{because}: {written_count} changed, {len(written.removed)} removed, in {took:.1f} s")
    after = dict(seen)
    for path in written.written:
        if path in seen:
            _note(project, project / path, after)
    return after


def _build(project: Path, reported: set[str]) -> Written:
    with alone(project):
        check_site_files(project)
        built = build(project, Wanted(), unchanged.look(project))
    for line in problem_lines(built.report.problems):
        if line not in reported:
            tell(line, sys.stderr)
            reported.add(line)
    return built.written


def end(server: subprocess.Popen[bytes]) -> None:
    """End the engine; a Ctrl-C typed at the keyboard has already reached it."""
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def tell(line: str, stream: TextIO | None = None) -> None:
    """Print a line at once, even into a pipe."""
    print(line, file=stream or sys.stdout, flush=True)


def _note(project: Path, file: Path, found: Snapshot) -> None:
    try:
        status = file.stat()
    except OSError:
        found.pop(file.relative_to(project).as_posix(), None)
        return
    found[file.relative_to(project).as_posix()] = status.st_mtime_ns, status.st_size


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt
