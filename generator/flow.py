"""The flow of records: what became of every record that was read. All pages, figures and tables count with this.

Each record has exactly one fate, and every number is a count of fates, so that the numbers add up:

    identified = duplicates + automatic + set aside + left out + not screened + screened (or included without screening)
    screened   = excluded + open + included on title and abstract + sought
    sought     = not retrieved + open + included before the full text was read + assessed
    assessed   = excluded + open + included

What could not be read is not a record, and counts nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from generator.config.screening_files import Stage
from generator.records import LeftOut, Origin, SourceReading
from generator.screening.values import Mark
from generator.works import Work

Column = Literal["databases", "other"]
Outcome = Literal[
    "duplicate", "automatic", "set aside", "left out", "not screened", "excluded", "not retrieved", "awaiting",
    "conflict", "included",
]  # fmt: skip
Box = Literal[
    "identified", "duplicates", "automatic", "set-aside", "left-out", "not-screened", "screened", "excluded", "open",
    "included-early", "sought", "not-retrieved", "open-retrieval", "included-unread", "assessed", "excluded-full-text",
    "open-full-text", "included",
]  # fmt: skip
COLUMNS: tuple[Column, ...] = get_args(Column)
FIRST: Stage = "title and abstract"
NO_REASON = "no reason given"


@dataclass(frozen=True, slots=True)
class SourceFlow:
    """What became of one source's records: `read` = `merged` + `kept` + `left_out`.

    The earliest record of a work (in `Origin.order`) counts as kept, or as left out with the work; its other records
    count as merged. `unreadable` counts the pieces that did not become records.
    """

    source: str
    format: str
    read: int
    merged: int
    kept: int
    left_out: int
    unreadable: int


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one record.

    Attributes:
        outcome: of the work that it represents; `duplicate` if another record represents that work.
        stage: the stage of the screening at which that was decided; "" before or without a screening.
        key: the citation key of the work, or "" if the site does not show it.
        counted_as: for a duplicate, the record that represents the work.
        reports: for a work, how many reports its records are: a preprint and its publication are two.
    """

    origin: Origin
    column: Column
    outcome: Outcome
    stage: Stage | Literal[""] = ""
    title: str = ""
    reason: str = ""
    key: str = ""
    marks: tuple[Mark, ...] = ()
    counted_as: Origin | None = None
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Identified:
    """One source in the diagram: its file, what was searched, the kind of search ("" if unknown), and its records."""

    source: str
    name: str
    kind: str
    column: Column
    records: int


_BOXES: Mapping[Box, Callable[[Fate], bool]] = {
    "identified": lambda fate: True,
    "duplicates": lambda fate: fate.outcome == "duplicate",
    "automatic": lambda fate: fate.outcome == "automatic",
    "set-aside": lambda fate: fate.outcome == "set aside",
    "left-out": lambda fate: fate.outcome == "left out",
    "not-screened": lambda fate: fate.outcome == "not screened",
    "screened": lambda fate: bool(fate.stage),
    "excluded": lambda fate: fate.outcome == "excluded" and fate.stage == FIRST,
    "open": lambda fate: _is_open(fate) and fate.stage == FIRST,
    "included-early": lambda fate: fate.outcome == "included" and fate.stage == FIRST,
    "sought": lambda fate: fate.stage in ("retrieval", "full text"),
    "not-retrieved": lambda fate: fate.outcome == "not retrieved",
    "open-retrieval": lambda fate: _is_open(fate) and fate.stage == "retrieval",
    "included-unread": lambda fate: fate.outcome == "included" and fate.stage == "retrieval",
    "assessed": lambda fate: fate.stage == "full text",
    "excluded-full-text": lambda fate: fate.outcome == "excluded" and fate.stage == "full text",
    "open-full-text": lambda fate: _is_open(fate) and fate.stage == "full text",
    "included": lambda fate: fate.outcome == "included",
}


@dataclass(frozen=True)
class Flow:
    """The fates of all records, and the further numbers that are reported with them.

    Attributes:
        sources: in the order of the readings.
        fates: one for each record.
        is_screened: whether a team screened.
        added: citation keys that are new since the previous version; None if there was none.
        gone: how many works of the previous version are no longer in the survey.
    """

    sources: tuple[Identified, ...] = ()
    fates: tuple[Fate, ...] = ()
    is_screened: bool = False
    added: frozenset[str] | None = None
    gone: int = 0

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that have a source."""
        known = {source.column for source in self.sources}
        return tuple(column for column in COLUMNS if column in known) or COLUMNS[:1]

    def within(self, box: Box, column: Column | None = None) -> tuple[Fate, ...]:
        """The fates that a box counts, in the records' order: from one column, or from both, one after the other."""
        columns = (column,) if column else COLUMNS
        return tuple(fate for one in columns for fate in self._held[box, one])

    @cached_property
    def _held(self) -> Mapping[tuple[Box, Column], tuple[Fate, ...]]:
        found: dict[tuple[Box, Column], list[Fate]] = {(box, column): [] for box in _BOXES for column in COLUMNS}
        for fate in self.fates:
            for box, holds in _BOXES.items():
                if holds(fate):
                    found[box, fate.column].append(fate)
        return {place: tuple(fates) for place, fates in found.items()}

    def count(self, box: Box, column: Column | None = None) -> int:
        """How many records, or works, a box counts."""
        return len(self.within(box, column))

    def reasons(self, box: Box, column: Column | None = None) -> tuple[tuple[str, int], ...]:
        """The reasons in a box with their counts, most common first; they add up to the box."""
        counts = Counter(fate.reason or NO_REASON for fate in self.within(box, column))
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def reports(self) -> int:
        """Reports of the included works."""
        return sum(fate.reports for fate in self.within("included"))

    @property
    def new(self) -> int:
        """Included works that the previous version did not have; all of them if there was none."""
        return sum(self._is_new(fate) for fate in self.within("included"))

    @property
    def new_reports(self) -> int:
        """Reports of the new works."""
        return sum(fate.reports for fate in self.within("included") if self._is_new(fate))

    def _is_new(self, fate: Fate) -> bool:
        return self.added is None or fate.key in self.added

    @property
    def earlier(self) -> int:
        """Included works that the previous version had."""
        return self.count("included") - self.new


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


def _is_open(fate: Fate) -> bool:
    return fate.outcome in ("awaiting", "conflict")
