"""The column maps of `bib/survey.yml` (`fields:`): which file each serves, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import fnmatch

from generator.config.settings import NAME as SETTINGS_FILE
from generator.config.settings import Settings
from generator.errors import InputError, Place, Problem
from generator.sources.content import Content
from generator.sources.field_names import FIELDS
from generator.text.compare import SUGGESTED, did_you_mean


def columns_for(source: str, settings: Settings) -> tuple[dict[str, str], dict[str, int]]:
    """The column of each of our fields in this file, by name, path or pattern, and the setting's line for each."""
    columns: dict[str, str] = {}
    lines: dict[str, int] = {}
    for pattern, table in settings.fields.items():
        if _serves(pattern, source):
            columns.update(table)
            found = {name: settings.place("fields", pattern, name).line for name in table}
            lines.update({name: line for name, line in found.items() if line})
    return columns, lines


def check_maps(settings: Settings, sources: Collection[str]) -> None:
    """Raises InputError for a map that serves none of these files, or that names a field we do not have."""
    problems = []
    for pattern, table in settings.fields.items():
        if not any(_serves(pattern, source) for source in sources):
            place = settings.place("fields", pattern)
            known = sources if "/" in pattern else [source.removeprefix("sources/") for source in sources]
            hint = did_you_mean(pattern, known, "", SUGGESTED)
            problems.append(
                Problem(
                    f"`fields` names {pattern}, which is not a file in bib/sources/",
                    place,
                    hint or "correct the name or remove it",
                    "error",
                )
            )
        for name in table:
            if name not in FIELDS:
                place = settings.place("fields", pattern, name)
                hint = did_you_mean(name, FIELDS, count=SUGGESTED)
                problems.append(Problem(f"`fields` gives {pattern} an unknown field `{name}`", place, hint, "error"))
    if problems:
        raise InputError(*problems)


def missing_columns(content: Content, columns: Collection[str]) -> Iterator[Problem]:
    """A warning for every column that the file's map names and the file does not have."""
    known = {column.strip().lower() for column in columns}
    for name, column in content.columns.items():
        if column.strip().lower() not in known:
            hint = did_you_mean(column, columns, "its columns: " + ", ".join(columns)[:300], SUGGESTED)
            yield Problem(
                f"`fields` says that `{name}` is the column `{column}`, which {content.source} does not have",
                Place(SETTINGS_FILE, content.column_lines.get(name)),
                hint,
            )


def unhelped(content: Content) -> str:
    """Why a file is not recognised though it has a map."""
    line = min(content.column_lines.values(), default=None)
    pairs = ", ".join(f"{name}: {column}" for name, column in content.columns.items())
    first = next((line.strip() for line in content.lines[:50] if line.strip()), "")[:120]
    return (
        f"is not recognised with the columns that `fields` in {Place(SETTINGS_FILE, line)} gives for it ({pairs}); "
        f"its first line is “{first}”: "
        "correct the columns' names there"
    )


def _serves(pattern: str, source: str) -> bool:
    return (
        source in (pattern, f"sources/{pattern}") or fnmatch(source, pattern) or fnmatch(source, f"sources/{pattern}")
    )
