"""What `bib/survey.yml` says of one file (`fields:`, `encodings:`): which file each serves, and what is wrong there."""

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
        if serves(pattern, source):
            columns.update(table)
            found = {name: settings.place("fields", pattern, name).line for name in table}
            lines.update({name: line for name, line in found.items() if line})
    return columns, lines


def encoding_for(source: str, settings: Settings) -> str:
    """The encoding that the settings give for this file, by name, path or pattern, or ""."""
    stated = [encoding for pattern, encoding in settings.encodings.items() if serves(pattern, source)]
    return stated[-1] if stated else ""


def check_maps(settings: Settings, sources: Collection[str]) -> None:
    """Raises InputError for a map or an encoding that serves none of these files, or a field we do not have."""
    problems = [
        _without_file(setting, pattern, settings, sources)
        for setting, patterns in (("fields", settings.fields), ("encodings", settings.encodings))
        for pattern in patterns
        if not any(serves(pattern, source) for source in sources)
    ]
    for pattern, table in settings.fields.items():
        for name in table:
            if name not in FIELDS:
                place = settings.place("fields", pattern, name)
                hint = did_you_mean(name, FIELDS, count=SUGGESTED)
                problems.append(Problem(f"`fields` gives {pattern} an unknown field `{name}`", place, hint, "error"))
    if problems:
        raise InputError(*problems)


def _without_file(setting: str, pattern: str, settings: Settings, sources: Collection[str]) -> Problem:
    known = sources if "/" in pattern else [source.removeprefix("sources/") for source in sources]
    hint = did_you_mean(pattern, known, "", SUGGESTED) or "correct the name or remove it"
    message = f"`{setting}` names {pattern}, which is not a file in bib/sources/"
    return Problem(message, settings.place(setting, pattern), hint, "error")


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


def serves(pattern: str, source: str) -> bool:
    """Whether a name, path or pattern of the settings means this source."""
    return (
        source in (pattern, f"sources/{pattern}") or fnmatch(source, pattern) or fnmatch(source, f"sources/{pattern}")
    )
