"""The survey as figures draw it: with nothing of a work but what they show, so that another fact about it draws none
of them again.
"""

from __future__ import annotations

from dataclasses import fields

from generator.survey import Survey
from generator.works import Work

NOT_DRAWN = frozenset({"flow"})  # figures of the survey that show what became of records, too


class Drawn(Survey):
    """A survey whose works have what figures show of them."""


def drawn(survey: Survey) -> Drawn:
    """The survey with such works."""
    held = {one.name: getattr(survey, one.name) for one in fields(Survey)}
    return Drawn(**{**held, "works": {key: _shown(work) for key, work in survey.works.items()}})


def _shown(work: Work) -> Work:
    """What figures show of a work: its key, title, authors, year and state; its abstract decides where it stands."""
    return Work(
        title=work.title,
        records=() if work.title else work.records,  # then they may tell what it is called
        key=work.key,
        abstract=work.abstract,
        authors=work.authors,
        authors_truncated=work.authors_truncated,
        year=work.year,
        kind=work.kind,
        venue="" if work.published else work.venue,  # which may tell that it was
        identifiers=() if work.title else work.identifiers,
    )
