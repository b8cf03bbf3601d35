"""Building a survey, with or without its website: shared by `build`, `offline` and `new`."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.cache import unchanged
from generator.commands.progress import progress
from generator.problem_lines import problem_lines
from generator.project.opening import alone, open_project
from generator.report import Report
from generator.stages import Stages


def build(
    project: Path,
    *,
    strict: bool,
    site: bool,
    force: bool = False,
    quiet: bool = False,
    cached: bool = True,
    timings: bool = False,
) -> int:
    """Build the pages, and the website if `site` says so. Returns 0, or 1 if the website could not be built.

    Raises InputError with every page left as it was.

    Args:
        cached: whether to use and keep what builds remember.
        timings: whether to print what each stage took.
    """
    open_project(project)
    failed = 0
    with alone(project):
        with progress(quiet) as stages:
            report = _built(project, strict, force, cached, stages)
        if not quiet:
            for line in problem_lines(report.problems):
                print(line, file=sys.stderr)
            print(report.text)
        clocks = [stages]
        if site:
            from generator.website.build import build_site  # which takes a while to import

            with progress(quiet) as site_stages:
                failed = build_site(project, strict, site_stages)
            clocks.append(site_stages)
    if timings:
        from generator.commands.stage_clock import costs_in_words

        print(costs_in_words([cost for clock in clocks for cost in clock.costs]))
    return failed


def _built(project: Path, strict: bool, force: bool, cached: bool, stages: Stages) -> Report:
    """What a build of the project finds and does; reused if nothing changed since the last one."""
    stages.begin("Looking for changes")
    seen = unchanged.look(project) if cached else unchanged.Seen()
    known = unchanged.report(project, seen)
    if known is not None and (known.is_clean or not strict):
        return known
    from generator import building  # which takes a while to import

    return building.build(project, building.Wanted(strict, force, cached), seen, stages).report
