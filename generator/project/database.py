"""The database of services' answers: beside the project's other state and, like it, no link, pipe or device."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from generator.project.box import check_folder
from generator.project.placing import check_replaceable

_ENDINGS = ("", "-journal", "-wal", "-shm")  # files that SQLite keeps beside a database, by their ending


def open_database(project: Path, path: str) -> sqlite3.Connection:
    """Open (or make) the database at `path`.

    Raises InputError where something else than a file stands there, sqlite3.Error for one that is damaged, and OSError
    where its folder cannot be made.
    """
    folder = path.rpartition("/")[0]
    check_folder(project, folder)
    for ending in _ENDINGS:
        check_replaceable(os.path.join(project, path + ending), path + ending)
    os.makedirs(os.path.join(project, folder), exist_ok=True)
    return sqlite3.connect(os.path.join(project, path))
