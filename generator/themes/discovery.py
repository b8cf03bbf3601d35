"""Themes found from the works, where nobody has written a taxonomy yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from generator.config.taxonomy import Section, Taxonomy, Theme, is_taken
from generator.text.compare import ascii_letters
from generator.text.remarks import without_remarks
from generator.themes.clusters import cluster, how_many, vectors
from generator.themes.keyphrases import KeyPhrases
from generator.themes.phrases import Stems
from generator.works import Work

TERMS, NAMED_IN_SCOPE, EXEMPLARS = 12, 6, 3
CLEARLY = 1.5  # times as near to its own theme's middle as to the next must an exemplar be
FEW = 8  # themes that need no sections
_NAMED = 2  # themes that a section is named after


def discover(works: Sequence[Work]) -> Taxonomy:
    """A taxonomy for the works, which must have their keys: about as many themes as the root of their number.

    A theme is a group of works that share phrases. It has a title and terms from the phrases that tell its works from
    the others, a scope that names them, and as exemplars the central works that use several of them. Works that share
    nothing with any group are in no theme. The same works give the same themes in any order. `given` is False.
    """
    texts = without_remarks([work.abstract for work in works])
    cleaned = (replace(work, abstract=text) for work, text in zip(works, texts, strict=True))
    works = sorted(cleaned, key=lambda work: work.key)
    if not works:
        return Taxonomy((), given=False)
    words = vectors(works)
    labels = cluster(words, how_many(len(works)))
    phrases = KeyPhrases(works)
    groups = [np.flatnonzero(labels == group) for group in range(labels.max() + 1)]
    distinct = [(group, best) for group in groups for best in [phrases.of(group.tolist(), TERMS)] if best]
    if not distinct:  # nothing distinguishes the works
        everything = np.arange(len(works))
        distinct = [(everything, phrases.of(everything.tolist(), TERMS))]
    middles = _middles(words, [group for group, _ in distinct])
    taken: set[Stems] = set()
    ids: set[str] = set()
    themes = []
    for place, (group, found) in enumerate(distinct):
        best = [phrase for phrase in found if phrase not in taken]
        name = phrases.name(best, group.tolist())
        if name:
            best.remove(name)
            best.insert(0, name)
            taken.add(name)
        title = _title(phrases, name, best[1:]) if name else works[group[0]].title or "Works"
        named = [phrases.written(phrase) for phrase in best]
        together = "; ".join(works[row].title for row in group[:3] if works[row].title) or "works without a title"
        themes.append(
            Theme(
                id=theme_id(title, ids),
                title=title,
                scope=f"Works on {_enumerated(named[:NAMED_IN_SCOPE])}."
                if named
                else f"Works that share no telling phrase, among them: {together}.",
                terms=tuple((term, 1.0) for term in named),
                exemplars=tuple(
                    works[row].key
                    for row in _exemplars(words, group, middles, place, [phrases.works[phrase] for phrase in best])
                ),
            )
        )
    return Taxonomy(_sections(themes, middles), given=False)


def _title(phrases: KeyPhrases, name: Stems, others: Sequence[Stems]) -> str:
    """The title of a theme of that name; a name that says little alone is completed by the first phrase without a
    hyphen.
    """
    title = phrases.title(name)
    if not phrases.is_vague(name) and not phrases.is_modifier(name):
        return title
    second = next((phrase for phrase in others if "-" not in phrases.written(phrase)), None)
    if second is None:
        return title
    if phrases.is_english(name) and phrases.is_english(second):
        return f"{title} and {phrases.title(second)}"
    return f"{title}, {phrases.whole(second)}"


def _enumerated(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def theme_id(title: str, taken: set[str]) -> str:
    """A unique id for a title: its letters in Latin script and its digits, else `theme-1` and so on."""
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_letters("".join(map(_latin, title))).lower()).strip("-")[:60].strip("-")
    name, count = slug or "theme-1", 1
    while name in taken or is_taken(name):
        count += 1
        name = f"{slug or 'theme'}-{count}"
    taken.add(name)
    return name


def _latin(letter: str) -> str:
    """A Cyrillic or Greek letter by the sound that its Unicode name begins with (`ZHE`: zh, `EL`: l, `THETA`: th);
    others as they are.
    """
    name = unicodedata.name(letter, "")
    if not re.match(r"(?:CYRILLIC|GREEK) (?:SMALL|CAPITAL) LETTER ", name):
        return letter
    name = re.sub(r" WITH .*", "", name).split(" LETTER ")[1].split()[-1].split("-")[-1]
    if name == "SIGN":  # the hard and the soft sign
        return ""
    if name in ("YA", "YU", "YI", "YO", "IO") or len(name) == 1:
        return name.lower()
    if re.fullmatch("E[LMNRSF]", name):
        return name[1].lower()
    if name == "IE":
        return "e"
    sound = re.match("[^AEIOU]+|.", name)
    return sound[0].lower() if sound else ""


def _middles(words: Any, groups: Sequence[np.ndarray]) -> np.ndarray:
    """The mean of each group's works, as unit rows."""
    middles = np.vstack([np.asarray(words[group].mean(axis=0)) for group in groups])
    return np.asarray(middles / np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-12))


def _exemplars(
    words: Any, group: np.ndarray, middles: np.ndarray, place: int, terms: Sequence[Sequence[int]]
) -> list[int]:
    """The works of a group nearest to its middle, nearest first, if clearly nearer to it than to any other and using
    its terms.
    """
    nearness = np.asarray(words[group] @ middles.T)
    own = nearness[:, place]
    other = np.delete(nearness, place, axis=1).max(axis=1, initial=0.0)
    uses = [sum(int(row) in rows for rows in terms) for row in group]
    clear = [i for i in range(len(group)) if own[i] > CLEARLY * other[i] and uses[i] >= min(2, len(terms)) and uses[i]]
    return [int(group[i]) for i in sorted(clear, key=lambda i: (-round(float(own[i]), 9), i))[:EXEMPLARS]]


def _sections(themes: Sequence[Theme], middles: np.ndarray) -> tuple[Section, ...]:
    """The themes in one section, or many themes in a few sections of related ones (by Ward's method), in the themes'
    order.
    """
    if len(themes) <= FEW:
        return (Section("Themes", tuple(themes)),)
    from scipy.cluster.hierarchy import fcluster, ward

    together = fcluster(ward(middles), round(len(themes) ** 0.5), "maxclust").tolist()
    sections = []
    for number in dict.fromkeys(together):
        inside = [theme for theme, section in zip(themes, together, strict=True) if section == number]
        sections.append(
            Section(
                _enumerated([theme.title for theme in inside[:_NAMED]] + ["Others"] * (len(inside) > _NAMED)),
                tuple(inside),
            )
        )
    return tuple(sections)
