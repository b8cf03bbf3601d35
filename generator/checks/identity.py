"""Identifiers that are invalid or lead to two works, and works that may be one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.schemes import ABOUT
from generator.text.compare import fold

_DISTINCT = 3  # words from which a title belongs to one work; shorter ones (`Editorial`, `Book review`) belong to many
_REVIEW = "decide with `python -m generator review`, or in bib/decisions.yml"


def invalid_identifier(material: Material) -> Iterator[Found]:
    """Identifiers that cannot be what their field says: cut off, or with a wrong check digit."""
    for record in material.records:
        for name, text in record.extra:
            if name in ABOUT and text.strip().casefold() not in ("-", "none", "n/a", "na", "null"):
                key = material.key_of.get(record.origin.place, "")
                yield Found(
                    f"`{text[:80]}` is not a valid {ABOUT[name].noun}",
                    record.origin.place,
                    key,
                    "correct it there, or in bib/decisions.yml",
                )


def shared_identifier(material: Material) -> Iterator[Found]:
    """One identifier on two works; the chapters of a book may share its ISBN."""
    holders: dict[str, list[str]] = {}
    for work in material.works:
        for one in work.identifiers:
            if one.scheme != "isbn":
                holders.setdefault(one.reference, []).append(work.key)
    for identifier, keys in sorted(holders.items()):
        if len(keys) > 1:
            others = " and ".join(keys[1:])
            yield Found(
                f"{identifier} is also that of {others}",
                place_of(material.survey.works[keys[0]]),
                keys[0],
                "correct one of them, or merge the works",
            )


def same_title(material: Material) -> Iterator[Found]:
    """Two works with one title that nobody has decided are two."""
    groups: dict[str, list[str]] = {}
    for work in material.works:
        title = fold(work.title)
        if len(title.split()) >= _DISTINCT:
            groups.setdefault(title, []).append(work.key)
    for keys in groups.values():
        for one, other in combinations(keys, 2):
            if frozenset((one, other)) not in material.told_apart:
                yield Found(
                    f"has the same title as {other}", place_of(material.survey.works[one], "title"), one, _REVIEW
                )


def uncertain_duplicate(material: Material) -> Iterator[Found]:
    """Pairs of records that may or may not be one work."""
    for evidence in material.survey.uncertain:
        key, other = (material.key_of.get(origin.place, "") for origin in (evidence.left, evidence.right))
        now = "kept as one work" if key == other else "kept as two works"
        yield Found(
            f"may describe the same work as bib/{evidence.right} (probability {evidence.probability:.2f}); {now}",
            evidence.left.place,
            key or other,
            _REVIEW,
        )
