"""Files in which git left two versions that it could not merge: neither is taken, and the line is told."""

from __future__ import annotations

from pathlib import Path

from generator.errors import InputError, Place, Problem
from generator.project.box import read
from generator.project.paths import SOURCE_LIMIT
from generator.text.conflict import REMEDY, conflict_line, lone_mark_line


def unmerged(
    text: str, path: str, remedy: str = REMEDY, first_line: int = 1, is_free_text: bool = False
) -> Problem | None:
    """The error for a text with marks of a conflict, at the first of them; None without any.

    `path` is the file relative to the project, `first_line` the line of it on which the text begins, and `remedy` what
    to do about the two versions. In a file that has a form, one mark says that there was a conflict; in one that
    `is_free_text`, a line of such signs may mean something else, and the marks must all be there, in their order.
    """
    line = conflict_line(text) if is_free_text else lone_mark_line(text)
    if line is None:
        return None
    place = Place(path, line + first_line - 1)
    return Problem("holds two versions that git could not merge", place, remedy, "error")


def check_merged(text: str, path: str, remedy: str = REMEDY) -> None:
    """Raises InputError if the text of the file at `path` holds marks of a conflict."""
    problem = unmerged(text, path, remedy)
    if problem:
        raise InputError(problem)


def read_merged(project: Path, path: str) -> bytes:
    """The bytes of a file that commands write; b"" if there is none. Raises InputError if it holds marks of a conflict:
    of two versions, the next writing would keep what a reader happened to make of them.
    """
    content = read(project, path, SOURCE_LIMIT) or b""
    check_merged(content.decode("utf-8", "replace"), path)
    return content
