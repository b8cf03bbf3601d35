"""The index of names: what several works spell like a name, distinguished from ordinary language by all their
spellings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from operator import attrgetter

from generator.file_names import is_reserved
from generator.name_index.candidates import Candidate, Corpus, Place, read
from generator.name_index.judge import Judge, kind_of
from generator.name_index.long_forms import LongForms
from generator.name_index.uses import Spot, use
from generator.name_index.values import Named
from generator.name_index.writing import key_of
from generator.text.compare import ascii_letters
from generator.works import Work

_FEWEST = 2  # works for a name to be in the data; a page needs more
_SUBJECT = 0.25  # a name in a larger share of the works is the survey's own subject
_LEAST_SUBJECT = 20  # works
_ORDINARY = 4  # works with only the long form, for each with the short one, above which it is an ordinary phrase


def names(works: Sequence[Work], introduced: Mapping[str, str]) -> tuple[Named, ...]:
    """The names that at least two works use, alphabetically.

    `introduced` gives the key of the work that introduced a name, by the name.
    """
    corpus = Corpus(sorted(works, key=attrgetter("key")))
    candidates, meanings = read(corpus)
    several = {key: one for key, one in candidates.items() if one.places and (one.longs or len(one.works) >= _FEWEST)}
    longs = LongForms(corpus, several, meanings)
    # `Hubble Space Telescope` is not a name beside `HST`, which stands for it.
    for key, long in sorted(longs.of.items()):
        if key in several and key_of(long) != key:
            several.pop(key_of(long), None)
    owners = {key_of(name): owner for name, owner in introduced.items()}
    judge, spelled = Judge(corpus, owners, several), longs.spelled_out()
    found: dict[str, Named] = {}
    for key, one in sorted(several.items()):
        named = _named(key, one, longs, judge, spelled.get(key, {}), owners.get(key, ""))
        if named:
            name = next(name for name in _numbered(named.id) if name not in found)
            found[name] = replace(named, id=name)
    return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), one.name)))


def _named(
    key: str, one: Candidate, longs: LongForms, judge: Judge, spelled: Mapping[int, Spot], owner: str
) -> Named | None:
    """The name of a candidate, or None if it is none, or too few works or nearly all have it."""
    meant = [place for place in one.places if longs.agrees(place.work, key)]
    alone = [place for place in meant if not place.inner]
    works, short = judge.corpus.works, {place.work for place in alone}
    if not _FEWEST <= len(short | spelled.keys()) <= max(_LEAST_SUBJECT, _SUBJECT * len(works)):
        return None
    if len(spelled.keys() - short) > _ORDINARY * len(short):
        spelled = {work: spot for work, spot in spelled.items() if work in short}
    held = sorted(short | spelled.keys())
    kinds = judge.kinds(meant)
    if len(held) < _FEWEST or not judge.is_name(key, alone, key in longs.of, bool(kinds)):
        return None
    shown, long = _shown(alone), longs.written(key)
    spots = _spots(alone, spelled)
    uses = [use(works[place], spots[place], works[place].key == owner) for place in held]
    years = {works[place].key: works[place].year or 0 for place in held}
    return Named(
        id=_slug(shown),
        name=shown,
        long_form=long,
        forms=tuple(sorted({place.form for place in alone} | {shown} | ({long} if long else set()))),
        kind=kind_of(kinds, long or shown),
        introduced_by=owner,
        uses=tuple(sorted(uses, key=lambda one: (-years[one.key], one.key))),
    )


def _shown(places: Sequence[Place]) -> str:
    """How most works spell it, in the singular."""
    ways = Counter(place.form for place in places)
    best = min(ways, key=lambda way: (-ways[way], len(way), way))
    return best[:-1] if best.endswith("s") and key_of(best) == key_of(best[:-1]) else best


def _spots(places: Sequence[Place], spelled: Mapping[int, Spot]) -> dict[int, list[Spot]]:
    """Where each work has the name; its long form if it has no other."""
    found: dict[int, list[Spot]] = {}
    for place in places:
        found.setdefault(place.work, []).append((place.part, place.start, place.end))
    return {**{work: [spot] for work, spot in spelled.items()}, **found}


def _slug(name: str) -> str:
    """The address of a name: `gpt-3-5`, `crispr-cas9`."""
    plain = re.sub(r"[^a-z0-9]+", "-", ascii_letters(name).replace("+", " plus").lower()).strip("-")
    return f"{plain}-name" if is_reserved(plain) or not plain else plain


def _numbered(slug: str) -> Iterator[str]:
    """`slug`, `slug-2`, `slug-3` …"""
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
