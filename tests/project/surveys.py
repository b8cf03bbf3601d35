"""A small survey, before and after a change, for tests of what a command does to its files."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from generator.cli import main

MKDOCS = "site_name: S\ntheme:\n  name: mkdocs\nplugins: []\nmarkdown_extensions: [attr_list, md_in_html]\nnav:\n  # <survey>\n  # </survey>\n"
THEMES = "sections:\n  - title: All\n    themes:\n      - {id: sets, title: Sets, scope: Order and sets., terms: [order, sets]}\n"
SETTINGS = 'title: Sets\ndate: "2026-01-0{day}"\nauthors: [Ann Smith]\n'
FIRST = {
    "mkdocs.yml": MKDOCS,
    "bib/survey.yml": SETTINGS.format(day=1),
    "bib/themes.yml": THEMES,
    "bib/sources/a.bib": (
        "@article{one, title={Order matters for sets}, author={Smith, Ann}, year={2022}, journal={Sets}}\n"
        "@article{two, title={Sets without any order}, author={Jones, Bo}, year={2021}, journal={Sets}}\n"
    ),
}
SECOND = {
    **FIRST,
    "bib/survey.yml": SETTINGS.format(day=2),
    "bib/sources/a.bib": (
        "@article{one, title={Order matters for sets}, author={Smith, Ann}, year={2022}, journal={Sets}}\n"
        "@article{three, title={Graphs after sets}, author={Lee, Cy}, year={2023}, journal={Graphs}}\n"
    ),
}


def make(project: Path, files: dict[str, str]) -> Path:
    """Write what a person gives."""
    for path, text in files.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project


def run(project: Path, *words: str) -> tuple[int, str]:
    """The exit code of a command, and what it said to stderr."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        code = main([words[0], "--project", str(project), *words[1:]])
    return code, said.getvalue()
