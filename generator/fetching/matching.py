"""Whether what a service returned is the work that was asked about, by the same evidence as for duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from generator.dedupe import explain_pair
from generator.records import Record
from generator.works import Evidence

SURE = 0.832  # log-odds of 1.6; within this a pair of records is doubtful, too
EVEN = 0.5
Judgement = Literal["accepted", "question", "refused"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one candidate, and the reasons."""

    judgement: Judgement
    record: Record
    evidence: Evidence

    @property
    def reason(self) -> str:
        """The strongest reason for or against it, in words."""
        against = [reason for reason in self.evidence.reasons if reason[2] < 0]
        pick = against if self.judgement != "accepted" and against else self.evidence.reasons
        return f"{pick[0][0]}: {pick[0][1]}" if pick else "nothing to compare"


def by_identifier(work: Record, found: Record) -> Verdict:
    """The judgement on what an identifier of the work led to. If the titles disagree, the identifier is wrong."""
    evidence = explain_pair(work, found)
    if not work.title or not found.title:
        return Verdict("accepted", found, evidence)
    return Verdict(_judged(evidence.probability), found, evidence)


def by_title(work: Record, candidates: Sequence[Record]) -> list[Verdict]:
    """The judgements on what a title search returned. If two are acceptable but not one work, neither is accepted."""
    verdicts = [
        Verdict(_judged(evidence.probability), one, evidence)
        for one in candidates
        for evidence in [explain_pair(work, one)]
    ]
    if ambiguous(verdicts):
        return [replace(one, judgement="question") if one.judgement == "accepted" else one for one in verdicts]
    return verdicts


def ambiguous(verdicts: Sequence[Verdict]) -> bool:
    """Whether several candidates have enough evidence but are not one work."""
    likely = [verdict.record for verdict in verdicts if verdict.evidence.probability >= SURE]
    return any(explain_pair(one, other).probability < EVEN for one, other in combinations(likely, 2))


def _judged(probability: float) -> Judgement:
    if probability >= SURE:
        return "accepted"
    return "question" if probability > 1 - SURE else "refused"
