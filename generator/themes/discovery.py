"""Themes found from the works, where nobody has written a taxonomy yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from generator.config.taxonomy import RESERVED, Section, Taxonomy, Theme
from generator.text.compare import ascii_letters
from generator.themes.clusters import cluster, how_many, vectors
from generator.themes.keyphrases import KeyPhrases, Stems
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
    words = vectors(works)
    labels = cluster(words, how_many(len(works)))
    phrases = KeyPhrases(works)
    groups = [np.flatnonzero(labels == group) for group in range(labels.max() + 1)] or [np.arange(len(works))]
    taken: set[Stems] = set()
    ids: set[str] = set()
    themes = []
    for group in groups:
        best = [phrase for phrase in phrases.of(group.tolist(), TERMS) if phrase not in taken]
        name = phrases.name(best, group.tolist())
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


def _central(words: Any, group: np.ndarray) -> list[int]:
    """The works of a group nearest to its middle, nearest first."""
    nearness = np.asarray(words[group] @ words[group].sum(axis=0).T).ravel()
    return [int(group[place]) for place in sorted(range(len(group)), key=lambda place: (-round(float(nearness[place]), 9), place))[:EXEMPLARS]]


def _sections(themes: Sequence[Theme], groups: Sequence[np.ndarray], words: Any) -> tuple[Section, ...]:
    """The themes in one section, or many themes in a few sections of related ones (by Ward's method), in the themes' order."""
    if len(themes) <= FEW:
        return (Section("Themes", tuple(themes)),)
    from scipy.cluster.hierarchy import fcluster, ward

    middles = np.vstack([np.asarray(words[group].mean(axis=0)) for group in groups])
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-12)
    together = fcluster(ward(middles), round(len(themes) ** 0.5), "maxclust").tolist()
    sections = []
    for number in dict.fromkeys(together):
        inside = [theme for theme, section in zip(themes, together, strict=True) if section == number]
        sections.append(Section(_enumerated([theme.title for theme in inside[:2]] + ["Others"] * (len(inside) > 2)), tuple(inside)))
    return tuple(sections)
