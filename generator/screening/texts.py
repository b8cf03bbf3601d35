"""Where an export may carry marks: the notes of a record, and its columns by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.records import Record

_NOTE_FIELDS = frozenset({"note", "notes", "n1", "rn", "annote", "comment", "user notes"})
_SEPARATORS = re.compile(r"\s*[,;]\s*")


def notes_of(record: Record) -> Iterator[str]:
    """Every note that the source gives, as it stands there."""
    if record.note:
        yield record.note
    for name, value in record.extra:
        if name.strip().lower() in _NOTE_FIELDS and value:
            yield value


def column(record: Record, name: str) -> tuple[str, ...]:
    """The values of a column, an extra field, the keywords or a field of the record, by name without regard to case."""
    wanted = folded(name)
    if wanted in ("keywords", "tags", "keyword", "tag"):
        return record.keywords
    found = tuple(value.strip() for key, value in record.extra if folded(key) == wanted and value.strip())
    if found:
        return found
    field = getattr(record, wanted, None)
    return (field,) if isinstance(field, str) and field else ()


def folded(name: str) -> str:
    """A column's name as names are compared: `Covidence #` and `covidence  #` are one."""
    return " ".join(name.split()).casefold()


def split_list(text: str) -> tuple[str, ...]:
    """The items of a list that an export writes with commas or semicolons, each once, in its order."""
    return tuple(dict.fromkeys(item for item in _SEPARATORS.split(text.strip()) if item))
