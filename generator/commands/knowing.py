"""The survey that a command asks about: as the last build found it, or found anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import surveyed
from generator.stages import UNWATCHED, Stages

if TYPE_CHECKING:
    from generator.survey import Survey


def survey_for(project: Path, stages: Stages = UNWATCHED) -> Survey:
    """The survey of a project; writes nothing. Raises InputError where the settings are at fault.

    What the last build remembers is used where it still holds: a question changes nothing.
    """
    known = surveyed.known(project)
    if known is not None:
        return known
    from generator import pipeline  # which takes a while to import
    from generator.cache.tasks import remembered

    return pipeline.survey_of(project, stages, remembered(project))
