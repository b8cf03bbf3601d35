"""What `doctor` examines: this machine, the program, and whether a project is complete. Each finding says what to
do.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from generator import __version__
from generator.config.settings import Settings, read_settings
from generator.errors import InputError
from generator.project.box import exists, files_below, read_text
from generator.project.paths import BIBLIOGRAPHY, DOCS, MKDOCS, SETTINGS, SOURCES
from generator.starting.skeleton import PACKAGE, WORKFLOWS, skeleton
from generator.starting.surroundings import git
from generator.starting.upgrading import upgraded
from generator.text.counting import counted

OLDEST_PYTHON = (3, 11)
_NAV_MARKS = ("# <survey>", "# </survey>")

State = Literal["ok", "optional", "advice", "fault"]


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was examined: its state in words, and what to do if something is wrong."""

    state: State
    what: str
    remedy: str = ""


_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "firefox")
# Programs that are not needed for a website: names to try, and what each is for.
OPTIONAL = (
    (("git",), "git", "keeps the survey's history, and tags its editions"),
    (_BROWSERS, "a browser", "shows the website; the program's own tests need Chromium"),
    (("node",), "Node", "only for those who change the website's scripts"),
    (("pandoc",), "pandoc", "turns `export --format latex` or Markdown into Word"),
    (("pdflatex", "lualatex", "xelatex", "tectonic"), "LaTeX", "prints `export --format latex`"),
)  # fmt: skip


def machine() -> Iterator[Looked]:
    """Python, the packages, and the optional programs."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        yield Looked("fault", f"Python {version}", "Python 3.11 or newer is needed")
    else:
        yield Looked("ok", f"Python {version}, {PACKAGE} {__version__}")
    yield from _packages()
    for names, label, purpose in OPTIONAL:
        found = next((path for path in map(shutil.which, names) if path), "")
        yield Looked("ok", f"{label}: {found}") if found else Looked("optional", f"{label} is not here", purpose)


def _packages() -> Iterator[Looked]:
    from packaging.requirements import Requirement

    try:
        required = [Requirement(text) for text in metadata.requires(PACKAGE) or ()]
    except metadata.PackageNotFoundError:
        yield Looked("advice", "the program runs from a folder, without being installed", "pip install -e . there")
        return
    wrong = []
    for one in required:
        if one.marker and not one.marker.evaluate({"extra": ""}):
            continue
        try:
            version = metadata.version(one.name)
        except metadata.PackageNotFoundError:
            wrong.append(f"{one.name} is missing")
            continue
        if not one.specifier.contains(version, prereleases=True):
            wrong.append(f"{one.name} is {version}, not {one.specifier}")
    if wrong:
        yield Looked("fault", "packages: " + ", ".join(wrong), "pip install -r requirements.txt, or make site")
    else:
        yield Looked("ok", f"{counted(len(required), 'package')} as they are needed")


def project_state(project: Path) -> Iterator[Looked]:
    """Whether the project is complete, and what its author may want to do next."""
    try:
        settings = read_settings(project)
    except InputError as error:
        yield Looked("fault", str(error.problems[0]), "correct it; nothing can be built before")
        return
    for look in _LOOKS:
        yield from look(project, settings)


def _sources(project: Path, _: Settings) -> Iterator[Looked]:
    found = files_below(project, SOURCES).files
    if found:
        yield Looked("ok", f"{counted(len(found), 'file')} in {SOURCES}")
    else:
        yield Looked("advice", f"{SOURCES} is empty", "put the exports of your literature search there")


def _website(project: Path, _: Settings) -> Iterator[Looked]:
    text = read_text(project, MKDOCS)
    if text is None:
        yield Looked("fault", f"{MKDOCS} is missing, so there is no website", "`python -m generator upgrade` brings it")
    elif not all(mark in text for mark in _NAV_MARKS):
        remedy = f"add the two comment lines `{_NAV_MARKS[0]}` and `{_NAV_MARKS[1]}` to `nav`"
        yield Looked("fault", f"{MKDOCS} has no place for the themes in its navigation", remedy)
    elif not (project / DOCS / "index.md").exists():
        yield Looked("advice", "the pages are not built yet", "`python -m generator build --site`")
    else:
        yield Looked("ok", f"{MKDOCS}, and pages in {DOCS}/")


def _about(_: Path, settings: Settings) -> Iterator[Looked]:
    wanted = {
        "authors": (settings.authors, "“how to cite” and CITATION.cff need them"),
        "url": (settings.url, "feeds and the sitemap need the address of the website"),
        "repository": (settings.repository, "“suggest a paper” and “correct this record” need it"),
        "license": (settings.license, "without a licence, nobody else may reuse the texts"),
    }
    for name, (value, reason) in wanted.items():
        if not value:
            yield Looked("advice", f"`{name}` is not set in {SETTINGS}", reason)


def _requirement(project: Path, _: Settings) -> Iterator[Looked]:
    pin = re.search(rf"^{PACKAGE}\s*==\s*(\S+)", read_text(project, "requirements.txt") or "", re.MULTILINE)
    if pin and pin[1] != __version__:
        remedy = "`pip install -r requirements.txt`, or `python -m generator upgrade`"
        yield Looked("advice", f"requirements.txt pins {pin[1]}, and this is {__version__}", remedy)


def _shared(project: Path, _: Settings) -> Iterator[Looked]:
    if git(project, "rev-parse", "--is-inside-work-tree") != "true":
        yield Looked("advice", "git does not keep the project", "`git init`, to share it and to have its history")
        return
    ignored = git(project, "check-ignore", BIBLIOGRAPHY, SETTINGS)
    if ignored:
        yield Looked("fault", f"git ignores {', '.join(ignored.split())}", "take it out of .gitignore")
    tracked = git(project, "ls-files", "--", BIBLIOGRAPHY)
    if exists(project, BIBLIOGRAPHY) and not tracked and not ignored:
        yield Looked("advice", f"{BIBLIOGRAPHY} is not committed", "commit it: it holds the citation keys")
    workflows = [name for name in WORKFLOWS if not exists(project, f".github/workflows/{name}.yml")]
    if workflows:
        yield Looked(
            "advice", f"no workflow to {', '.join(workflows)}", "`python -m generator upgrade` adds it, for GitHub"
        )


def _current(project: Path, _: Settings) -> Iterator[Looked]:
    due = {path for _, texts in upgraded(project) for path in texts}
    if due:
        missing = sorted(due & {*skeleton()})
        yield Looked("advice", f"not as this version makes it: {', '.join(missing)}", "`python -m generator upgrade`")


_LOOKS: tuple[Callable[[Path, Settings], Iterator[Looked]], ...] = (
    _sources, _website, _about, _requirement, _shared, _current,
)  # fmt: skip
