"""Style sheets, scripts, the renderer of mathematics and the theme's overrides, written as they are."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.project.paths import BUILT

_BUILT = b"""\
# This file is made by the survey site generator and says that the pages are there. mkdocs.yml inherits from it, so
# that MkDocs and Zensical name the command to type where nothing is built yet.
"""


def assets() -> dict[str, bytes]:
    """Path relative to the project, to content. `overrides/` goes beside `docs/`, all the rest into `docs/assets/`."""
    found = {BUILT: _BUILT}
    root = files("generator") / "assets"
    for name, file in _walk(root, ""):
        found[name if name.startswith("overrides/") else f"docs/assets/{name}"] = file.read_bytes()
    return found


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    result = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            result += _walk(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            result.append((prefix + entry.name, entry))
    return result
