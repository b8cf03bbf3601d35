"""Sources: the files of a literature search, read into records, each with its provenance.

    readings = read_sources(project / "bib/sources", settings)

A new input format is one new file here, with `NAME`, `recognises`, `read` and, for text, `share`, and one line in
`registry.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.config.settings import NAME as SETTINGS_FILE
from generator.config.settings import Settings
from generator.errors import Place, Problem, at_fault
from generator.project.box import as_on_disk, exists, files_below, folders_in
from generator.records import SourceReading, unreadable
from generator.sources.column_map import check_maps
from generator.sources.reading import Keyed, made_anew, read_source, refuse_unmerged
from generator.sources.side_by_side import read_side_by_side
from generator.text.compare import nearest

__all__ = ["missing_folder", "read_enriching", "read_sources"]


def missing_folder(folder: Path) -> tuple[Problem, ...]:
    """A warning if there is no `bib/sources/`, with the folder beside it whose name is most like that."""
    if folder.is_dir():
        return ()
    near = nearest(folder.name, folders_in(folder.parent), 1)
    hint = f"is it {folder.parent.name}/{near[0]}? Rename that" if near else "make it and put your exports there"
    return (Problem("does not exist: there is nothing to read", Place(f"{folder.parent.name}/{folder.name}"), hint),)


def read_sources(folder: Path, settings: Settings, keyed: Keyed = made_anew) -> tuple[SourceReading, ...]:
    """Read every file below `bib/sources/`, sorted by path, hidden ones passed over; one reading a file.

    Never raises for a damaged source: what cannot be read is in the reading's `left_out`, with the reason. Raises
    InputError for sources that git could not merge, for settings that name a file or a field that does not exist, and
    for a folder that cannot be looked into. `keyed` may know what a file gives, by all that it depends on.
    """
    project, name = folder.parent.parent, folder.name
    found = files_below(project, f"{folder.parent.name}/{name}")
    linked = frozenset(found.linked)
    files = sorted((*found.files, *linked), key=lambda file: file.name.split("/"))
    check_maps(settings, [*(f"{name}/{file.name}" for file in files), *settings.enrich])
    readings = iter(
        read_side_by_side(
            project, [(file.path, f"{name}/{file.name}") for file in files if file not in linked], settings, keyed
        )
    )
    read = tuple(
        unreadable(f"{name}/{file.name}", "is a link to a folder, which is not followed; copy its files here")
        if file in linked
        else next(readings)
        for file in files
    )
    refuse_unmerged(read)
    return read


def read_enriching(
    bib: Path, names: Sequence[str], settings: Settings, keyed: Keyed = made_anew
) -> tuple[SourceReading, ...]:
    """Read the files that complete works, such as `metadata.bib`, in the order given.

    A default name that does not exist is passed over. Raises InputError for one that a person wrote, and for a file
    that git could not merge.
    """
    readings = []
    for name in names:
        path = as_on_disk(bib.parent, f"{bib.name}/{name}")
        if exists(bib.parent, path):
            readings.append(read_source(bib.parent, path, name, settings, keyed))
        elif name not in Settings().enrich:
            raise at_fault(
                f"`enrich` names {name}, which does not exist in bib/",
                SETTINGS_FILE,
                hint="correct the name or remove it",
            )
    refuse_unmerged(readings)
    return tuple(readings)
