"""Marks of EPPI-Reviewer: the codes Include and Exclude of its screening tools, as the reader of its JSON keeps them.

`EPPI-Reviewer exclude` holds `Screen on Full Text: EXCLUDE on outcome`: the tool or the code names the stage, and the
code is the reason. Where no code decides, `ItemStatus` does: `E` was excluded from the review, `D` deleted, `S` a
duplicate there. A report of codes as a table has it as `I/E/D/S flag`.
"""

from __future__ import annotations

import re

from generator.records import Record
from generator.screening.texts import folded
from generator.screening.values import Decision, Mark, RecordMarks, Stage

NAME = "EPPI-Reviewer"

_DECISIONS: dict[str, Decision] = {"eppi-reviewer include": "include", "eppi-reviewer exclude": "exclude"}
_STATUS = frozenset(("eppi-reviewer status", "i/e/d/s flag", "i/e/d/s"))
_STATUSES = {"E": (), "D": ("deleted in EPPI-Reviewer",), "S": ("a duplicate in EPPI-Reviewer",)}
_OPEN = re.compile(r"second opinion|\bunsure\b|\bunclear\b|\bmaybe\b", re.IGNORECASE)
_FULL_TEXT = re.compile(r"\bfull[\s_-]*(?:text|report|paper)|\bFT\b", re.IGNORECASE)
_FIRST = re.compile(r"\babstract|\bT\s*(?:&|and|/)\s*A\b|\bTIAB\b", re.IGNORECASE)
_RETRIEVAL = re.compile(r"\b(?:not|un)[\s_-]*(?:retriev|obtain|availab)\w*|\bretrieval\b", re.IGNORECASE)
_PREFIX = re.compile(r"^\W*exclude[ds]?\b\W*(?:(?:on|for|because(?: of)?|due to)\b\W*)?", re.IGNORECASE)


def read_marks(record: Record) -> RecordMarks:
    """The marks that the codes of a record are."""
    marks: list[Mark] = []
    status = ""
    for name, value in record.extra:
        decision = _DECISIONS.get(folded(name))
        if decision:
            marks.append(_mark(record, decision, value))
        elif folded(name) in _STATUS:
            status = value.strip().upper()
    if not marks and status in _STATUSES:
        marks.append(Mark("exclude", "title and abstract", record.origin, NAME, "", _STATUSES[status]))
    return RecordMarks(tuple(marks))


def _mark(record: Record, decision: Decision, value: str) -> Mark:
    tool, _, code = value.partition(": ")
    if _OPEN.search(code):
        decision = "undecided"
    reasons = (_PREFIX.sub("", code) or code,) if decision == "exclude" else ()
    return Mark(decision, _stage(code, _stage(tool, "title and abstract")), record.origin, NAME, "", reasons)


def _stage(text: str, otherwise: Stage) -> Stage:
    """The stage that a name says, the more particular first."""
    if _RETRIEVAL.search(text):
        return "retrieval"
    if _FULL_TEXT.search(text):
        return "full text"
    return "title and abstract" if _FIRST.search(text) else otherwise
