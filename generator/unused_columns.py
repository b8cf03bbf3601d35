"""Columns of tables that nothing reads, reported once for each file: a column with an unusual name is easily missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.config.settings import NAME as SETTINGS_FILE
from generator.config.settings import Settings
from generator.dedupe.source_clusters import COLUMNS as CLUSTERS
from generator.errors import Place, Problem
from generator.kept_fields import KEPT
from generator.project.paths import BIB
from generator.records import SourceReading
from generator.screening.texts import folded, names_of_column
from generator.sources import parquet, table, turned_table, workbook
from generator.sources.column_names import bare_name, field_of
from generator.sources.field_names import FIELDS
from generator.text.escape import visible, yaml
from generator.themes.source_classification import COLUMNS as CLASSIFYING

_TABLES = (table.NAME, turned_table.NAME, workbook.NAME, parquet.NAME)
_SHOWN, _LONGEST = 8, 40  # columns that are named, and characters of each
# Names that a reader or the screening gives or looks for, beside those that services put before their own columns.
_USED = frozenset(map(bare_name, (
    *KEPT, *FIELDS, *CLUSTERS,
    "file", "notice", "ref", "firstyear", "study_tags", "user name", "resolve?", "annote", "user notes",
    "n1", "rn", "screened_titles", "screened_abstracts", "citation_screening_status", "citation_exclude_reasons",
    "fulltext_screening_status", "fulltext_exclude_reasons", "screeningstatus", "studyid",
    "included", "include", "label", "final_included",
    "included_final", "label_included", "included_label", "included_flag", "label_abstract_screening",
    "label_abstract_included", "citation", "source", "day", "i/e/d/s flag", "i/e/d/s",
)))  # fmt: skip
_OF_SERVICES = ("asreview", "covidence", "rayyan")
_COVIDENCE, _BESIDE_COVIDENCE = "covidence #", frozenset(("study", "reviewer name"))  # its number, and what it adds


def unread_column_problems(readings: Sequence[SourceReading], settings: Settings) -> tuple[Problem, ...]:
    """A note for each table with filled columns that nothing reads, with what to write if one of them counts."""
    asked = frozenset(map(bare_name, _asked(settings)))
    return tuple(problem for reading in readings if reading.format in _TABLES for problem in _of(reading, asked))


def _of(reading: SourceReading, asked: frozenset[str]) -> Iterator[Problem]:
    names = dict.fromkeys(name for record in reading.records for name, _ in record.extra)
    known = _BESIDE_COVIDENCE if _COVIDENCE in map(folded, names) else frozenset()
    unused = [name for name in names if not (bare_name(name) in asked or folded(name) in known or _is_used(name))]
    if not unused:
        return
    shown = [f"`{visible(' '.join(name[:_LONGEST].split()))}`" for name in unused[:_SHOWN]]
    more = f" and {len(unused) - _SHOWN} more" if len(unused) > _SHOWN else ""
    what = f"nothing reads {'the column' if len(unused) == 1 else 'the columns'} {', '.join(shown)}{more}"
    example = f"fields: {{{yaml(reading.source.removeprefix('sources/'))}: {{keywords: {yaml(unused[0])}}}}}"
    hint = (
        f"where one holds a field of ours, write `{example}` into {SETTINGS_FILE}; "
        "`codes`, `screening` and `themes` there can name a column too"
    )
    yield Problem(what, Place(f"{BIB}/{reading.source}"), hint, "note")


def _is_used(name: str) -> bool:
    """Whether the program looks for a column of this name, or has a field for it."""
    if field_of(name) or bare_name(name) in _USED:
        return True
    return folded(name).startswith(_OF_SERVICES) or not bare_name(name) or name.isdigit()


def _asked(settings: Settings) -> Iterator[str]:
    """The columns that the settings name."""
    kind = settings.themes.from_
    yield from CLASSIFYING.get(kind, (kind.removeprefix("column:"),))
    for column in (settings.screening.column, settings.screening.reason, settings.screening.reviewer):
        yield from names_of_column(column)
    yield from (one.column for one in settings.codes.values())
    fields: Mapping[str, Mapping[str, str]] = settings.fields
    yield from (column for columns in fields.values() for column in columns.values())
