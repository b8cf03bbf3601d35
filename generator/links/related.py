"""Related works: near in content, unlike each other, inside the theme and beyond it, the same on both pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.links.nearest import Neighbourhood, neighbourhood
from generator.links.terms import readable, terms
from generator.links.values import Related
from generator.works import Work

_WANTED = 6  # picks of one work
_MOST = 10  # entries on one page, picks of others included
_BEYOND = 2  # of the picks, from other themes, where they are near enough:
_NEAR_ENOUGH = 0.5  # this share of the last pick's similarity
_CANDIDATES = 30
_FLOOR = 0.07  # below this cosine, what two abstracts share is chance (read on 345 works)
_DIVERSITY = 0.35  # how much likeness to an earlier pick costs (maximal marginal relevance, Carbonell and Goldstein 1998)


def related(works: Sequence[Work], themes: Mapping[str, str | None]) -> dict[str, tuple[Related, ...]]:
    """By key, the works near it, nearest first, each with the words that connect the two; works without any are absent.

    `themes` gives the primary theme of each key. If one work lists another, that one lists it too.
    """
    ordered = sorted(works, key=lambda work: work.key)
    near = neighbourhood(ordered, _CANDIDATES)
    theme = [themes.get(work.key) for work in ordered]
    pairs: dict[tuple[int, int], float] = {}
    for place in range(len(ordered)):
        for other, similarity in _picks(place, near, theme):
            pairs[min(place, other), max(place, other)] = similarity
    listed: list[list[Related]] = [[] for _ in ordered]
    for (left, right), similarity in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        if len(listed[left]) < _MOST and len(listed[right]) < _MOST:
            words = _connecting(ordered[left], ordered[right], near.weights[left], near.weights[right])
            if len(words) >= 2:
                listed[left].append(Related(ordered[right].key, round(similarity, 4), words))
                listed[right].append(Related(ordered[left].key, round(similarity, 4), words))
    return {work.key: tuple(found) for work, found in zip(ordered, listed, strict=True) if found}


def _picks(place: int, near: Neighbourhood, theme: Sequence[str | None]) -> list[tuple[int, float]]:
    """The works that this one chooses: by marginal relevance, with some of other themes."""
    left = [(other, similarity) for other, similarity in near.nearest[place] if similarity >= _FLOOR]
    likeness = {other: dict(near.nearest[other]) for other, _ in left}
    ranked: list[tuple[int, float]] = []
    cost = dict.fromkeys(likeness, 0.0)
    while left and len(ranked) < _CANDIDATES:
        best = max(left, key=lambda pair: (pair[1] - _DIVERSITY * cost[pair[0]], -pair[0]))
        left.remove(best)
        ranked.append(best)
        for other in cost:
            cost[other] = max(cost[other], likeness[best[0]].get(other, likeness[other].get(best[0], 0.0)))
        if len(ranked) == _WANTED and _beyond(place, ranked, theme) >= _BEYOND:
            return ranked
    picks = ranked[:_WANTED]
    for candidate in ranked[_WANTED:]:
        missing = _BEYOND - _beyond(place, picks, theme)
        if missing <= 0:
            break
        if theme[candidate[0]] == theme[place] or candidate[1] < _NEAR_ENOUGH * min(similarity for _, similarity in picks):
            continue
        inside = [index for index, (other, _) in enumerate(picks) if theme[other] == theme[place]]
        if len(inside) > 1:
            picks[inside[-1]] = candidate
    return picks


def _beyond(place: int, picks: Sequence[tuple[int, float]], theme: Sequence[str | None]) -> int:
    return sum(theme[other] != theme[place] for other, _ in picks)


def _connecting(left: Work, right: Work, left_weights: Mapping[str, float], right_weights: Mapping[str, float]) -> tuple[str, ...]:
    """Up to four words or phrases that both works use, those that speak most for their nearness first, as they are written."""
    shared = {term: left_weights[term] * right_weights[term] * (1.6 if " " in term else 1.0) for term in left_weights.keys() & right_weights.keys()}
    chosen: list[str] = []
    said: set[str] = set()
    for term in sorted(shared, key=lambda term: (-shared[term], term)):
        if not said & set(term.split()):
            said.update(term.split())
            chosen.append(term)
            if len(chosen) == 4:
                break
    here, there = _written(left.title, left.abstract), _written(right.title, right.abstract)
    return tuple(min(here.get(term, term), there.get(term, term), key=lambda form: (len(form), form)) for term in chosen)


@lru_cache(maxsize=4_096)
def _written(title: str, abstract: str) -> dict[str, str]:
    """Each term of a work as the work first writes it (abstract before title, whose capitals are a matter of style)."""
    forms: dict[str, str] = {}
    for text in (abstract, title):
        for term, start, end in terms(text):
            forms.setdefault(term, readable(text[start:end]))
    return forms
