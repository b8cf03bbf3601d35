"""From a draft that a reader of exports has filled to the record that a service gives: the shapes are the same."""

from __future__ import annotations

from dataclasses import replace

from generator import status
from generator.records import LeftOut, Origin, Record
from generator.sources.draft import Draft
from generator.sources.finishing import finished


def record_of(service: str, draft: Draft, said: list[str] | None = None) -> Record | None:
    """The record of a draft, or None where it says nothing; `said` are what the service tells of the work's status."""
    made = finished(draft, Origin(service, key=draft.texts.get("id")), "an answer")
    if isinstance(made, LeftOut):
        return None
    return with_status(made, said or [])


def with_status(record: Record, said: list[str]) -> Record:
    """The record with the gravest status that is said, its title without a publisher's mark (`RETRACTED: …`)."""
    title, mark = status.without_mark(record.title)
    return replace(record, title=title, status=status.gravest([*said, mark, record.status]))
