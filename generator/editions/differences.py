"""How two editions differ, work by work and theme by theme.

A work of the old edition is found in the new one by its key, or among the former keys there if its key changed or it
was merged into another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionWork


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed from one edition to another. Pairs are (before, after).

    Attributes:
        came, went: works that only one of the two has.
        merged: works that turned out to be one with another.
        renamed: works whose citation key changed.
        moved: works whose primary theme changed.
        retitled: works whose title changed.
        corrected: works whose authors, year, venue or identifiers changed, with the names of what did.
        rewritten: works whose abstract changed.
        themes_came, themes_went: titles.
        themes_retitled: pairs of titles.
        overviews: titles of the themes (or of the survey) whose text changed.
    """

    old: Edition
    new: Edition
    came: tuple[EditionWork, ...] = ()
    went: tuple[EditionWork, ...] = ()
    merged: tuple[tuple[EditionWork, EditionWork], ...] = ()
    renamed: tuple[tuple[EditionWork, EditionWork], ...] = ()
    moved: tuple[tuple[EditionWork, EditionWork], ...] = ()
    retitled: tuple[tuple[EditionWork, EditionWork], ...] = ()
    corrected: tuple[tuple[EditionWork, tuple[str, ...]], ...] = ()
    rewritten: tuple[EditionWork, ...] = ()
    themes_came: tuple[str, ...] = ()
    themes_went: tuple[str, ...] = ()
    themes_retitled: tuple[tuple[str, str], ...] = ()
    overviews: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the two hold the same."""
        return not any(getattr(self, name) for name in self.__slots__ if name not in ("old", "new"))


FACTS = ("authors", "year", "venue", "identifiers")


def differences(old: Edition, new: Edition) -> Differences:
    """What changed from `old` to `new`."""
    successors = _successors(old.works, new.works)
    kept = [(work, new.works[successors[key]]) for key, work in old.works.items() if key in successors]
    first_of = _continued(kept)
    same = [(before, after) for before, after in kept if first_of[after.key] == before.key]
    known = {after.key for _, after in kept}
    titles, theirs = old.theme_titles, new.theme_titles
    return Differences(
        old,
        new,
        came=tuple(work for key, work in new.works.items() if key not in known),
        went=tuple(work for key, work in old.works.items() if key not in successors),
        merged=tuple((before, after) for before, after in kept if first_of[after.key] != before.key),
        renamed=tuple(pair for pair in same if pair[0].key != pair[1].key),
        moved=tuple(pair for pair in same if pair[0].theme != pair[1].theme),
        retitled=tuple(pair for pair in same if pair[0].title != pair[1].title),
        corrected=tuple((after, facts) for before, after in same for facts in [_changed(before, after)] if facts),
        rewritten=tuple(after for before, after in same if before.text != after.text),
        themes_came=tuple(title for name, title in theirs.items() if name not in titles),
        themes_went=tuple(title for name, title in titles.items() if name not in theirs),
        themes_retitled=tuple(
            (title, theirs[name]) for name, title in titles.items() if name in theirs and theirs[name] != title
        ),
        overviews=_overviews(old, new),
    )


def _successors(old: Mapping[str, EditionWork], new: Mapping[str, EditionWork]) -> dict[str, str]:
    """By key of the old edition, the key of the same work in the new one."""
    former = {alias: key for key, work in new.items() for alias in work.aliases}
    found = {}
    for key, work in old.items():
        names = (key, *work.aliases)
        successor = next((name for name in names if name in new), None) or next(
            (former[name] for name in names if name in former), None
        )
        if successor:
            found[key] = successor
    return found


def _continued(kept: list[tuple[EditionWork, EditionWork]]) -> dict[str, str]:
    """By key of a work now, the key of the old work that it continues; the other old works that lead to it were
    merged in.
    """
    found: dict[str, str] = {}
    for before, after in kept:
        if before.key == after.key or after.key not in found:
            found[after.key] = before.key
    return found


def _changed(before: EditionWork, after: EditionWork) -> tuple[str, ...]:
    return tuple(name for name in FACTS if getattr(before, name) != getattr(after, name))


def _overviews(old: Edition, new: Edition) -> tuple[str, ...]:
    before = {theme.id: theme.overview for theme in old.themes}
    whole = (new.title,) if old.introduction != new.introduction else ()
    return (*whole, *(theme.title for theme in new.themes if before.get(theme.id, "") != theme.overview))
