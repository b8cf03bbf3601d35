"""Themes found from the works, where nobody has written a taxonomy yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from generator.config.taxonomy import RESERVED, Section, Taxonomy, Theme
from generator.text.compare import ascii_letters
from generator.themes.clusters import cluster, how_many
from generator.themes.evidence import Table, gather
from generator.themes.keyphrases import KeyPhrases, Stems
from generator.themes.scopes import read_scopes
from generator.works import Work

TERMS, NAMED_IN_SCOPE, EXEMPLARS = 12, 6, 3
FEW = 8  # themes that need no sections


def discover(works: Sequence[Work]) -> Taxonomy:
    """A taxonomy for the works, which must have their keys: about as many themes as the root of their number.

    Each theme has a title and terms from the phrases that tell its works from the others, a scope that names them, and
    its most central works as exemplars. The same works give the same themes in any order. `given` is False.
    """
    works = sorted(works, key=lambda work: work.key)
    if not works:
        return Taxonomy((), given=False)
    _, words = gather(works, read_scopes(Taxonomy()))
    labels = cluster(words, how_many(len(works)))
    phrases = KeyPhrases(works)
    groups = [np.flatnonzero(labels == group) for group in range(labels.max() + 1)] or [np.arange(len(works))]
    taken: set[Stems] = set()
    ids: set[str] = set()
    themes = []
    for group in groups:
        best = [phrase for phrase in phrases.of(group.tolist(), TERMS) if phrase not in taken]
        name = _best_name([phrase for phrase in best if phrases.names(phrase, group.tolist())] or best)
        if name:
            best.remove(name)
            best.insert(0, name)
            taken.add(name)
        title = phrases.title(name) if name else works[group[0]].title or "Works"
        named = [phrases.written(phrase) for phrase in best]
        themes.append(
            Theme(
                id=_id(title, ids),
                title=title,
                scope=f"Works on {_enumerated(named[:NAMED_IN_SCOPE])}." if named else f"Works like {title}.",
                terms=tuple((term, 1.0) for term in named),
                exemplars=tuple(works[row].key for row in _central(words, group)),
            )
        )
    return Taxonomy(_sections(themes, groups, words), given=False)


def _best_name(best: Sequence[Stems]) -> Stems | None:
    """The first phrase of several words among the strongest, else the strongest."""
    return next((phrase for phrase in best[:3] if len(phrase) > 1), best[0] if best else None)


def _enumerated(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _id(title: str, taken: set[str]) -> str:
    """An id of its own for a title: its Latin letters and digits, else a number."""
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_letters(title).lower()).strip("-")[:60].strip("-") or "theme"
    name, count = slug, 1
    while name in taken or name in RESERVED:
        count += 1
        name = f"{slug}-{count}"
    taken.add(name)
    return name


def _central(words: Table, group: np.ndarray) -> list[int]:
    """The works of a group nearest to its middle, nearest first."""
    member = np.zeros((words.shape[0], 1))
    member[group] = 1.0
    nearness = words.times(words.transposed_times(member))[:, 0] if words.values.size else member[:, 0]
    return sorted(group.tolist(), key=lambda row: (-round(float(nearness[row]), 9), row))[:EXEMPLARS]


def _sections(themes: Sequence[Theme], groups: Sequence[np.ndarray], words: Table) -> tuple[Section, ...]:
    """The themes in one section, or many themes in a few sections of related ones."""
    if len(themes) <= FEW:
        return (Section("Themes", tuple(themes)),)
    member = np.zeros((words.shape[0], len(themes)))
    for theme, group in enumerate(groups):
        member[group, theme] = 1.0 / len(group)
    centroids = words.transposed_times(member).T
    centroids /= np.maximum(np.linalg.norm(centroids, axis=1, keepdims=True), 1e-12)
    rows, columns = np.nonzero(centroids)
    together = cluster(Table(rows, columns, centroids[rows, columns], centroids.shape), round(len(themes) ** 0.5))
    sections = []
    for number in range(together.max() + 1):
        inside = [theme for theme, section in zip(themes, together, strict=True) if section == number]
        sections.append(Section(_enumerated([theme.title for theme in inside[:2]] + ["Others"] * (len(inside) > 2)), tuple(inside)))
    return tuple(sections)
