"""What a service is: the one interface of all adapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.identifiers import Identifier, Scheme
from generator.names import Name
from generator.records import Record
from generator.services.client import Caller


@dataclass(frozen=True, slots=True)
class Question:
    """What is known about a work without a known identifier, to look it up by."""

    title: str
    authors: tuple[Name, ...] = ()
    year: int | None = None


ByIdentifier = Callable[[Caller, Sequence[Identifier]], Mapping[Identifier, Record]]
ByTitle = Callable[[Caller, Question], Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Service:
    """One service.

    Attributes:
        name: as settings and `bib/fetched.bib` write it.
        label: as people read it.
        url: its address, without a final slash.
        schemes: the kinds of identifiers that it can be asked for.
        batch: how many identifiers one request may hold.
        pause: seconds between two requests that its terms ask for.
        wants_email: whether its terms ask for a contact address.
        by_identifier: records by the identifiers asked for; one that is not there is unknown to the service.
        by_title: candidates, best first.
    """

    name: str
    label: str
    url: str
    schemes: tuple[Scheme, ...]
    batch: int
    pause: float
    wants_email: bool = False
    by_identifier: ByIdentifier | None = None
    by_title: ByTitle | None = None
