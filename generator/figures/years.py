"""The years of a survey as the columns of a figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.language import gettext
from generator.works import Work

_MOST = 40  # with more single years than this, years are put into bins: a column would be narrower than a finger


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, and its years (0: unknown), first to last."""

    label: str
    first: int
    last: int

    def holds(self, year: int | None) -> bool:
        """Whether a work of that year belongs in this column."""
        return self.first <= (year or 0) <= self.last

    @property
    def spoken(self) -> str:
        """The label as part of a sentence."""
        return gettext("year unknown") if self.last == 0 else self.label


def columns(works: Iterable[Work]) -> list[Column]:
    """Columns without a gap from the first to the last year of citation, then one for unknown years, if any."""
    years = {work.year or 0 for work in works}
    known = sorted(years - {0})
    found: list[Column] = []
    if known:
        first, last = known[0], known[-1]
        step = next(size for size in (1, 2, 5, 10, 20, 50, 100, 10_000) if (last - first) // size < _MOST)
        starts = range(first - first % step, last + 1, step)
        found = [
            Column(str(start) if step == 1 else f"{start}–{start + step - 1}", start, start + step - 1)
            for start in starts
        ]
    if 0 in years:
        found.append(Column(gettext("n.d."), 0, 0))
    return found


def target(column: Column, works: Iterable[Work]) -> str:
    """The year that a link to the column leads to: its last one with works."""
    return str(max((work.year or 0 for work in works if column.holds(work.year)), default=column.last))


def ticks(found: list[Column], room: float, size: float) -> dict[int, str]:
    """Labels that fit side by side in `room` pixels, by the column's index; bins are labelled by their first year."""
    if not found:
        return {}
    letters = max(len(column.label.partition("–")[0]) for column in found)
    every = max(1, int(-(-(letters * 0.64 * size + 3) // (room / len(found)))))
    shown = {
        index: column.label.partition("–")[0]
        for index, column in enumerate(found)
        if column.last and index % every == 0
    }
    if found[-1].last == 0:
        shown[len(found) - 1] = found[-1].label
        for index in range(len(found) - every, len(found) - 1):
            shown.pop(index, None)
    return shown
