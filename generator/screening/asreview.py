"""Marks of ASReview LAB: a column of labels (`asreview_label` since version 2, `included` before) of 1, 0 or nothing.

The names of label columns are those that ASReview itself reads as labels; RIS exports say `ASReview_relevant`,
`ASReview_irrelevant` or `ASReview_not_seen` in a note or a keyword.
"""

from __future__ import annotations

from generator.errors import Problem
from generator.records import Record
from generator.screening.texts import folded, notes_of
from generator.screening.values import Decision, Mark, RecordMarks, Stage

NAME = "ASReview"

# From the most certain: a column that only ASReview writes comes before a general name.
_LABELS = (
    "asreview_label",
    "final_included",
    "included_final",
    "label_included",
    "included_label",
    "label_abstract_screening",
    "label_abstract_included",
    "included",
    "included_flag",
    "include",
    "label",
)
# Words that other tables use too: only read beside one of ASReview's own columns.
_GENERAL = frozenset({"include", "label"})
_VALUES: dict[str, Decision | None] = {
    "1": "include",
    "1.0": "include",
    "true": "include",
    "0": "exclude",
    "0.0": "exclude",
    "false": "exclude",
    "": None,
    "-1": None,
    "-1.0": None,
    "nan": None,
    "na": None,
    "<na>": None,
    "none": None,
}
_RIS: dict[str, Decision | None] = {
    "asreview_relevant": "include",
    "asreview_irrelevant": "exclude",
    "asreview_not_seen": None,
}


def read_marks(record: Record) -> RecordMarks:
    """The label that ASReview's columns, notes or keywords hold."""
    columns = {folded(name): value.strip() for name, value in record.extra}
    is_asreview = any(name.startswith("asreview_") for name in columns)
    labels = _tags(columns)
    for name in _LABELS:
        if name not in columns or (name in _GENERAL and not is_asreview):
            continue
        word = columns[name].lower()
        if word not in _VALUES:
            if not is_asreview:
                continue
            what = f"the label `{columns[name]}` in `{name}` is neither 1 nor 0, and is passed over"
            return RecordMarks((), labels, (Problem(what, record.origin.place),))
        return RecordMarks(_marked(_VALUES[word], record, columns, name), labels)
    said = [word.strip().lower() for text in notes_of(record) for word in text.replace(";", ",").split(",")]
    for word in (*said, *(keyword.strip().lower() for keyword in record.keywords)):
        if word in _RIS:
            return RecordMarks(_marked(_RIS[word], record, columns, ""), labels)
    return RecordMarks((), labels)


def _marked(decision: Decision | None, record: Record, columns: dict[str, str], name: str) -> tuple[Mark, ...]:
    if decision is None:
        return ()
    reviewer = columns.get("asreview_user_name") or columns.get("asreview_user_email") or ""
    stage: Stage = "full text" if "final" in name else "title and abstract"
    return (Mark(decision, stage, record.origin, NAME, reviewer, (), columns.get("asreview_time", "")),)


def _tags(columns: dict[str, str]) -> tuple[str, ...]:
    """Tags are columns `asreview_tag_GROUP_NAME` of 1 and 0 in version 2."""
    tags = [
        name.removeprefix("asreview_tag_").replace("_", " ")
        for name, value in columns.items()
        if name.startswith("asreview_tag_") and value.lower() in ("1", "1.0", "true")
    ]
    return tuple(tags)
