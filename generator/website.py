"""The website: MkDocs builds it beside the one that stands, which is then brought up to date file by file."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path

from generator.agents.beside_pages import add_markdown
from generator.errors import InputError, at_fault
from generator.project.box import Found, check_file, files_below, read
from generator.project.journal import clear_stage
from generator.project.mirror import mirror
from generator.project.paths import DOCS, GENERATED_LIMIT, MKDOCS, OVERRIDES, SITE, STAMP
from generator.project.placing import make_stage, place

_PREPARED = "website"  # where in the staging folder MkDocs writes


def build_site(project: Path, strict: bool) -> int:
    """Build the website into `site/`, unless it stands there as it was built from what the project holds now.

    The messages of MkDocs go through. Returns 0, or 1 where it failed: the website then stays as it was.
    """
    check_site_files(project)
    now = fingerprint(project, strict)
    if _stamp(project) == f"{now} {_state(project, files_below(project, SITE).files)}".encode():
        return 0
    prepared = os.path.join(make_stage(project), _PREPARED)
    try:
        arguments = [
            "build",
            "--config-file",
            str(project / MKDOCS),
            "--site-dir",
            os.path.abspath(prepared),
        ]
        with start_mkdocs([*arguments, *(["--strict"] if strict else [])]) as process:
            if process.wait():
                return 1
        add_markdown(Path(prepared), _pages(project))
        mirror(project, SITE, prepared)
    finally:
        clear_stage(project)
    place(project, STAMP, f"{now} {_state(project, files_below(project, SITE).files)}".encode())
    return 0


def _pages(project: Path) -> Iterator[tuple[str, str]]:
    """(path below docs/, text) of the Markdown from which the website is built."""
    for file in files_below(project, DOCS).files:
        if file.path.endswith(".md"):
            content = read(project, file.path, GENERATED_LIMIT) or b""
            yield file.path.removeprefix(f"{DOCS}/"), content.decode("utf-8", "replace")


def start_mkdocs(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    """MkDocs in a process of its own, which ends with this one, however this one ends."""
    # Material's advertisement against MkDocs 2 would fill the terminal.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "generator.mkdocs_process", *arguments]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE)  # noqa: S603 (no shell, our own words)


def check_site_files(project: Path) -> None:
    """Raises InputError unless all that MkDocs would publish stands inside the project and is made of files."""
    if read(project, MKDOCS) is None:
        raise at_fault("is needed for the website", MKDOCS, hint="`python -m generator new` shows one")
    for folder in (DOCS, OVERRIDES):
        found = files_below(project, folder)
        if found.linked:
            raise at_fault("is a link to a folder", found.linked[0].path, hint="put the folder itself there")
        for file in found.files:
            check_file(project, file.path, GENERATED_LIMIT)


def fingerprint(project: Path, strict: bool) -> str:
    """What the website depends on: every file that MkDocs reads with size and time of change, and MkDocs itself."""
    versions = [metadata.version(package) for package in ("mkdocs", "mkdocs-material")]
    made_by = f"{strict} {' '.join(versions)}"
    files = [Found(MKDOCS, MKDOCS), *files_below(project, DOCS).files, *files_below(project, OVERRIDES).files]
    return hashlib.sha256(f"{made_by} {_state(project, files)}".encode()).hexdigest()


def _state(project: Path, files: Iterable[Found]) -> str:
    """A checksum of the files' paths, sizes and times of change."""
    lines = []
    for file in files:
        status = os.stat(os.path.join(project, file.path))
        lines.append(f"{file.path} {status.st_size} {status.st_mtime_ns}\n")
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _stamp(project: Path) -> bytes:
    try:
        return read(project, STAMP) or b""
    except InputError:
        return b""
