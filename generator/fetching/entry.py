"""One work as services describe it, each value with the service and the day it comes from."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from generator.identifiers import Identifier
from generator.records import Kind, Origin, Record

Source = tuple[str, str]  # service and ISO day
# What an entry can hold besides its identifiers, in this order; the names are those of a record.
FACTS = (
    "title", "authors", "editors", "kind", "venue", "series", "volume", "number", "pages", "publisher", "address",
    "school", "year", "month",
    "language", "primary_class", "url", "abstract", "status",
)  # fmt: skip
# What else a service says, under the names that adapters use.
EXTRAS = (
    "published as", "license", "code", "citations", "references", "issn", "short venue", "openalex", "semantic scholar",
    "dblp", "comment",
)  # fmt: skip
JOINT = "+"  # between the services that gave a value
_KEY = "/:._+-"  # what a BibTeX key may contain besides letters and digits
_KEY_SCHEMES = ("arxiv", "doi", "pmid", "acl", "openreview", "pmcid", "isbn")


@dataclass(frozen=True, slots=True)
class Fetched:
    """One entry of `bib/fetched.bib`.

    Attributes:
        key: of the entry; it stays as it was first given.
        facts: value by name of FACTS and EXTRAS.
        identifiers: of the work.
        sources: by the same names and `identifiers`: the origin of each value.
    """

    key: str
    facts: Mapping[str, Any]
    identifiers: tuple[Identifier, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The day of the latest answer, or ""."""
        return max((day for _, day in self.sources.values()), default="")

    @property
    def record(self) -> Record:
        """The entry as a record, to compare it with others."""
        known = {name: value for name, value in self.facts.items() if name in FACTS}
        return Record(Origin("fetched.bib", key=self.key), identifiers=self.identifiers, **known)

    @property
    def kind(self) -> Kind:
        """The type of publication."""
        kind: Kind = self.facts.get("kind") or "misc"
        return kind


def key_for(identifiers: tuple[Identifier, ...], otherwise: str) -> str:
    """The key for a new entry: the identifier by which people know the work, or `otherwise` if it has none."""
    known = {one.scheme: one.value for one in reversed(identifiers)}
    scheme = next((scheme for scheme in _KEY_SCHEMES if scheme in known), None)
    text = f"{scheme}:{known[scheme]}" if scheme else otherwise
    return re.sub(r"%", "-", quote(text, safe=_KEY))


def merged(old: Fetched | None, new: Fetched, silent: Collection[str] = ()) -> Fetched:
    """The entry after a further fetch: new values replace old ones; what no service gave this time stays.

    A value from a service that failed this time (`silent`) is not replaced by one from a service that ranks lower.
    """
    if old is None:
        return new
    kept = {name for name, (services, _) in old.sources.items() if not set(services.split(JOINT)).isdisjoint(silent)}
    identifiers = tuple(dict.fromkeys([*new.identifiers, *old.identifiers]))
    facts = {**old.facts, **{name: value for name, value in new.facts.items() if name not in kept}}
    sources = {**old.sources, **{name: source for name, source in new.sources.items() if name not in kept}}
    return Fetched(old.key, facts, identifiers, sources)
