"""The one writer: everything the program makes reaches the disk here, once, at the end.

A file is written only when its bytes change, and all of them are put in place as one step (see `project/journal.py`).
What was written is recorded in `.survey/manifest.json`; what an earlier build wrote and this one did not is removed.
A file that the program did not write, or that a person has changed since, is never touched: the build is refused before
the first byte, unless it is told to write over what was changed.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.errors import InputError, Place, Problem, at_fault
from generator.project.box import check_folder, is_writable, read, read_plain
from generator.project.journal import digest, put_in_place
from generator.project.paths import BIBLIOGRAPHY, CITATION, GENERATED_LIMIT, HISTORY, MANIFEST, MKDOCS
from generator.project.placing import check_replaceable, place

MARK = "made by the survey site generator"  # in the head of every generated file that can hold a comment
_HEAD = 2000  # bytes of a file in which the mark is looked for
SHARED = frozenset({MKDOCS})  # a person's file in which the program keeps one marked block
# Committed and merged by git, so their bytes may change between builds.
PUBLISHED = frozenset({BIBLIOGRAPHY, HISTORY, CITATION})
_NAMED = 10  # files in the way that are named before the rest is counted


@dataclass(frozen=True, slots=True)
class Standing:
    """Content that is already in the project if the file there has this SHA-256; otherwise it is made again."""

    digest: str
    make: Callable[[], str | bytes]
    size: int  # in bytes


class Waiting(Standing):
    """Content that was made and waits outside the memory: `make` reads it, and `digest` is its SHA-256 for sure."""

    __slots__ = ()


Content = str | bytes | Standing
Manifest = Mapping[str, Sequence[str]]  # path to the SHA-256 of each content that counts as ours


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the project: paths relative to it, and the SHA-256 of every generated file."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    digests: Mapping[str, str]


def write(project: Path, files: Mapping[str, Content], force: bool = False) -> Written:
    """Bring the generated files of `project` to `files` (path with `/` to content).

    With `force`, generated files that a person has changed are written over.

    Raises InputError, with nothing written, if a path leaves the project, differs from another only by case, or
    holds something that a person wrote; OSError, also with nothing written, where the disk is full.
    """
    manifest = _read_manifest(project)
    check_paths(project, files)
    current = _current(project, sorted({*files, *manifest}))
    digests: dict[str, str] = {}
    changed = _Changed()
    for path in sorted(files):
        content, before = files[path], current.get(path)
        if isinstance(content, Standing):
            if before is not None and before.digest == content.digest:
                digests[path] = content.digest
                continue
            content = content if isinstance(content, Waiting) else content.make()
        whole = content.encode("utf-8") if isinstance(content, str) else content
        digests[path] = whole.digest if isinstance(whole, Waiting) else digest(whole)
        if before is None or before.digest != digests[path]:
            changed.contents[path] = whole
    obsolete = [path for path in sorted(set(manifest) - set(files)) if current.get(path) is not None]
    _refuse_foreign([*changed, *obsolete], current, manifest, force)

    ours = {path: [digests[path]] for path in files if path not in SHARED}
    if changed or obsolete:
        standing = {path: current[path] for path in (*changed, *obsolete)}
        before_all = {path: present.digest if present else "" for path, present in standing.items()}
        put_in_place(project, changed, obsolete, before_all, _manifest_bytes(ours))
    elif ours != manifest:
        place(project, MANIFEST, _manifest_bytes(ours))
    return Written(tuple(changed), len(files) - len(changed), tuple(obsolete), digests)


class _Changed(Mapping[str, bytes]):
    """What is to be written, by path; what waits is read when it is asked for, so that memory holds one at a time."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes | Waiting] = {}

    def __getitem__(self, path: str) -> bytes:
        content = self.contents[path]
        made = content.make() if isinstance(content, Waiting) else content
        return made.encode("utf-8") if isinstance(made, str) else made

    def __iter__(self) -> Iterator[str]:
        return iter(self.contents)

    def __len__(self) -> int:
        return len(self.contents)


class _Present(NamedTuple):
    """What stands at a path: its SHA-256, its first bytes, and whether it is all zeros, as a power cut leaves it."""

    digest: str
    head: bytes
    is_blank: bool


def generated_before(project: Path) -> frozenset[str]:
    """The files that the last build wrote, as paths relative to the project."""
    return frozenset(_read_manifest(project))


def check_paths(project: Path, paths: Collection[str]) -> None:
    """Raises InputError if a file could not be written at one of these paths."""
    folded: dict[str, str] = {}
    folders: set[str] = set()
    for path in sorted(paths):
        if not is_writable(path):
            raise at_fault("would be written outside the project", path)
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            raise at_fault(f"differs from {other} only by case, which macOS and Windows cannot keep apart", path)
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
        check_replaceable(os.path.join(project, path), path)
    for folder in sorted(folders):
        check_folder(project, folder)
        location = os.path.join(project, folder)
        if os.path.isdir(location) and not os.access(location, os.W_OK | os.X_OK):
            raise at_fault("cannot be written to", folder, hint="check its permissions")


def _refuse_foreign(
    paths: Sequence[str], current: Mapping[str, _Present | None], manifest: Manifest, force: bool
) -> None:
    problems = []
    for path in paths:
        present = current[path]
        if present is None or path in SHARED or path in PUBLISHED or present.digest in manifest.get(path, ()):
            continue
        if present.is_blank:  # the file was not yet on the disk
            continue
        if path in manifest:
            hint = "move your text elsewhere, or write over it with `build --force`"
            if not force:
                problems.append(Problem("was changed by hand since it was generated", Place(path), hint, "error"))
        elif MARK.encode() not in present.head:
            hint = "move or rename it, then build again"
            problems.append(Problem("exists and was not written by the generator", Place(path), hint, "error"))
    if len(problems) > _NAMED:
        more = Problem(f"and {len(problems) - _NAMED} more files like these", level="error")
        problems = [*problems[:_NAMED], more]
    if problems:
        raise InputError(*problems)


def _current(project: Path, paths: Sequence[str]) -> dict[str, _Present | None]:
    """What stands at the paths, links not followed; None for nothing and for what is not a file or leads elsewhere."""
    found: dict[str, _Present | None] = {}
    folders: set[str] = set()
    for path in paths:
        folder, location = path.rpartition("/")[0], os.path.join(project, path)
        if not is_writable(path):
            continue
        if folder and folder not in folders:
            check_folder(project, folder)
            folders.add(folder)
        kind = _kind(location)
        is_file = kind is not None and stat.S_ISREG(kind)
        content = read_plain(location, path, GENERATED_LIMIT) if is_file else None
        present = content is not None and _Present(digest(content), content[:_HEAD], not content.strip(b"\0"))
        found[path] = present or None
    return found


def _kind(file: str) -> int | None:
    """The mode of what stands there, links not followed, or None."""
    try:
        return os.lstat(file).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_manifest(project: Path) -> dict[str, list[str]]:
    content = read(project, MANIFEST, GENERATED_LIMIT)
    if content is None:
        return {}
    try:
        data = json.loads(content)
        return {str(path): [str(digest) for digest in digests] for path, digests in data["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "delete it and the generated folders below docs/, then build again"
        raise at_fault("is damaged", MANIFEST, hint=hint) from error


def _manifest_bytes(files: Manifest) -> bytes:
    return (json.dumps({"about": MARK, "files": dict(sorted(files.items()))}, indent=0) + "\n").encode()
