"""`build`: the whole way, from the sources to the written pages, and with `--site` to the website."""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from generator import pages, pipeline
from generator.cli import add_project
from generator.commands.progress import progress
from generator.errors import InputError, Problem, at_fault
from generator.problem_lines import problem_lines
from generator.search.engine import engine
from generator.search.pagefind import add_pagefind
from generator.survey import Survey
from generator.writer import Written, write

STAMP = ".survey/site"  # the fingerprint of what the website in site/ was built from


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `build`."""
    add_project(parser)
    parser.add_argument("--strict", action="store_true", help="treat every warning as an error and write nothing then")
    parser.add_argument("--site", action="store_true", help="also build the website into site/")
    parser.add_argument("--quiet", action="store_true", help="print nothing but errors")


def run(arguments: argparse.Namespace) -> int:
    """Build the project. Returns 0, or raises InputError with every page left as it was."""
    project: Path = arguments.project
    check_is_project(project)
    with progress() as tell:
        survey = pipeline.survey_of(project, tell)
        tell("Writing pages")
        files, page_problems = pages.render(survey, project)
        problems = (*survey.problems, *page_problems)
        refuse(problems, arguments.strict)
        written = write(project, files)
    if not arguments.quiet:
        for line in problem_lines(problems):
            print(line, file=sys.stderr)
        print(summary(survey, written))
    if not arguments.site:
        return 0
    failed = build_site(project, arguments.strict)
    if not failed and engine(survey.settings, len(survey.works)) == "pagefind":
        add_pagefind(project / "site")
    if not failed and not arguments.quiet:
        print(f"Website  in {project / 'site'}; to look at it: {ways_to_serve(project)}")
    return failed


def ways_to_serve(project: Path) -> str:
    """The commands that show the website on this machine."""
    own = "python -m generator serve" + (f" --project {shlex.quote(str(project))}" if project != Path() else "")
    return f"make serve, or {own}" if project == Path() and Path("Makefile").is_file() else own


def check_is_project(project: Path) -> None:
    """Raises InputError, with what to do, if `project` is not the folder of a survey."""
    if not (project / "bib").is_dir():
        above = next(
            (
                folder
                for folder in project.absolute().parents
                if any((folder / "bib" / name).exists() for name in ("sources", "survey.yml"))
            ),
            None,
        )
        hint = f"the survey is in the folder above: --project {shlex.quote(os.path.relpath(above))}" if above else ""
        raise at_fault(
            "is not a survey's folder: it has no bib/",
            str(project),
            hint=hint or "`python -m generator new DIR` makes one, or give --project DIR",
        )


def refuse(problems: tuple[Problem, ...], strict: bool) -> None:
    """Raises InputError if there is an error, or, when strict, a warning."""
    fatal = [p for p in problems if p.level == "error" or (strict and p.level == "warning")]
    if fatal:
        raise InputError(*fatal)


def summary(survey: Survey, written: Written) -> str:
    """What was read, merged, themed and written, in a few lines."""
    read = sum(flow.read for flow in survey.flow)
    merged = sum(flow.merged for flow in survey.flow)
    left_out = sum(flow.left_out for flow in survey.flow)
    unsure = sum(placement.unsure for placement in survey.placements.values())
    with_theme = sum(placement.primary is not None for placement in survey.placements.values())
    related = sum(len(links) for links in survey.related.values()) // 2
    mentions = sum(len(found) for found in survey.mentions.values())
    lines = [f"Read     {count(read, 'record')} from {count(len(survey.flow), 'source')}"]
    if not survey.flow:
        lines.append("         put your exports into bib/sources")
    for flow in survey.flow:
        lost = f", {count(flow.unreadable, 'piece')} not read" if flow.unreadable else ""
        lines.append(f"         {flow.read:>6}  {flow.source}  ({flow.format or 'not recognised'}{lost})")
    lines.append(f"Merged   {count(merged, 'duplicate')} away, {left_out} left out: {count(len(survey.works), 'work')}")
    if survey.enriching:
        completed = sum(bool(work.enriched_by) for work in survey.works.values())
        lines.append(f"         {completed} completed from {', '.join(reading.source for reading in survey.enriching)}")
    if survey.uncertain:
        lines.append(f"         {count(len(survey.uncertain), 'pair')} to look at: python -m generator review")
    themes = count(len(survey.taxonomy.themes), "theme")
    lines.append(
        f"Themed   {count(with_theme, 'work')} in {themes}, {unsure} of them unsure, {len(survey.works) - with_theme} in none"
    )
    lines.append(f"Linked   {count(related, 'related pair')}, {count(mentions, 'mention')}")
    total = len(written.written) + written.unchanged
    lines.append(
        f"Wrote    {count(total, 'file')}: {len(written.written)} changed, {written.unchanged} as before, {len(written.removed)} removed"
    )
    return "\n".join(lines)


def count(number: int, noun: str) -> str:
    """`1 record`, `2,000 records`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def build_site(project: Path, strict: bool) -> int:
    """Run MkDocs on the project, unless nothing has changed since it last ran. Its own messages go through; returns 0, or 1 where it failed."""
    if not (project / "mkdocs.yml").is_file():
        raise at_fault("is needed for the website", "mkdocs.yml", hint="`python -m generator new` shows one")
    stamp, now = project / STAMP, fingerprint(project, strict)
    if (project / "site" / "index.html").is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == now:
        return 0
    stamp.unlink(missing_ok=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(project / "mkdocs.yml"),
        *(["--strict"] if strict else []),
    ]
    quiet = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
    }  # Material's advertisement against MkDocs 2 would fill the terminal
    if subprocess.run(command, check=False, env=quiet).returncode:  # noqa: S603
        return 1
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(now, encoding="utf-8")
    return 0


def fingerprint(project: Path, strict: bool) -> str:
    """What the website depends on: every file of docs/ and overrides/ and mkdocs.yml with size and time of change, and MkDocs itself."""
    digest = hashlib.sha256(f"{strict} {metadata.version('mkdocs')} {metadata.version('mkdocs-material')}".encode())
    for file in sorted([project / "mkdocs.yml", *(project / "docs").rglob("*"), *(project / "overrides").rglob("*")]):
        if file.is_file():
            status = file.stat()
            digest.update(
                f"{file.relative_to(project).as_posix()} {status.st_size} {status.st_mtime_ns}\n".encode(
                    "utf-8", "surrogateescape"
                )
            )
    return digest.hexdigest()
