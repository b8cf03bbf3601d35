"""Bringing a project up to this version of the program: missing files are added, renamed things are renamed.

Each step takes the project's files and returns those that would change. Nothing that a person wrote is overwritten:
existing files stay, and only whole lines are added to them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.config.program_version import Release, current, release_of
from generator.config.settings import read_settings
from generator.config.settings_text import with_setting
from generator.project.box import exists, files_below, read_text
from generator.project.paths import BIB, DOCS, MKDOCS, SETTINGS
from generator.prose.formula_settings import leaves_formulas, with_formulas
from generator.starting import surroundings
from generator.starting.skeleton import LICENCES, PACKAGE, Beginning, skeleton

_IGNORED = ".gitignore"
_REQUIREMENTS = "requirements.txt"
_PIN = re.compile(rf"^{re.escape(PACKAGE)}[ \t]*==[ \t]*(?P<version>\S+)", re.MULTILINE)

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an upgrade.

    Attributes:
        version: of the program that brought it.
        summary: what it does, for the upgrade notes.
        changes: from the project to the texts that would change, by path.
    """

    version: Release
    summary: str
    changes: Callable[[Path], Texts]


def missing_files(project: Path) -> Texts:
    """The files of a new project that this one lacks; its documents are not touched."""
    if exists(project, SETTINGS):
        settings = read_settings(project)
        known = Beginning(
            settings.title, repository=settings.repository, requirement=surroundings.requirement(),
            licence=settings.license if settings.license in LICENCES else "",
        )  # fmt: skip
    else:
        known = Beginning(surroundings.title_of(project), requirement=surroundings.requirement())
    kept = (f"{BIB}/sources/.gitkeep", f"{DOCS}/.gitkeep")
    has_sources = bool(files_below(project, f"{BIB}/sources").files)
    return {
        path: text
        for path, text in skeleton(known).items()
        if not exists(project, path) and not (path in kept and (has_sources or path.startswith(DOCS)))
    }


def ignored_files(project: Path) -> Texts:
    """`.gitignore` with the files that builds of this version write."""
    present = read_text(project, _IGNORED)
    if present is None:
        return {}
    known = {line.strip() for line in present.splitlines()}
    lines = [line for line in skeleton()[_IGNORED].splitlines() if line.strip() not in known and line[:1] != "#"]
    return {_IGNORED: "\n".join([present.rstrip("\n"), *lines, ""])} if lines else {}


def pinned(project: Path) -> Texts:
    """`requirements.txt` with this version, where it pins an older release."""
    present = read_text(project, _REQUIREMENTS)
    found = _PIN.search(present or "")
    if present is None or not found or found["version"] == __version__:
        return {}
    return {_REQUIREMENTS: present[: found.start("version")] + __version__ + present[found.end("version") :]}


def drawn_formulas(project: Path) -> Texts:
    """`mkdocs.yml` with the extension that draws formulas, beside the one that finds them."""
    text = read_text(project, MKDOCS)
    return {MKDOCS: with_formulas(text)} if text is not None and leaves_formulas(text) else {}


def written_for(project: Path) -> Texts:
    """`bib/survey.yml` with the version that it is now written for."""
    text = read_text(project, SETTINGS)
    if text is None or release_of(read_settings(project).generator or "0.0") == current():
        return {}
    return {SETTINGS: with_setting(text, "generator", __version__)}


STEPS = (
    Step(
        (1, 0),
        "the files that a new project has: README, Makefile, requirement, workflows, issue forms",
        missing_files,
    ),
    Step((1, 0), "what builds write and git ignores", ignored_files),
    Step((1, 0), "formulas in `mkdocs.yml`: they are drawn when the website is built", drawn_formulas),
    Step((1, 0), "the pinned version of the program", pinned),
    Step((1, 0), "the version that `bib/survey.yml` is written for", written_for),
)


def upgraded(project: Path) -> list[tuple[Step, Texts]]:
    """The steps that change something, each with the texts as they would be."""
    found = [(step, step.changes(project)) for step in STEPS]
    return [(step, texts) for step, texts in found if texts]


def shown(project: Path, texts: Mapping[str, str]) -> Iterator[str]:
    """The changes, line by line: a new file by its name, a changed one as a diff."""
    for path, text in sorted(texts.items()):
        before = read_text(project, path) if exists(project, path) else None
        if before is None:
            yield f"  + {path} ({len(text.splitlines())} lines)"
            continue
        lines = difflib.unified_diff(before.splitlines(), text.splitlines(), path, path, n=0, lineterm="")
        yield f"  ~ {path}"
        yield from (f"    {line}" for line in lines if not line.startswith(("---", "+++", "@@")))
