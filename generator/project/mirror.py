"""Bringing a folder of the project to the state prepared beside it, file by file: each is always the old or the new
one.
"""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import at_fault
from generator.project.box import check_folder, files_below
from generator.project.journal import remove_empty_folders
from generator.project.placing import check_replaceable, put


def mirror(project: Path, folder: str, prepared: str) -> None:
    """Make `folder` hold what stands below `prepared` and no other visible file. What is the same is not touched.

    Raises InputError where a link or something else that is not a file stands in the way.
    """
    present = files_below(project, folder)
    if present.linked:
        raise at_fault("is a link to a folder", present.linked[0].path, hint="move it away")
    new = sorted(_below(prepared), key=_pages_last)
    for relative in new:
        path = f"{folder}/{relative}"
        target = os.path.join(project, path)
        check_folder(project, path.rpartition("/")[0])
        check_replaceable(target, path)
        source = os.path.join(prepared, relative)
        if not os.path.exists(target) or not filecmp.cmp(source, target, shallow=False):
            put(source, target)
    kept = {f"{folder}/{relative}" for relative in new}
    for found in present.files:
        if found.path not in kept:
            os.unlink(os.path.join(project, found.path))
            remove_empty_folders(project, found.path)


def _below(top: str) -> Iterator[str]:
    for folder, _, names in os.walk(top):
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), top).replace(os.sep, "/")


def _pages_last(path: str) -> tuple[bool, str]:
    """A page comes after the scripts and styles that it needs."""
    return path.endswith(".html"), path
