"""Files that are put back as they were where a command is cut off before it comes to its end: by the command itself,
or, where its process was killed, by the next one.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import at_fault
from generator.project.box import is_writable, read, read_text
from generator.project.journal import remove_empty_folders
from generator.project.paths import BEFORE, EDITIONS, GENERATED_LIMIT, SETTINGS
from generator.project.placing import place, remove


@contextlib.contextmanager
def put_back_unless_done(project: Path, paths: Sequence[str]) -> Iterator[None]:
    """Note the content of `paths` (text files), and restore it unless the block runs to its end."""
    stood = {path: read_text(project, path) for path in paths}
    place(project, BEFORE, json.dumps(stood).encode())
    try:
        yield
    except BaseException:
        put_back(project)
        raise
    remove(project, BEFORE)


def is_cut_off(project: Path) -> bool:
    """Whether a command noted the old content and did not finish."""
    return os.path.lexists(os.path.join(project, BEFORE))


def put_back(project: Path) -> None:
    """Restore what an interrupted command had noted, if anything. Raises InputError for a damaged note."""
    content = read(project, BEFORE, GENERATED_LIMIT)
    if content is None:
        return
    try:
        stood = {str(path): None if text is None else str(text) for path, text in json.loads(content).items()}
    except (ValueError, AttributeError) as error:
        raise at_fault("is damaged", BEFORE, hint="delete it, and see that bib/ is as it should be") from error
    for path in stood:
        if path != SETTINGS and not (path.startswith(f"{EDITIONS}/") and is_writable(path)):
            raise at_fault(f"names a path that no release writes: {path[:200]}", BEFORE, hint="delete it")
    for path, text in stood.items():
        if text is None:
            remove(project, path)
            remove_empty_folders(project, path)
        else:
            place(project, path, text.encode())
    remove(project, BEFORE)
