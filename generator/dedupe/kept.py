"""What is kept of a work besides its own fields (edition, number of pages), and the capitals that a source protects."""

from __future__ import annotations

from generator.dedupe.cited import Sheet, is_published, kind_of
from generator.kept_fields import KEPT, OF_THE_VERSION
from generator.records import Record

_NAMES = frozenset(KEPT)


def kept_fields(sheet: Sheet, cited: Record) -> tuple[tuple[str, str], ...]:
    """(name, value) in the order of `KEPT`: the cited version's value, else the first from the same kind of version.

    What belongs to one version (edition, number of pages) is only taken from records of the cited version's kind.
    """
    found: dict[str, str] = {}
    for record in (cited, *(record for record, _ in sheet.in_order)):
        if not record.extra:
            continue
        alike = record is cited or (is_published(record), kind_of(record)) == (is_published(cited), kind_of(cited))
        for name, value in record.extra:
            name = name.casefold()  # noqa: PLW2901
            if name in _NAMES and value and (alike or name not in OF_THE_VERSION):
                found.setdefault(name, value)
    return tuple((name, found[name]) for name in KEPT if name in found)


def protected_words(sheet: Sheet) -> tuple[str, ...]:
    """Every word of a title whose capitals a source protects, once each."""
    words = (word for record, _ in sheet.all for word in record.protected)
    return tuple(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))
