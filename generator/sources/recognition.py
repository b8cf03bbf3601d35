"""Which reader a file belongs to: the one whose format accounts for most of its text."""

from __future__ import annotations

from generator.sources import identifier_list
from generator.sources.content import Content
from generator.sources.database_text import is_database_text
from generator.sources.registry import Reader, readers
from generator.sources.yaml_text import is_yaml

_MOST = 0.5  # share of the text that a format must account for before a file is considered plain text
_NEARLY_ALL = 0.95  # share beyond which no other format is tried
_LEAST = 0.12  # share of the text below which a few lines in a format's syntax do not make it a file of that format


def reader_for(content: Content) -> Reader | None:
    """The reader of a file, or None where no format accounts for enough of it.

    A format that is known by the whole file (JSON, XML) is taken at once. Of the others the one that accounts for most
    is taken; where that is less than half, only if the file is not a list or dump of plain text either. The
    identifiers in a database's text for people make no list of identifiers.
    """
    shares: list[tuple[float, Reader]] = []
    plain: list[Reader] = []
    for reader in readers():
        if not _asks(reader, content):
            continue
        if reader.is_plain_text:
            plain.append(reader)
        elif reader.share is None:
            return reader
        else:
            share = _share(reader, content)
            if share >= _NEARLY_ALL:
                return reader
            shares.append((share, reader))
    share, best = max(shares, key=lambda one: one[0], default=(0.0, None))
    if share >= _MOST:
        return best
    if plain:
        return None if is_yaml(content) else plain[0]
    if share < _LEAST or (best and best.name == identifier_list.NAME and is_database_text(content)):
        return None
    return best


def _asks(reader: Reader, content: Content) -> bool:
    try:
        return reader.recognises(content)
    except Exception:  # a file on which a reader fails does not belong to that reader
        return False


def _share(reader: Reader, content: Content) -> float:
    try:
        return reader.share(content) if reader.share else 1.0
    except Exception:  # see above
        return 0.0
