"""What each published citation key refers to before works exist, so that decisions can name it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.bibliography.claims import homes_of
from generator.bibliography.published import Published, described
from generator.identifiers import unique
from generator.records import Record


def published_references(published: Published, records: Iterable[Record]) -> dict[str, str]:
    """For each published key, former ones too, a reference that needs no keys: an identifier or `source:line`."""
    ordered = sorted(records, key=lambda record: record.origin.order)
    homes = homes_of(published, [(described(record),) for record in ordered])
    found: dict[str, str] = {}
    for entry in published.entries:
        if entry.key in homes:
            record = ordered[homes[entry.key]]
            common = unique(entry.identifiers & frozenset(unique(record.identifiers)))
            found[entry.key] = common[0].reference if common else str(record.origin)
    return found
