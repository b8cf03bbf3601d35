"""What a review team has said about a record, and what follows for the work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.config.screening_files import STAGES, Decision, Stage
from generator.errors import Problem
from generator.language import marked
from generator.records import Origin

__all__ = ["STAGES", "Decision", "Mark", "RecordMarks", "Stage", "Status", "Verdict"]

Status = Literal["included", "excluded", "not retrieved", "awaiting", "conflict", "unscreened"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One decision by one reviewer on one record.

    Attributes:
        decision: `undecided` where the reviewer has seen the record and left it open ("maybe").
        stage: the step of the review at which it was made.
        origin: the record that carries the mark.
        service: the program whose export it is (`Rayyan`), or the column that `survey.yml` names.
        reviewer: the name that the export gives, or "" where it gives the team's decision.
        reasons: why a record was excluded, in the reviewer's words.
        at: when, as the export says (ISO 8601, or seconds since 1970), or "".
    """

    decision: Decision
    stage: Stage
    origin: Origin
    service: str
    reviewer: str = ""
    reasons: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class RecordMarks:
    """What one reader of marks found on a record: the marks, the reviewers' labels, and problems."""

    marks: tuple[Mark, ...] = ()
    labels: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a work in the review.

    Attributes:
        status: `unscreened` where no record of it carries a mark.
        stage: the latest step that it reached.
        reasons: why it was excluded, each once, in alphabetical order.
        decided_by: `marks` of an export, a `decision` in `bib/decisions.yml`, or a `rule` of `survey.yml`.
        marks: all marks of its records, in `Origin.order`.
        labels: what reviewers labelled it with, each once.
    """

    status: Status
    stage: Stage = "title and abstract"
    reasons: tuple[str, ...] = ()
    decided_by: Literal["marks", "decision", "rule"] = "marks"
    marks: tuple[Mark, ...] = field(default=())
    labels: tuple[str, ...] = ()

    @property
    def leaves(self) -> bool:
        """Whether the work is not part of the survey."""
        return self.status in ("excluded", "not retrieved")

    @property
    def is_open(self) -> bool:
        """Whether a person still has to decide."""
        return self.status in ("awaiting", "conflict", "unscreened")

    @property
    def label(self) -> str:
        """The status as a page says it."""
        return _LABELS.get(self.status, self.status.capitalize())


_LABELS: Mapping[str, str] = {
    "awaiting": marked("Awaiting a decision"),
    "conflict": marked("Reviewers disagree"),
    "unscreened": marked("Not screened yet"),
    "included": marked("Included"),
    "excluded": marked("Excluded"),
    "not retrieved": marked("Not retrieved"),
}
