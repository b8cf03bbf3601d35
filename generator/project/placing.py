"""Replacing a file so that at every moment it is the old or the new one, on the disk too.

New content is first written to a file of its own that nobody could have prepared: created exclusively, under a name
that cannot be guessed, without following links. It then replaces the old file in one step. In a project such files are
in `.survey/next`, which the next command clears, so that a killed process leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

from generator.errors import at_fault
from generator.project.box import check_folder
from generator.project.paths import STAGE

_WRITING = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)
_MARKED = 60  # characters of a file's name in that of what is prepared for it
_MODE = 0o666  # minus what the process's umask removes


def place(project: Path, path: str, content: bytes) -> None:
    """Replace (or make) a file of the project, at once and durably. Raises InputError if something else is in its
    place.
    """
    target = os.path.join(project, path)
    if (folder := path.rpartition("/")[0]) != "":
        check_folder(project, folder)
    check_replaceable(target, path)
    stage = make_stage(project)
    interim = write_new(stage, content, lasting=True, like=target)
    put(interim, target)
    sync_folder(os.path.dirname(target))
    with contextlib.suppress(OSError):  # unless more is prepared there
        os.rmdir(stage)


def remove(project: Path, path: str) -> None:
    """Remove a file of the project, if there is one. Raises InputError if a folder above it leads elsewhere."""
    check_folder(project, path.rpartition("/")[0] or ".")
    with contextlib.suppress(FileNotFoundError):
        os.unlink(os.path.join(project, path))


def prepared(project: Path, name: str, files: Mapping[str, bytes]) -> str:
    """Write a folder of files in the staging folder, and return its path; the next command removes what is left of
    it.
    """
    folder = os.path.join(make_stage(project), name)
    fill(folder, files)
    return folder


def remove_folder(project: Path, path: str) -> None:
    """Remove a folder that can be made again. Raises InputError if it, or one above it, leads elsewhere."""
    check_folder(project, path)
    shutil.rmtree(os.path.join(project, path), ignore_errors=True)


def fill(folder: str, files: Mapping[str, bytes]) -> None:
    """Write files (path with `/` to content) into a folder that nothing else knows about."""
    for path, content in files.items():
        file = os.path.join(folder, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        os.replace(write_new(os.path.dirname(file), content, lasting=False), file)


def place_outside(file: Path, content: bytes) -> None:
    """Replace (or make) a file that a person named on the command line, wherever it is; links lead where they lead.

    What a process that was killed has prepared for it is cleared away.
    """
    target = os.path.realpath(file)
    check_replaceable(target, str(file))
    folder, name = os.path.split(target)
    os.makedirs(folder, exist_ok=True)
    mark = f".{name[:_MARKED]}"
    _clear_prepared(folder, mark)
    interim = write_new(folder, content, lasting=True, like=target, mark=mark)
    try:
        put(interim, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(interim)
        raise
    sync_folder(folder)


def _clear_prepared(folder: str, mark: str) -> None:
    """Remove what stands in a folder under the names that `write_new` gives."""
    prepared = re.compile(rf"{re.escape(mark)}\.[0-9a-f]{{16}}\.part")
    with os.scandir(folder) as entries:
        left = [entry.path for entry in entries if prepared.fullmatch(entry.name)]
    for path in left:
        with contextlib.suppress(OSError):
            os.unlink(path)


def make_stage(project: Path) -> str:
    """The folder in which new content is prepared. Raises InputError if a link is in its place."""
    check_folder(project, STAGE)
    stage = os.path.join(project, STAGE)
    os.makedirs(stage, exist_ok=True)
    return stage


def write_new(folder: str, content: bytes, lasting: bool, like: str = "", mark: str = "") -> str:
    """Write `content` to a new file in `folder` and return its path; it is removed again if that fails.

    Args:
        lasting: wait until the disk holds it.
        like: the file that it will replace, whose permissions it gets.
        mark: what its name begins with, by which it is found again where it is left over.
    """
    interim = os.path.join(folder, f"{mark}.{secrets.token_hex(8)}.part")
    descriptor = os.open(interim, _WRITING, _MODE)
    try:
        with open(descriptor, "wb", buffering=0) as stream:
            remaining = memoryview(content)
            while remaining:
                remaining = remaining[stream.write(remaining) :]
            if like:
                with contextlib.suppress(OSError):
                    os.chmod(interim, stat.S_IMODE(os.lstat(like).st_mode))
            if lasting:
                os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(interim)
        raise
    return interim


def put(interim: str, target: str) -> None:
    """Move a prepared file into place. If the two are on different disks, it is first prepared again beside its
    place.
    """
    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
    try:
        os.replace(interim, target)
    except OSError as error:
        if not _on_another_disk(error):
            raise
        with open(interim, "rb") as stream:
            beside = write_new(os.path.dirname(target), stream.read(), lasting=True, like=target)
        os.replace(beside, target)
        os.unlink(interim)


def sync_folder(folder: str) -> None:
    """Wait until the disk knows the names in a folder; where a system cannot (Windows), nothing happens."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def check_replaceable(target: str, path: str) -> None:
    """Raises InputError if what stands at `target` is not a regular file (a link is not one)."""
    try:
        kind = os.lstat(target).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    if stat.S_ISLNK(kind):
        raise at_fault("is a link, where a file is to be written", path, hint="move it away")
    if not stat.S_ISREG(kind):
        message = "a file is to be written here, but something else stands in its place"
        raise at_fault(message, path, hint="move it away")


def _on_another_disk(error: OSError) -> bool:
    return error.errno == errno.EXDEV
