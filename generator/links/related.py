"""Related works: near in content, unlike each other, inside the theme and beyond it, the same on both pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

from generator.links.nearest import Neighbourhood, nearby
from generator.links.terms import named, readable, written
from generator.links.values import Related
from generator.text.function_words import UNSPACED
from generator.works import Work

_WANTED = 6  # picks of one work
_MOST = 10  # entries on one page, picks of others included; the last `_BEYOND` are kept for other themes
_BEYOND = 2  # of the picks, from other themes, where they are near enough:
_NEAR_ENOUGH = 0.5  # this share of the last pick's similarity
_FLOOR = 0.08  # below this cosine, what two abstracts share is chance (read on 345 works)
_DIVERSITY = (
    0.35  # how much likeness to an earlier pick costs (maximal marginal relevance, Carbonell and Goldstein 1998)
)


def related(
    works: Sequence[Work], themes: Mapping[str, str | None], near: Neighbourhood | None = None
) -> dict[str, tuple[Related, ...]]:
    """By key, the works near it, nearest first, each with the words that connect the two; works without any are absent.

    `themes` gives the primary theme of each key, `near` what `nearby` gave for these works, if it did already. If one
    work lists another, that one lists it too.
    """
    ordered = sorted(works, key=lambda work: work.key)
    near = near or nearby(works)
    theme = [themes.get(work.key) for work in ordered]
    pairs: dict[tuple[int, int], float] = {}
    for place in range(len(ordered)):
        for other, similarity in _picks(place, near, theme):
            pairs[min(place, other), max(place, other)] = similarity
    listed, inside = [0] * len(ordered), [0] * len(ordered)
    kept: list[tuple[int, int, float, list[str]]] = []
    for (left, right), similarity in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        same = theme[left] is not None and theme[left] == theme[right]
        room = _MOST - _BEYOND if same else _MOST
        taken = inside if same else listed
        if max(taken[left], taken[right]) < room and max(listed[left], listed[right]) < _MOST:
            connecting = _connecting(near.weights[left], near.weights[right])
            if len(connecting) >= 2:
                kept.append((left, right, similarity, connecting))
                for place in (left, right):
                    listed[place] += 1
                    inside[place] += same
    forms = _forms(ordered, kept)
    found: dict[str, list[Related]] = {}
    for left, right, similarity, connecting in kept:
        words = tuple(
            min(forms[left][term], forms[right][term], key=lambda form: (len(form), form)) for term in connecting
        )
        words = unbroken(words, ordered[left], ordered[right])
        found.setdefault(ordered[left].key, []).append(Related(ordered[right].key, round(similarity, 4), words))
        found.setdefault(ordered[right].key, []).append(Related(ordered[left].key, round(similarity, 4), words))
    return {key: tuple(found[key]) for key in sorted(found)}


def _picks(place: int, near: Neighbourhood, theme: Sequence[str | None]) -> list[tuple[int, float]]:
    """The works that this one chooses: by marginal relevance, with some of other themes."""
    left = [(other, similarity) for other, similarity in near.nearest[place] if similarity >= _FLOOR]
    near_to = dict(left)
    relevance = dict(sorted(left))  # less what likeness to the picks costs; of equals the first in order is picked
    cost = dict.fromkeys(relevance, 0.0)
    picks: list[tuple[int, float]] = []
    while relevance and len(picks) < _WANTED:
        best = max(relevance, key=relevance.__getitem__)
        del relevance[best]
        picks.append((best, near_to[best]))
        for other, likeness in near.nearest[best]:
            if other in relevance and likeness > cost[other]:
                cost[other] = likeness
                relevance[other] = near_to[other] - _DIVERSITY * likeness
    missing = _BEYOND - sum(theme[other] != theme[place] for other, _ in picks)
    enough = _NEAR_ENOUGH * min((similarity for _, similarity in picks), default=0.0)
    for candidate in (pair for pair in left if pair[0] in relevance):
        inside = [index for index, (other, _) in enumerate(picks) if theme[other] == theme[place]]
        if missing <= 0 or len(inside) <= 1 or candidate[1] < enough:
            break
        if theme[candidate[0]] != theme[place]:
            picks[inside[-1]] = candidate
            missing -= 1
    return picks


def _connecting(left: Mapping[str, float], right: Mapping[str, float]) -> list[str]:
    """Up to four terms that both works use and no two of which share a word, those that speak most for their nearness
    first.
    """
    shared = {term: left[term] * right[term] * (2.2 if " " in term else 1.0) for term in left.keys() & right.keys()}
    chosen: list[str] = []
    said: set[str] = set()
    for term in sorted(shared, key=lambda term: (-shared[term], term)):
        if said.isdisjoint(term.split()):
            said.update(term.split())
            chosen.append(term)
            if len(chosen) == 4:
                break
    return chosen


def unbroken(words: tuple[str, ...], left: Work, right: Work) -> tuple[str, ...]:
    """`words` with the pieces of one run of a script without spaces put together, where both works have the whole run."""
    whole = [word for word in words if not word.isascii() and UNSPACED.fullmatch(word)]
    if len(whole) < 2:
        return words
    texts = [f"{work.title}\n{work.abstract}" for work in (left, right)]
    for one, two in permutations(whole, 2):
        joined = one + two.removeprefix(one[-1])
        if {one, two} <= {*words} and all(joined in text for text in texts):
            return unbroken(tuple(joined if word == one else word for word in words if word != two), left, right)
    return words


def _forms(works: Sequence[Work], pairs: Sequence[tuple[int, int, float, list[str]]]) -> list[dict[str, str]]:
    """For each work, how it writes the terms that connect it (its abstract before its title, whose capitals are a
    matter of style).
    """
    wanted: list[set[str]] = [set() for _ in works]
    for left, right, _, connecting in pairs:
        wanted[left].update(connecting)
        wanted[right].update(connecting)
    forms = []
    for work, terms in zip(works, wanted, strict=True):
        written_here = written(work.title, terms) | written(work.abstract, terms) if terms else {}
        names = named(work.abstract) if terms else frozenset()
        forms.append({term: readable(written_here.get(term, term), names) for term in terms})
    return forms
