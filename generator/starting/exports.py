"""The exports with which a new project begins: read before anything is made, so that a wrong file does no harm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config.settings import Settings
from generator.errors import InputError, Place, Problem, at_fault
from generator.project.box import files_below, read_plain
from generator.project.paths import SOURCE_LIMIT, SOURCES
from generator.records import Record, SourceReading
from generator.sources.reading import read_file
from generator.themes.source_classification import COLUMNS

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
    for file in _listed(paths):
        name = _free_name(file.name, files)
        content = read_plain(str(file.resolve()), str(file), SOURCE_LIMIT)
        if content is None:
            raise at_fault("does not exist", str(file), hint="nothing was made")
        files[f"{SOURCES}/{name}"] = content
        readings.append(read_file(file.resolve(), f"sources/{name}", Settings()))
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


def _listed(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            top = path.resolve()
            found += [top / one.name for one in files_below(top.parent, top.name).files]
        else:
            found.append(path)
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
