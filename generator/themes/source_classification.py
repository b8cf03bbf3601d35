"""The classification of the sources (groups, collections, keywords, headings, labels, a column) as themes.

Its names become a taxonomy if nobody wrote one; otherwise they fill the themes of the same name. Either way, works with
a name are placed where it says, and show where the others belong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.config.setting_groups import ThemeSettings
from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.errors import Place, Problem
from generator.project.paths import SETTINGS
from generator.records import Record
from generator.text.compare import fold
from generator.themes.discovery import theme_id
from generator.themes.keyphrases import KeyPhrases
from generator.themes.rulings import MOST_SECONDARY, Ruling
from generator.works import Work

SOURCE = "source"  # who decided
TERMS = 8  # phrases of a group's works that help to find others
LEAST_OF_KEYWORD = 3  # works: a keyword that fewer carry is not a theme
MOST_KEYWORDS = 40  # themes made of keywords

# Kind of classification to the columns or fields that hold it, in small letters.
COLUMNS = {
    "groups": ("groups", "mendeley-groups", "mendeley-tags"),
    "collections": ("collections", "collection", "zotero collections", "folder", "folders"),
    "headings": ("section",),
}
_PHRASES = {
    "groups": "in the group",
    "collections": "in the collection",
    "keywords": "with the keyword",
    "headings": "under the heading",
    "labels": "labelled",
}
_PATH = re.compile(r"\s*(?:>|→|::)\s*")

Path = tuple[str, ...]  # of a group, from the top down


@dataclass(frozen=True, slots=True)
class Classification:
    """The themes (None if they are yet to be found), the rulings by citation key, and what could not be followed."""

    taxonomy: Taxonomy | None
    rulings: Mapping[str, Ruling]
    problems: tuple[Problem, ...] = ()


def classify(
    works: Sequence[Work], settings: ThemeSettings, taxonomy: Taxonomy | None, labels: Mapping[str, Sequence[str]]
) -> Classification | None:
    """The classification of the sources; None if `survey.yml` names none.

    Args:
        works: with their keys.
        taxonomy: the taxonomy of `themes.yml`, if there is one.
        labels: what reviewers labelled each work with, by key.
    """
    if not settings.from_:
        return None
    found = {work.key: _paths(work, settings.from_, labels.get(work.key, ())) for work in works}
    if settings.from_ == "keywords":
        found = _frequent(found)
    if not any(found.values()):
        message = f"themes: no record carries any {settings.from_.removeprefix('column:')}"
        problem = Problem(message, Place(SETTINGS), "name what your sources have, or take `themes.from` out")
        return Classification(taxonomy, {}, (problem,))
    named = {key: [_cut(path, settings.depth) for path in paths] for key, paths in found.items()}
    if taxonomy:
        theme_of = _by_name(taxonomy, named)
        return Classification(taxonomy, _rulings(named, theme_of, settings.from_))
    taxonomy, theme_of = _taxonomy(works, named, settings.from_)
    return Classification(taxonomy, _rulings(named, theme_of, settings.from_))


def _paths(work: Work, kind: str, labels: Sequence[str]) -> list[Path]:
    if kind == "labels":
        return [(label,) for label in labels]
    found: dict[Path, None] = {}
    for record in work.records:
        for written in _written(record, kind):
            path = tuple(part for part in _PATH.split(written.strip()) if part)
            if path:
                found[path] = None
    return list(found)


def _written(record: Record, kind: str) -> Iterable[str]:
    if kind == "keywords":
        return record.keywords
    names = COLUMNS.get(kind, (kind.removeprefix("column:"),))
    wanted = {name.casefold() for name in names}
    values = [(name.casefold(), value) for name, value in record.extra if name.casefold() in wanted]
    own = getattr(record, kind.removeprefix("column:"), None) if kind.startswith("column:") and not values else None
    if isinstance(own, str) and own:
        values.append(("", own))
    return [part for name, value in values for part in _several(value, name)]


def _several(value: str, column: str) -> list[str]:
    """The groups in one cell, separated by semicolons, or by commas if there are none, but not in a heading."""
    if column == "section":
        return [value]
    if column.startswith("mendeley"):
        value = value.replace("/", " > ")
    separator = "," if column in ("groups", "mendeley-groups", "mendeley-tags") else "\n"
    if ";" in value:
        separator = ";"
    return [part for part in value.split(separator) if part.strip()]


def _frequent(found: Mapping[str, list[Path]]) -> dict[str, list[Path]]:
    """Only the keywords that several works have, in one spelling each: few keywords of a corpus are themes."""
    spellings: dict[str, Counter[str]] = {}
    for paths in found.values():
        for (word,) in {path[:1] for path in paths}:
            spellings.setdefault(fold(word), Counter())[word] += 1
    counts = {name: sum(forms.values()) for name, forms in spellings.items()}
    frequent = sorted((name for name in counts if counts[name] >= LEAST_OF_KEYWORD), key=lambda n: (-counts[n], n))
    written = {name: min(spellings[name], key=lambda form: (-spellings[name][form], form)) for name in frequent}
    chosen = {name: (written[name],) for name in frequent[:MOST_KEYWORDS]}
    return {
        key: list(dict.fromkeys(chosen[fold(path[0])] for path in paths if fold(path[0]) in chosen))
        for key, paths in found.items()
    }


def _cut(path: Path, depth: int) -> Path:
    return path[: max(1, depth)]


def _by_name(taxonomy: Taxonomy, named: Mapping[str, Sequence[Path]]) -> dict[Path, str]:
    """The theme of each path in a taxonomy that a person wrote: the deepest of its names that is a title or id."""
    titles = {fold(theme.title): theme.id for theme in taxonomy.themes}
    themes = titles | {theme.id: theme.id for theme in taxonomy.themes}
    found: dict[Path, str] = {}
    for path in {path for paths in named.values() for path in paths}:
        ids = [themes[form] for name in reversed(path) for form in (name, fold(name)) if form in themes]
        if ids:
            found[path] = ids[0]
    return found


def _taxonomy(
    works: Sequence[Work], named: Mapping[str, Sequence[Path]], kind: str
) -> tuple[Taxonomy, dict[Path, str]]:
    """A theme for each path, in the order of the sources; if it has two names, the first is that of the section."""
    ordered = sorted(works, key=lambda work: min(record.origin.order for record in work.records))
    members: dict[Path, list[int]] = {}
    rows = {work.key: row for row, work in enumerate(ordered)}
    for work in ordered:
        for path in named[work.key]:
            members.setdefault(path, []).append(rows[work.key])
    paths = _in_order(members, kind)
    phrases = KeyPhrases(ordered)
    ids: set[str] = set()
    theme_of: dict[Path, str] = {}
    sections: dict[str, list[Theme]] = {}
    for path in paths:
        title = path[-1]
        theme_of[path] = theme_id(title, ids)
        terms = tuple((phrases.written(phrase), 1.0) for phrase in phrases.of(members[path], TERMS))
        scope = f"Works that the sources have {_phrase(kind)} “{title}”."
        section = path[0] if len(path) > 1 or any(len(other) > 1 for other in paths) else "Themes"
        sections.setdefault(section, []).append(Theme(theme_of[path], title, scope, terms))
    made = tuple(Section(title, tuple(themes)) for title, themes in sections.items())
    return Taxonomy(made, given=False), theme_of


def _in_order(members: Mapping[Path, Sequence[int]], kind: str) -> list[Path]:
    """Groups and headings in the order of the sources; keywords have none, so the most common come first."""
    if kind in ("keywords", "labels"):
        return sorted(members, key=lambda path: (-len(members[path]), path))
    return list(members)


def _rulings(named: Mapping[str, Sequence[Path]], theme_of: Mapping[Path, str], kind: str) -> dict[str, Ruling]:
    ruled: dict[str, Ruling] = {}
    for key, paths in named.items():
        themes = dict.fromkeys(theme_of[path] for path in paths if path in theme_of)
        if themes:
            first, *others = themes
            path = next(path for path in paths if theme_of.get(path) == first)
            why = f"{_phrase(kind)} “{' > '.join(path)}” in its source"
            ruled[key] = Ruling(first, tuple(others[:MOST_SECONDARY]) or None, why, SOURCE)
    return ruled


def _phrase(kind: str) -> str:
    return _PHRASES.get(kind, f"with {kind.removeprefix('column:')}")
