"""What a service is: the one interface of all adapters."""

from __future__ import annotations

import os
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


@dataclass(frozen=True, slots=True)
class Key:
    """A key of one's own that a service wants: where it stands in the environment, and how it is sent."""

    variable: str
    parameter: str = ""
    header: str = ""

    @property
    def value(self) -> str:
        """The key, or "" where none is set."""
        return os.environ.get(self.variable, "").strip()


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
        key: the key of one's own with which it answers more, or None; it is sent to the service's own address alone.
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
    key: Key | None = None
    by_identifier: ByIdentifier | None = None
    by_title: ByTitle | None = None
