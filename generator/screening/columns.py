"""Marks in a column that `survey.yml` names: `screening: {column: decision, include: [yes], exclude: [no]}`."""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.records import Record
from generator.screening.criteria import Criteria
from generator.screening.texts import column, folded, split_list
from generator.screening.values import Decision, Mark, RecordMarks, Stage

_OF_TAGS = frozenset(  # hold other words besides the decision
    {"keywords", "tags", "manual tags", "groups", "collections", "mendeley-groups", "mendeley-tags"}
)
_IN_A_PATH = re.compile(r"\s*(?:>|→|::|/)\s*")  # between a group and the one that it stands in


def read_marks(record: Record, criteria: Criteria) -> RecordMarks:
    """The mark in the named column; a word that `survey.yml` does not list is reported and decides nothing."""
    settings = criteria.settings
    values = column(record, settings.column) if settings.column else ()
    if not values:
        return RecordMarks()
    decisions = _decisions(values, criteria, in_tree=folded(settings.column) in _OF_TAGS)
    if not decisions:
        return RecordMarks((), (), _unknown(record, settings.column, values))
    problems: list[Problem] = []
    decision: Decision = "undecided"
    if len(decisions) == 1:
        (decision,) = decisions
    else:
        what = f"the column `{settings.column}` says more than one decision ({'; '.join(values)})"
        problems.append(Problem(what, record.origin.place, "leave one of them"))
    reasons = column(record, settings.reason) if settings.reason else ()
    if reasons and decision == "include":
        what = f"is included, but `{settings.reason}` gives a reason for exclusion ({'; '.join(reasons)})"
        problems.append(Problem(what, record.origin.place, "correct one of the two"))
    reviewer = "; ".join(column(record, settings.reviewer)) if settings.reviewer else ""
    stage: Stage = "full text" if settings.stage == "full text" else "title and abstract"
    excluded_for = reasons if decision == "exclude" else ()
    mark = Mark(decision, stage, record.origin, settings.column, reviewer, excluded_for)
    return RecordMarks((mark,), (), tuple(problems))


def _decisions(values: tuple[str, ...], criteria: Criteria, *, in_tree: bool) -> set[Decision]:
    """The decisions that the words of a cell stand for; a cell may hold a list (tags), or a phrase with a comma.

    A group or collection that stands in others (`in_tree`) is known by its own name as by its path.
    """
    words = {folded(word) for value in values for word in (value, *split_list(value))}
    if in_tree:
        words |= {_IN_A_PATH.split(word)[-1] for word in words}
    return {criteria.meanings[word] for word in words if word in criteria.meanings}


def _unknown(record: Record, name: str, values: tuple[str, ...]) -> tuple[Problem, ...]:
    if folded(name) in _OF_TAGS:
        return ()
    hint = "list the word under `include`, `exclude` or `maybe` of `screening` in bib/survey.yml"
    what = f"`{'; '.join(values)}` in the column `{name}` is not a known decision"
    return (Problem(what, record.origin.place, hint),)
