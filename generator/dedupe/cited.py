"""The version of a work that is cited: which record describes it, its year and its kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.dedupe.agreement import agreeing, distinct
from generator.dedupe.venues import venue_form
from generator.identifiers import year_of_arxiv
from generator.language import marked
from generator.project.paths import FETCHED_SOURCE
from generator.records import OF_THE_VERSION, PUBLISHED_KINDS, Kind, Record


@dataclass(frozen=True)
class Sheet:
    """All records of a work, with those that enrich marked, best first for the fields of a version."""

    records: tuple[Record, ...]
    enriching: tuple[Record, ...]

    @cached_property
    def all(self) -> list[tuple[Record, bool]]:
        """Every record, with whether it enriches."""
        return [(record, True) for record in self.enriching] + [(record, False) for record in self.records]

    @cached_property
    def in_order(self) -> list[tuple[Record, bool]]:
        """Every record by its place, with whether it enriches."""
        return sorted(self.all, key=lambda one: place_of(one[0])) if len(self.all) > 1 else self.all

    @cached_property
    def agreeing(self) -> list[set[int]]:
        """For each record of `in_order`, which of them have the same title."""
        return agreeing([record for record, _ in self.in_order])

    def giving(self, name: str) -> list[tuple[Any, Record, bool]]:
        """What the records of `in_order` give for a field, with the record and whether it enriches."""
        found = []
        for record, enriches in self.in_order:
            value = getattr(record, name)
            if value:
                found.append((value, record, enriches))
        return found

    @cached_property
    def distinct(self) -> list[Record]:
        """One of all records that say the same of title, authors, year and venue."""
        return distinct(record for record, _ in self.all)


def place_of(record: Record) -> tuple[Any, ...]:
    """A total order of records, even if two share a place."""
    return (*record.origin.order, record.title, record.abstract)


def trust(record: Record, enriches: bool) -> int:
    """How far a record is trusted regardless of its value; higher is better."""
    if not enriches:
        return _PUBLISHED_RECORD if is_published(record) else 0
    if record.verified is None:
        return _FETCHED if record.origin.source == FETCHED_SOURCE else _ENRICHING
    return VERIFIED if record.verified else _DOUBTED


_DOUBTED, _PUBLISHED_RECORD, _FETCHED, _ENRICHING, VERIFIED = -1, 1, 2, 3, 4
TRUST_RULES = {
    VERIFIED: marked("verified source"),
    _ENRICHING: marked("enriching source"),
    _FETCHED: marked("fetched"),
    _PUBLISHED_RECORD: marked("published over preprint"),
    _DOUBTED: marked("enriching source that is not verified"),
}


def is_published(record: Record) -> bool:
    """Whether the record describes a version that appeared in a venue."""
    if record.kind == "preprint":
        return False
    venue = venue_form(record.venue)
    if venue is not None and venue.kind == "preprint":
        return False
    return venue is not None or record.kind in PUBLISHED_KINDS


def cited_version(sheet: Sheet) -> tuple[Record, str]:
    """The record of the version to cite, and the rule that chose it.

    Published ones come before preprints; then the most trusted, then the one whose title most records have, then the
    fullest.
    """
    ranked = sheet.in_order
    if len(ranked) == 1:
        return ranked[0][0], marked("the only record")

    def worth(place: int) -> tuple[Any, ...]:
        record, enriches = ranked[place]
        filled = sum(bool(getattr(record, name)) for name in (*OF_THE_VERSION, "year", "month"))
        return is_published(record), trust(record, enriches), len(sheet.agreeing[place]), filled

    best = ranked[max(range(len(ranked)), key=worth)]
    differs = len({is_published(record) for record, _ in ranked}) > 1
    rank = trust(*best)
    if rank < VERIFIED and differs:
        rule = TRUST_RULES[_PUBLISHED_RECORD]
    else:
        rule = TRUST_RULES[rank] if best[1] else marked("the fullest record")
    return best[0], rule


def year_of(record: Record) -> int | None:
    """The year that a record gives; for a preprint without one, that of its arXiv id."""
    if record.year is not None or is_published(record):
        return record.year
    arxiv = record.identifier("arxiv")
    return year_of_arxiv(arxiv) if arxiv else None


def kind_of(record: Record) -> Kind:
    """The kind of publication that a record describes; inferred from its venue if it gives none."""
    if is_published(record):
        if record.kind and record.kind != "misc":
            return record.kind
        venue = venue_form(record.venue)
        if venue is None:
            return "misc"
        if venue.kind == "conference":
            return "inproceedings"
        serial = record.volume or record.number or any(name.casefold() == "issn" for name, _ in record.extra)
        return "article" if venue.kind == "journal" or serial else "misc"
    return (
        "preprint" if record.kind == "preprint" or record.identifier("arxiv") or record.venue else record.kind or "misc"
    )
