"""What is known about the kinds of works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Source = Literal["title", "abstract", "record", "decision"]


@dataclass(frozen=True, slots=True)
class WorkKind:
    """The kind of a work, and what shows it.

    Attributes:
        name: one of `config.decisions.KINDS`.
        evidence: the words that show it, as written; for a decision its reason, which may be "".
        source: where these words stand; `record` if the source gives the type of publication.
        score: the weight of the evidence, and `second` that for the next best kind; 0 if nothing was weighed.
    """

    name: str
    evidence: str
    source: Source
    score: float = 0.0
    second: float = 0.0

    @property
    def label(self) -> str:
        """The name as pages show it."""
        return self.name[0].upper() + self.name[1:]
