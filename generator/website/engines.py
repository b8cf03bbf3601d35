"""The engine that turns the pages into the website: MkDocs or Zensical, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from generator.errors import at_fault
from generator.project.paths import ENGINE_CACHE, SERVED, SETTINGS

Wanted = Literal["auto", "mkdocs", "zensical"]


class Engine(NamedTuple):
    """An engine.

    Attributes:
        process: the module that runs it and ends with the process that started it. Its arguments are those of MkDocs'
            command line; it prints the line `page` for each step of a page's making, if it can tell.
        steps: of a page; 0 where the process does not count.
        packages: the packages it consists of; other versions may give another website.
        partly: options with which it remakes only changed pages while serving.
        leaves: folders of a project where it keeps what it can remake while serving; the first one holds the pages.
    """

    name: str
    process: str
    steps: int
    packages: tuple[str, ...]
    partly: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    @property
    def is_installed(self) -> bool:
        """Whether it can be started."""
        return find_spec(self.name) is not None

    @property
    def made_by(self) -> str:
        """The versions of its packages."""
        return " ".join(f"{package} {metadata.version(package)}" for package in self.packages)

    def serving(self, project: Path) -> tuple[str, ...]:
        """The arguments for serving a project, besides its settings and the address."""
        return ("--site-dir", str(project / self.leaves[0])) if self.leaves else ("--quiet",)

    def start(self, arguments: Sequence[str], is_heard: bool = False) -> subprocess.Popen[bytes]:
        """The engine in a process of its own, which ends with this one, however this one ends.

        `is_heard`: its standard output is a pipe to the caller instead of the command's own.
        """
        # Material's notice about MkDocs 2 would fill the terminal.
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", self.process, *arguments]
        return subprocess.Popen(  # noqa: S603 (no shell, our own words)
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE if is_heard else None
        )


ENGINES = {
    "mkdocs": Engine(
        "mkdocs", "generator.website.mkdocs_process", 2, ("mkdocs", "mkdocs-material"), partly=("--dirty",)
    ),
    "zensical": Engine(
        "zensical", "generator.website.zensical_process", 0, ("zensical",), leaves=(SERVED, ENGINE_CACHE)
    ),
}


def engine_for(wanted: Wanted) -> Engine:
    """The engine of that name; `auto` means MkDocs. Raises InputError if it is not installed."""
    engine = ENGINES["mkdocs" if wanted == "auto" else wanted]
    if not engine.is_installed:
        raise at_fault(
            f"names the engine {engine.name}, which is not installed", SETTINGS, hint=f"pip install {engine.name}"
        )
    return engine
