"""Citation keys in use that no longer lead where they did."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import PUBLISHED, Material
from generator.errors import Place
from generator.records import Record
from generator.text.compare import nearest

SUGGESTED = 20  # keys for which the nearest is suggested; with more, the published file belongs to another survey


def lost_key(material: Material) -> Iterator[Found]:
    """Published keys that no longer belong to any work."""
    for number, key in enumerate(material.survey.lost):
        close = nearest(key, material.survey.works, 1) if number < SUGGESTED else []
        meant = f"; the nearest key is {close[0]}" if close else ""
        # Without its line, which the following build changes: the same input gives the same findings.
        yield Found(
            f"the published key `{key}` no longer belongs to any work",
            Place(PUBLISHED),
            "",
            f"put the work back, or remove the key from bib/survey.bib to let it go{meant}",
        )


def changed_key(material: Material) -> Iterator[Found]:
    """Published keys that have become aliases, because two works are now one."""
    for key, now in material.survey.changed.items():
        # Without its line, which the following build changes: the same input gives the same findings.
        yield Found(
            f"the published key `{key}` leads to `{now}` now",
            Place(PUBLISHED),
            now,
            f"if they are one work, take the line `% {key} leads to {now} now` out of {PUBLISHED}; if not, say so "
            "under `not-same` in bib/decisions.yml",
        )


def duplicate_key(material: Material) -> Iterator[Found]:
    """Entry keys that one BibTeX file gives to different works: programs that read it keep only one of them."""
    for reading in (*material.survey.readings, *material.survey.enriching):
        seen: dict[str, Record] = {}
        for record in reading.records if reading.source.lower().endswith((".bib", ".bibtex")) else ():
            name = (record.origin.key or "").casefold()
            first = seen.setdefault(name, record) if name else record
            key = material.key_of.get(record.origin.place, "")
            if first is not record and material.key_of.get(first.origin.place, "") != key:
                yield Found(
                    f"the entry key `{record.origin.key}` is also that of line {first.origin.line}",
                    record.origin.place,
                    key,
                    "rename one of the entries",
                )
