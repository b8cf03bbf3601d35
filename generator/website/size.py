"""What takes most of the built website: files and bytes by purpose."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from generator.project.box import files_below
from generator.project.paths import SITE
from generator.text.counting import counted

_MEGA = 1_000_000
_KINDS = (
    ("downloads/", "downloads"),
    ("assets/search/", "the search's index"),
    ("data/", "data"),
    ("feeds/", "feeds"),
    ("assets/", "scripts, styles and what they load"),
)
_LARGEST = 3  # kinds that are named


def size_by_purpose(project: Path) -> str:
    """`3,491 files, 64 MB: 733 pages of 40 MB, 2,200 downloads of 12 MB, …`, the largest first."""
    files: defaultdict[str, int] = defaultdict(int)
    sizes: defaultdict[str, int] = defaultdict(int)
    for path, size in _sizes(project):
        kind = _kind(path)
        files[kind] += 1
        sizes[kind] += size
    largest = sorted(sizes, key=lambda kind: (-sizes[kind], kind))[:_LARGEST]
    parts = [f"{kind} {_in_megabytes(sizes[kind])} in {counted(files[kind], 'file')}" for kind in largest]
    return f"{counted(sum(files.values()), 'file')}, {_in_megabytes(sum(sizes.values()))}: {'; '.join(parts)}"


def _sizes(project: Path) -> Iterator[tuple[str, int]]:
    for file in files_below(project, SITE).files:
        yield file.path.removeprefix(f"{SITE}/"), os.stat(os.path.join(project, file.path)).st_size


def _kind(path: str) -> str:
    if path.endswith(".html"):
        return "pages"
    for start, kind in _KINDS:
        if path.startswith(start):
            return kind
    return "pages as Markdown" if path.endswith(".md") else "other files"


def _in_megabytes(size: int) -> str:
    return f"{size / _MEGA:,.1f} MB"
