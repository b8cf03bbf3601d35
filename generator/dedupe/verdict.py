"""The verdict on a pair: the total of its evidence in log-odds, and the reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from generator.dedupe.venues import VenueNames

CONTRADICTION = -1.5  # a total of this and below is a contradiction, where reasons speak against the pair
Reason = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole set of records teaches about its parts.

    Attributes:
        venues: which venue names stand for one venue.
        columns: compact titles that recur over the years: names of columns.
    """

    venues: VenueNames = field(default_factory=lambda: VenueNames({}, {}))
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The evidence of one pair: the total in log-odds and its reasons, in the order of comparison."""

    weight: float
    reasons: tuple[Reason, ...]

    @property
    def probability(self) -> float:
        """The total as a probability."""
        return probability(self.weight)

    def within(self, odds: float) -> Verdict:
        """The verdict on two records of one source whose records are one work so much less often, in log-odds."""
        reason = "source", "one source, which seldom lists a work twice", odds
        return Verdict(round(self.weight + odds, 4), (*self.reasons, reason)) if odds else self

    def contradicts(self, doubt: float = CONTRADICTION) -> bool:
        """Whether the two cannot be in one work: the total is against it because something speaks against it.

        A pair with next to nothing to compare is unlikely too, but contradicts nothing.
        """
        return self.weight <= doubt and sum(weight for *_, weight in self.reasons if weight < 0) <= min(
            doubt - 1.0, -1.0
        )


def probability(weight: float) -> float:
    """Log-odds as a probability, rounded so that it is the same on every machine."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, weight)))), 6)
