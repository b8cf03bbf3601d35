"""The one writer: everything the program makes reaches the disk here, once, at the end.

A file is written only when its bytes change, and replaced atomically. What was written is recorded in
`.survey/manifest.json`; what an earlier build wrote and this one did not is removed. A file that the program
did not write, or that a person has changed since, is never touched: the build is refused before the first byte.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import InputError, Place, Problem, at_fault

MANIFEST = ".survey/manifest.json"
MARK = "made by the survey site generator"  # in the head of every generated file that can hold a comment
SHARED = frozenset({"mkdocs.yml"})  # a person's file in which the program keeps one marked block
PUBLISHED = frozenset(
    {"bib/survey.bib", "bib/history.yml", "CITATION.cff"}
)  # committed and merged by git, so its bytes may change between builds


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the project: paths relative to it."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]


def write(project: Path, files: Mapping[str, str | bytes]) -> Written:
    """Bring the generated files of `project` to `files` (path with `/` to content).

    Raises InputError, with nothing written, if a path leaves the project, differs from another only by case, or
    holds something that a person wrote.
    """
    contents = {path: text.encode("utf-8") if isinstance(text, str) else text for path, text in files.items()}
    manifest = _read_manifest(project)
    _refuse_bad_paths(project, contents)
    changed = [path for path in sorted(contents) if _bytes(os.path.join(project, path)) != contents[path]]
    obsolete = [
        path for path in sorted(set(manifest) - set(contents)) if (project / path).is_file() and _inside(project, path)
    ]
    _refuse_foreign(project, changed, obsolete, manifest)

    # Both the old and the new digest count as ours until all is written, so that a build that was cut off can go on.
    new = {path: _digest(content) for path, content in contents.items() if path not in SHARED}
    interim = {
        path: sorted(set(manifest.get(path, [])) | ({new[path]} if path in new else set()))
        for path in {*manifest, *new}
    }
    if changed or obsolete or interim != manifest:
        _replace(project / MANIFEST, _manifest_bytes(interim))
    for path in changed:
        _replace(project / path, contents[path])
    for path in obsolete:
        (project / path).unlink()
        _remove_empty_folders(project, path)
    final = {path: [digest] for path, digest in new.items()}
    if final != interim:
        _replace(project / MANIFEST, _manifest_bytes(final))
    return Written(tuple(changed), len(contents) - len(changed), tuple(obsolete))


def generated_before(project: Path) -> frozenset[str]:
    """The files that the last build wrote, as paths relative to the project."""
    return frozenset(_read_manifest(project))


def _refuse_bad_paths(project: Path, contents: Mapping[str, bytes]) -> None:
    folded: dict[str, str] = {}
    folders: set[str] = set()
    for path in sorted(contents):
        if _strange(path):
            raise at_fault("would be written outside the project", path)
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            raise at_fault(f"differs from {other} only by case, which macOS and Windows cannot keep apart", path)
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
        kind = _kind(os.path.join(project, path))
        if kind is not None and not stat.S_ISREG(kind):
            raise at_fault(
                "a file is to be written here, but something else stands in its place", path, hint="move it away"
            )
    for folder in sorted(folders):
        kind = _kind(os.path.join(project, folder))
        if kind is not None and not stat.S_ISDIR(kind):
            raise at_fault("a folder is needed here", folder, hint="move what stands in its place")


def _refuse_foreign(project: Path, changed: list[str], obsolete: list[str], manifest: Mapping[str, list[str]]) -> None:
    problems = []
    for path in [*changed, *obsolete]:
        current = _bytes(project / path)
        if current is None or path in SHARED or path in PUBLISHED or _digest(current) in manifest.get(path, ()):
            continue
        if path in manifest:
            hint = "move your text elsewhere or delete the file, then build again"
            problems.append(Problem("was changed by hand since it was generated", Place(path), hint, "error"))
        elif MARK.encode() not in current[:2000]:
            problems.append(
                Problem(
                    "exists and was not written by the generator",
                    Place(path),
                    "move or rename it, then build again",
                    "error",
                )
            )
    if len(problems) > 10:
        problems = [*problems[:10], Problem(f"and {len(problems) - 10} more files like these", level="error")]
    if problems:
        raise InputError(*problems)


def _strange(path: str) -> bool:
    """Whether a path would leave the project by its own words; links that stand on the way are looked for beside."""
    return (
        path.startswith("/") or "\\" in path or "\0" in path or any(part in ("", ".", "..") for part in path.split("/"))
    )


def _inside(project: Path, path: str) -> bool:
    return not _strange(path) and (project / path).parent.resolve().is_relative_to(project.resolve())


def _kind(file: str) -> int | None:
    """The mode of what stands there, links not followed, or None."""
    try:
        return os.lstat(file).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _bytes(file: str | Path) -> bytes | None:
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _replace(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    interim = file.with_name(f".{file.name[:100]}.part")
    interim.write_bytes(content)
    os.replace(interim, file)


def _remove_empty_folders(project: Path, path: str) -> None:
    folder = (project / path).parent
    while folder != project and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _read_manifest(project: Path) -> dict[str, list[str]]:
    content = _bytes(project / MANIFEST)
    if content is None:
        return {}
    try:
        data = json.loads(content)
        return {str(path): [str(digest) for digest in digests] for path, digests in data["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise at_fault(
            "is damaged", MANIFEST, hint="delete it and the generated folders below docs/, then build again"
        ) from error


def _manifest_bytes(files: Mapping[str, list[str]]) -> bytes:
    return (json.dumps({"about": MARK, "files": dict(sorted(files.items()))}, indent=0) + "\n").encode()
