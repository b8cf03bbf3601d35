"""Identifiers that are invalid or lead to two works, and works that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.identifiers.schemes import ABOUT
from generator.text.compare import fold

_DISTINCT = 3  # words from which a title belongs to one work; shorter ones (`Editorial`, `Book review`) belong to many
_MANY = 10  # works of one title from which on each has one finding for all others
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
        if len(keys) > _MANY:
            yield from _many_of_one_title(material, keys)
            continue
        for one, other in combinations(keys, 2):
            if frozenset((one, other)) not in material.declared_different:
                yield _same_title(material, one, f"has the same title as {other}")


def _many_of_one_title(material: Material, keys: Sequence[str]) -> Iterator[Found]:
    """One finding for each work, because the pairs grow with the square of the works."""
    place = {key: at for at, key in enumerate(keys)}
    decided: defaultdict[str, set[str]] = defaultdict(set)  # for each work those after it that somebody told apart
    for pair in material.declared_different:
        if len(pair) > 1 and place.keys() >= pair:
            first, second = sorted(pair, key=place.__getitem__)
            decided[first].add(second)
    for at, one in enumerate(keys):
        apart = decided[one]
        open_ = len(keys) - at - 1 - len(apart)
        if open_ > 0:
            other = next(key for key in islice(keys, at + 1, None) if key not in apart)
            more = f" and {open_ - 1:,} more" if open_ > 1 else ""
            yield _same_title(material, one, f"has the same title as {other}{more}")


def _same_title(material: Material, key: str, message: str) -> Found:
    return Found(message, place_of(material.survey.works[key], "title"), key, _REVIEW)


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
