"""The line of `mkdocs.yml` that names the extension by which formulas in prose are drawn."""

from __future__ import annotations

import re

FORMULAS = "generator.prose.formulas"
_FINDER = re.compile(r"^(?P<indent>[ ]*)- pymdownx\.arithmatex:?[ ]*(?:#[^\n]*)?\n", re.MULTILINE)
_DRAWER = re.compile(rf"^[ ]*- {re.escape(FORMULAS)}:?[ ]*(?:#[^\n]*)?$", re.MULTILINE)


def leaves_formulas(settings: str) -> bool:
    """Whether pages show the LaTeX of formulas: they are found, and nothing draws them."""
    return bool(_FINDER.search(settings)) and not _DRAWER.search(settings)


def with_formulas(settings: str) -> str:
    """`mkdocs.yml` with that line, where it lacks it."""
    if not leaves_formulas(settings):
        return settings
    return _FINDER.sub(lambda line: f"{line['indent']}- {FORMULAS}\n{line[0]}", settings, count=1)
