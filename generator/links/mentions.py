"""Mentions: an abstract names what another work of the survey introduced, and that very word becomes a link."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.links.introductions import introduced
from generator.links.occurrences import index, occurrences
from generator.links.values import Mention
from generator.text.abbreviations import long_form
from generator.text.compare import fold
from generator.works import Work


def mentions(works: Sequence[Work], owners: Mapping[str, str] | None = None) -> dict[str, tuple[Mention, ...]]:
    """By key of the naming work: what its abstract names that another work introduced, in the order of the text.

    Each name counts once per abstract, at its first occurrence; a work never links to itself, nor to one that
    appeared in a later year than it did. Works that name nothing are absent. `owners` is the result of `introduced` for
    these works, if known.
    """
    owners = introduced(works) if owners is None else owners
    names = index(owners)
    years = {work.key: work.first_year for work in works}
    texts = {work.key: f"{work.title} {work.abstract}" for work in works}
    found: dict[str, tuple[Mention, ...]] = {}
    for work in sorted(works, key=lambda work: work.key):
        seen: dict[str, Mention] = {}
        for name, start in occurrences(work.abstract, names):
            key = owners[name]
            owner_year, own_year = years[key], years[work.key]
            if (
                key == work.key
                or name in seen
                or (owner_year and own_year and owner_year > own_year)
                or _means_other(work.abstract, name, texts[key])
            ):
                continue
            seen[name] = Mention(key, name, start, start + len(name))
        if seen:
            found[work.key] = tuple(sorted(seen.values(), key=lambda mention: mention.start))
    return found


def _means_other(text: str, name: str, introducing: str) -> bool:
    """Whether `text` spells `name` out as something that the introducing work does not write about (`single agent
    planning (SAP)`).
    """
    for match in re.finditer(rf"\(\s*{re.escape(name)}\s*[),;]", text) if name.isupper() else ():
        before = text[max(0, match.start() - 120) : match.start()].rstrip()
        start = long_form(before, name)
        if start is not None:
            return fold(before[start:]).removesuffix("s") not in fold(introducing)
    return False
