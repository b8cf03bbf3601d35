"""What the works say for the themes: phrases of the taxonomy found in them, and the words that similar works share."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.themes.reading import Part, parts
from generator.themes.scopes import Lexicon
from generator.themes.stems import STOP_STEMS
from generator.works import Work

INSIDE = 0.3  # of a phrase's weight where it is only part of a longer one: `decoding` in `speculative decoding`
SATURATION = 25.0  # weighted count at which a phrase has said half of what it can say
IGNORED = -1  # the column of a word that says nothing
TOO_COMMON = 0.5  # of all works; a word that stands in more connects nothing


@dataclass(frozen=True)
class Table:
    """A sparse matrix of works by features as three equally long arrays, row by row."""

    rows: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    shape: tuple[int, int]

    def times(self, dense: np.ndarray) -> np.ndarray:
        """This (works by features) times `dense` (features by themes)."""
        result = np.empty((self.shape[0], dense.shape[1]))
        for theme in range(dense.shape[1]):
            result[:, theme] = np.bincount(self.rows, self.values * dense[self.columns, theme], self.shape[0])
        return result

    def transposed_times(self, dense: np.ndarray) -> np.ndarray:
        """The transpose (features by works) times `dense` (works by themes)."""
        result = np.empty((self.shape[1], dense.shape[1]))
        for theme in range(dense.shape[1]):
            result[:, theme] = np.bincount(self.columns, self.values * dense[self.rows, theme], self.shape[1])
        return result


def gather(works: Sequence[Work], lexicon: Lexicon) -> tuple[Table, Table]:
    """(phrases found, words) of the works: how strongly each phrase of the lexicon speaks in each work, before any theme's
    weight; and the works' other vocabulary as unit vectors."""
    phrases, words = _Growing(), _Growing()
    number = dict.fromkeys(STOP_STEMS, IGNORED)
    count_of_words = 0
    for work in works:
        text = parts(work)
        phrases.add(find(text, lexicon))
        count: dict[int, float] = {}
        for stems, weight in text:
            for stem in stems:
                column = number.get(stem)
                if column is None:
                    column = number[stem] = IGNORED if len(stem) < 2 or stem.isdigit() else count_of_words
                    count_of_words += column != IGNORED
                if column != IGNORED:
                    count[column] = count.get(column, 0.0) + weight
        words.add(count)
    return _speaking(phrases.table(len(lexicon.phrases))), _unit(words.table(count_of_words))


def find(text: Sequence[Part], lexicon: Lexicon) -> dict[int, float]:
    """The phrases of the lexicon in a text, by number, with their weighted counts. The longest phrase at a place counts in full."""
    count: dict[int, float] = {}
    lengths, numbers = lexicon.lengths, lexicon.numbers
    for stems, weight in text:
        reach = 0
        for start, first in enumerate(stems):
            if first not in lengths:
                continue
            for length in lengths[first]:
                end = start + length
                phrase = numbers.get(tuple(stems[start:end]))
                if phrase is None or end > len(stems):
                    continue
                if end <= reach:
                    count[phrase] = count.get(phrase, 0.0) + weight * INSIDE
                else:
                    count[phrase] = count.get(phrase, 0.0) + weight
                    reach = end
    return count


class _Growing:
    """A sparse table while rows are added; compact, for tens of thousands of works."""

    def __init__(self) -> None:
        self.rows, self.columns, self.values, self.count = array("i"), array("i"), array("f"), 0

    def add(self, row: dict[int, float]) -> None:
        self.rows.extend([self.count] * len(row))
        self.columns.extend(row.keys())
        self.values.extend(row.values())
        self.count += 1

    def table(self, width: int) -> Table:
        columns, rows = np.frombuffer(self.columns, dtype=np.int32), np.frombuffer(self.rows, dtype=np.int32)
        return Table(rows, columns, np.frombuffer(self.values, dtype=np.float32).astype(float), (self.count, width))


def _rarity(table: Table) -> np.ndarray:
    """How much a feature says by being rare: 1 where it stands in one work of many, near 0 where in all of them."""
    works = table.shape[0]
    found = np.bincount(table.columns, minlength=table.shape[1])
    result: np.ndarray = np.log((works + 1) / (found + 0.5)) / np.log(works + 1)
    return result


def _speaking(table: Table) -> Table:
    values = table.values * SATURATION / (table.values + SATURATION) / 2 * _rarity(table)[table.columns]
    return Table(table.rows, table.columns, values, table.shape)


def _unit(table: Table) -> Table:
    found = np.bincount(table.columns, minlength=table.shape[1])
    useful = ((found > 1) & (found <= TOO_COMMON * table.shape[0]))[table.columns]
    rows, columns = table.rows[useful], table.columns[useful]
    values = table.values[useful]
    values = values / (values + 2) * _rarity(table)[columns]
    length = np.sqrt(np.bincount(rows, values**2, table.shape[0]))
    return Table(rows, columns, values / length[rows], table.shape)
