"""A work with its venue named twice: as pages call it, and in full, as an entry gives it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.language import marked
from generator.records import Origin
from generator.venues.series import VenueSeries, held, with_acronym
from generator.venues.table import NAME, VenueTable, is_full_name
from generator.works import Choice, Work

RULE = marked("table of venues")
_CENTURY = 100
_LONGEST = 60  # characters of an acronym with year and part; what is longer is a name or a reference
# Meetings that are now and then held together with another, which then names both (`IJCAI-ECAI-18`). Any other part
# behind an acronym is a workshop, a track or a meeting of its own (`CVPR-WS`, `ICSE-SEIP`, `SIGIR-AP`).
_PARTNERS = frozenset({"COLING", "ECAI", "HLT", "IJCNLP", "PRICAI"})
# An acronym with its year, and with the part of the meeting in brackets.
_OF_YEAR = re.compile(
    r"""
    (?= [A-Z][a-z]*[A-Z] )                            # two capitals: `Covid-19` is no meeting
    (?P<name> (?P<first> [A-Za-z]+ ) (?: - (?P<second> [A-Z]{2,}[A-Za-z]* ) )? )   # AAAI, IJCAI-ECAI
    (?: - | \s?['’] ) (?P<year> (?:19|20)?\d\d )     # -20, '20, -2020
    (?: \s\( (?P<part> (?i:findings|main|oral|poster|spotlight|long|short) ) \) )?
    """,
    re.VERBOSE,
)


def with_full_venue(work: Work, table: VenueTable) -> Work:
    """The work with acronym, full name, publisher, series and volume of its venue, as far as the table knows the venue.

    What a source says stays: a full name that was given is kept, and a publisher, series or volume is only filled in.
    """
    venue = _without_year(work.venue, work.year, table)
    series = table.series_of(venue) if venue and work.kind != "preprint" else None
    if series is None:
        return work
    values = {name: value for name, value in _facts(work, series).items() if value and not getattr(work, name)}
    shown = series.acronym
    origin = Origin(NAME.removeprefix("bib/"), key=series.acronym)
    choices = dict(work.choices)
    if shown != work.venue and "venue" in choices:
        choices["venue"] = replace(choices["venue"], value=shown, original=work.venue)
    choices |= {name: Choice(value, origin, RULE) for name, value in values.items()}
    if work.kind == "misc":
        values["kind"] = "article" if series.journal else "inproceedings"
        choices["kind"] = Choice(values["kind"], origin, RULE)
    return replace(work, venue=shown, choices=choices, **values)


def _without_year(venue: str, year: int | None, table: VenueTable) -> str:
    """A venue without the year of its meeting: `AAAI-20` of 2020 → `AAAI`, `IJCAI-ECAI-18` of 2018 → `IJCAI`,
    `ACL'20 (Findings)` of 2020 → `Findings of ACL`; unchanged where the year is another, the number none, or the
    table knows no such meeting (`CVPR-WS'19`).
    """
    match = _OF_YEAR.fullmatch(" ".join(venue.split())) if len(venue) <= _LONGEST else None
    if match is None or year is None or int(match["year"]) not in (year, year % _CENTURY):
        return venue
    before = "Findings of " if (match["part"] or "").casefold() == "findings" else ""
    joint = match["second"] and not _PARTNERS.isdisjoint((match["first"], match["second"]))
    names = (match["name"], match["first"]) if joint else (match["name"],)
    return next((before + name for name in names if table.series_of(before + name)), venue)


def _facts(work: Work, series: VenueSeries) -> dict[str, Any]:
    """Publisher and full name; series and volume as a pair, and only where the source gives no other series."""
    facts: dict[str, Any] = {"publisher": held(series.publisher, work.year)}
    known = series.full_name(work.year, work.identifier("acl") or _anthology_id(work))
    given = work.venue if is_full_name(work.venue, series) or not known else ""
    full = with_acronym(given or known, series.acronym, series.journal)
    facts["container"] = "" if full == series.acronym or " " not in full else full
    if not series.journal and (not work.series or work.series == held(series.series, work.year)):
        facts |= {"series": held(series.series, work.year), "volume": series.volume(work.year)}
    return facts


def _anthology_id(work: Work) -> str:
    """The Anthology id that stands at the end of the Anthology's DOIs (`10.18653/v1/2023.acl-long.12`)."""
    doi = work.identifier("doi") or ""
    return doi.partition("/v1/")[2] if doi.startswith("10.18653/") else ""
