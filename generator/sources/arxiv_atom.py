"""Reader of arXiv's Atom feeds (https://info.arxiv.org/help/api/user-manual.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.xml_entries import elements, text_of, texts_of

NAME = "Atom feed"


def recognises(content: Content) -> bool:
    """Whether it is an Atom feed."""
    return content.start.startswith("<") and bool(re.search(r"<feed[\s>]", content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record an entry."""
    for item in elements(content, "entry"):
        if isinstance(item, LeftOut):
            yield item
            continue
        origin, entry = item
        draft = Draft()
        address = text_of(entry, "id")
        draft.add("id", address.rsplit("/abs/", 1)[-1])
        draft.add("url", address)
        draft.add("title", text_of(entry, "title"))
        draft.add("abstract", text_of(entry, "summary"))
        for name in texts_of(entry, "author/name"):
            draft.add("author", name)
        draft.add("date", text_of(entry, "published"))
        draft.add("doi", text_of(entry, "doi"))
        draft.add("journal_ref", text_of(entry, "journal_ref"))
        draft.add("comment", text_of(entry, "comment"))
        primary = entry.find("primary_category")
        draft.add("primary_class", primary.get("term") if primary is not None else "")
        draft.add("kind", "preprint" if "arxiv.org" in address else "")
        yield draft.record(origin) if draft.says_something else LeftOut(origin, "an entry with neither title nor abstract nor identifier")
