"""The survey as it is now, as an edition: to be released, or to be compared with a released one."""

from __future__ import annotations

import hashlib

from generator.editions.edition import Edition, EditionTheme, EditionWork
from generator.survey import Survey
from generator.works import Work

_DIGITS = 16  # hexadecimal digits of a text's checksum: enough to show that it changed


def edition_of(survey: Survey, name: str = "", doi: str = "") -> Edition:
    """The survey as it is now, as an edition."""
    themes = tuple(
        EditionTheme(theme.id, theme.title, section.title, survey.overviews.get(theme.id, ""))
        for section in survey.taxonomy.sections
        for theme in section.themes
    )
    return Edition(
        name=name,
        title=survey.settings.title,
        date=survey.settings.date,
        doi=doi,
        works={key: _work(survey, work) for key, work in survey.works.items()},
        themes=themes,
        introduction=survey.overviews.get("index", ""),
    )


def _work(survey: Survey, work: Work) -> EditionWork:
    placement = survey.placements[work.key]
    return EditionWork(
        key=work.key,
        title=work.shown_title,
        aliases=work.aliases,
        authors=work.authors,
        year=work.year,
        venue=work.venue,
        kind=work.kind,
        identifiers=work.identifiers,
        theme=placement.primary or "",
        secondary=tuple(sorted(placement.secondary)),
        text=hashlib.sha256(work.abstract.encode("utf-8", "replace")).hexdigest()[:_DIGITS] if work.abstract else "",
    )
