"""Reader of arXiv's Atom feeds (https://info.arxiv.org/help/api/user-manual.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.journal_reference import reference_parts
from generator.sources.xml_entries import records, text_of, texts_of

NAME = "Atom feed"


def recognises(content: Content) -> bool:
    """Whether it is an Atom feed."""
    return content.start.startswith("<") and bool(re.search(r"<feed[\s>]", content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record an entry."""
    return records(content, "entry", "an entry", _fill)


def _fill(entry: Any, draft: Draft) -> None:
    address = text_of(entry, "id")
    draft.add("id", address.rsplit("/abs/", 1)[-1])
    draft.add("url", address)
    draft.add("title", text_of(entry, "title"))
    draft.add("abstract", text_of(entry, "summary"))
    for name in texts_of(entry, "author/name"):
        draft.add("author", name)
    draft.add("doi", text_of(entry, "doi"))
    reference = text_of(entry, "journal_ref")
    draft.add_other("journal_ref", reference)
    published = text_of(entry, "published")
    parts = reference_parts(reference)
    same_year = parts.get("year", published[:4]) == published[:4]
    if same_year:
        draft.add("date", published)
    else:  # its month is not that of the publication
        draft.add_other("submitted", published)
    for field, value in parts.items():
        draft.add(field, value)
    draft.add_other("comment", text_of(entry, "comment"))
    primary = entry.find("primary_category")
    draft.add("primary_class", primary.get("term") if primary is not None else "")
    published_elsewhere = any(identifier.scheme == "doi" for identifier in draft.identifiers)
    if "kind" in parts:
        return
    if published_elsewhere:
        draft.add("kind", "article")
    elif "arxiv.org" in address:
        draft.add("kind", "preprint")
