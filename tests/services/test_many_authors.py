"""A work of more authors than a service lists: what is cut is known to be cut, and gives way to a whole list."""

from __future__ import annotations

from typing import Any

from generator.fetching.combine import Statement, combined
from generator.names import Name
from generator.records import Origin, Record
from generator.services.drafted import record_of
from generator.sources import openalex
from generator.sources.draft import Draft

WORK: dict[str, Any] = {
    "title": "A measurement of the tides in a small lake",
    "publication_year": 2021,
    "authorships": [{"author": {"display_name": f"Ann Smith{number:03}"}} for number in range(100)],
}


def listed(**more: object) -> Record:
    draft = Draft()
    openalex.fill({**WORK, **more}, draft)
    record = record_of("openalex", draft)
    assert record
    return record


def test_a_list_of_authors_that_is_cut_after_a_hundred_says_so() -> None:
    cut = listed(is_authors_truncated=True)
    assert len(cut.authors) == 100 and cut.authors_truncated
    assert not listed().authors_truncated


def test_a_whole_list_of_authors_is_taken_before_one_that_is_cut() -> None:
    whole = Record(
        Origin("crossref"), title=WORK["title"], authors=tuple(Name(f"Smith{n:03}", "Ann") for n in range(140))
    )
    cut = listed(is_authors_truncated=True)
    said = [Statement("openalex", "2026-11-26", cut), Statement("crossref", "2026-11-26", whole)]
    entry = combined(Record(Origin("sources/a.bib", 1), title=str(WORK["title"])), said, "key")
    assert entry and len(entry.facts["authors"]) == 140
    assert entry.sources["authors"] == ("crossref", "2026-11-26")
