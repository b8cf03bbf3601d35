"""One entry from what several services say about a work: the cited version first, each value with service and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.citations import REFERENCES, joined_references
from generator.fetching.entry import EXTRAS, FACTS, JOINT, Fetched, Source, key_for
from generator.identifiers import Identifier
from generator.identifiers.preprint_servers import is_preprint_doi
from generator.records import OF_THE_VERSION, Record
from generator.status import gravest
from generator.text.lost_words import damage

_OF_THE_VERSION = ("kind", *OF_THE_VERSION, "year", "month")
_SHORTER = 0.6  # share of an abstract's words below which another is only part of it


@dataclass(frozen=True, slots=True)
class Statement:
    """What one service said about a work, and on which day."""

    service: str
    day: str
    record: Record

    @property
    def source(self) -> Source:
        """The origin of its values."""
        return self.service, self.day

    @property
    def published(self) -> bool:
        """Whether it describes a version that has appeared in a venue."""
        return bool(self.record.venue) and self.record.kind not in ("preprint", None)


def combined(work: Record, statements: Sequence[Statement], otherwise: str) -> Fetched | None:
    """The entry that the answers, in order of preference, make together; None if they say nothing.

    `work` is what the survey knows: authors and abstracts that would be less complete are left out.
    """
    if not statements:
        return None
    cited = next((one for one in statements if one.published), statements[0])
    ordered = [cited, *(one for one in statements if one is not cited)]
    facts: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    for name in FACTS:
        chosen = _chosen(name, work, cited, ordered)
        if chosen:
            facts[name], sources[name] = getattr(chosen.record, name), chosen.source
    status = gravest([one.record.status for one in statements])
    if status:
        facts["status"] = status
        sources["status"] = next(one.source for one in statements if one.record.status == status)
    cited_by_any = [
        (one, references) for one in statements for references in [dict(one.record.extra).get(REFERENCES)] if references
    ]
    if cited_by_any:
        facts[REFERENCES] = joined_references(each for _, text in cited_by_any for each in text.split())
        names = JOINT.join(dict.fromkeys(one.service for one, _ in cited_by_any))
        sources[REFERENCES] = names, max(one.day for one, _ in cited_by_any)
    for name in EXTRAS:
        for one in statements:
            value = dict(one.record.extra).get(name)
            if value and name not in facts:
                facts[name], sources[name] = value, one.source
    identifiers = _identifiers(ordered)
    if identifiers:  # which point to the work themselves
        facts.pop("url", None)
        sources.pop("url", None)
    if identifiers:
        sources["identifiers"] = cited.source
    return Fetched(key_for(identifiers or work.identifiers, otherwise), facts, identifiers, sources)


def changes(before: Fetched | None, after: Fetched) -> Mapping[str, tuple[Any, Any]]:
    """(old, new) of every fact that a fetch changes."""
    known = before.facts if before else {}
    found = {name: (known.get(name), value) for name, value in after.facts.items() if known.get(name) != value}
    old = before.identifiers if before else ()
    if set(after.identifiers) - set(old):
        found["identifiers"] = (old, after.identifiers)
    return found


def _chosen(name: str, work: Record, cited: Statement, ordered: Sequence[Statement]) -> Statement | None:
    having = [one for one in ordered if getattr(one.record, name)]
    if name in _OF_THE_VERSION:
        having = [one for one in having if one is cited or _one_version(one.record, cited.record)]
    elif name == "authors":
        having = sorted(
            (one for one in having if not _fewer(one.record, work)), key=lambda one: one.record.authors_truncated
        )
    elif name == "abstract":
        having = sorted(
            (one for one in having if not _part_of(one.record.abstract, work.abstract)),
            key=lambda one: bool(damage(one.record.abstract)),
        )
    return having[0] if having else None


def _one_version(one: Record, cited: Record) -> bool:
    """Whether two answers describe one version: by its DOI, or by year and kind."""
    ours, theirs = one.identifier("doi"), cited.identifier("doi")
    if ours and theirs:
        return ours == theirs
    return one.year == cited.year and one.kind == cited.kind


def _fewer(one: Record, work: Record) -> bool:
    """Whether a list of authors is shorter than the known one."""
    return len(one.authors) < len(work.authors) and not work.authors_truncated


def _part_of(abstract: str, known: str) -> bool:
    """Whether an abstract is only part of the known one, which is complete."""
    return len(abstract.split()) < _SHORTER * len(known.split()) and not damage(known)


def _identifiers(ordered: Sequence[Statement]) -> tuple[Identifier, ...]:
    """The identifiers of the work, those of the cited version first; a preprint server's DOI after a publisher's."""
    found = dict.fromkeys(Identifier(i.scheme, i.value) for one in ordered for i in one.record.identifiers)
    return tuple(sorted(found, key=lambda one: is_preprint_doi(one.value)))
