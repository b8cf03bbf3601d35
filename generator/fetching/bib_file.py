"""`bib/fetched.bib`: read like any BibTeX file, written like any entry.

Below each value stands its origin: `title-from = {crossref 2026-11-25}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.bibliography.bibtex import bibtex_entry
from generator.bibliography.entry import Entry, Names, Value, pages
from generator.fetching.entry import EXTRAS, FACTS, Fetched, Source
from generator.identifiers import Identifier
from generator.project.paths import FETCHED_SOURCE
from generator.records import Record
from generator.sources import bibtex
from generator.sources.content import Content
from generator.text.escape import visible

_HEAD = """\
What services say of the works of this survey, one entry a work, written by `python -m generator fetch`.
It completes works and never adds one. Below each value stands which service it is from, and of which day.
Do not correct it here, where the next fetch would bring the old value back: bib/metadata.bib and bib/decisions.yml
count for more.
"""
_NAMES = {"authors": "author", "editors": "editor", "primary_class": "primaryclass"}
_CONTAINERS = {"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle"}
_SCHEMES = {
    "arxiv": "eprint",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "acl": "acl_id",
    "openreview": "openreview",
    "isbn": "isbn",
}
_TYPES = {"preprint": "misc"}
_FROM = "-from"


def read_fetched(data: bytes) -> dict[str, Fetched]:
    """The entries of a file by key."""
    found: dict[str, Fetched] = {}
    for item in bibtex.read(Content(FETCHED_SOURCE, data)):
        if isinstance(item, Record) and item.origin.key:
            found.setdefault(item.origin.key, fetched_of(item, item.origin.key))
    return found


def written(entries: Iterable[Fetched]) -> str:
    """The file's text, by key."""
    ordered = sorted(entries, key=lambda entry: (entry.key.casefold(), entry.key))
    head = "".join(f"% {line}\n" for line in _HEAD.splitlines())
    return "\n".join([head, *map(entry_text, ordered)])


def entry_text(entry: Fetched, more: Mapping[str, str] | None = None) -> str:
    """One entry; `more` are further fields at its end."""
    fields = (*_lines(entry), *(more or {}).items())
    return bibtex_entry(Entry(_type(entry), entry.key, fields))


def _type(entry: Fetched) -> str:
    return _TYPES.get(entry.kind, entry.kind)


def _lines(entry: Fetched) -> Iterator[tuple[str, Value]]:
    for name in FACTS:
        value = entry.facts.get(name)
        if not value or name == "kind":
            continue
        field = _field(name, entry)
        yield field, _value(name, value)
        yield from _from(field, entry.sources.get(name))
    seen: set[str] = set()
    for one in entry.identifiers:
        if one.scheme not in seen:
            seen.add(one.scheme)
            yield _SCHEMES[one.scheme], one.value
            if one.scheme == "arxiv":
                yield "archiveprefix", "arXiv"
    if entry.identifiers:
        yield from _from("identifiers", entry.sources.get("identifiers"))
    for name in EXTRAS:
        if entry.facts.get(name):
            field = name.replace(" ", "-")
            yield field, visible(str(entry.facts[name]))
            yield from _from(field, entry.sources.get(name))


def _from(field: str, source: Source | None) -> Iterator[tuple[str, Value]]:
    if source:
        yield f"{field}{_FROM}", " ".join(source)


def _field(name: str, entry: Fetched) -> str:
    return _CONTAINERS.get(entry.kind, "journal") if name == "venue" else _NAMES.get(name, name)


def _value(name: str, value: Any) -> Value:
    if name in ("authors", "editors"):
        return Names(tuple(value))
    if isinstance(value, int):
        return value
    return pages(value) if name == "pages" else visible(str(value))


def fetched_of(record: Record, key: str) -> Fetched:
    """The entry that was read as a record, under another key."""
    extra = dict(record.extra)
    facts: dict[str, Any] = {name: value for name in FACTS for value in [getattr(record, name)] if value}
    facts |= {name: value for name in EXTRAS for value in [extra.get(name.replace(" ", "-"))] if value}
    sources = {name: source for name in (*facts, "identifiers") for source in [_source(name, extra)] if source}
    return Fetched(key, facts, tuple(Identifier(one.scheme, one.value) for one in record.identifiers), sources)


def _source(name: str, extra: Mapping[str, str]) -> Source | None:
    fields = ("journal", "booktitle") if name == "venue" else (_NAMES.get(name, name).replace(" ", "-"),)
    text = next((extra[f"{field}{_FROM}"] for field in fields if f"{field}{_FROM}" in extra), "")
    match = re.fullmatch(r"(\S+) (\d{4}-\d\d-\d\d)", text)
    return (match[1], match[2]) if match else None
