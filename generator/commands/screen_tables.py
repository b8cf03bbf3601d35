"""Tables for screening in another program, and the way back: Rayyan, ASReview, or a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.commands.screen_session import reference_of
from generator.config.screening_files import TeamMark
from generator.config.setting_groups import ScreeningSettings
from generator.config.settings import Settings
from generator.errors import at_fault
from generator.records import Record
from generator.references import record_references
from generator.screening.criteria import criteria_of
from generator.screening.registry import marks_of
from generator.sources.reading import read_file
from generator.text.compare import words
from generator.works import Work

FORMS = ("csv", "rayyan", "asreview")
_OWN_DECISIONS = ScreeningSettings(
    column="decision",
    include=("include", "included", "yes"),
    exclude=("exclude", "excluded", "no"),
    maybe=("undecided", "maybe"),
    reason="reason",
    reviewer="reviewer",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts with one of these


def table(form: str, works: Sequence[Work]) -> str:
    """The works as a CSV table in the columns that the program reads; for `csv`, with columns to fill in first."""
    columns: dict[str, dict[str, Callable[[Work], str]]] = {
        "csv": {"decision": _nothing, "reason": _nothing, "reviewer": _nothing, **_columns(authors="; ")},
        "rayyan": {"key": reference_of, **_columns(authors=" and "), "journal": lambda work: work.venue},
        "asreview": {"included": _nothing, **_columns(authors="; ")},
    }
    chosen = columns[form]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(chosen)
    for work in works:
        cells = [cell(work) for cell in chosen.values()]
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return "\ufeff" + out.getvalue()


def read_table(file: Path, works: Sequence[Work], reviewer: str) -> list[TeamMark]:
    """The decisions in a table of `screen --export` or an export of Rayyan, ASReview or Covidence.

    A row belongs to the work with its `ref`, else with its identifiers, else with its title and year. Raises InputError
    for a file without a decision, and for rows that name no work.
    """
    reading = read_file(file, file.name, Settings())
    if not reading.records:  # a table with little more than decisions
        reading = read_file(file, file.name, Settings(fields={file.name: {"title": "title"}}))
    known = _Works(works)
    criteria, services = criteria_of(_OWN_DECISIONS), criteria_of(ScreeningSettings())
    marks: list[TeamMark] = []
    lost: list[int] = []
    for record in reading.records:
        found = marks_of(record, criteria).marks or marks_of(record, services).marks
        work = known.of(record)
        if found and work is None:
            lost.append(record.origin.line or 0)
        elif work is not None:
            for mark in found:
                reason = "; ".join(mark.reasons)
                who = mark.reviewer or reviewer
                marks.append(TeamMark(reference_of(work), mark.decision, mark.stage, who, reason, mark.at, work.title))
    if lost:
        raise at_fault(f"{len(lost)} decided rows name no work of the survey, the first on line {lost[0]}", str(file))
    if not marks:
        raise at_fault("holds no decision", str(file), hint="fill in the column `decision`: include or exclude")
    return marks


def _columns(authors: str) -> dict[str, Callable[[Work], str]]:
    return {
        "ref": reference_of,
        "title": lambda work: work.title,
        "abstract": lambda work: work.abstract,
        "authors": lambda work: authors.join(name.as_last_first for name in work.authors),
        "year": lambda work: str(work.year or ""),
        "venue": lambda work: work.venue,
        "doi": lambda work: work.identifier("doi") or "",
        "url": lambda work: work.url,
        "keywords": lambda work: "; ".join(work.keywords),
    }


def _nothing(work: Work) -> str:
    return ""


class _Works:
    """Finds the work of a row: by its reference, its identifiers, or its title and (if it has one) its year."""

    def __init__(self, works: Sequence[Work]) -> None:
        records = [record for work in works for record in (*work.records, *work.enriched_by)]
        self._work = [work for work in works for _ in (*work.records, *work.enriched_by)]
        self._references = record_references(records, {})
        self._by_title: dict[str, list[Work]] = {}
        for work in works:
            self._by_title.setdefault(_folded(work.title), []).append(work)

    def of(self, record: Record) -> Work | None:
        stated = [value for name, value in record.extra if name.casefold() == "ref"]
        for reference in (*stated, *(identifier.reference for identifier in record.identifiers)):
            named = {id(self._work[at]): self._work[at] for at in self._references.find(reference).targets}
            if len(named) == 1:
                return next(iter(named.values()))
        titled = self._by_title.get(_folded(record.title), []) if record.title else []
        alike = [work for work in titled if record.year in (None, work.year)]
        return alike[0] if len(alike) == 1 else None


def _folded(title: str) -> str:
    return " ".join(words(title))
