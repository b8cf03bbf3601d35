"""Reading one file: which reader it belongs to, and what of it is kept. It never raises for a bad source."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import fields, replace
from pathlib import Path

from generator.config.settings import Settings
from generator.errors import InputError, Problem
from generator.project.box import read
from generator.project.given import read_given
from generator.project.paths import SOURCE_LIMIT
from generator.records import LeftOut, Origin, Record, SourceReading
from generator.sources import parquet, workbook
from generator.sources.column_map import columns_for
from generator.sources.content import FIELD_LIMIT, Content
from generator.sources.database_text import is_database_text
from generator.sources.listing import Listing
from generator.sources.recognition import reader_for
from generator.sources.registry import Reader
from generator.sources.search_history import search_history
from generator.sources.unrecognised import document, why_unrecognised

# Returns what a function returns, from memory if the key is known: (name, key, function).
Keyed = Callable[[str, Hashable, Callable[[], SourceReading]], SourceReading]
_TEXTS = tuple(field.name for field in fields(Record) if field.type == "str")


def read_file(file: Path, source: str, settings: Settings) -> SourceReading:
    """What a file that a person named contains, as if it stood in a project as `source`. Raises InputError if it is
    no file.
    """
    return _read(Content(source, read_given(file), *columns_for(source, settings)))


def made_anew(name: str, key: Hashable, function: Callable[[], SourceReading]) -> SourceReading:
    """Without memory, everything is read."""
    return function()


def read_source(project: Path, path: str, source: str, settings: Settings, keyed: Keyed = made_anew) -> SourceReading:
    """The content of the file at `path` (relative to the project); `source`, its path below `bib/`, is what is
    shown.
    """
    try:
        data = read(project, path, SOURCE_LIMIT) or b""
    except InputError as error:
        fault = error.problems[0]
        return unreadable(source, f"{fault.message}; {fault.hint}")
    columns = columns_for(source, settings)
    key = (source, hashlib.sha256(data).hexdigest(), *(tuple(one.items()) for one in columns))
    return keyed(f"source {source}", key, lambda: _read(Content(source, data, *columns)))


def _read(content: Content) -> SourceReading:
    if told := document(content.data):
        return unreadable(content.source, told)
    history = search_history(content.lines) if content.encoding else None
    references = content.without_lines(history.first, history.last) if history else content
    reader = reader_for(references)
    if reader is None or (reader.is_plain_text and is_database_text(content)):
        return unreadable(content.source, *why_unrecognised(content))
    reading = _gather(reader, references)
    if history is None:
        return reading
    damage = () if content.encoding == "utf-8" else tuple(content.damage)
    return replace(reading, problems=(*damage, history.told(content.source), *reading.problems))


def unreadable(source: str, reason: str, line: int | None = None) -> SourceReading:
    """A source of which nothing could be read, with the reason and what to do."""
    return SourceReading(source, "", left_out=(LeftOut(Origin(source, line), reason),))


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
    return next((name for name in _TEXTS if len(getattr(record, name)) > FIELD_LIMIT), None)
