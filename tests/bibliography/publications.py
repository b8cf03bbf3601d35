"""Works to test with, in few words."""

from __future__ import annotations

from typing import Any

from generator.identifiers import Identifier, unique
from generator.names import Name, parse_name
from generator.records import Origin, Record
from generator.works import Work


def a_work(
    title: str = "Order Matters: Sequence to sequence for sets",
    authors: str | tuple[Name, ...] = "Oriol Vinyals; Samy Bengio",
    **fields: Any,
) -> Work:
    """A work; `authors` separated by semicolons, `arxiv=`, `doi=` … as plain text, `entry=("a.bib", "key")` where it
    comes from."""
    names = (
        tuple(parse_name(name) for name in authors.split(";") if name.strip()) if isinstance(authors, str) else authors
    )
    identifiers = [
        Identifier(scheme, fields.pop(scheme))
        for scheme in ("doi", "arxiv", "pmid", "pmcid", "acl", "openreview", "isbn")
        if scheme in fields
    ]
    source, key = fields.pop("entry", ("sources/a.txt", None))
    fields.setdefault("year", 2016)
    origin = Origin(source, fields.pop("line", 1), key)
    fields.setdefault(
        "records", (Record(origin, title, authors=names, year=fields["year"], identifiers=unique(identifiers)),)
    )
    return Work(title, authors=names, identifiers=unique(identifiers), **fields)
