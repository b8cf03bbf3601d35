"""Reading one file of the project or one that a person named. It never raises for a bad source of the project."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path

from generator.config.settings import Settings
from generator.errors import InputError, refuse
from generator.project.box import read
from generator.project.given import read_given
from generator.project.paths import SOURCE_LIMIT
from generator.records import SourceReading, unreadable
from generator.sources.column_map import columns_for, encoding_for
from generator.sources.content import Content

# Returns what a function returns, from memory if the key is known: (name, key, function).
Keyed = Callable[[str, Hashable, Callable[[], SourceReading]], SourceReading]


def read_file(file: Path, source: str, settings: Settings) -> SourceReading:
    """What a file that a person named contains, as if it stood in a project as `source`. Raises InputError if it is
    no file, or holds two versions that git could not merge.
    """
    reading = read_content(_content(source, read_given(file), settings))
    refuse_unmerged([reading])
    return reading


def refuse_unmerged(readings: Iterable[SourceReading]) -> None:
    """Raises InputError, with all of them, for sources that hold two versions that git could not merge: whichever a
    reader took, works would be lost or stand there twice.
    """
    refuse((problem for reading in readings for problem in reading.problems), strict=False)


def made_anew(name: str, key: Hashable, function: Callable[[], SourceReading]) -> SourceReading:
    """Without memory, everything is read."""
    return function()


def read_source(project: Path, path: str, source: str, settings: Settings, keyed: Keyed = made_anew) -> SourceReading:
    """The content of the file at `path` (relative to the project); `source`, its path below `bib/`, is what is
    shown.
    """
    content = opened(project, path, source, settings)
    if isinstance(content, SourceReading):
        return content
    return keyed(f"source {source}", key_of(content), lambda: read_content(content))


def opened(project: Path, path: str, source: str, settings: Settings) -> Content | SourceReading:
    """What a source holds, not read yet; why, if it cannot be opened."""
    try:
        data = read(project, path, SOURCE_LIMIT) or b""
    except InputError as error:
        fault = error.problems[0]
        return unreadable(source, f"{fault.message}; {fault.hint}")
    return _content(source, data, settings)


def _content(source: str, data: bytes, settings: Settings) -> Content:
    return Content(source, data, *columns_for(source, settings), encoding_for(source, settings))


def key_of(content: Content) -> Hashable:
    """All that the reading of a source depends on."""
    columns = (tuple(content.columns.items()), tuple(content.column_lines.items()))
    return content.source, hashlib.sha256(content.data).hexdigest(), content.stated_encoding, *columns


def read_content(content: Content) -> SourceReading:
    """What a source holds, read."""
    from generator.sources.gathering import gathered  # all readers, which take a while to import

    return gathered(content)
