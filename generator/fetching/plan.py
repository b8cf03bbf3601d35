"""Which works to ask about: those that lack facts, those whose facts are old, or all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.fetching.entry import Fetched
from generator.identifiers import Identifier
from generator.project.paths import FETCHED_SOURCE
from generator.records import Origin, Record
from generator.survey import Survey
from generator.text.lost_words import damage
from generator.works import Work

_NEEDED = ("title", "authors", "year", "abstract")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A work to ask about.

    Attributes:
        key: its citation key.
        record: what is known about it, as one record.
        lacks: the facts that it lacks.
        entry: what was fetched before.
        place: of its first record, as decisions name it.
    """

    key: str
    record: Record
    lacks: tuple[str, ...] = ()
    entry: Fetched | None = None
    place: str = ""

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """By which it can be looked up."""
        return self.record.identifiers


def works_of(survey: Survey, entries: Mapping[str, Fetched]) -> list[Wanted]:
    """Every work of the survey, with what it lacks and what was fetched for it."""
    return [_wanted(work, entries) for work in survey.works.values()]


def lacking_or_old(wanted: list[Wanted], today: date, days: int, also_new: bool = False) -> list[Wanted]:
    """The works that lack facts or whose fetched facts are `days` old; with `also_new`, those without fetched facts
    too.
    """
    return [one for one in wanted if one.lacks or is_old(one.entry, today, days) or (also_new and one.entry is None)]


def is_old(entry: Fetched | None, today: date, days: int) -> bool:
    """Whether the fetched facts are at least so many days old."""
    return bool(entry and entry.day) and (today - date.fromisoformat(entry.day if entry else "")).days >= days


def facts_missing(work: Work) -> tuple[str, ...]:
    """The facts that a work lacks and without which it cannot be cited properly, found or given a theme."""
    missing = [name for name in _NEEDED if not getattr(work, name)]
    if work.authors_truncated:
        missing.append("authors")
    if work.published and not (work.venue or work.school or work.publisher):
        missing.append("venue")
    if work.abstract and damage(work.abstract):
        missing.append("abstract")
    return tuple(dict.fromkeys(missing))


def _wanted(work: Work, entries: Mapping[str, Fetched]) -> Wanted:
    keys = [record.origin.key for record in work.enriched_by if record.origin.source == FETCHED_SOURCE]
    entry = next((entries[key] for key in keys if key and key in entries), None)
    return Wanted(work.key, as_record(work), facts_missing(work), entry, str(work.records[0].origin))


def as_record(work: Work) -> Record:
    """What the survey says about a work, with its sources' identifiers first."""
    values = {name: getattr(work, name) for name in _shared()}
    return replace(Record(Origin("survey", key=work.key)), **values)


def _shared() -> Iterator[str]:
    """The fields that a work and a record have in common."""
    kept = (
        "title",
        "abstract",
        "authors",
        "authors_truncated",
        "year",
        "month",
        "kind",
        "venue",
        "volume",
        "number",
        "pages",
        "identifiers",
    )
    yield from kept
