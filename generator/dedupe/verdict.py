"""The verdict on a pair: its total evidence in log-odds, and the reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from generator.dedupe.venues import VenueNames
from generator.identifiers.schemes import ABOUT

CONTRADICTION = -1.5  # a total of this or less is a contradiction if reasons speak against the pair
ASKED = -0.5  # log-odds of a pair never joined unasked: apart, but close enough to even that a person is asked
UNSURE = 1.6  # log-odds (about 1 to 5) on either side of even: a person should look
# What is printed on a work and cannot be a cataloguer's slip.
CERTAIN = frozenset(about.noun for about in ABOUT.values()) | frozenset(
    ("review number", "venue", "pages", "volume", "number", "supplement", "kind", "issue")
)
REASONED = 1.0  # a contradiction needs this much more against a pair than its total shows
UNLIKE = -2.0  # certain evidence needed against a pair if both match a third record
Reason = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole set of records teaches about its parts.

    Attributes:
        venues: which venue names mean the same venue.
        columns: compact titles that recur over the years: names of columns.
        crowded: those of them that so many authors use that some of these have similar names.
        words: words of titles that also stand in another title or in the abstract: no slips.
    """

    venues: VenueNames = field(default_factory=lambda: VenueNames({}, {}))
    columns: frozenset[str] = frozenset()
    crowded: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The evidence for one pair.

    Attributes:
        weight: the total in log-odds.
        reasons: (aspect, what was found, log-odds), in the order of comparison.
        certain: the evidence of identifiers, venue and pages against the pair, in log-odds.
        title: what the titles show; `another_title`: whether they name two works (parts, years, replies, opposites).
        one_word: whether the titles differ by one word and no identifier, abstract or place decides.
        asked: whether authors, venue and year agree too, so that a person is always asked.
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
        """The verdict on two records of one source, where duplicates are rarer by so much, in log-odds."""
        reason = "source", "one source, which seldom lists a work twice", odds
        if not odds:
            return self
        weight, certain = round(self.weight + odds, 4), round(self.certain + odds, 4)
        return replace(self, weight=weight, certain=certain, reasons=(*self.reasons, reason))

    def contradicts(self, doubt: float = CONTRADICTION) -> bool:
        """Whether the two cannot be in one work: the total is against it, and for a reason.

        A pair with hardly anything to compare is unlikely too, but contradicts nothing.
        """
        against = sum(weight for *_, weight in self.reasons if weight < 0)
        return self.weight <= doubt and against <= min(doubt - REASONED, -REASONED)

    @property
    def certainly_apart(self) -> bool:
        """Whether the two cannot be slips of one record that both match, because something certain speaks against
        it.
        """
        return self.weight < 0 and (self.certain <= UNLIKE or self.another_title)

    @property
    def equal_titles(self) -> bool:
        """Whether the titles are equal apart from spelling or the rest of a citation."""
        return self.title.startswith("equal")


def probability(weight: float) -> float:
    """Log-odds as a probability, rounded to be the same on every machine."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, weight)))), 6)
