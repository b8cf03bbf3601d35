"""`build`: the whole way, from the sources to the written pages, and with `--site` to the website."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from generator import pages, pipeline
from generator.cli import add_project
from generator.commands.progress import progress
from generator.errors import InputError, Problem
from generator.problem_lines import problem_lines
from generator.project.opening import alone, open_project
from generator.project.paths import SITE
from generator.survey import Survey
from generator.text.counting import counted
from generator.website import build_site
from generator.writer import Written, write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `build`."""
    add_project(parser)
    parser.add_argument("--strict", action="store_true", help="treat every warning as an error and write nothing then")
    parser.add_argument("--force", action="store_true", help="write over generated pages that were changed by hand")
    parser.add_argument("--site", action="store_true", help="also build the website into site/")
    parser.add_argument("--quiet", action="store_true", help="print nothing but errors")


def run(arguments: argparse.Namespace) -> int:
    """Build the project. Returns 0, or raises InputError with every page left as it was."""
    project: Path = arguments.project
    open_project(project)
    with alone(project):
        build(project, arguments)
        if not arguments.site:
            return 0
        failed = build_site(project, arguments.strict)
    if not failed and not arguments.quiet:
        print(f"Website  in {project / SITE}; to look at it: {ways_to_serve(project)}")
    return failed


def build(project: Path, arguments: argparse.Namespace) -> Survey:
    """Read the project, decide everything and write the pages, telling what was found and done."""
    with progress() as tell:
        survey = pipeline.survey_of(project, tell)
        tell("Writing pages")
        files, page_problems = pages.render(survey, project)
        problems = (*survey.problems, *page_problems)
        refuse(problems, arguments.strict)
        written = write(project, files, arguments.force)
    if not arguments.quiet:
        for line in problem_lines(problems):
            print(line, file=sys.stderr)
        print(summary(survey, written))
    return survey


def ways_to_serve(project: Path) -> str:
    """The commands that show the website on this machine."""
    own = "python -m generator serve" + (f" --project {shlex.quote(str(project))}" if project != Path() else "")
    return f"make serve, or {own}" if project == Path() and Path("Makefile").is_file() else own


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
    lines = [f"Read     {counted(read, 'record')} from {counted(len(survey.flow), 'source')}"]
    if not survey.flow:
        lines.append("         put your exports into bib/sources")
    for flow in survey.flow:
        lost = f", {counted(flow.unreadable, 'piece')} not read" if flow.unreadable else ""
        lines.append(f"         {flow.read:>6}  {flow.source}  ({flow.format or 'not recognised'}{lost})")
    lines.append(
        f"Merged   {counted(merged, 'duplicate')} away, {left_out} left out: {counted(len(survey.works), 'work')}"
    )
    if survey.enriching:
        completed = sum(bool(work.enriched_by) for work in survey.works.values())
        lines.append(f"         {completed} completed from {', '.join(reading.source for reading in survey.enriching)}")
    bare = sum(bool(work.identifiers) and not work.title for work in survey.works.values())
    if bare:
        lines.append(f"         {counted(bare, 'work')} of which facts are not yet fetched: python -m generator fetch")
    if survey.uncertain:
        lines.append(f"         {counted(len(survey.uncertain), 'pair')} to look at: python -m generator review")
    themes = counted(len(survey.taxonomy.themes), "theme")
    lines.append(
        f"Themed   {counted(with_theme, 'work')} in {themes}, {unsure} of them unsure, "
        f"{len(survey.works) - with_theme} in none"
    )
    lines.append(f"Linked   {counted(related, 'related pair')}, {counted(mentions, 'mention')}")
    total = len(written.written) + written.unchanged
    lines.append(
        f"Wrote    {counted(total, 'file')}: {len(written.written)} changed, {written.unchanged} as before, "
        f"{len(written.removed)} removed"
    )
    return "\n".join(lines)
