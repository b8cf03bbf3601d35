"""Collecting the values of codes, each with the place where it was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.coding.words import bare, several
from generator.config.codes_file import CodeRow, CodeTable
from generator.errors import Place, Problem
from generator.records import Record
from generator.references import References
from generator.works import Work


@dataclass
class Collected:
    """The values of one code while they are being collected.

    Attributes:
        by_key: for each work's key, each of its values with the first place that gives it.
        contradicting: for each work's key, the places of rows that give it different values.
    """

    by_key: dict[str, dict[str, Place]] = field(default_factory=dict)
    contradicting: dict[str, list[Place]] = field(default_factory=dict)
    _sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, key: str, values: Sequence[str], place: Place) -> None:
        """What one row or record says of a work."""
        if not values:
            return
        found = self.by_key.setdefault(key, {})
        said = frozenset(map(bare, values))
        if self._sets.setdefault(key, said) != said:
            first = next(iter(found.values()))
            self.contradicting.setdefault(key, [first]).append(place)
        for value in values:
            found.setdefault(value, place)


class Sources:
    """Where codes may be found."""

    def __init__(self, works: Sequence[Work], names: References[str], is_gone: Callable[[str], bool]) -> None:
        self._works, self._names, self._is_gone = works, names, is_gone

    def from_table(
        self, table: CodeTable, code_of: Mapping[str, str], collected: Mapping[str, Collected]
    ) -> Iterator[Problem]:
        """Read the rows of `bib/codes.csv` into `collected`; returns the rows that name no work, or several."""
        for row in table.rows:
            found = self._names.find(row.reference)
            if len(found.targets) != 1:
                yield self._unknown(row, found.targets)
                continue
            by_code: dict[str, list[str]] = {}
            for column, text in row.cells:
                if column in code_of:
                    by_code.setdefault(code_of[column], []).extend(several(text))
            for name, values in by_code.items():
                collected[name].add(found.targets[0], values, row.place)

    def from_column(self, column: str, collected: Collected) -> None:
        """Read a column of the sources into `collected`, for works that have no value yet."""
        for work in [work for work in self._works if work.key not in collected.by_key]:
            for record in work.records:
                collected.add(work.key, _cells(record, column), record.origin.place)

    def _unknown(self, row: CodeRow, targets: Sequence[str]) -> Problem:
        if targets:
            message = f"`{row.reference}` names several works: {', '.join(targets)}"
            return Problem(message, row.place, "take the key or the identifier of one of them")
        if self._is_gone(row.reference):
            return Problem(f"`{row.reference}` is a work that was left out", row.place, level="note")
        hint = self._names.suggestion(row.reference)
        return Problem(f"`{row.reference}` names no work of the survey; its codes are not used", row.place, hint)


def _cells(record: Record, column: str) -> list[str]:
    """The values of a column, an extra field, the keywords or a field of the record, by name regardless of case."""
    wanted = bare(column)
    if wanted in ("keywords", "tags"):
        return list(record.keywords)
    texts = [value for name, value in record.extra if bare(name) == wanted]
    own = getattr(record, wanted, None)
    if not texts and isinstance(own, (str, int)):
        texts = [str(own)]
    return [value for text in texts for value in several(text)]
