"""What a file holds: which reader it belongs to, and what of it is kept."""

from __future__ import annotations

from dataclasses import fields, replace
from operator import attrgetter

from generator.errors import Problem
from generator.project.paths import BIB
from generator.project.unmerged import unmerged
from generator.records import LeftOut, Origin, Record, SourceReading, unreadable
from generator.sources import parquet, workbook
from generator.sources.content import FIELD_LIMIT, Content
from generator.sources.database_text import is_database_text
from generator.sources.listing import Listing
from generator.sources.recognition import reader_for
from generator.sources.registry import Reader
from generator.sources.search_history import SearchHistory, search_history
from generator.sources.unrecognised import document, why_unrecognised

_TEXTS = tuple(field.name for field in fields(Record) if field.type == "str")
_texts_of = attrgetter(*_TEXTS)


def gathered(content: Content) -> SourceReading:
    """The records of a file, and what of it could not be read. It never raises for a bad source."""
    if reason := document(content):
        return unreadable(content.source, reason)
    if content.encoding and (conflict := unmerged(content.text, f"{BIB}/{content.source}", is_free_text=True)):
        return SourceReading(content.source, "", problems=(conflict,))
    history = search_history(content.lines) if content.encoding else None
    references = content.without_lines(history.first, history.last) if history else content
    reader = reader_for(references)
    if history and (reader is None or not (history.certain or _stands_above(history, reader, content, references))):
        history, references, reader = None, content, reader_for(content)  # the lines are a part of the references
    if reader is None or (reader.is_plain_text and is_database_text(content)):
        return unreadable(content.source, *why_unrecognised(content))
    reading = _gather(reader, references)
    if history is None:
        return reading
    damage = () if content.encoding == "utf-8" else tuple(content.damage)
    return replace(reading, problems=(*damage, history.problem(content.source), *reading.problems))


def _stands_above(history: SearchHistory, reader: Reader, content: Content, references: Content) -> bool:
    """Whether no record begins at the pieces of a search or above them, whether these are read or not."""
    without, whole = _gather(reader, references), _gather(reader, content)
    pieces: list[Record | LeftOut] = [*without.records, *without.left_out, *whole.records]
    return bool(without.records) and all(
        one.origin.line is not None and one.origin.line > history.last for one in pieces
    )


def _gather(reader: Reader, content: Content) -> SourceReading:
    """Everything that the reader yields up to the point where it fails, within the limits of a field and of reasons."""
    records: list[Record] = []
    listing = Listing()
    start, nth = None, 1  # the line of the entry before, and which of that line's entries it is
    for problem in content.damage if reader.name not in (parquet.NAME, workbook.NAME) else ():
        listing.tell(problem)
    try:
        for item in reader.read(content):
            if isinstance(item, Problem):
                listing.tell(item)
                continue
            start, nth = item.origin.line, nth + 1 if start and item.origin.line == start else 1
            if nth > 1:
                item = replace(item, origin=replace(item.origin, nth=nth))  # noqa: PLW2901
            if isinstance(item, LeftOut):
                listing.leave_out(item)
            elif (field := _giant_field(item)) is not None:
                listing.leave_out(
                    LeftOut(item.origin, f"its {field} has more than {FIELD_LIMIT:,} characters", item.title[:200])
                )
            else:
                records.append(item)
    except Exception as error:  # hostile input may break a library in any way; what was read before is kept
        line = records[-1].origin.line if records else None
        after = f" after the record in line {line}" if line else ""
        listing.leave_out(
            LeftOut(Origin(content.source, line), f"cannot be read further as {reader.name}{after}: {_said(error)}")
        )
    if not records and not listing.left_out:
        listing.leave_out(
            LeftOut(
                Origin(content.source),
                f"holds no records, though it looks like {reader.name}; export it again or remove it",
            )
        )
    name = reader.variant(content) if reader.variant else reader.name
    return SourceReading(content.source, name, tuple(records), listing.left_out, listing.problems)


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _giant_field(record: Record) -> str | None:
    if max(map(len, _texts_of(record))) <= FIELD_LIMIT:  # nearly all records
        return None
    return next(name for name in _TEXTS if len(getattr(record, name)) > FIELD_LIMIT)
