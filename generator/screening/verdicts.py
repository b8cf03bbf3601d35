"""From the marks of a work's records to one verdict, by stated rules:

1. The latest stage at which anybody marked the work counts: full text before retrieval before title and abstract.
2. At that stage each reviewer has one vote: the last mark by its time, or all of them where no time is given.
3. All include: included. All exclude: excluded, with the reasons of all. Include against exclude: a conflict, which
   people have to settle. Anything else (a "maybe", alone or beside a vote) is awaiting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.screening.values import STAGES, Mark, Status, Verdict


def verdict_of(marks: Iterable[Mark], labels: Sequence[str] = ()) -> Verdict:
    """The verdict on a work whose records carry `marks`."""
    ordered = tuple(sorted(marks, key=lambda mark: (mark.origin.order, mark.reviewer, mark.at)))
    labelled = tuple(sorted(set(labels), key=lambda label: (label.casefold(), label)))
    if not ordered:
        return Verdict("unscreened", labels=labelled)
    stage = max((mark.stage for mark in ordered), key=STAGES.index)
    votes = _votes([mark for mark in ordered if mark.stage == stage])
    reasons = {reason for mark in votes for reason in mark.reasons if mark.decision == "exclude"}
    status = _status({mark.decision for mark in votes})
    if status == "excluded" and stage == "retrieval":
        status = "not retrieved"
    ordered_reasons = tuple(sorted(reasons, key=lambda reason: (reason.casefold(), reason)))
    return Verdict(status, stage, ordered_reasons, "marks", ordered, labelled)


def _votes(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that count: of each reviewer the last one, where the export says when each was made."""
    by_reviewer: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_reviewer[mark.reviewer].append(mark)
    votes: list[Mark] = []
    for reviewer, given in by_reviewer.items():
        if reviewer and all(mark.at for mark in given):
            last = max(_moment(mark.at) for mark in given)
            votes.extend(mark for mark in given if _moment(mark.at) == last)
        else:
            votes.extend(given)
    return votes


def _moment(at: str) -> tuple[float, str]:
    """A time for comparison: seconds where it is a number, else ISO 8601 text, which sorts as it is."""
    try:
        return float(at), ""
    except ValueError:
        return 0.0, at


def _status(decisions: set[str]) -> Status:
    if {"include", "exclude"} <= decisions:
        return "conflict"
    if decisions == {"include"}:
        return "included"
    if decisions == {"exclude"}:
        return "excluded"
    return "awaiting"
