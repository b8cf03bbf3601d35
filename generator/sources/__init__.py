"""Sources: the files of a literature search, read into records, each with its provenance.

    readings = read_sources(project / "bib/sources", settings)

A new input format is one new file here, with `NAME`, `recognises` and `read`, and one line in `registry.py`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from generator.config.settings import NAME as SETTINGS_FILE
from generator.config.settings import Settings
from generator.errors import Place, Problem, at_fault
from generator.records import SourceReading
from generator.sources.column_map import check_maps
from generator.sources.reading import read_file, unreadable
from generator.text.compare import nearest

__all__ = ["missing_folder", "read_enriching", "read_sources"]


def missing_folder(folder: Path) -> tuple[Problem, ...]:
    """A warning if there is no `bib/sources/`, with the folder beside it whose name is most like that."""
    if folder.is_dir():
        return ()
    near = nearest(
        folder.name,
        sorted(one.name for one in folder.parent.iterdir() if one.is_dir()) if folder.parent.is_dir() else (),
        1,
    )
    hint = f"is it {folder.parent.name}/{near[0]}? Rename that" if near else "make it and put your exports there"
    return (Problem("does not exist: there is nothing to read", Place(f"{folder.parent.name}/{folder.name}"), hint),)


def read_sources(folder: Path, settings: Settings) -> tuple[SourceReading, ...]:
    """Read every file below `bib/sources/`, sorted by path, hidden ones passed over; one reading a file.

    Never raises for a bad source: what cannot be read is in the reading's `left_out`, with the reason. Raises InputError
    for settings that name a file or a field that does not exist.
    """
    bib = folder.parent
    project = bib.parent.resolve()
    readings = []
    files = _files(folder)
    check_maps(settings, [*(_shown(file.relative_to(bib)) for file in files), *settings.enrich])
    for file in files:
        source = _shown(file.relative_to(bib))
        if file.is_symlink() and not _inside(file, project):
            readings.append(unreadable(source, "is a link that leads out of the project; copy the file here"))
        elif file.is_dir():
            readings.append(unreadable(source, "is a link to a folder, which is not followed; copy its files here"))
        else:
            readings.append(read_file(file, source, settings))
    return tuple(readings)


def read_enriching(bib: Path, names: Sequence[str], settings: Settings) -> tuple[SourceReading, ...]:
    """Read the files that complete works, such as `metadata.bib`, in the order given.

    A default name that does not exist is passed over. Raises InputError for one that a person wrote and that is missing.
    """
    readings = []
    for name in names:
        file = bib / name
        if not file.exists() and not file.is_symlink():
            if name in Settings().enrich:
                continue
            raise at_fault(
                f"`enrich` names {name}, which does not exist in bib/",
                SETTINGS_FILE,
                hint="correct the name or remove it",
            )
        if not _inside(file, bib.parent.resolve()):
            readings.append(unreadable(name, "is a link that leads out of the project; copy the file here"))
        else:
            readings.append(read_file(file, name, settings))
    return tuple(readings)


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(top) / name).is_symlink()]
        found.extend(Path(top) / name for name in [*names, *links] if not name.startswith("."))
    return sorted(found, key=lambda file: file.relative_to(folder).parts)


def _inside(file: Path, project: Path) -> bool:
    try:
        return file.resolve().is_relative_to(project)
    except (OSError, RuntimeError):
        return False


def _shown(path: Path) -> str:
    """The path with forward slashes; a file name that is no Unicode is written with escapes."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
