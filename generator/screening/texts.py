"""Where an export may carry marks: the notes of a record, and its columns by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.records import Record

_NOTE_FIELDS = frozenset({"note", "notes", "n1", "rn", "annote", "comment", "user notes"})
_TAGS = frozenset(("keywords", "tags", "keyword", "tag", "manual tags", "automatic tags", "kw", "%k"))
_CUSTOM = "1234#$]'"  # tags of refer for EndNote's custom fields
_ONE_FIELD = (
    ("label", "lb", "%f"),
    ("research notes", "research-notes", "rn", "%<"),
    ("notes", "note", "n1", "%z"),
    *((f"custom {n}", f"custom{n}", f"c{n}", f"%{_CUSTOM[n - 1]}") for n in range(1, 9)),
    *((f"user {n}", f"user definable {n}", f"u{n}") for n in range(1, 6)),
)
_OUR_FIELDS = {"%f": "id", "notes": "note"}
_SEPARATORS = re.compile(r"(?<!\s)\s*+[,;]\s*+")


def notes_of(record: Record) -> Iterator[str]:
    """Every note that the source gives, as it stands there."""
    if record.note:
        yield record.note
    for name, value in record.extra:
        if name.strip().lower() in _NOTE_FIELDS and value:
            yield value


def column(record: Record, name: str) -> tuple[str, ...]:
    """The values of a column, an extra field, the keywords or a field of the record, by name without regard to case.

    EndNote's fields have its names (`Label`), those of its XML (`label`) or tags of RIS (`LB`) and refer (`%F`).
    """
    if folded(name) in _TAGS:
        return record.keywords
    names = names_of_column(name)
    found = tuple(value.strip() for key, value in record.extra if folded(key) in names and value.strip())
    if found:
        return tuple(dict.fromkeys(found))
    fields = (getattr(record, _OUR_FIELDS.get(one, one), None) for one in names)
    return next(((field,) for field in fields if isinstance(field, str) and field), ())


def names_of_column(name: str) -> tuple[str, ...]:
    """A column's name and those that its field has in other formats, folded."""
    wanted = folded(name)
    return next((names for names in _ONE_FIELD if wanted in names), (wanted,))


def folded(name: str) -> str:
    """A column's name as names are compared: `Covidence #` and `covidence  #` are one."""
    return " ".join(name.split()).casefold()


def split_list(text: str) -> tuple[str, ...]:
    """The items of a list that an export writes with commas or semicolons, each once, in its order."""
    return tuple(dict.fromkeys(item for item in _SEPARATORS.split(text.strip()) if item))
