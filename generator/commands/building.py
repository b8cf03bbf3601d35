"""Building a survey, with or without its website: what `build`, `offline` and `new` have in common."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.cache import unchanged
from generator.commands.progress import progress
from generator.problem_lines import problem_lines
from generator.project.opening import alone, open_project
from generator.report import Report


def build(
    project: Path, *, strict: bool, site: bool, force: bool = False, quiet: bool = False, cached: bool = True
) -> int:
    """Build the pages, and the website where `site` says so. Returns 0, or 1 where the website could not be built.

    Raises InputError with every page left as it was.

    Args:
        cached: whether to use and to keep what builds remember.
    """
    open_project(project)
    with alone(project):
        report = _built(project, strict, force, cached)
        if not quiet:
            for line in problem_lines(report.problems):
                print(line, file=sys.stderr)
            print(report.told)
        if not site:
            return 0
        from generator.website import build_site  # which takes a while to load

        return build_site(project, strict)


def _built(project: Path, strict: bool, force: bool, cached: bool) -> Report:
    """What a build of the project finds and does: known already where nothing changed since the last one."""
    seen = unchanged.look(project) if cached else unchanged.Seen()
    known = unchanged.report(project, seen)
    if known is not None and (known.is_clean or not strict):
        return known
    from generator import building  # which takes a while to load

    with progress() as tell:
        return building.build(project, building.Wanted(strict, force, cached), seen, tell).report
