"""Reading and listing the files of a project: nothing that lies outside, is not a regular file, or is too large.

A link may stand for a file if it leads to another visible file of the project. A linked folder is never entered, so
that neither `bib/overviews` nor `docs` can be a way out. A folder, pipe or device in the place of a file is refused
before it is opened, and the file that was opened is the one that was looked at.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.cache.watched import note_reading
from generator.errors import InputError, Place, Problem, at_fault
from generator.project.paths import MEGABYTE, STATE, TEXT_LIMIT

_READING = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to must not block us
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_Kind = Literal["file", "linked folder", "folder"]
_COPY = "put the file itself there"
_SHOWN = 200  # characters of a path that a message shows
_KINDS = (
    (stat.S_ISLNK, "is a link, where a file is expected", _COPY),
    (stat.S_ISDIR, "is a folder, where a file is expected", "move it away"),
    (stat.S_ISFIFO, "is a pipe, not a file", "replace it with a file"),
    (stat.S_ISSOCK, "is a socket, not a file", "replace it with a file"),
    (stat.S_ISCHR, "is a device, not a file", "replace it with a file"),
    (stat.S_ISBLK, "is a device, not a file", "replace it with a file"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file below a folder of the project.

    Attributes:
        path: its path relative to the project, as spelt on the disk.
        name: its path relative to the listed folder, as it is shown: with `/`, composed accents (NFC), and escapes for
            what is not Unicode. The same on every system.
    """

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The files below a folder by name, what below it was not entered (linked folders), and the folders that were."""

    files: tuple[Found, ...] = ()
    linked: tuple[Found, ...] = ()
    folders: tuple[Found, ...] = ()


def read(project: Path, path: str, limit: int = TEXT_LIMIT) -> bytes | None:
    """The bytes of the file at `path`, relative to the project; None if nothing stands there.

    Raises InputError for what lies outside the project, is not a regular file, exceeds `limit` or cannot be read.
    """
    note_reading()
    target = _resolved(project, path)
    return None if target is None else read_plain(target, path, limit)


def read_plain(file: str, path: str, limit: int = TEXT_LIMIT) -> bytes | None:
    """The bytes of `file`, shown as `path`; None if nothing stands there.

    It must be no link and its folders must have been checked. Raises InputError.
    """
    try:
        _check_kind(os.lstat(file), path, limit)
        descriptor = os.open(file, _READING)
        with open(descriptor, "rb", buffering=0) as stream:
            status = os.fstat(descriptor)
            _check_kind(status, path, limit)
            content = stream.read(status.st_size) or b""
            grown = bool(stream.read(1))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise at_fault(f"cannot be read: {error.strerror or error}", path, hint="check its permissions") from error
    if grown:
        raise at_fault("grew while it was being read", path, hint="try again when it is complete")
    return content


def read_text(project: Path, path: str, limit: int = TEXT_LIMIT) -> str | None:
    """The text of a UTF-8 file with `\\n` line ends and no byte-order mark; None without one. Raises InputError."""
    content = read(project, path, limit)
    if content is None:
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise at_fault("is not UTF-8 text", path, line, "save it as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def check_file(project: Path, path: str, limit: int = TEXT_LIMIT) -> None:
    """Raises InputError if another program reading `path` would leave the project, wait for ever, or read too much."""
    target = _resolved(project, path)
    if target is not None:
        _check_kind(os.lstat(target), path, limit)


def exists(project: Path, path: str) -> bool:
    """Whether anything exists at `path`, including a link that leads nowhere."""
    note_reading()
    return os.path.lexists(os.path.join(project, path))


def leads_out_of(project: Path, folder: str, path: str) -> bool:
    """Whether the file at `path` is a link to a place that is not below `folder` of the project."""
    location = os.path.join(project, path)
    target = Path(os.path.realpath(location))
    return os.path.islink(location) and not target.is_relative_to(os.path.realpath(os.path.join(project, folder)))


def as_on_disk(project: Path, path: str) -> str:
    """`path` with its last name as spelt on the disk, if it differs only in how accents are encoded."""
    folder, _, name = path.rpartition("/")
    location = os.path.join(project, folder)
    if name.isascii() or exists(project, path) or not os.path.isdir(location):
        return path
    wanted = unicodedata.normalize("NFC", name)
    alike = [entry for entry in sorted(os.listdir(location)) if unicodedata.normalize("NFC", entry) == wanted]
    return f"{folder}/{alike[0]}" if alike else path


def folders_in(folder: Path) -> tuple[str, ...]:
    """The names of the folders in a folder, in order; none if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(entry.name for entry in entries if entry.is_dir()))
    except OSError:
        return ()


def files_below(project: Path, folder: str) -> Listing:
    """All files below `folder`, hidden ones and editors' backups passed over; empty where there is no such folder.

    Raises InputError where the folder is not a folder or leads elsewhere, or where one of those below cannot be read:
    what cannot be looked into must not look empty.
    """
    note_reading()
    if not exists(project, folder):
        return Listing()
    check_folder(project, folder)
    found: dict[_Kind, list[Found]] = {"file": [], "linked folder": [], "folder": []}
    top = os.path.join(project, folder)
    for path, kind in _walk(top, folder):
        relative = path[len(os.path.join(top, "")) :]
        found[kind].append(Found(f"{folder}/{_slashes(relative)}", shown(_slashes(relative))))
    return Listing(_by_name(found["file"]), _by_name(found["linked folder"]), _by_name(found["folder"]))


def folder_problems(listing: Listing, folder: str, ending: str) -> tuple[Problem, ...]:
    """An error for each link to a folder, and for each folder that has the name of a file (`x.md` where that ends in
    `ending`): what is in their place is not read.
    """
    named = [one for one in listing.folders if one.name.casefold().endswith(ending)]
    unusual = [
        *((one, "is a link to a folder and is not read", "put the folder itself there") for one in listing.linked),
        *((one, "is a folder, where a file is expected", "rename it, or move it away") for one in named),
    ]
    return tuple(Problem(message, Place(f"{folder}/{one.name}"), hint, "error") for one, message, hint in unusual)


def check_folder(project: Path, folder: str) -> None:
    """Raises InputError if `folder` leads out of the project, or it or one above it there is a link or no folder.

    What is missing is fine.
    """
    parts = folder.split("/")
    if ".." in parts or os.path.isabs(folder):
        raise at_fault("leads out of the project", folder[:_SHOWN], hint="name a place inside it")
    for number in range(1, len(parts) + 1):
        path = "/".join(parts[:number])
        location = os.path.join(project, path)
        try:
            kind = os.lstat(location).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return
        if stat.S_ISLNK(kind) or _leads_elsewhere(location):
            raise at_fault("is a link, where a folder is expected", path, hint="put the folder itself there")
        if not stat.S_ISDIR(kind):
            raise at_fault("is not a folder, though one is needed here", path, hint="move what stands in its place")


def is_writable(path: str) -> bool:
    """Whether a path, as written, stays inside the project and clear of hidden files that are not ours."""
    parts = path.split("/")
    leaves = "\\" in path or "\0" in path or ":" in path or any(part in ("", ".", "..") for part in parts)
    hidden = any(part.startswith(".") for part in parts) and not path.startswith(f"{STATE}/")
    return not leaves and not hidden


def shown(path: str) -> str:
    """A path as messages and provenance spell it: composed accents, and escapes for what is not Unicode."""
    if path.isascii():
        return path
    return unicodedata.normalize("NFC", path).encode("utf-8", "backslashreplace").decode("utf-8")


def _resolved(project: Path, path: str) -> str | None:
    """Where the file really is; None if nothing stands there. Raises InputError where links lead out or nowhere."""
    location = os.path.join(project, path)
    folder = path.rpartition("/")[0]
    if folder:
        check_folder(project, folder)
    try:
        kind = os.lstat(location).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    root = os.path.realpath(project)
    if not stat.S_ISLNK(kind):
        return location
    try:
        target = os.path.realpath(location, strict=True)
    except OSError as error:
        raise at_fault("is a link that leads nowhere", path, hint=_COPY) from error
    within = os.path.relpath(target, root) if os.path.splitdrive(target)[0] == os.path.splitdrive(root)[0] else ".."
    parts = within.split(os.sep)
    if parts[0] == ".." or os.path.isabs(within):
        raise at_fault("is a link that leads out of the project", path, hint=_COPY)
    if any(part.startswith(".") for part in parts):
        raise at_fault("is a link to a hidden file", path, hint=_COPY)
    return target


def _check_kind(status: os.stat_result, path: str, limit: int) -> None:
    if stat.S_ISREG(status.st_mode) and status.st_size <= limit:
        return
    for is_kind, message, hint in _KINDS:
        if is_kind(status.st_mode):
            raise at_fault(message, path, hint=hint)
    if status.st_size > limit:
        raise _too_large(path, limit)


def _too_large(path: str, limit: int) -> InputError:
    size = f"{limit // MEGABYTE} MB" if limit >= MEGABYTE else f"{limit:,} bytes"
    return at_fault(f"is larger than {size}", path, hint="split it, or remove what does not belong in it")


def _leads_elsewhere(location: str) -> bool:
    """Whether a folder is a junction, as Windows has them."""
    is_junction = getattr(os.path, "isjunction", None)
    return bool(is_junction and is_junction(location))


def _walk(top: str, folder: str) -> Iterator[tuple[str, _Kind]]:
    """(path, what it is) for everything below `top`."""
    try:
        with os.scandir(top) as entries:
            inside = list(entries)
    except OSError as error:
        raise at_fault(f"cannot be read: {error.strerror or error}", folder, hint="check its permissions") from error
    for entry in inside:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False) and not _leads_elsewhere(entry.path):
            yield entry.path, "folder"
            yield from _walk(entry.path, f"{folder}/{entry.name}")
        elif not entry.is_file(follow_symlinks=False) and os.path.isdir(entry.path):
            yield entry.path, "linked folder"  # which is not true of a link that leads nowhere, or to itself
        elif not entry.name.endswith("~"):
            yield entry.path, "file"


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")


def _by_name(found: list[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda one: (one.name.split("/"), one.path)))
