"""Candidate pairs: the few pairs of records that are worth comparing, found in near-linear time.

Every record gives keys of several kinds; records that share a key are candidates. A key that many records share says
little, so only neighbours in the order of titles are paired there, and no block costs the square of its size.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from generator.dedupe.profile import Profile
from generator.dedupe.vocabulary import STOP

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pairs = NDArray[np.int64]  # shape (n, 2): indices of profiles, the smaller one first

WHOLE = 24  # larger blocks pair each record only with its next NEIGHBOURS
NEIGHBOURS = 6
SKETCH = 6  # word runs of an abstract that become keys: those with the smallest hashes that other abstracts share
COMMON = 24  # a word run in more abstracts than this is a turn of phrase
LIKE = 58  # titles less alike than this (per cent, by letters) are not compared unless something else is shared
_FILLED = 10  # characters of a title that can form a block
_SHORT_TITLE = 4  # words of a title that may be the beginning of another
_END = 12  # characters at either end that are compared


def candidate_pairs(profiles: Sequence[Profile]) -> Pairs:
    """Index pairs worth comparing, sorted; the same for the same content in any order."""
    order = sorted(range(len(profiles)), key=lambda i: _neighbourhood(profiles[i]))
    rank = np.empty(len(profiles), dtype=np.int64)
    rank[np.array(order, dtype=np.int64)] = np.arange(len(profiles))
    sure = _pair_up(_keys(_sure_keys(profiles)), rank, 40)
    abstracts = _pair_up(_abstract_keys(profiles), rank, WHOLE)
    titles = _pair_up(_keys(_title_keys(profiles)), rank, WHOLE)
    places = _pair_up(_keys(_place_keys(profiles)), rank, WHOLE)
    kept = _like_titles(profiles, np.concatenate((titles, places)))
    return _each_once(np.concatenate((sure, abstracts, kept)))


def _each_once(pairs: Pairs) -> Pairs:
    """The pairs in order, each once: two indices are sorted as one number, which is many times faster than as rows."""
    packed = np.unique(pairs[:, 0] << 32 | pairs[:, 1])
    return np.column_stack((packed >> 32, packed & 0xFFFFFFFF))


def _neighbourhood(one: Profile) -> tuple[str, str, int, tuple[int, int], str, str]:
    """The order in which large blocks are walked, which puts likely duplicates side by side."""
    family = one.people[0].family if one.people else ""
    return one.title.compact if one.title else "", family, one.year or 0, one.pages or (0, 0), one.volume, one.number


def _sure_keys(profiles: Sequence[Profile]) -> Iterator[tuple[int, str]]:
    """Keys that only duplicates share, unless by mistake: identifiers, whole titles and page ranges."""
    for index, one in enumerate(profiles):
        for scheme, values in one.ids.items():
            for value in sorted(values):
                yield index, f"{scheme}:{value}"
        if one.title:
            yield index, f"t:{one.title.compact}"
            if one.title.bracketed:
                yield index, f"t:{one.title.bracketed.compact}"
        if one.volume and one.pages and one.pages[0] < one.pages[1]:
            # One work with two titles: translated, corrected.
            yield index, f"v:{one.volume}/{one.pages[0]}/{one.pages[1]}"


def _title_keys(profiles: Sequence[Profile]) -> Iterator[tuple[int, str]]:
    """Beginnings, ends and rare words of titles. A word that only one title has finds nothing and is skipped."""
    titles = sorted({one.title.words for one in profiles if one.title})
    frequency = Counter(word for words in titles for word in set(words))
    # A single word is a key only if few titles have it; its frequency is counted over distinct titles.
    rare = 10
    for index, one in enumerate(profiles):
        if one.title is None:
            continue
        compact = one.title.compact
        if len(compact) >= _FILLED:
            yield index, f"b:{compact[:16]}"
            yield index, f"e:{compact[-16:]}"
        if one.title.head or len(one.title.words) <= _SHORT_TITLE:
            yield index, f"h:{one.title.head or compact}"
        words = sorted(
            {word for word in one.title.words if word not in STOP and frequency[word] > 1},
            key=lambda word: (frequency[word], word),
        )[:6]
        for at, word in enumerate(words):
            if frequency[word] <= rare:
                yield index, f"w:{word}"
            for other in words[at + 1 :]:
                yield index, f"p:{word} {other}"


def _place_keys(profiles: Sequence[Profile]) -> Iterator[tuple[int, str]]:
    """First author with page, volume or year: finds works that were retitled, translated or mistyped."""
    for index, one in enumerate(profiles):
        if one.people:
            family = one.people[0].family
            if one.pages:
                yield index, f"a:{family}/{one.pages[0]}"
            if one.year:
                yield index, f"y:{family}/{one.people[0].initials[:1]}/{one.year}"


def _keys(pairs: Iterable[tuple[int, str]]) -> NDArray[np.uint64]:
    """Rows (key hash, index) of key texts. Two texts with one hash only cause needless candidates."""
    indices, hashes = array("q"), array("q")
    for index, text in pairs:
        indices.append(index)
        hashes.append(hash(text))  # of 64 bits; differs from run to run, but only what is equal matters
    columns = [np.frombuffer(column, dtype=np.int64).view(np.uint64) for column in (hashes, indices)]
    return np.column_stack(columns) if indices else np.empty((0, 2), dtype=np.uint64)


def _abstract_keys(profiles: Sequence[Profile]) -> NDArray[np.uint64]:
    """Rows (word run, index): for each abstract, the SKETCH smallest hashes that 2 to COMMON abstracts share."""
    having = [(index, one.shingles) for index, one in enumerate(profiles) if one.shingles is not None]
    if len(having) <= 1:
        return np.empty((0, 2), dtype=np.uint64)
    values, counts = np.unique(np.concatenate([run for _, run in having]), return_counts=True)
    telling = values[(counts > 1) & (counts <= COMMON)]
    if not len(telling):
        return np.empty((0, 2), dtype=np.uint64)
    found = [run[telling.take(telling.searchsorted(run), mode="clip") == run][:SKETCH] for _, run in having]
    owners = np.repeat([index for index, _ in having], list(map(len, found)))
    return np.column_stack((np.concatenate(found).astype(np.uint64), owners.astype(np.uint64)))


def _pair_up(rows: NDArray[np.uint64], rank: NDArray[np.int64], whole: int) -> Pairs:
    """All pairs of records with a common key; in blocks above `whole` members, only neighbours by rank."""
    if len(rows) <= 1:
        return np.empty((0, 2), dtype=np.int64)
    index = rows[:, 1].astype(np.int64)
    order = np.lexsort((rank[index], rows[:, 0]))
    key, index = rows[order, 0], index[order]
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(key)])))
    small = np.repeat(sizes <= whole, sizes)
    packed: list[NDArray[np.int64]] = []
    for step in range(1, int(min(whole, sizes.max()))):
        match = key[:-step] == key[step:]
        if step > NEIGHBOURS:
            match &= small[step:]
        left, right = index[:-step][match], index[step:][match]
        packed.append(np.minimum(left, right) << 32 | np.maximum(left, right))
    merged = np.unique(np.concatenate(packed)) if packed else np.empty(0, dtype=np.int64)
    pairs = np.column_stack((merged >> 32, merged & 0xFFFFFFFF))
    apart: Pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    return apart


def _like_titles(profiles: Sequence[Profile], pairs: Pairs) -> Pairs:
    """The pairs with similar titles, or where one title begins or ends the other; pairs without two titles are kept."""
    if not len(pairs):
        return pairs
    pairs = _each_once(pairs)
    compact = [one.title.compact if one.title else "" for one in profiles]
    numbers = {"": 0}  # texts as numbers, because all pairs are compared at once
    titles = np.array([numbers.setdefault(text, len(numbers)) for text in compact])
    heads = np.array([numbers.setdefault(one.title.head if one.title else "", len(numbers)) for one in profiles])
    starts = np.array([numbers.setdefault(text[:_END], len(numbers)) if len(text) >= _END else 0 for text in compact])
    ends = np.array([numbers.setdefault(text[-_END:], len(numbers)) if len(text) >= _END else 0 for text in compact])
    kept = []
    for start in range(0, len(pairs), 200_000):
        part = pairs[start : start + 200_000]
        a, b = part[:, 0], part[:, 1]
        like = (titles[a] == 0) | (titles[b] == 0) | (titles[a] == heads[b]) | (titles[b] == heads[a])
        for at in np.flatnonzero(~like & (starts[a] == starts[b]) & (starts[a] > 0)).tolist():
            one, other = compact[a[at]], compact[b[at]]
            like[at] = one.startswith(other) or other.startswith(one)
        for at in np.flatnonzero(~like & (ends[a] == ends[b]) & (ends[a] > 0)).tolist():
            one, other = compact[a[at]], compact[b[at]]
            like[at] = one.endswith(other) or other.endswith(one)
        open_ = np.flatnonzero(~like)
        left, right = [compact[i] for i in a[open_].tolist()], [compact[i] for i in b[open_].tolist()]
        like[open_] = process.cpdist(left, right, scorer=fuzz.ratio, score_cutoff=LIKE, dtype=np.float32) >= LIKE
        kept.append(part[like])
    return np.concatenate(kept)
