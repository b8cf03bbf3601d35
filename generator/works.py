"""Works: one publication each, with the records that describe it and where every value came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from generator.identifiers import Identifier, year_of_arxiv
from generator.identifiers.preprint_servers import is_preprint_doi
from generator.language import marked
from generator.names import Name
from generator.records import PUBLISHED_KINDS, Kind, Origin, Record

State = Literal["published", "preprint", "venue unknown"]
STATES: tuple[State, ...] = get_args(State)
DECIDED = marked("decided")  # the rule for a person's correction, and how it begins when there is a reason


@dataclass(frozen=True, slots=True)
class Choice:
    """The value chosen for one field of a work.

    Attributes:
        value: what the work shows.
        origin: the record that it came from.
        rule: why this one, in words ("verified source", "published over preprint", "longest").
        original: the text before cleaning, where cleaning changed it, else None.
        others: differing values of other records, each with its origin.
    """

    value: Any
    origin: Origin
    rule: str = ""
    original: str | None = None
    others: tuple[tuple[Any, Origin], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two records were judged to be one work, or not.

    Attributes:
        left, right: the two records' origins, in `Origin.order`.
        probability: 0 to 1 that they describe one work.
        reasons: (what was compared, what was found, weight in log-odds), strongest first.
        same: the verdict, or None where a person should look.
        decided_by: "rule", "decision" (a person's, from `bib/decisions.yml`) or "source" (its column `cluster`).
    """

    left: Origin
    right: Origin
    probability: float
    reasons: tuple[tuple[str, str, float], ...] = ()
    same: bool | None = True
    decided_by: str = "rule"


@dataclass(frozen=True, slots=True)
class Work:
    """One publication. Text fields are clean (ready to be escaped), `choices` has originals and alternatives.

    Attributes:
        key: citation key, "" until the bibliography has given it.
        records: what the sources say of it, in `Origin.order`; at least one.
        enriched_by: records of enriching sources (they complete a work, they never make one).
        identifiers: all identifiers of all versions, `identifiers.unique` order.
        year: of the version that is cited (the published one where there is one).
        venue: where it appeared, as readers call it (`EMNLP`, the name of a journal).
        container: the full name of the proceedings, as an entry gives it, or "" where it is not known or no other.
        extra: (name, value) of the fields of `kept_fields.KEPT` that a source gives: edition, type, number of pages.
        protected: words of the title whose capitals a source protects, with the braces.
        status: `retracted`, `withdrawn`, `superseded` or `corrected`, or "" where nothing of the kind is known.
        aliases: former citation keys; their addresses lead here.
        choices: field name to the choice behind it.
        evidence: the pairs that joined the records.
    """

    title: str
    records: tuple[Record, ...]
    key: str = ""
    abstract: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    authors_truncated: bool = False
    year: int | None = None
    month: int | None = None
    kind: Kind = "misc"
    venue: str = ""
    container: str = ""
    series: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    address: str = ""
    school: str = ""
    language: str = ""
    url: str = ""
    primary_class: str = ""
    identifiers: tuple[Identifier, ...] = ()
    keywords: tuple[str, ...] = ()
    verified: bool | None = None
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    protected: tuple[str, ...] = ()
    status: str = ""
    enriched_by: tuple[Record, ...] = ()
    aliases: tuple[str, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    def identifier(self, scheme: str) -> str | None:
        """The preferred identifier of that scheme, or None."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), None)

    def kept(self, name: str) -> str:
        """The value of a field of `kept_fields.KEPT`, or ""."""
        return next((value for field, value in self.extra if field == name), "")

    @property
    def shown_title(self) -> str:
        """The title; until it is known, an identifier, or the name by which a source calls the work."""
        if self.title:
            return self.title
        if self.identifiers:
            return self.identifiers[0].shown
        return next((record.id for record in self.records if record.id), "Untitled")

    @property
    def first_year(self) -> int | None:
        """Year of the first appearance: of the arXiv submission where there is one, else `year`."""
        arxiv = self.identifier("arxiv")
        return year_of_arxiv(arxiv) if arxiv else self.year

    @property
    def cited_venue(self) -> str:
        """Where it appeared, as an entry gives it: the full name, if known."""
        return self.container or self.venue

    @property
    def is_thesis(self) -> bool:
        """Whether it was written for a degree."""
        return self.kind in ("phdthesis", "mastersthesis")

    @property
    def institution(self) -> str:
        """Where a thesis was written or a report was made: sources call it the school, others the publisher."""
        return self.school or self.publisher if self.is_thesis else self.publisher or self.school

    @property
    def published(self) -> bool:
        """Whether it has appeared in a venue, beyond a preprint server."""
        return self.kind in PUBLISHED_KINDS

    @property
    def state(self) -> State:
        """Whether it has appeared, as readers are told.

        A preprint is what a source says is one. A data set, a program, a patent or what no source gives a kind has
        appeared where it has a venue; without one, nobody can say.
        """
        if self.kind == "preprint":
            return "preprint"
        return "published" if self.published or self.venue else "venue unknown"

    @property
    def preprint(self) -> Identifier | None:
        """The identifier of the preprint of a work that has appeared in a venue since, or None."""
        if not self.published:
            return None
        arxiv = self.identifier("arxiv")
        servers = (one for one in self.identifiers if one.scheme == "doi" and is_preprint_doi(one.value))
        return Identifier("arxiv", arxiv) if arxiv else next(servers, None)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The earliest record's place: a stable order before keys exist."""
        return min(record.origin.order for record in self.records)
