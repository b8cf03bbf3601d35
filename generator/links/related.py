"""Related works: near in content, in theme and in what they name, within the theme and beyond, the same on both pages.

Several kinds of evidence add up, each with a weight chosen on the development half of the graded links
(`tests/data/related-grades.csv`): terms and topics (`nearest`), the themes that fit both, what one introduced and the
other names, common authors, and common neighbours (`neighbours`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import permutations

from generator.links.connections import Connections, Known
from generator.links.nearest import TITLES, TOPICS, Neighbourhood, nearby
from generator.links.neighbours import in_common, neighbours
from generator.links.topics import MOST as MOST_TOPICS
from generator.links.values import Mention, Related
from generator.text.function_words import UNSPACED
from generator.works import Work

_WANTED = 6  # works that each work picks
_FIRST = 3  # picks that stay whatever their theme
_MOST = 10  # entries on one page, including picks by others; the last `_BEYOND` are kept for other themes
_BEYOND = 2  # picks from other themes, if they are near enough:
_NEAR_ENOUGH = 0.5  # as near as this share of the last pick's nearness
# Evidence for a pair besides that of its content (up to 1 + `TOPICS` + `TITLES`):
_THEMES = 0.12  # times the cosine of the evidence for their themes, each for what it tells:
_TELLING = 3.0  # a theme tells all it can where no more than one work in e to the power of this belongs to it
_NAMED = 0.05  # one names what the other introduced, or both what a third did
_AUTHORS = 0.05  # a common author
_NEIGHBOURS = 0.3  # times the cosine of their neighbours by all of these
_WHOLE = 1 + TOPICS + TITLES + _THEMES + _NAMED + _AUTHORS + _NEIGHBOURS
# The evidence that chance gives two works, by terms, topics, themes and neighbours: with less in all, they are not
# related. Of the graded links with less, one in four is at least loosely right; with little more, two in three.
_CHANCE_TERMS, _CHANCE_TOPICS, _CHANCE_THEMES, _CHANCE_NEIGHBOURS = 0.08, 0.12, 0.09, 0.08
# The fewer topics there are, the more alike two works are in them by chance: by this much more where there are hardly
# any. (It takes 95 of 268 links from 102 works of as many subjects; of the 17 graded ones, 4 are loosely right.)
_CHANCE_OF_FEW_TOPICS = 0.13
Evidence = Mapping[str, Sequence[tuple[str, float]]]


def related(
    works: Sequence[Work],
    themes: Mapping[str, str | None],
    near: Neighbourhood | None = None,
    evidence: Evidence | None = None,
    mentions: Mapping[str, Sequence[Mention]] | None = None,
    known: Known | None = None,
) -> dict[str, tuple[Related, ...]]:
    """By key, the works near it, nearest first, each with the words that connect the two; works without any are absent.

    `themes` gives the primary theme of each key, `near` the result of `nearby` for these works, if known, `evidence`
    the evidence for each theme of a key, `mentions` the result of `mentions`, `known` what was found before in the same
    titles and abstracts. If one work lists another, that one lists it too.
    """
    ordered = sorted(works, key=lambda work: work.key)
    near = near or nearby(works)
    theme = [themes.get(work.key) for work in ordered]
    ties = _Ties(ordered, evidence or {}, mentions or {})
    least = _by_chance(near.topics, bool(evidence))
    pairs: dict[tuple[int, int], float] = {}
    first: set[tuple[int, int]] = set()
    for place, weighed in enumerate(_weighed(near, ties)):
        found = sorted((pair for pair in weighed.items() if pair[1] >= least), key=lambda pair: (-pair[1], pair[0]))
        for rank, (other, nearness) in enumerate(_picks(place, found, theme)):
            pair = min(place, other), max(place, other)
            pairs[pair] = nearness
            if rank < _FIRST:
                first.add(pair)
    connections = Connections(ordered, near, known or Known())
    kept = _kept(pairs, first, theme, connections.terms)
    forms = _forms(connections, kept)
    lists: dict[str, list[Related]] = {}
    for left, right, nearness, connecting in kept:
        words = tuple(
            min(forms[left][term], forms[right][term], key=lambda form: (len(form), form)) for term in connecting
        )
        words = unbroken(words, ordered[left], ordered[right])
        score = round(nearness / _WHOLE, 4)
        lists.setdefault(ordered[left].key, []).append(Related(ordered[right].key, score, words))
        lists.setdefault(ordered[right].key, []).append(Related(ordered[left].key, score, words))
    return {key: tuple(lists[key]) for key in sorted(lists)}


def _by_chance(topics: int, has_themes: bool) -> float:
    """The evidence that chance gives two works of a survey with so many topics."""
    by_topics = _CHANCE_TOPICS + _CHANCE_OF_FEW_TOPICS * (1 - topics / MOST_TOPICS) if topics else 0.0
    return _CHANCE_TERMS + _CHANCE_NEIGHBOURS + by_topics + (_CHANCE_THEMES if has_themes else 0.0)


class _Ties:
    """The evidence for a pair of works, by position, beyond the words of their abstracts."""

    def __init__(self, works: Sequence[Work], evidence: Evidence, mentions: Mapping[str, Sequence[Mention]]) -> None:
        self.themes = [_unit(dict(evidence.get(work.key, ()))) for work in works]
        self.telling = _telling(self.themes)
        place = {work.key: position for position, work in enumerate(works)}
        self.names = [
            {place[mention.key] for mention in mentions.get(work.key, ()) if mention.key in place} for work in works
        ]
        self.authors = [frozenset(work.authors) for work in works]

    def nearness(self, left: int, right: int, content: float) -> float:
        """`content` plus the other evidence; the same in either order."""
        one, two = self.themes[left], self.themes[right]
        agreement = math.fsum(one[theme] * two[theme] * self.telling[theme] for theme in one.keys() & two.keys())
        naming = right in self.names[left] or left in self.names[right]
        named = naming or not self.names[left].isdisjoint(self.names[right])
        together = not self.authors[left].isdisjoint(self.authors[right])
        return round(content + _THEMES * agreement + _NAMED * named + _AUTHORS * together, 4)


def _weighed(near: Neighbourhood, ties: _Ties) -> list[dict[int, float]]:
    """For each work by position, the others that may be related to it and how near they are by all evidence; the same
    from both sides.
    """
    direct: list[dict[int, float]] = [{} for _ in near.nearest]
    for place, others in enumerate(near.nearest):
        for other, content in others:
            if other not in direct[place]:
                direct[place][other] = direct[other][place] = ties.nearness(place, other, content)
    around = neighbours(direct)
    found: list[dict[int, float]] = [{} for _ in direct]
    for place, weights in enumerate(direct):
        for other, nearness in weights.items():
            if place < other:
                whole = round(nearness + _NEIGHBOURS * in_common(around[place], around[other]), 4)
                found[place][other] = found[other][place] = whole
    return found


def _telling(works: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """What it tells (0 to 1) of two works that they belong to a theme: little where many works do, as in a small survey
    with few themes.
    """
    size: dict[str, float] = {}
    for themes in works:
        for theme, share in themes.items():
            size[theme] = size.get(theme, 0.0) + share * share
    return {theme: min(1.0, math.log(len(works) / max(1.0, mass)) / _TELLING) for theme, mass in size.items()}


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {name: weight / length for name, weight in weights.items()} if length else {}


def _picks(place: int, found: Sequence[tuple[int, float]], theme: Sequence[str | None]) -> list[tuple[int, float]]:
    """The works that this one picks from those `found`: the nearest in order, then some from other themes."""
    picks, rest = list(found[:_WANTED]), found[_WANTED:]
    missing = _BEYOND - sum(theme[other] != theme[place] for other, _ in picks)
    enough = _NEAR_ENOUGH * picks[-1][1] if picks else 0.0
    for candidate in rest:
        inside = [index for index in range(_FIRST, len(picks)) if theme[picks[index][0]] == theme[place]]
        if missing <= 0 or not inside or candidate[1] < enough:
            break
        if theme[candidate[0]] != theme[place]:
            picks[inside[-1]] = candidate
            missing -= 1
    return picks


def _kept(
    pairs: Mapping[tuple[int, int], float],
    first: Set[tuple[int, int]],
    theme: Sequence[str | None],
    connecting: Callable[[int, int], list[str]],
) -> list[tuple[int, int, float, list[str]]]:
    """(left, right, nearness, connecting terms) of the pairs that have such terms and for which there is room on both
    pages, nearest first. The `first` picks of either work take their room before the others, so that a work which many
    are near to is not kept from those for which it is the nearest.
    """
    listed, inside = [0] * len(theme), [0] * len(theme)
    kept = []
    for (left, right), nearness in sorted(pairs.items(), key=lambda pair: (pair[0] not in first, -pair[1], pair[0])):
        same = theme[left] is not None and theme[left] == theme[right]
        room = _MOST - _BEYOND if same else _MOST
        taken = inside if same else listed
        if max(taken[left], taken[right]) >= room or max(listed[left], listed[right]) >= _MOST:
            continue
        shared = connecting(left, right)
        if shared:
            kept.append((left, right, nearness, shared))
            for place in (left, right):
                listed[place] += 1
                inside[place] += same
    return sorted(kept, key=lambda pair: (-pair[2], pair[:2]))


def unbroken(words: tuple[str, ...], left: Work, right: Work) -> tuple[str, ...]:
    """Words, with the pieces of an unspaced script put together again where both works have the whole run."""
    whole = [word for word in words if not word.isascii() and UNSPACED.fullmatch(word)]
    if len(whole) <= 1:
        return words
    texts = [f"{work.title}\n{work.abstract}" for work in (left, right)]
    for one, two in permutations(whole, 2):
        joined = one + two.removeprefix(one[-1])
        if {one, two} <= {*words} and all(joined in text for text in texts):
            return unbroken(tuple(joined if word == one else word for word in words if word != two), left, right)
    return words


def _forms(connections: Connections, pairs: Sequence[tuple[int, int, float, list[str]]]) -> dict[int, dict[str, str]]:
    """For each work by position, how it writes the terms that connect it."""
    wanted: dict[int, set[str]] = {}
    for left, right, _, connecting in pairs:
        wanted.setdefault(left, set()).update(connecting)
        wanted.setdefault(right, set()).update(connecting)
    return {place: connections.forms(place, terms) for place, terms in wanted.items()}
