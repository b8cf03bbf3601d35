"""Many sources read by two processes: what is not in memory is divided between them by its size."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import Path

from generator.config.settings import Settings
from generator.records import SourceReading
from generator.sources.content import Content
from generator.sources.reading import Keyed, key_of, made_anew, opened, read_content, read_source
from generator.two_processes import in_two_processes

MUCH = 3_000_000  # bytes of each half from which a second process is worth starting
File = tuple[str, str]  # path below the project, and the source that it is shown as


class _UnknownError(Exception):
    """Memory has no reading of a source."""


def read_side_by_side(
    project: Path, files: Sequence[File], settings: Settings, keyed: Keyed = made_anew
) -> list[SourceReading]:
    """What `read_source` gives for each file, in order."""
    sizes: dict[File, int] = {}
    for file in files:
        content = opened(project, *file, settings)
        if isinstance(content, Content) and not _is_known(content, keyed):
            sizes[file] = len(content.data)
    ours, theirs = _halves(sizes)

    def readings(some: Sequence[File]) -> dict[File, tuple[Hashable, SourceReading]]:
        return {file: _read_anew(project, file, settings) for file in some}

    anew: dict[File, tuple[Hashable, SourceReading]] = {}
    if min(sum(sizes[file] for file in half) for half in (ours, theirs)) >= MUCH:
        first, second = in_two_processes(lambda: readings(ours), lambda: readings(theirs))
        anew = first | second
    return [
        read_source(project, *file, settings, partial(_kept, keyed, *anew[file]) if file in anew else keyed)
        for file in files
    ]


def _is_known(content: Content, keyed: Keyed) -> bool:
    """Whether `keyed` has the reading of a source; it keeps nothing of the question."""

    def unknown() -> SourceReading:
        raise _UnknownError

    try:
        keyed(f"source {content.source}", key_of(content), unknown)
    except _UnknownError:
        return False
    return True


def _read_anew(project: Path, file: File, settings: Settings) -> tuple[Hashable, SourceReading]:
    """All that the reading of a file depends on, and the reading; None and why, if it cannot be opened."""
    content = opened(project, *file, settings)
    if isinstance(content, SourceReading):
        return None, content
    return key_of(content), read_content(content)


def _kept(
    keyed: Keyed,
    read: Hashable,
    reading: SourceReading,
    name: str,
    key: Hashable,
    function: Callable[[], SourceReading],
) -> SourceReading:
    """A reading as `keyed` keeps it; it is made again only if the file changed since (`key` is not that of `read`)."""
    return keyed(name, key, (lambda: reading) if key == read else function)


def _halves(sizes: dict[File, int]) -> tuple[list[File], list[File]]:
    """The files in two parts of about the same size, largest first."""
    halves: tuple[list[File], list[File]] = ([], [])
    filled = [0, 0]
    for file in sorted(sizes, key=lambda file: (-sizes[file], file)):
        lighter = filled.index(min(filled))
        halves[lighter].append(file)
        filled[lighter] += sizes[file]
    return halves
