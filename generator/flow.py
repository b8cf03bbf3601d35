"""The flow of records: what became of everything that was read, per source. The method page and survey.json show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.records import LeftOut, SourceReading
from generator.works import Work


@dataclass(frozen=True, slots=True)
class SourceFlow:
    """What became of one source's records: `read` = `merged` + `kept` + `left_out`.

    The earliest record of a work (in `Origin.order`) counts as kept, or as left out with it, its other records as
    merged into it; `unreadable` counts the pieces that did not even become records.
    """

    source: str
    format: str
    read: int
    merged: int
    kept: int
    left_out: int
    unreadable: int


def count_flow(
    readings: Sequence[SourceReading], works: Sequence[Work], left_out: Sequence[LeftOut]
) -> tuple[SourceFlow, ...]:
    """The flow of each source, in the order of `readings`."""
    kept: Counter[str] = Counter()
    merged: Counter[str] = Counter()
    for work in works:
        first, *rest = sorted(work.records, key=lambda record: record.origin.order)
        kept[first.origin.source] += 1
        merged.update(record.origin.source for record in rest)
    merged.update(piece.origin.source for piece in left_out if piece.counted_as)
    excluded = Counter(piece.origin.source for piece in left_out if not piece.counted_as)
    return tuple(
        SourceFlow(
            r.source,
            r.format,
            len(r.records),
            merged[r.source],
            kept[r.source],
            excluded[r.source],
            sum(piece.count for piece in r.left_out),
        )
        for r in readings
    )
