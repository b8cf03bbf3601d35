"""Putting a new project in place: all of it, or nothing.

Everything is first written into a new folder beside the project's own, which nobody could have prepared, and then moved
into place. If anything goes wrong before that, nothing has changed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import InputError, at_fault
from generator.project.paths import BIB, MKDOCS
from generator.project.placing import write_new
from generator.text.terminal import quoted_path

_MAY_STAND = frozenset({".git"})  # what a fresh clone of an empty repository holds


def check_free(folder: Path) -> None:
    """Raises InputError, with what to do, unless a project can be made at `folder`."""
    if folder.is_symlink() and not folder.exists():
        raise at_fault("is a link that leads nowhere", str(folder), hint="choose another name")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise at_fault("exists and is not an empty folder", str(folder), hint="choose another name")
    present, at = {entry.name for entry in folder.iterdir()}, f"--project={quoted_path(str(folder))}"
    if present <= _MAY_STAND:
        return
    if BIB in present and MKDOCS in present:
        hint = f"it is a survey already: `python -m generator doctor {at}` tells how it is"
    elif BIB in present:
        hint = f"it is half a survey: `python -m generator upgrade {at}` adds what is missing"
    else:
        hint = "choose another name"
    raise at_fault("exists and is not an empty folder", str(folder), hint=hint)


def place_project(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Make the project at `folder` of `contents` (path with `/` to bytes).

    Raises InputError where something stands in the way or nothing may be written; then nothing was.
    """
    check_free(folder)
    above = folder.absolute().parent
    made = _make_folders(above)
    try:
        prepared = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=above))
    except OSError as error:
        _remove(made)
        raise _refused(folder, error) from error
    try:
        for path, content in contents.items():
            target = prepared / path
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(write_new(str(target.parent), content, lasting=False), target)
        _take_place(prepared, folder)
    except BaseException as error:
        shutil.rmtree(prepared, ignore_errors=True)
        _remove(made)
        if isinstance(error, OSError):
            raise _refused(folder, error) from error
        raise
    shutil.rmtree(prepared, ignore_errors=True)  # empty, if the project's folder already existed


def _take_place(prepared: Path, folder: Path) -> None:
    """The prepared folder becomes the project; if there is one already, the content moves there, all or nothing."""
    if not folder.exists():
        prepared.chmod(0o777 & ~_umask())
        prepared.rename(folder)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(prepared.iterdir()):
            target = folder / entry.name
            if target.exists():
                raise FileExistsError(None, "has come meanwhile", str(target))
            entry.rename(target)
            moved.append(target)
    except OSError:
        for target in moved:
            shutil.rmtree(target, ignore_errors=True) if target.is_dir() else target.unlink()
        raise


def _make_folders(folder: Path) -> list[Path]:
    """Make the missing folders down to `folder`, and return them, deepest first. Raises InputError, with none left."""
    made: list[Path] = []
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        for one in reversed(missing):
            one.mkdir()
            made.insert(0, one)
    except OSError as error:
        _remove(made)
        raise _refused(folder, error) from error
    return made


def _remove(folders: list[Path]) -> None:
    for one in folders:
        one.rmdir()


def _refused(folder: Path, error: OSError) -> InputError:
    hint = "nothing was made; check the permissions and the disk, or choose another place"
    return at_fault(f"cannot be made: {error.strerror or error}", str(folder), hint=hint)


def _umask() -> int:
    """What the process removes from the permissions of a new file (reading it requires setting it)."""
    current = os.umask(0)
    os.umask(current)
    return current
