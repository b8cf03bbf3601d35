"""How far reviewers agree: Cohen's kappa (Cohen 1960, doi:10.1177/001316446002000104)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.screening.values import Verdict


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers, on the works that both decided.

    Attributes:
        works: how many both decided.
        agreed: on how many they said the same.
        kappa: agreement beyond chance, -1 to 1; None if only one answer was given, so that chance explains it all.
    """

    left: str
    right: str
    works: int
    agreed: int
    kappa: float | None


def agreements(verdicts: Sequence[Verdict]) -> tuple[Agreement, ...]:
    """Every pair of reviewers who decided a work in common, by name."""
    votes: dict[str, dict[int, str]] = {}
    for at, verdict in enumerate(verdicts):
        for mark in verdict.marks:
            if mark.reviewer and mark.decision != "undecided":
                votes.setdefault(mark.reviewer, {})[at] = mark.decision
    found = []
    for left, right in combinations(sorted(votes), 2):
        shared = sorted(votes[left].keys() & votes[right].keys())
        if shared:
            found.append(_agreement(left, right, votes, shared))
    return tuple(found)


def _agreement(left: str, right: str, votes: Mapping[str, Mapping[int, str]], shared: Sequence[int]) -> Agreement:
    count = len(shared)
    agreed = sum(votes[left][at] == votes[right][at] for at in shared)
    by_chance = 0.0
    for answer in ("include", "exclude"):
        shares = [sum(votes[name][at] == answer for at in shared) / count for name in (left, right)]
        by_chance += shares[0] * shares[1]
    kappa = None if by_chance >= 1 else round((agreed / count - by_chance) / (1 - by_chance), 3)
    return Agreement(left, right, count, agreed, kappa)
