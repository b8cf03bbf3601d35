"""A survey whose services answer on this machine, and a run of `fetch` over it."""

from __future__ import annotations

from pathlib import Path

from generator.cli import main
from tests.conftest import MakeProject
from tests.services.server import Server


def a_survey(
    project: MakeProject, services: Server, rows: str, columns: str = "title,doi,arxiv,pmid", more: str = ""
) -> Path:
    return project({"bib/survey.yml": services.settings + more, "bib/sources/list.csv": f"{columns}\n{rows}\n"})


def fetched(folder: Path) -> str:
    file = folder / "bib" / "fetched.bib"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def run(folder: Path, *arguments: str) -> int:
    return main(["fetch", "--project", str(folder), *arguments])
