"""What the authors state of their search: whether it agrees with the sources, and whether there is a scope at all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import Material
from generator.errors import Place
from generator.project.paths import SETTINGS
from generator.search_strategy import told_of_searches


def wrong_search(material: Material) -> Iterator[Found]:
    """Searches whose files hold another number of records than the stated hits, or that name no file there is."""
    for problem in told_of_searches(material.survey.searches, material.survey.readings):
        yield Found(problem.message, problem.place or Place(SETTINGS), "", problem.hint)


def missing_scope(material: Material) -> Iterator[Found]:
    """A survey with works that says nothing of what it covers."""
    if material.survey.works and not material.survey.settings.scope.strip():
        what = "the survey states no scope: a reader cannot tell what it covers and what it does not"
        yield Found(
            what,
            Place(SETTINGS),
            "",
            "write `scope: |` and a paragraph of Markdown; `criteria: |` too, if there are any",
        )


def missing_date(material: Material) -> Iterator[Found]:
    """A survey with works that does not say of which day it is."""
    if material.survey.works and not material.survey.settings.date:
        what = "the survey has no date: its citation has no year, and news do not say when works came"
        yield Found(what, Place(SETTINGS), "", "write the day of this version, as in `date: 2026-01-31`")
