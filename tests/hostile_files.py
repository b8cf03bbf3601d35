"""What others put in the place of a file: too much, or a name that not every disk takes."""

from __future__ import annotations

from pathlib import Path

from generator.project.paths import SOURCE_LIMIT


def make_huge(place: Path) -> None:
    """A file larger than any that is read, which takes no room where the disk keeps no zeros."""
    with place.open("wb") as file:
        file.truncate(2 * SOURCE_LIMIT)
