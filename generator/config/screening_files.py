"""`bib/screening/<reviewer>.csv`: what each reviewer decided with `screen`, one row a work.

ref,decision,stage,reason,at,title
doi:10.1000/1,exclude,title and abstract,wrong population,2026-03-01T10:00:00Z,Stretching for office clerks
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from generator.errors import Place, Problem, at_fault
from generator.project.box import files_below, folder_problems, read_text
from generator.project.paths import SCREENING
from generator.project.unmerged import check_merged

Decision = Literal["include", "exclude", "undecided"]
Stage = Literal["title and abstract", "retrieval", "full text"]

COLUMNS = ("ref", "decision", "stage", "reason", "at", "title")
DECISIONS: tuple[Decision, ...] = ("include", "exclude", "undecided")
STAGES: tuple[Stage, ...] = ("title and abstract", "retrieval", "full text")


@dataclass(frozen=True, slots=True)
class TeamMark:
    """One row of a reviewer's file.

    Attributes:
        ref: the work, by identifier or by source file and line: a reference that needs no keys.
        reviewer: as the file is named.
        at: when, in ISO 8601, or "".
        title: for people who read the file.
        source: the file, relative to `bib/`; `line` where the row starts.
    """

    ref: str
    decision: Decision
    stage: Stage
    reviewer: str
    reason: str = ""
    at: str = ""
    title: str = ""
    source: str = ""
    line: int = 0


def read_screening(project: Path) -> tuple[tuple[TeamMark, ...], tuple[Problem, ...]]:
    """All reviewers' marks, by reviewer and line, and the rows that could not be read.

    Raises InputError for a file that is not such a table.
    """
    marks: list[TeamMark] = []
    problems: list[Problem] = []
    listing = files_below(project, SCREENING)
    problems += folder_problems(listing, SCREENING, ".csv")
    for found in listing.files:
        if not found.path.casefold().endswith(".csv"):
            continue
        for one in _rows(f"{SCREENING}/{found.name}", read_text(project, found.path) or ""):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                marks.append(one)
    return tuple(marks), tuple(problems)


def reviewer_file(reviewer: str) -> str:
    """The file of a reviewer, relative to the project. Raises InputError for a name that cannot be a file name."""
    reviewer = unicodedata.normalize("NFC", reviewer)
    if not reviewer or not all(letter.isalnum() or letter in " -_." for letter in reviewer) or reviewer[0] in " .":
        raise at_fault(
            f"`{reviewer}` is not a name for a reviewer's file", hint="use letters, digits, spaces and hyphens"
        )
    return f"{SCREENING}/{reviewer}.csv"


def written(marks: Iterable[TeamMark]) -> str:
    """The text of a reviewer's file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((one.ref, one.decision, one.stage, one.reason, one.at, one.title) for one in marks)
    return out.getvalue()


def _rows(path: str, text: str) -> Iterator[TeamMark | Problem]:
    name, reviewer = path.removeprefix("bib/"), PurePosixPath(path).stem
    check_merged(text, path)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if not {"ref", "decision"}.issubset(reader.fieldnames or ()):
        raise at_fault("is not a table of decisions", path, 1, f"its first line is `{','.join(COLUMNS)}`")
    line = 1
    try:
        for row in reader:
            start, line = line + 1, reader.line_num
            yield _mark(row, name, start, reviewer)
    except csv.Error as error:
        raise at_fault(f"cannot be read as CSV: {error}", path, reader.line_num) from error


def _mark(row: dict[str, str], source: str, line: int, reviewer: str) -> TeamMark | Problem:
    cells = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str)}
    decision = next((one for one in DECISIONS if one == cells.get("decision", "").casefold()), None)
    if not cells.get("ref") or decision is None:
        said = cells.get("decision", "")
        what = f"`{said}` is not a decision" if cells.get("ref") else "the row names no work"
        return Problem(
            what, Place(f"bib/{source}", line), f"`decision` is one of {', '.join(DECISIONS)}; `ref` names the work"
        )
    stage = next((one for one in STAGES if one == cells.get("stage", "").casefold()), STAGES[0])
    reason, at, title = (cells.get(name, "") for name in ("reason", "at", "title"))
    return TeamMark(cells["ref"], decision, stage, reviewer, reason, at, title, source, line)
