"""Authors of the survey: one entry for each person or group, with its own address."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.file_names import is_reserved
from generator.links.values import AuthorEntry
from generator.names import Name
from generator.text.compare import ascii_letters, fold
from generator.works import Work

Identity = tuple[str, str, str]
_ASCII = 127


def author_entries(works: Sequence[Work]) -> tuple[AuthorEntry, ...]:
    """One entry per person or group, by family name. Keys are newest first.

    Two forms are one person if their folded names are equal, or if one only lacks middle names of the other and no
    third form contradicts this (`Noam Shazeer`, `Noam M. Shazeer`); initials alone are never enough.
    """
    forms: dict[Identity, dict[Name, None]] = {}
    keys: dict[Identity, set[str]] = {}
    for work in sorted(works, key=lambda work: work.key):
        for name in work.authors:
            identity = _identity(name)
            if any(identity[:2]):
                forms.setdefault(identity, {})[name] = None
                keys.setdefault(identity, set()).add(work.key)
    groups: dict[Identity, list[Identity]] = {}
    for identity, fuller in _joined(keys).items():
        groups.setdefault(fuller, []).append(identity)
    year = {work.key: work.year or 0 for work in works}
    people = []
    for identities in groups.values():
        variants = tuple(sorted((name for identity in identities for name in forms[identity]), key=_fullness))
        own = {key for identity in identities for key in keys[identity]}
        people.append((variants, tuple(sorted(own, key=lambda key: (-year[key], key)))))
    people.sort(
        key=lambda person: (
            fold(person[0][0].family),
            fold(person[0][0].given),
            fold(person[0][0].particle),
            person[0][0],
        )
    )
    slugs = _slugs([variants[0] for variants, _ in people])
    return tuple(
        AuthorEntry(slug, variants[0], own, variants) for slug, (variants, own) in zip(slugs, people, strict=True)
    )


def _identity(name: Name) -> Identity:
    """(family with particle, given, suffix or kind), folded. Names of which folding leaves nothing keep their
    letters.
    """
    if name.corporate:
        return fold(name.family) or name.family.strip(), "", "group"
    return fold(name.last) or name.last.strip(), fold(name.given), fold(name.suffix)


def _joined(keys: Mapping[Identity, Iterable[str]]) -> dict[Identity, Identity]:
    """Each identity to the fullest form of the same person; `keys` gives the works of each."""
    alike: dict[tuple[str, str, str], list[Identity]] = {}
    for identity in sorted(keys):
        given = identity[1].split()
        alike.setdefault((identity[0], given[0] if given else "", identity[2]), []).append(identity)
    target: dict[Identity, Identity] = {}
    for (_, first, kind), members in alike.items():
        longest = max(members, key=lambda identity: (len(identity[1].split()), len(identity[1]), identity[1]))
        sure = len(first) > 1 and kind != "group" and all(_only_lacks(member[1], longest[1]) for member in members)
        together = [key for member in members for key in keys[member]]
        if len(together) != len(set(together)):  # one work lists both: they are two people
            sure = False
        for member in members:
            target[member] = longest if sure else member
    return target


def _only_lacks(shorter: str, longer: str) -> bool:
    """Whether the given names `shorter` are those of `longer` with middle names left out or cut to initials."""
    rest = longer.split()[1:]
    for word in shorter.split()[1:]:
        while rest and not (rest[0] == word or (len(word) == 1 and rest[0].startswith(word))):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


def _fullness(name: Name) -> tuple[int, int, int, Name]:
    """A sort key that puts the fullest form first: most letters, most accents (a dump loses them), then by spelling."""
    letters = name.as_first_last
    return (
        -len(fold(letters)),
        -sum(ord(character) > _ASCII for character in letters),
        -sum(character.isupper() for character in letters[:1]),
        name,
    )


def _slugs(names: Sequence[Name]) -> list[str]:
    """Unique addresses; where names would share one, each gets a suffix that depends on its spelling alone."""
    plain = [_slug(name) for name in names]
    often = Counter(plain)
    return [
        f"{slug or 'author'}-{_mark(name)}" if often[slug] > 1 or not slug or is_reserved(slug) else slug
        for slug, name in zip(plain, names, strict=True)
    ]


def _slug(name: Name) -> str:
    words = re.findall(r"[a-z0-9]+", ascii_letters(f"{name.given} {name.last} {name.suffix}").lower())
    return "-".join(words)[:60].strip("-")


def _mark(name: Name) -> str:
    return hashlib.sha256(f"{name.corporate}|{name.as_last_first}".encode("utf-8", "surrogatepass")).hexdigest()[:6]
