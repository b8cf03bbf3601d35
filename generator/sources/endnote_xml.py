"""Reader of EndNote's XML export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.endnote_styles import with_styles_read
from generator.sources.field_names import Field
from generator.sources.xml_entries import records, text_of, texts_of

NAME = "EndNote XML"
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("id", "rec-number"), ("title", "titles/title"), ("venue", "periodical/full-title"),
    ("venue", "titles/secondary-title"),
    ("series", "titles/tertiary-title"), ("abstract", "abstract"), ("year", "dates/year"),
    ("date", "dates/pub-dates/date"), ("volume", "volume"),
    ("number", "number"), ("number", "issue"), ("pages", "pages"),
    ("publisher", "publisher"), ("address", "pub-location"), ("language", "language"),
    ("doi", "electronic-resource-num"), ("isbn", "isbn"),
    ("note", "notes"),
)  # fmt: skip
_PERSONS: tuple[tuple[Field, str], ...] = (
    ("author", "contributors/authors/author"),
    ("editor", "contributors/secondary-authors/author"),
)
_OTHER = (("abbr-1", "periodical/abbr-1"), ("short-title", "titles/short-title"))
_READ = {path.split("/")[0] for _, path in _FIELDS} | {
    "ref-type",
    "contributors",
    "keywords",
    "urls",
    "database",
    "source-app",
    "foreign-keys",
}


def recognises(content: Content) -> bool:
    """Whether it holds EndNote's records."""
    return content.start.startswith("<") and bool(
        re.search(
            r"<records>\s*(?:</records>|<record[\s>])|<record>\s*<(?:database|source-app|rec-number)", content.start
        )
    )


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a `<record>`."""
    return records(content, "record", "a record", _fill)


def _fill(record: Any, draft: Draft) -> None:
    with_styles_read(record)
    kind = record.find("ref-type")
    draft.add("kind", kind.get("name") if kind is not None else "")
    for name, path in _FIELDS:
        draft.add(name, text_of(record, path))
    for other, path in _OTHER:
        draft.add_other(other, text_of(record, path))
    for role, path in _PERSONS:
        for person in texts_of(record, path):
            # EndNote marks a group by a final comma.
            draft.add(role, f"{{{person.rstrip(',')}}}" if person.endswith(",") else person)
    for keyword in texts_of(record, "keywords/keyword"):
        draft.add("keyword", keyword)
    if re.search(
        r"pubmed|medline|\bnlm\b",
        text_of(record, "remote-database-name") + text_of(record, "remote-database-provider"),
        re.IGNORECASE,
    ):
        draft.add("pmid", text_of(record, "accession-num"))
    for address in texts_of(record, "urls//url"):
        draft.add("url", address)
    for child in record:
        if child.tag not in _READ:
            value = text_of(record, child.tag)
            if child.tag == "custom2" and value.upper().startswith("PMC"):
                draft.add("pmcid", value)
            else:
                draft.add_other(child.tag, value)
