"""Many sources read by two processes: what is not in memory is divided between them by its size."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import Path

from generator.beside import beside
from generator.config.settings import Settings
from generator.records import SourceReading
from generator.sources.reading import Keyed, key_of, made_anew, opened, read_source

MUCH = 3_000_000  # bytes of each half from which a second process is worth starting
_UNREAD = SourceReading("", "")
File = tuple[str, str]  # path below the project, and the source that it is shown as


def read_side_by_side(
    project: Path, files: Sequence[File], settings: Settings, keyed: Keyed = made_anew
) -> list[SourceReading]:
    """What `read_source` gives for each file, in order."""
    sizes: dict[File, int] = {}
    for path, source in files:
        content = opened(project, path, source, settings)
        if isinstance(content, SourceReading):
            continue
        if keyed(f"source {source}", key_of(content), lambda: _UNREAD) is _UNREAD:
            sizes[path, source] = len(content.data)
    ours, theirs = _halves(sizes)

    def readings(some: Sequence[File]) -> dict[File, SourceReading]:
        return {file: read_source(project, *file, settings) for file in some}

    anew: dict[File, SourceReading] = {}
    if min(sum(sizes[file] for file in half) for half in (ours, theirs)) >= MUCH:
        first, second = beside(lambda: readings(ours), lambda: readings(theirs))
        anew = first | second
    return [
        read_source(project, *file, settings, partial(_kept, keyed, anew[file]) if file in anew else keyed)
        for file in files
    ]


def _kept(
    keyed: Keyed, reading: SourceReading, name: str, key: Hashable, function: Callable[[], SourceReading]
) -> SourceReading:
    """A reading as `keyed` keeps it, without calling the function that would read it again."""
    return keyed(name, key, lambda: reading)


def _halves(sizes: dict[File, int]) -> tuple[list[File], list[File]]:
    """The files in two parts of about the same size, largest first."""
    halves: tuple[list[File], list[File]] = ([], [])
    filled = [0, 0]
    for file in sorted(sizes, key=lambda file: (-sizes[file], file)):
        lighter = filled.index(min(filled))
        halves[lighter].append(file)
        filled[lighter] += sizes[file]
    return halves
