"""What the authors say about their search: whether it agrees with the sources, and whether a scope is given."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import Material
from generator.errors import Place
from generator.project.paths import SETTINGS
from generator.search_strategy import search_problems


def wrong_search(material: Material) -> Iterator[Found]:
    """Searches whose files do not hold the stated number of hits, or that name a file which does not exist."""
    for problem in search_problems(material.survey.searches, material.survey.readings):
        yield Found(problem.message, problem.place or Place(SETTINGS), "", problem.hint)


def missing_scope(material: Material) -> Iterator[Found]:
    """A survey with works that does not say what it covers."""
    if material.survey.works and not material.survey.settings.scope.strip():
        what = "the survey states no scope: a reader cannot tell what it covers and what it does not"
        yield Found(
            what,
            Place(SETTINGS),
            "",
            "write `scope: |` and a paragraph of Markdown; `criteria: |` too, if there are any",
        )


def missing_date(material: Material) -> Iterator[Found]:
    """A survey with works that gives no date."""
    if material.survey.works and not material.survey.settings.date:
        what = "the survey has no date: its citation has no year, and news do not say when works came"
        yield Found(what, Place(SETTINGS), "", "write the day of this version, as in `date: 2026-01-31`")
