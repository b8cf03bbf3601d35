"""The verdict on a pair: the total of its evidence in log-odds, and the reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from generator.dedupe.venues import VenueNames
from generator.schemes import ABOUT

CONTRADICTION = -1.5  # a total of this and below is a contradiction, where reasons speak against the pair
ASKED = -0.5  # log-odds of a pair that is never joined unasked: apart, and near enough to even that a person is asked
# What is printed on a work and no slip of a cataloguer's wording.
CERTAIN = frozenset(about.noun for about in ABOUT.values()) | frozenset(
    ("review number", "venue", "pages", "volume", "number", "supplement", "kind", "issue")
)
REASONED = 1.0  # so much more must speak against a pair than its total shows, for a contradiction
UNLIKE = -2.0  # what is certain speaks so much against a pair of which both match a third record
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
    """The evidence of one pair.

    Attributes:
        weight: the total in log-odds.
        reasons: (aspect, what was found, log-odds), in the order of comparison.
        certain: what identifiers, venue and pages say against the pair, in log-odds.
        title: what the titles say; `another_title` whether they name two works (parts, years, replies, opposites).
        one_word: whether the titles differ by one word and no identifier, abstract or place says more.
        asked: whether authors, venue and year agree besides, so that a person is asked in any case.
    """

    weight: float
    reasons: tuple[Reason, ...]
    certain: float = 0.0
    title: str = ""
    another_title: bool = False
    one_word: bool = False
    asked: bool = False

    @property
    def probability(self) -> float:
        """The total as a probability."""
        return probability(self.weight)

    def within(self, odds: float) -> Verdict:
        """The verdict on two records of one source whose records are one work so much less often, in log-odds."""
        reason = "source", "one source, which seldom lists a work twice", odds
        if not odds:
            return self
        weight, certain = round(self.weight + odds, 4), round(self.certain + odds, 4)
        return replace(self, weight=weight, certain=certain, reasons=(*self.reasons, reason))

    def contradicts(self, doubt: float = CONTRADICTION) -> bool:
        """Whether the two cannot be in one work: the total is against it because something speaks against it.

        A pair with next to nothing to compare is unlikely too, but contradicts nothing.
        """
        against = sum(weight for *_, weight in self.reasons if weight < 0)
        return self.weight <= doubt and against <= min(doubt - REASONED, -REASONED)

    @property
    def certainly_apart(self) -> bool:
        """Whether the two cannot be slips of one record that both match: something certain speaks against them."""
        return self.weight < 0 and (self.certain <= UNLIKE or self.another_title)

    @property
    def equal_titles(self) -> bool:
        """Whether the titles are equal but for spelling or the rest of a citation."""
        return self.title.startswith("equal")


def probability(weight: float) -> float:
    """Log-odds as a probability, rounded so that it is the same on every machine."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, weight)))), 6)
