"""References that a person writes to name a work, and what each leads to: one grammar, one order of names.

A reference is one of
- a citation key: `vinyals2015order`, `key:vinyals2015order`, `@vinyals2015order`;
- an identifier: `arxiv:2201.12288`, `doi:…`, `pmid:…`, `pmcid:…`, `isbn:…`, `acl:…`, `openreview:…`, or its address;
- a place: `sources/a.txt:12`, with `bib/` before it or without `sources/`;
- the key of an entry in its own file: `sources/a.bib:smith2020`, `smith2020`.

Decisions, exemplars, citations and `explain` all read references here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Generic, TypeVar

from generator.identifiers import named_identifier
from generator.records import LeftOut, Record
from generator.text.compare import suggestion
from generator.works import Work

Target = TypeVar("Target", bound=Hashable)
_ALIKE = 60  # of 100: names less similar to a reference are not suggested
_SUGGESTED = 2


class Rank(IntEnum):
    """Kinds of names in the order in which they are tried: what is published goes before what sources say."""

    KEY = 0
    FORMER_KEY = 1
    IDENTIFIER = 2
    PLACE = 3
    ENTRY_KEY = 4
    GIVEN = 5  # an identifier that a record gives but its work no longer has, because a person corrected it


@dataclass(frozen=True, slots=True)
class Found(Generic[Target]):
    """What a reference leads to.

    Attributes:
        targets: all with the name, in the order in which they were named; empty if there is none.
        spellings: the names it may stand for if they differ only in case; then it leads to no target.
    """

    targets: tuple[Target, ...] = ()
    spellings: tuple[str, ...] = ()


class References(Generic[Target]):
    """The names of some targets. Case counts only where two names differ by nothing else.

    `titles` lead to the name that is suggested where a reference is like a title.
    """

    def __init__(self, names: Iterable[tuple[Rank, str, Target]], titles: Mapping[str, str] | None = None) -> None:
        self._titles = dict(titles or {})
        self._targets: dict[Rank, dict[str, dict[Target, None]]] = {rank: {} for rank in Rank}
        for rank, name, target in names:
            self._targets[rank].setdefault(name, {})[target] = None

    @cached_property
    def _spellings(self) -> dict[Rank, dict[str, list[str]]]:
        """The names of each rank that are one without regard to case."""
        folded: dict[Rank, dict[str, list[str]]] = {rank: {} for rank in Rank}
        for rank, targets in self._targets.items():
            for name in targets:
                folded[rank].setdefault(name.casefold(), []).append(name)
        return folded

    def find(self, reference: str) -> Found[Target]:
        """Everything that the reference names, by the first rank of names that knows it. Never raises."""
        forms = spellings(reference)
        for rank in Rank:
            for form in forms:
                if form in self._targets[rank]:
                    return Found(tuple(self._targets[rank][form]))
                alike = self._spellings[rank].get(form.casefold(), [])
                targets = {target: None for name in alike for target in self._targets[rank][name]}
                if len(targets) > 1 and len(alike) > 1:
                    return Found(spellings=tuple(sorted(alike)))
                if alike:
                    return Found(tuple(targets))
        return Found()

    def only(self, reference: str) -> Target | None:
        """The one target that the reference names; None if there are none or several."""
        targets = self.find(reference).targets
        return targets[0] if len(targets) == 1 else None

    def suggestion(
        self, reference: str, otherwise: str = "name a work by identifier, citation key or file:line"
    ) -> str:
        """What to add to a reference that names nothing: the most similar names, else `otherwise`."""
        names = self._titles | {name: name for targets in self._targets.values() for name in targets}
        written = reference.strip().removeprefix("@").removeprefix("key:")
        from rapidfuzz import process

        close = process.extract(written, sorted(names), processor=str.casefold, limit=_SUGGESTED, score_cutoff=_ALIKE)
        return suggestion([names[name] for name, score, _ in close if score == close[0][1]], otherwise)


def spellings(reference: str) -> list[str]:
    """The names that `reference` may stand for, most literal first."""
    text = reference.strip().removeprefix("@")
    forms = [text, text.removeprefix("key:"), text.removeprefix("bib/"), f"sources/{text}"]
    identifier = named_identifier(text)
    return [*forms, identifier.reference] if identifier else forms


def work_references(works: Sequence[Work]) -> References[str]:
    """The names of works; the targets are citation keys. Names that its records have belong to a work, too."""
    names = ((Rank(rank), name, key) for rank, name, key in work_names(works))
    return References(names, {work.title: work.key for work in works})


def work_names(works: Iterable[Work]) -> Iterator[tuple[int, str, str]]:
    """(rank, name, citation key) of everything that names a work."""
    for work in works:
        yield int(Rank.KEY), work.key, work.key
        yield from ((int(Rank.FORMER_KEY), alias, work.key) for alias in work.aliases)
        yield from ((int(Rank.IDENTIFIER), identifier.reference, work.key) for identifier in work.identifiers)
        for record in (*work.records, *work.enriched_by):
            yield from ((int(rank), name, work.key) for rank, name in _places(record))
            yield from ((int(Rank.GIVEN), identifier.reference, work.key) for identifier in record.identifiers)


def resolver_of(names: Iterable[tuple[int, str, str]]) -> Callable[[str], str | None]:
    """As `resolver`, from what `work_names` gave."""
    return References((Rank(rank), name, key) for rank, name, key in names).only


def record_references(records: Sequence[Record], published: Mapping[str, str]) -> References[int]:
    """The names of records, before there are works; the targets are their places in `records`.

    `published` leads from the citation keys of the last build to references that need none.
    """
    names = [
        (rank, name, index)
        for index, record in enumerate(records)
        for rank, name in (*((Rank.IDENTIFIER, one.reference) for one in record.identifiers), *_places(record))
    ]
    plain = References(names)
    keys = [(Rank.KEY, key, index) for key, leads_to in published.items() for index in plain.find(leads_to).targets]
    return References([*keys, *names])


def _places(record: Record) -> Iterator[tuple[Rank, str]]:
    """Where a record stands, and what it is called there."""
    yield Rank.PLACE, str(record.origin)
    for key in sorted({record.origin.key or "", record.id or ""} - {""}):
        yield Rank.PLACE, f"{record.origin.source}:{key}"
        yield Rank.ENTRY_KEY, key


def resolver(works: Sequence[Work]) -> Callable[[str], str | None]:
    """A function from a reference to the citation key of the work that it names, or None (none, or more than one)."""
    return work_references(works).only


def gone_references(
    records: Iterable[Record], left_out: Iterable[LeftOut], published: Mapping[str, str]
) -> Callable[[str], bool]:
    """Decides whether a reference names a work that was left out; `published` as in `record_references`."""
    outside = {piece.origin for piece in left_out}
    gone = record_references([record for record in records if record.origin in outside], published)
    return lambda reference: bool(gone.find(reference).targets)
