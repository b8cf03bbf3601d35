"""The pairs of works that link two themes: related by content, or one names what the other introduced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.lineage import BACK, NEAR, Reason
from generator.survey import Survey


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """A work of one theme and a linked one of another, or of the same.

    Attributes:
        one, other: their keys.
        reason: what the link is, seen from `one`.
        words: what connects the two.
        score: how near they are in content (0 to 1).
    """

    one: str
    other: str
    reason: Reason
    words: tuple[str, ...] = ()
    score: float = 0.0


def linked_keys(survey: Survey) -> Iterable[tuple[str, str]]:
    """The keys of the works of every linked pair, each pair once, the smaller key first, in order."""
    pairs = {(key, related.key) for key, found in survey.near.items() for related in found}
    pairs |= {(key, mention.key) for key, found in survey.mentions.items() for mention in found}
    return sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


def keys_between(survey: Survey) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The keys of linked works by their primary themes, in both orders of the themes."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for left, right in linked_keys(survey):
        one, other = (survey.primary.get(key) for key in (left, right))
        if one and other:
            found.setdefault((one, other), []).append((left, right))
            if one != other:
                found.setdefault((other, one), []).append((right, left))
    return found


def described_pairs(survey: Survey, keys: Iterable[tuple[str, str]]) -> list[LinkedPair]:
    """What each of these links is: first those of which more than nearness is known, then the nearest."""
    pairs = [_pair(survey, one, other) for one, other in keys]
    return sorted(pairs, key=lambda pair: (pair.reason.what == NEAR, -pair.score, pair.one, pair.other))


def _pair(survey: Survey, one: str, other: str) -> LinkedPair:
    forth = next((link for link in survey.related.get(one, ()) if link.key == other), None)
    back = next((link for link in survey.related.get(other, ()) if link.key == one), None)
    link = forth or back
    return LinkedPair(one, other, _reason(survey, one, other), link.words if link else (), link.score if link else 0.0)


def _reason(survey: Survey, one: str, other: str) -> Reason:
    """What the link is as seen from `one`; where it is only known from the other side, turned round."""
    reason = survey.lineage.reasons.get((one, other))
    if reason:
        return reason
    for follow in survey.lineage.follows.get(one, ()):
        if follow.other == other:
            return Reason(follow.act, follow.name)
    for follow in survey.lineage.follows.get(other, ()):
        if follow.other == one:
            return Reason(BACK[follow.act])
    named = (mention.name for mention in survey.mentions.get(one, ()) if mention.key == other)
    name = next(named, "")
    return Reason("names", name) if name else Reason(NEAR)
