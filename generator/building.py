"""A build: read the project, decide everything, write the pages, and remember what the next build can reuse."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import pages, pipeline
from generator.cache import surveyed, unchanged
from generator.cache.tasks import remember, remembered
from generator.errors import refuse
from generator.report import Report
from generator.stages import UNWATCHED, Stages
from generator.survey import Survey
from generator.text.counting import counted
from generator.writer import Written, write


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to build: with warnings as errors, over pages changed by hand, with what earlier builds remember."""

    strict: bool = False
    force: bool = False
    cached: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and what it reports."""

    written: Written
    report: Report


def build(project: Path, wanted: Wanted, seen: unchanged.Seen, stages: Stages = UNWATCHED) -> Built:
    """Build a project whose state before was `seen`. Raises InputError and leaves every page as it was."""
    tasks = remembered(project, wanted.cached)
    survey = pipeline.survey_of(project, stages, tasks)
    files, page_problems = pages.render(survey, project, tasks, stages, to_write=True)
    problems = (*survey.problems, *page_problems)
    refuse(problems, wanted.strict)
    stages.begin("Writing files")
    written = write(project, files, wanted.force)
    stages.found(f"{counted(len(written.written), 'file')} of {len(files):,}")
    del files  # a third of the memory, while what the next build may reuse takes as much again
    report = Report(
        problems,
        summary(survey),
        len(written.digests),
        len(written.written),
        len(written.removed),
    )
    if wanted.cached:
        stages.begin("Remembering")
        remember(project, tasks, written.digests)
        if unchanged.keep(project, seen, written.digests, report):
            surveyed.keep(project, seen, survey)
    return Built(written, report)


def summary(survey: Survey) -> str:
    """What was read, merged, themed and linked, in a few lines."""
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
    return "\n".join(lines)
