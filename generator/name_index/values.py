"""The contents of the index of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.language import marked_in

LEAST = 3  # works from which on a name has a page
Role = Literal["introduces", "reports numbers", "builds on", "compares with", "uses", "names"]
ROLES: tuple[Role, ...] = ("introduces", "reports numbers", "builds on", "compares with", "uses", "names")
SHOWN = (marked_in("act", "introduces"), marked_in("act", "reports numbers"))  # besides those of `generator.lineage`


@dataclass(frozen=True, slots=True)
class Use:
    """What one work says about a name.

    Attributes:
        key: of the work.
        role: what the work does with what is named, as far as its words show.
        sentence: from its abstract, or its title; `sentence[start:end]` is the name.
        numbers: as they stand beside the name in that sentence; quoted, not comparable.
    """

    key: str
    role: Role
    sentence: str
    start: int
    end: int
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Something that several works name: a data set, a method, a gene, an instrument, a statute.

    Attributes:
        id: its address (`names/<id>/`).
        name: its short or only form, as most works spell it.
        long_form: what the short form stands for, or "".
        forms: every spelling in the works, including the two above.
        kind: what the works call it (`benchmark`, `gene`, `telescope`), or "" if they do not say.
        introduced_by: key of the work that introduced it, or "".
        uses: one for each work that names it, newest work first.
    """

    id: str
    name: str
    long_form: str
    forms: tuple[str, ...]
    kind: str
    introduced_by: str
    uses: tuple[Use, ...]

    @property
    def shown(self) -> str:
        """`retrieval-augmented generation (RAG)`, or the name alone."""
        return f"{self.long_form} ({self.name})" if self.long_form else self.name

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the works that name it."""
        return tuple(use.key for use in self.uses)
