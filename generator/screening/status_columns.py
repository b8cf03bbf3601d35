"""Marks of programs that write a column of statuses for each stage: Colandr, revtools, SyRF and Sysrev.

Colandr: `citation_screening_status` and `fulltext_screening_status`, each with its reasons. revtools: `screened_titles`
and `screened_abstracts`. Sysrev: `Include`, a row for each reviewer of an article. SyRF: `ScreeningStatus`, what its
reviewers' decisions come to (https://help.syrf.org.uk/data-export/data-dictionary/screening-wide.html).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Problem
from generator.records import Record
from generator.screening.texts import folded, split_list
from generator.screening.values import Decision, Mark, RecordMarks, Stage

NAME = "columns of statuses"
_WORDS: dict[str, Decision | None] = {
    "included": "include", "selected": "include", "true": "include",
    "excluded": "exclude", "false": "exclude",
    "conflict": "undecided", "unknown": "undecided",
    "": None, "na": None, "not_screened": None, "pending": None, "screened_once": None, "screened_twice": None,
    "awaiting_coscreener": None, "insufficientlyscreened": None,
}  # fmt: skip


_ID = "studyid"  # of SyRF, which is read as the record’s id


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of statuses: whose, with which stage, with which others, and the columns of reasons and reviewers."""

    service: str
    name: str
    stage: Stage
    needs: frozenset[str] = frozenset()
    reasons: str = ""
    reviewer: str = ""


_COLUMNS = (
    _Column("Colandr", "citation_screening_status", "title and abstract", reasons="citation_exclude_reasons"),
    _Column("Colandr", "fulltext_screening_status", "full text", reasons="fulltext_exclude_reasons"),
    _Column("revtools", "screened_titles", "title and abstract"),
    _Column("revtools", "screened_abstracts", "title and abstract"),
    _Column("SyRF", "screeningstatus", "title and abstract", frozenset({_ID})),
    _Column("Sysrev", "include", "title and abstract", frozenset({"user name", "resolve?"}), reviewer="user name"),
)
_TAGS = "study_tags"  # of Colandr


def read_marks(record: Record) -> RecordMarks:
    """The marks in a record's columns of statuses; of two of revtools' the later one counts."""
    columns = {folded(name): value.strip() for name, value in record.extra}
    marks: dict[tuple[str, Stage], Mark] = {}
    problems: list[Problem] = []
    names = columns.keys() | ({_ID} if record.id else set())
    for column in _COLUMNS:
        if column.name not in columns or not column.needs <= names:
            continue
        word = folded(columns[column.name])
        if word not in _WORDS:
            what = (
                f"`{columns[column.name]}` in `{column.name}` is not a status of {column.service}, and is passed over"
            )
            problems.append(Problem(what, record.origin.place))
            continue
        if decision := _WORDS[word]:
            marks[column.service, column.stage] = _mark(record, columns, column, decision)
    labels = split_list(columns.get(_TAGS, "")) if any(service == "Colandr" for service, _ in marks) else ()
    return RecordMarks(tuple(marks.values()), labels, tuple(problems))


def _mark(record: Record, columns: Mapping[str, str], column: _Column, decision: Decision) -> Mark:
    reasons = split_list(columns.get(column.reasons, "")) if decision == "exclude" and column.reasons else ()
    return Mark(decision, column.stage, record.origin, column.service, columns.get(column.reviewer, ""), reasons)
