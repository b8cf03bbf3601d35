"""What services say about works: retractions, old or missing facts, and where sources and services differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.config.values import days_in
from generator.project.paths import FETCHED_SOURCE
from generator.records import Record
from generator.text.compare import fold
from generator.text.lost_words import damage
from generator.works import Work

_ALIKE = 90.0  # percent of letters in common above which two titles differ only in spelling
_SHOWN = 60  # characters of a text that is quoted
_REFRESH = "python -m generator fetch --refresh"
_CORRECT = "look it up; correct what is wrong in bib/metadata.bib or bib/decisions.yml"


def retracted(material: Material) -> Iterator[Found]:
    """Works that are retracted, withdrawn, superseded or corrected."""
    for work in material.works:
        if work.status:
            hint = "say so where you cite it, or leave it out in bib/decisions.yml"
            yield Found(f"is {work.status}", place_of(work, "status"), work.key, hint)


def stale(material: Material) -> Iterator[Found]:
    """Works whose facts were fetched long before the date of the survey's version; nothing depends on the clock."""
    settings = material.survey.settings
    limit = days_in(settings.fetch.older_than)
    if not settings.date or limit is None:
        return
    today = date.fromisoformat(settings.date)
    for work, record in _fetched(material):
        days = [value.rpartition(" ")[2] for name, value in record.extra if name.endswith("-from")]
        latest = max(days, default="")
        if latest and (today - date.fromisoformat(latest)).days >= limit:
            yield Found(f"its facts were last asked for on {latest}", record.origin.place, work.key, _REFRESH)


def never_fetched(material: Material) -> Iterator[Found]:
    """Works of which only an identifier is known."""
    for work in material.works:
        if work.identifiers and not work.title:
            yield Found("its facts are not yet fetched", place_of(work), work.key, "python -m generator fetch")


def venue_known(material: Material) -> Iterator[Found]:
    """Works shown without a venue though a service knows where they appeared."""
    for work, record in _fetched(material):
        if record.venue and record.kind != "preprint" and not work.venue:
            message = f"is shown without a venue, but appeared in {record.venue[:_SHOWN]}"
            yield Found(message, record.origin.place, work.key, _CORRECT)


def title_differs(material: Material) -> Iterator[Found]:
    """Titles in which a source and a service differ by more than spelling."""
    from rapidfuzz.fuzz import ratio

    for work, record in _fetched(material):
        ours = [one for one in work.records if one.title]
        if record.title and ours and all(ratio(fold(one.title), fold(record.title)) < _ALIKE for one in ours):
            message = (
                f"the title is “{record.title[:_SHOWN]}” in {FETCHED_SOURCE}, “{ours[0].title[:_SHOWN]}” in the source"
            )
            yield Found(message, ours[0].origin.place, work.key, _CORRECT)


def authors_differ(material: Material) -> Iterator[Found]:
    """Author lists in which a source and a service name different people."""
    for work, record in _fetched(material):
        theirs = _families(record)
        for one in work.records:
            ours = _families(one)
            if ours and theirs and ours != theirs and not (one.authors_truncated and ours < theirs):
                missing = ", ".join(sorted(theirs - ours) or sorted(ours - theirs))
                message = f"the authors differ between the source and {FETCHED_SOURCE}: {missing[:_SHOWN]}"
                yield Found(message, one.origin.place, work.key, _CORRECT)
                break


def abstract_damaged(material: Material) -> Iterator[Found]:
    """Abstracts that lost words, numbers or formulas in an export."""
    for work in material.works:
        traces = damage(work.abstract)
        if traces:
            first = traces[0]
            around = work.abstract[max(0, first.start - 25) : first.end + 25]
            message = f"the abstract lost something: {first.what}, “…{around}…”"
            more = f", and {len(traces) - 1} more" if len(traces) > 1 else ""
            yield Found(
                message + more, place_of(work, "abstract"), work.key, "python -m generator fetch brings whole ones"
            )


def _fetched(material: Material) -> Iterator[tuple[Work, Record]]:
    for work in material.works:
        for record in work.enriched_by:
            if record.origin.source == FETCHED_SOURCE:
                yield work, record


def _families(record: Record) -> frozenset[str]:
    return frozenset((fold(name.family).split() or [""])[-1] for name in record.authors)
