"""Building a survey, with or without its website: what `build`, `offline` and `new` have in common."""

from __future__ import annotations

import sys
from pathlib import Path

from generator import pages, pipeline
from generator.calling import program
from generator.commands.progress import progress
from generator.errors import refuse
from generator.problem_lines import problem_lines
from generator.project.opening import alone, open_project
from generator.survey import Survey
from generator.text.counting import counted
from generator.website import build_site
from generator.writer import Written, write


def build(project: Path, *, strict: bool, site: bool, force: bool = False, quiet: bool = False) -> int:
    """Build the pages, and the website where `site` says so. Returns 0, or 1 where the website could not be built.

    Raises InputError with every page left as it was.
    """
    open_project(project)
    with alone(project):
        _build_pages(project, strict, force, quiet)
        return build_site(project, strict) if site else 0


def _build_pages(project: Path, strict: bool, force: bool, quiet: bool) -> None:
    """Read the project, decide everything and write the pages, telling what was found and done."""
    with progress() as tell:
        survey = pipeline.survey_of(project, tell)
        tell("Writing pages")
        files, page_problems = pages.render(survey, project)
        problems = (*survey.problems, *page_problems)
        refuse(problems, strict)
        written = write(project, files, force)
    if not quiet:
        for line in problem_lines(problems):
            print(line, file=sys.stderr)
        print(summary(survey, written))


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
        lines.append(f"         {counted(bare, 'work')} of which facts are not yet fetched: {program()} fetch")
    if survey.uncertain:
        lines.append(f"         {counted(len(survey.uncertain), 'pair')} to look at: {program()} review")
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
