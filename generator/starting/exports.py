"""The exports with which a new project begins: read before anything is made, so that a wrong file does no harm."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config.settings import Settings
from generator.errors import InputError, Place, Problem, at_fault
from generator.project.box import files_below, leads_out_of, read_plain, shown
from generator.project.paths import SOURCE_LIMIT, SOURCES
from generator.records import Record, SourceReading
from generator.sources.reading import read_file
from generator.themes.source_classification import COLUMNS

_NAME_IT = "name the file itself if it belongs to the exports, or remove the link; nothing was made"
_SAID_ENOUGH = 0.5  # share of the records that must be classified for the classification to provide the themes


@dataclass(frozen=True, slots=True)
class Exports:
    """Files of a literature search.

    Attributes:
        files: content by the path that each gets in the project.
        readings: what each gives.
        classified_by: what they classify their records by, as `themes.from` names it, or "".
    """

    files: dict[str, bytes]
    readings: tuple[SourceReading, ...]
    classified_by: str


def read_exports(paths: Sequence[Path]) -> Exports:
    """The named files, and those in named folders. Raises InputError if one does not exist or none can be read."""
    files: dict[str, bytes] = {}
    readings: list[SourceReading] = []
    for file, own_name in _listed(paths):
        name = _free_name(own_name, files)
        real = os.path.realpath(file)
        content = read_plain(real, str(file), SOURCE_LIMIT)
        if content is None:
            raise at_fault("does not exist", str(file), hint="nothing was made")
        files[f"{SOURCES}/{name}"] = content
        readings.append(read_file(Path(real), f"sources/{name}", Settings()))
    records = [record for reading in readings for record in reading.records]
    if not records:
        reasons = [
            Problem(piece.message, Place(str(piece.origin.source).removeprefix("sources/")), level="error")
            for reading in readings
            for piece in reading.left_out
        ]
        raise InputError(*reasons[:10], Problem("no record could be read, and nothing was made", level="error"))
    return Exports(files, tuple(readings), classified_by(records))


def classified_by(records: Sequence[Record]) -> str:
    """What at least half of the records are classified by: groups, collections or the headings of a list; or ""."""
    for kind, columns in COLUMNS.items():
        number = sum(_is_classified(record, columns) for record in records)
        if number >= _SAID_ENOUGH * len(records):
            return kind
    return ""


def _is_classified(record: Record, columns: Iterable[str]) -> bool:
    return any(name.casefold() in columns and value.strip() for name, value in record.extra)


def _listed(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """The named files, which may be links to any place, and those below named folders, which may not lead out of them;
    each with its name.
    """
    found: list[tuple[Path, str]] = []
    for path in paths:
        if path.is_dir():
            top = path.resolve()
            for one in files_below(top.parent, top.name).files:
                if leads_out_of(top.parent, top.name, one.path):
                    raise at_fault("is a link out of its folder", str(path / one.name), hint=_NAME_IT)
                found.append((top.parent / one.path, one.name.rpartition("/")[2]))
        else:
            found.append((path, shown(path.name)))
    if not found:
        named = ", ".join(map(str, paths))
        raise at_fault("holds no file", named, hint="name the exports of your literature search; nothing was made")
    return found


def _free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number if two files from different folders share it."""
    stem, dot, ending = name.partition(".")
    used = {path.rpartition("/")[2].casefold() for path in taken}
    number, free = 1, name
    while free.casefold() in used:
        number += 1
        free = f"{stem}-{number}{dot}{ending}"
    return free
