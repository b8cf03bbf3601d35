"""Whether anything changed since the last build, judged by every byte that a build reads or writes, uninterpreted.

Times and sizes of files prove nothing: a source may be replaced by another of the same size and time.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.cache import sealed
from generator.cache.version import version
from generator.errors import InputError
from generator.extensions import is_extended
from generator.project.box import check_folder, read, read_plain
from generator.project.paths import BIB, CITATION, DOCS, GENERATED_LIMIT, MANIFEST, MKDOCS, REFERENCES
from generator.report import Report, report_of

_NAME = "unchanged"
_ALONE = (MKDOCS, CITATION, REFERENCES)  # what a build reads besides the folders `bib` and `docs`


@dataclass(frozen=True, slots=True)
class Seen:
    """A checksum of everything that a build would read; "" where something could not be read."""

    read: str = ""


def look(project: Path) -> Seen:
    """The state of a project, before a build."""
    if is_extended():
        return Seen()
    try:
        return Seen(_read_by_builds(project, _manifest(project)))
    except (InputError, OSError, ValueError):
        return Seen()


def report(project: Path, seen: Seen) -> Report | None:
    """What the last build reported, if another would find and do the same; None if anything may have changed."""
    content = sealed.kept(project, _NAME) if seen.read else None
    if content is None:
        return None
    try:
        data = json.loads(content)
        if (data["version"], data["read"]) != (version(), seen.read):
            return None
        manifest = _manifest(project)
        is_standing = data["written"] == _written(manifest, _standing(project, manifest))
        return report_of(data["report"]) if is_standing else None
    except (InputError, OSError, ValueError, KeyError, TypeError):
        return None


def keep(project: Path, before: Seen, digests: Mapping[str, str], report: Report) -> bool:
    """Remember a build that has just ended: what was seen before it, what it wrote, and its report.

    Nothing is remembered, and False returned, if its input has changed meanwhile, by the build itself or by somebody
    else.
    """
    try:
        manifest = _manifest(project)
        if not before.read or _read_by_builds(project, manifest) != before.read:
            sealed.forget(project, _NAME)
            return False
        written = _written(manifest, {path: digests.get(path, "") for path in manifest})
    except (InputError, OSError, ValueError):
        return False
    data = {"version": version(), "read": before.read, "written": written, "report": report.again.as_data()}
    sealed.keep(project, _NAME, json.dumps(data).encode())
    return True


def _read_by_builds(project: Path, manifest: Mapping[str, object]) -> str:
    """A checksum of all files below `bib`, and of those below `docs` that no build wrote, by path and content."""
    whole = hashlib.sha256(version().encode())
    for path in (*_below(project, BIB), *(path for path in _below(project, DOCS) if path not in manifest), *_ALONE):
        content = read(project, path, GENERATED_LIMIT)
        said = "" if content is None else hashlib.sha256(content).hexdigest()
        whole.update(f"{path}\n{said}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _written(manifest: Mapping[str, object], digests: Mapping[str, str]) -> str:
    """A checksum of the manifest and of all that it lists."""
    listed = json.dumps([manifest, dict(sorted(digests.items()))], sort_keys=True)
    return hashlib.sha256(listed.encode("utf-8", "surrogatepass")).hexdigest()


def _standing(project: Path, paths: Mapping[str, object]) -> dict[str, str]:
    """The SHA-256 of the file at each path. Raises InputError where there is no file, or none may be written."""
    found: dict[str, str] = {}
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            check_folder(project, folder or ".")
            if not os.access(os.path.join(project, folder), os.W_OK | os.X_OK):
                return {}
            folders.add(folder)
        found[path] = hashlib.sha256(read_plain(os.path.join(project, path), path, GENERATED_LIMIT) or b"").hexdigest()
    return found


def _manifest(project: Path) -> dict[str, list[str]]:
    data = json.loads(read(project, MANIFEST, GENERATED_LIMIT) or b'{"files": {}}')
    return {str(path): list(digests) for path, digests in data["files"].items()}


def _below(project: Path, folder: str) -> Iterator[str]:
    """Every file below a folder, hidden ones too, and every link; linked folders are not entered."""
    try:
        with os.scandir(os.path.join(project, folder)) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(project, f"{folder}/{entry.name}")
        else:
            yield f"{folder}/{entry.name}"
