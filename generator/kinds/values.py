"""What the kinds wing says of works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Source = Literal["title", "abstract", "record", "decision"]


@dataclass(frozen=True, slots=True)
class WorkKind:
    """The kind of a work and what tells it.

    Attributes:
        name: one of `config.decisions.KINDS`.
        evidence: the words that tell it, as they are written; of a decision its reason, which may be "".
        source: where these words stand; `record` where the source says the type of publication.
        score: how much spoke for it, and `second` for the next best kind; 0 where nothing was weighed.
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
