"""The readers of marks: one file each. A new service is one new file and one line here."""

from __future__ import annotations

from generator.records import Record
from generator.screening import asreview, columns, covidence, eppi_reviewer, rayyan, status_columns
from generator.screening.criteria import Criteria
from generator.screening.values import RecordMarks

SERVICES = (rayyan, covidence, asreview, eppi_reviewer, status_columns)


def marks_of(record: Record, criteria: Criteria) -> RecordMarks:
    """All marks on a record: of the column that the settings name, else of the services that are recognised."""
    named = columns.read_marks(record, criteria)
    if named.marks or named.problems:
        return named
    found = [service.read_marks(record) for service in SERVICES]
    return RecordMarks(
        tuple(mark for one in found for mark in one.marks),
        tuple(label for one in found for label in one.labels),
        tuple(problem for one in found for problem in one.problems),
    )
