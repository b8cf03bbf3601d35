"""Marks of Covidence, which exports one file a stage and writes the reason of an exclusion into the notes.

A file is called `review_99001_irrelevant_csv_….csv`: `irrelevant` was excluded at title and abstract, `excluded` at
full text (where Covidence asks for a reason), `select` waits for the full text, `screen` for the first decision,
`included` and `extraction` hold what is in. A table that has Covidence's numbers and was renamed is known by the same
words in its name, or in its folder's. The table of extracted data has no stage in its name: its works are in. The tag
`Awaiting classification` is Covidence's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from generator.records import Record
from generator.screening.texts import folded, notes_of, split_list
from generator.screening.values import Decision, Mark, RecordMarks, Stage

NAME = "Covidence"

_REASON = re.compile(
    r"""
    \bExclusion\ reason:\s*
    (?P<reason>(?:\([^()\n]*\)|[^;\n|])+)  # up to a semicolon that stands in no brackets
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FILE = re.compile(r"(?<![^\W_])review_\d+_(?P<stage>[a-z]+)(?:_|\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OF_ABSTRACTS = frozenset(("abstract", "abstracts", "tiab"))
_STAGES: dict[str, tuple[Decision, Stage]] = {
    "irrelevant": ("exclude", "title and abstract"),
    "screen": ("undecided", "title and abstract"),
    "select": ("undecided", "full text"),
    "excluded": ("exclude", "full text"),
    "included": ("include", "full text"),
    "extraction": ("include", "full text"),
    "extract": ("include", "full text"),
}


def read_marks(record: Record) -> RecordMarks:
    """The mark that a Covidence export gives: by its reason for exclusion, its tags, or the file's own stage."""
    columns = {folded(name): value for name, value in record.extra}
    stage = _stage(record.origin.source, columns)
    reasons = tuple(
        dict.fromkeys(match["reason"].strip() for note in notes_of(record) for match in _REASON.finditer(note))
    )
    if "covidence #" not in columns and not reasons and stage is None:
        return RecordMarks()
    tags = split_list(columns.get("tags", "")) or record.keywords
    labels = tuple(tag for tag in tags if tag) if "covidence #" in columns else ()
    if reasons:
        return RecordMarks((Mark("exclude", "full text", record.origin, NAME, "", reasons),), labels)
    if any(folded(tag) == "awaiting classification" for tag in labels):
        return RecordMarks((Mark("undecided", "full text", record.origin, NAME),), labels)
    if stage is None:
        return RecordMarks((), labels)
    decision, at_stage = stage
    return RecordMarks((Mark(decision, at_stage, record.origin, NAME),), labels)


def _stage(source: str, columns: Collection[str]) -> tuple[Decision, Stage] | None:
    """The decision and stage that a file tells by its name, by its folder or as the table of extracted data."""
    path = PurePosixPath(source)
    in_file = _FILE.search(path.name)
    stage = _STAGES.get(in_file["stage"].lower()) if in_file else None
    if stage or "covidence #" not in columns:
        return stage
    if "reviewer name" in columns:
        return _STAGES["extraction"]
    return _named(path.stem) or _named(path.parent.name)


def _named(name: str) -> tuple[Decision, Stage] | None:
    """What a name given by people says: the one stage that it has a word of."""
    words = {word.casefold() for word in _WORD.findall(name)}
    found = {_STAGES[word] for word in words if word in _STAGES}
    if len(found) != 1:
        return None
    ((decision, stage),) = found
    return (decision, "title and abstract") if words & _OF_ABSTRACTS else (decision, stage)
