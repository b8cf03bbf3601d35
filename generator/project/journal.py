"""Putting many files in place as one step that may be interrupted at any moment, and is finished or undone afterwards.

All new content is first prepared in `.survey/next`, so that a full disk is noticed before anything changes. Then a
journal there says what goes where, and the files take their places in its order. The first of them decides: until it is
in place nothing has changed, and what was prepared is thrown away; once it is, the rest follows, if need be when the
next command starts. The bibliography comes first and the history second, so the version that stands is the one that
`bib/survey.bib` shows.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import at_fault
from generator.project.box import check_folder, is_writable, read
from generator.project.paths import (
    BIB,
    BIBLIOGRAPHY,
    CITATION,
    GENERATED_LIMIT,
    HISTORY,
    JOURNAL,
    MANIFEST,
    MKDOCS,
    STAGE,
)
from generator.project.placing import check_replaceable, make_stage, put, sync_folder, write_new

_START_ANEW = "delete the folder .survey, then build again"
# In this order, before all other files; each is on the disk before the next step. Pages can be made anew.
FIRST = (BIBLIOGRAPHY, HISTORY, CITATION, MKDOCS)


@dataclass(frozen=True, slots=True)
class Step:
    """One file to put in place or, without `staged`, to remove.

    Attributes:
        path: the file, relative to the project.
        staged: name in the staging folder of what takes its place; "" if the file is removed.
        before: SHA-256 of the old content, "" for none. What has changed since then is a person's work and left alone.
    """

    path: str
    staged: str
    before: str


def put_in_place(
    project: Path,
    changed: Mapping[str, bytes],
    removed: Sequence[str],
    before: Mapping[str, str],
    manifest: bytes | None = None,
) -> None:
    """Bring `changed` (path to content) into the project and take `removed` out of it.

    Args:
        before: SHA-256 of what stands at each of these paths, "" for nothing.
        manifest: what the manifest says afterwards; None leaves it as it is.

    Raises OSError with nothing changed where the new content finds no room.
    """
    clear_stage(project)
    stage = make_stage(project)
    try:
        steps = [
            Step(path, os.path.basename(_staged(project, stage, path, changed[path])), before[path])
            for path in sorted(changed, key=_place_in_order)
        ]
        steps += [Step(path, "", before[path]) for path in removed]
        journal = json.dumps(
            {
                "steps": [[s.path, s.staged, s.before] for s in steps],
                "manifest": None if manifest is None else manifest.decode(),
            }
        )
        put(write_new(stage, journal.encode(), lasting=True), os.path.join(project, JOURNAL))
        sync_folder(stage)
    except BaseException:
        clear_stage(project)
        raise
    _take(project, steps, manifest)


def put_together(project: Path, files: Mapping[str, bytes]) -> None:
    """Replace (or make) files that belong together, none or all of them. Those that are the same are not touched.

    Raises InputError where something else than a file stands in the way, and OSError where the disk is full.
    """
    before: dict[str, str] = {}
    changed: dict[str, bytes] = {}
    for path, content in files.items():
        check_folder(project, path.rpartition("/")[0] or ".")
        check_replaceable(os.path.join(project, path), path)
        present = read(project, path, GENERATED_LIMIT)
        if present != content:
            before[path] = "" if present is None else digest(present)
            changed[path] = content
    if changed:
        put_in_place(project, changed, (), before)


def recover(project: Path) -> None:
    """Finish or undo what an interrupted command had begun, and clear the staging folder."""
    if not os.path.lexists(os.path.join(project, STAGE)):
        return
    check_folder(project, STAGE)
    content = read(project, JOURNAL, GENERATED_LIMIT)
    if content is not None:
        steps, manifest = _read_journal(content)
        begun = not steps[:1] or not steps[0].staged or not _is_staged(project, steps[0])
        if begun:
            _take(project, [step for step in steps if _is_due(project, step)], manifest)
    clear_stage(project)


def clear_stage(project: Path) -> None:
    """Remove what is prepared; the journal first, so that it never names files that are gone."""
    check_folder(project, STAGE)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(os.path.join(project, JOURNAL))
    shutil.rmtree(os.path.join(project, STAGE), ignore_errors=True)


def digest(content: bytes) -> str:
    """The SHA-256 by which files are compared."""
    return hashlib.sha256(content).hexdigest()


def _take(project: Path, steps: Sequence[Step], manifest: bytes | None) -> None:
    for step in steps:
        target = os.path.join(project, step.path)
        if step.staged:
            put(os.path.join(project, STAGE, step.staged), target)
        else:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(target)
            remove_empty_folders(project, step.path)
        if _is_edited(step.path):
            sync_folder(os.path.dirname(target))
    if manifest is not None:
        put(write_new(os.path.join(project, STAGE), manifest, lasting=True), os.path.join(project, MANIFEST))
    clear_stage(project)


def remove_empty_folders(project: Path, path: str) -> None:
    """Remove the folders above a removed file that are now empty."""
    folder = path.rpartition("/")[0]
    while folder:
        try:
            os.rmdir(os.path.join(project, folder))
        except OSError:
            return
        folder = folder.rpartition("/")[0]


def _place_in_order(path: str) -> tuple[int, str]:
    return (FIRST.index(path) if path in FIRST else len(FIRST)), path


def _is_edited(path: str) -> bool:
    """Whether a file cannot be made again, so that the disk must hold it before the next step."""
    return path in FIRST or path.startswith(f"{BIB}/")


def _staged(project: Path, stage: str, path: str, content: bytes) -> str:
    important = _is_edited(path)
    return write_new(stage, content, lasting=important, like=os.path.join(project, path) if important else "")


def _is_staged(project: Path, step: Step) -> bool:
    return os.path.lexists(os.path.join(project, STAGE, step.staged))


def _is_due(project: Path, step: Step) -> bool:
    """Whether the step is still to be made, and nobody has changed the file since."""
    if step.staged and not _is_staged(project, step):
        return False
    check_folder(project, step.path.rpartition("/")[0] or ".")
    check_replaceable(os.path.join(project, step.path), step.path)
    content = read(project, step.path, GENERATED_LIMIT)
    return step.before == ("" if content is None else digest(content))


def _read_journal(content: bytes) -> tuple[list[Step], bytes | None]:
    try:
        data: dict[str, Any] = json.loads(content)
        steps = [Step(*map(str, step)) for step in data["steps"]]
        manifest = None if data["manifest"] is None else str(data["manifest"]).encode()
    except (ValueError, KeyError, TypeError) as error:
        raise at_fault("is damaged", JOURNAL, hint=_START_ANEW) from error
    for step in steps:
        if not is_writable(step.path) or "/" in step.staged or "\\" in step.staged or step.staged in (".", ".."):
            raise at_fault(f"names a path that no build writes: {step.path[:200]}", JOURNAL, hint=_START_ANEW)
    return steps, manifest
