"""The website: an engine builds it beside the existing one, which is then updated file by file."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.agents.markdown_files import add_markdown
from generator.config.settings import read_settings
from generator.errors import InputError, at_fault
from generator.language import speaking
from generator.problem_lines import problem_lines
from generator.project.box import Found, check_file, check_folder, files_below, read
from generator.project.journal import clear_stage
from generator.project.mirror import mirror
from generator.project.paths import DOCS, ENGINE_CACHE, GENERATED_LIMIT, MKDOCS, OVERRIDES, SITE, STAMP
from generator.project.placing import make_stage, place
from generator.stages import UNWATCHED, Stages
from generator.website.engines import Engine, engine_for
from generator.website.mkdocs_process import STEP
from generator.website.offline import renamed_in_copy
from generator.website.offline_copy import add_copy
from generator.website.valid_html import make_valid

_PREPARED = "website"  # where the engine writes within the staging folder
BUILDING = "Building the website"


def build_site(project: Path, strict: bool, stages: Stages = UNWATCHED) -> int:
    """Build the website into `site/`, unless it stands there as it was built from what the project holds now.

    The messages of the engine go through. Returns 0, or 1 where it failed: the website then stays as it was.
    Raises InputError where the engine that the settings name is not installed.
    """
    settings = read_settings(project)
    engine = engine_for(settings.engine)
    check_site_files(project)
    now = fingerprint(project, strict, engine)
    if _stamp(project) == f"{now} {_state(project, files_below(project, SITE).files)}".encode():
        return 0
    sources = dict(_pages(project))
    stages.begin(BUILDING, len(sources) * engine.steps)
    prepared = os.path.join(make_stage(project), _PREPARED)
    try:
        arguments = ["build", "--config-file", str(project / MKDOCS), "--site-dir", os.path.abspath(prepared)]
        process = engine.start([*arguments, *(["--strict"] if strict else [])], is_heard=True)
        with process:
            _listen(process, stages)
            if process.wait():
                return 1
        stages.begin("Putting the website in place")
        make_valid(Path(prepared))
        add_markdown(Path(prepared), sources.items())
        with speaking(settings.language):
            add_copy(Path(prepared))
        for line in problem_lines(renamed_in_copy(Path(prepared))):
            sys.stderr.write(f"{line}\n")
        mirror(project, SITE, prepared)
    finally:
        clear_stage(project)
    place(project, STAMP, f"{now} {_state(project, files_below(project, SITE).files)}".encode())
    return 0


def _listen(process: subprocess.Popen[bytes], stages: Stages) -> None:
    """Count the steps that the engine prints; anything else that it prints goes to stderr."""
    for line in process.stdout or ():
        if line.strip() == STEP.encode():
            stages.step()
        else:
            sys.stderr.write(line.decode("utf-8", "replace"))


def _pages(project: Path) -> Iterator[tuple[str, str]]:
    """(path below docs/, text) of the Markdown from which the website is built."""
    for file in files_below(project, DOCS).files:
        if file.path.endswith(".md"):
            content = read(project, file.path, GENERATED_LIMIT) or b""
            yield file.path.removeprefix(f"{DOCS}/"), content.decode("utf-8", "replace")


def check_site_files(project: Path) -> None:
    """Raises InputError unless everything that an engine would publish is inside the project and consists of files."""
    if read(project, MKDOCS) is None:
        raise at_fault("is needed for the website", MKDOCS, hint="`python -m generator new` shows one")
    check_folder(project, ENGINE_CACHE)
    for folder in (DOCS, OVERRIDES):
        found = files_below(project, folder)
        if found.linked:
            raise at_fault("is a link to a folder", found.linked[0].path, hint="put the folder itself there")
        for file in found.files:
            check_file(project, file.path, GENERATED_LIMIT)


def fingerprint(project: Path, strict: bool, engine: Engine) -> str:
    """What the website depends on: every byte of what the engine reads, and the engine.

    Sizes and times say nothing: a page may be replaced by one of the same size and time, and a clock be set back.
    """
    whole = hashlib.sha256(f"{strict} {engine.made_by}\n".encode())
    for file in (Found(MKDOCS, MKDOCS), *files_below(project, DOCS).files, *files_below(project, OVERRIDES).files):
        content = hashlib.sha256(read(project, file.path, GENERATED_LIMIT) or b"").hexdigest()
        whole.update(f"{file.path} {content}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


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
