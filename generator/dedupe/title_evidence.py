"""What the comparison of two titles gives: evidence with a weight, and what titles show whatever else agrees."""

from __future__ import annotations

from typing import Literal, NamedTuple

# What titles show by themselves: two works whatever else agrees; the same by one word, year or letter, so that a person
# should look if all else agrees; two works unless an identifier or the whole abstract agrees; one word apart, so that a
# person should look unless more than authors, venue and year agrees.
Says = Literal["", "word", "another", "opposite", "contradiction"]
CONTRADICTS: frozenset[Says] = frozenset(("opposite", "contradiction"))


class Comparison(NamedTuple):
    """What the comparison of two titles gave.

    Attributes:
        found: in words, as the report of evidence shows it.
        weight: of the evidence that they are one work, in log-odds.
        says: what they show whatever else agrees.
    """

    found: str
    weight: float
    says: Says = ""
