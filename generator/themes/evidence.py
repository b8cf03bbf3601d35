"""What the works say about the themes: phrases of the taxonomy found in them, and the words that similar works
share.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.themes.reading import Part, parts
from generator.themes.scopes import Lexicon
from generator.themes.stems import STOP_STEMS
from generator.works import Work

INSIDE = 0.3  # of a phrase's weight where it is only part of a longer one: `decoding` in `speculative decoding`
SATURATION = 60.0  # weighted count at which a phrase counts half of its maximum
# power of a phrase's rarity; 0.7 to 1 give the same agreement on the development labels within one work in a hundred
RARITY = 0.8
REACH = 4  # further words that may stand among those of a phrase: `synthetic training data` has `synthetic data`
WORD_SATURATION = 5.0  # weighted count at which a word counts half of its maximum
IGNORED = -1  # the column of a word that says nothing
TOO_COMMON = 0.5  # of all works; a word in more of them connects nothing
_PAIR = 2  # words


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
    """(phrases found, words) of the works: how strongly each phrase of the lexicon speaks in each work, before any
    theme's weight; and all words, by weighted count and rarity."""
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
                    column = number[stem] = IGNORED if len(stem) <= 1 or stem.isdigit() else count_of_words
                    count_of_words += column != IGNORED
                if column != IGNORED:
                    count[column] = count.get(column, 0.0) + weight
        words.add(count)
    return _speaking(phrases.table(len(lexicon.phrases))), _telling(words.table(count_of_words))


def find(text: Sequence[Part], lexicon: Lexicon) -> dict[int, float]:
    """The phrases of the lexicon in a text, by number, with their weighted counts.

    A phrase counts where its words stand in a row or near each other in any order; a single word counts less where it
    is part of a longer phrase.
    """
    count: dict[int, float] = {}
    for stems, weight in text:
        here = _in_a_row(stems, lexicon)
        for phrase, times in _near(stems, lexicon):
            here[phrase] = max(here.get(phrase, 0.0), times)
        for phrase, times in here.items():
            count[phrase] = count.get(phrase, 0.0) + weight * times
    return dict(sorted(count.items()))


def _in_a_row(stems: Sequence[str], lexicon: Lexicon) -> dict[int, float]:
    count: dict[int, float] = {}
    single, longer, numbers = lexicon.single, lexicon.longer, lexicon.numbers
    reach = 0
    for start, (first, second) in enumerate(pairwise((*stems, ""))):
        for length in longer[first].get(second, ()) if first in longer else ():
            phrase = numbers.get(tuple(stems[start : start + length]))
            end = start + length
            if phrase is not None and end <= len(stems):
                count[phrase] = count.get(phrase, 0.0) + (INSIDE if end <= reach else 1.0)
                reach = max(reach, end)
        if first in single:
            phrase = single[first]
            count[phrase] = count.get(phrase, 0.0) + (INSIDE if start < reach else 1.0)
            reach = max(reach, start + 1)
    return count


def _near(stems: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, float]]:
    """(phrase, how often its words stand together) of phrases of several words, with up to REACH others among them."""
    where: dict[str, list[int]] = {}
    for place, stem in enumerate(stems):
        where.setdefault(stem, []).append(place)
    for first in where.keys() & lexicon.anchors.keys():
        beside = lexicon.anchors[first]
        for second in where.keys() & beside.keys():
            for phrase, content in beside[second]:
                if len(content) == _PAIR or all(stem in where for stem in content):
                    times = _together([where[stem] for stem in content])
                    if times:
                        yield phrase, float(times)


def _together(places: Sequence[Sequence[int]]) -> int:
    """How many of the first word's places have one of each other word near."""
    reach = len(places) - 1 + REACH
    if len(places) == _PAIR:  # most phrases
        return sum(any(-reach <= place - other <= reach for other in places[1]) for place in places[0])
    times = 0
    for place in places[0]:
        near = [place, *(min(found, key=lambda at: abs(at - place)) for found in places[1:])]
        times += max(near) - min(near) <= reach
    return times


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
    """How much a feature means by being rare: 1 if it occurs in one work of many, near 0 if in all of them."""
    works = table.shape[0]
    found = np.bincount(table.columns, minlength=table.shape[1])
    result: np.ndarray = np.log((works + 1) / (found + 0.5)) / np.log(works + 1)
    return result


def _speaking(table: Table) -> Table:
    values = table.values * SATURATION / (table.values + SATURATION) / 2 * _rarity(table)[table.columns] ** RARITY
    return Table(table.rows, table.columns, values, table.shape)


def _telling(table: Table) -> Table:
    """The words that can connect works: in more than one, and not in most of them."""
    found = np.bincount(table.columns, minlength=table.shape[1])
    useful = ((found > 1) & (found <= TOO_COMMON * table.shape[0]))[table.columns]
    rows, columns = table.rows[useful], table.columns[useful]
    values = table.values[useful]
    return Table(rows, columns, values / (values + WORD_SATURATION) * _rarity(table)[columns], table.shape)
