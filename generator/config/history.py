"""`bib/history.yml`: which works came and went since the survey was first published, kept beside `bib/survey.bib`.

The difference between two builds is gone once the new `bib/survey.bib` is written, so the build notes it here under
the `date` of `bib/survey.yml`: the survey's own date, never the clock's. A second build with the same input finds no
further difference and writes the same bytes. Nothing is noted about the first version: the others are compared with it.

    - date: "2026-11-21"      the survey's date when the works came ("" where it has none)
      added: [key, …]
      removed: [key, …]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.config.yaml_file import read_yaml
from generator.project.paths import HISTORY
from generator.text import escape

NAME = HISTORY
_REMEDY = (
    "keep the lines of both versions, and remove those that begin with <<<<<<<, ======= and >>>>>>>: "
    "what was noted twice of one date is joined"
)


@dataclass(frozen=True, slots=True)
class Version:
    """What changed in one version of the survey: citation keys in order, and its ISO date ("" if it has none)."""

    date: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def read_history(project: Path) -> tuple[Version, ...]:
    """The versions noted, oldest first, those with one date combined; empty if there is no file. Raises InputError."""
    root = read_yaml(project, NAME, _REMEDY)
    if root is None:
        return ()
    found: dict[str, Version] = {}
    for node in root.items("history.yml"):
        fields = node.mapping("a version", ("date", "added", "removed"))
        date = str(fields["date"].value or "") if "date" in fields else ""
        if not re.fullmatch(r"(?:\d{4}-\d{2}-\d{2})?", date):
            raise node.fault("date must be written as YYYY-MM-DD")
        added, removed = ({*fields[name].texts(name)} if name in fields else set() for name in ("added", "removed"))
        if date in found:  # two branches were built on one day, and git put both entries into the file
            added, removed = added | {*found[date].added}, removed | {*found[date].removed}
        found[date] = Version(date, tuple(sorted(added)), tuple(sorted(removed - added)))
    return ordered(found.values())


def continued(
    history: Collection[Version],
    date: str,
    previous: Collection[str],
    keys: Collection[str],
    resolvable: Collection[str],
) -> tuple[Version, ...]:
    """`history` with the difference between the keys published before and those of now, noted under `date`.

    Args:
        previous: keys of the last published bibliography; none where nothing was published.
        keys: keys of the survey as it is now.
        resolvable: `keys` and the former keys that lead to one of them: works that were joined or renamed, not lost.
    """
    versions = {version.date: version for version in history}
    if previous:
        now = versions.get(date, Version(date))
        gone = {key for key in previous if key not in resolvable}
        came = {key for key in keys if key not in previous}
        removed = ({*now.removed} - {*keys}) | (gone - {*now.added})
        added = ({*now.added} - gone) | (came - {*now.removed})
        versions[date] = Version(date, tuple(sorted(added)), tuple(sorted(removed)))
    return ordered(version for version in versions.values() if version.added or version.removed)


def ordered(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Oldest first; versions without a date come before all others."""
    return tuple(sorted(versions, key=lambda version: version.date))


def written(history: Collection[Version], mark: str) -> str:
    """The text of `bib/history.yml`."""
    lines = [f"# {mark}: which works came and went since the first version; commit it beside survey.bib"]
    for version in history:
        lines.append(f"- date: {escape.yaml(version.date)}")
        for name, keys in (("added", version.added), ("removed", version.removed)):
            lines += [f"  {name}:", *(f"    - {escape.yaml(key)}" for key in keys)] if keys else []
    return "\n".join(lines) + "\n"
