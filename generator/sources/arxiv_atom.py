"""Reader of arXiv's Atom feeds (https://info.arxiv.org/help/api/user-manual.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.xml_entries import records, text_of, texts_of

NAME = "Atom feed"
_JOURNAL = r"^(?P<venue>[^\d,:;]*[^\d,:;\s])[\s,]*(?:[Vv]ol(?:ume|\.)?\s*)?(?P<volume>\d{1,4})\s*"
_PAGES = r"(?:(?:pp?\.?|pages|Article)\s*)?(?P<pages>[A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)"
_ISSUE = r"(?:(?:\((?=\d{1,3}\b(?!\d))|,?\s*(?:[Nn]o\.?|[Ii]ssue)\s*)(?P<number>\d{1,3}(?:[-–]\d{1,3})?)\)?)?"
_REFERENCES = (
    re.compile(rf"{_JOURNAL}\((?P<year>(?:19|20)\d\d)\)[\s,:]*{_PAGES}\.?$"),  # JHEP 05 (2011) 12-40
    re.compile(
        rf"{_JOURNAL}{_ISSUE}\s*[,:]?\s*{_PAGES}[\s,]*\(?(?P<year>(?:19|20)\d\d)\)?\.?$"
    ),  # Nature 521, 436-444 (2015)
    re.compile(  # Proceedings of the 12th Conference on Roots, pages 84-91, 2018
        r"^(?:[Ii]n:?\s+)?(?P<venue>(?:Proceedings|Proc\.|Advances in)[^,:;]*?|[^,:;]*(?:Conference|Workshop|Symposium)[^,:;]*?|[A-Z][A-Za-z]*[A-Z]{2,}[A-Za-z]*)"
        r"(?:[\s,]+(?:pp?\.?|pages)\s*(?P<pages>\d+\s*[-–—]+\s*\d+))?[\s,]*\(?(?P<year>(?:19|20)\d\d)\)?\.?$"
    ),
)
_MEETING = re.compile(r"Proceedings|Proc\.|Advances in|Conference|Workshop|Symposium")


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
    draft.add("journal_ref", reference)
    published = text_of(entry, "published")
    parts = reference_parts(reference)
    same_year = parts.get("year", published[:4]) == published[:4]
    draft.add("date" if same_year else "submitted", published)  # else its month is not that of the publication
    for field, value in parts.items():
        draft.add(field, value)
    draft.add("comment", text_of(entry, "comment"))
    primary = entry.find("primary_category")
    draft.add("primary_class", primary.get("term") if primary is not None else "")
    published_elsewhere = any(identifier.scheme == "doi" for identifier in draft.identifiers)
    if "kind" not in parts:
        draft.add("kind", "article" if published_elsewhere else "preprint" if "arxiv.org" in address else "")


def reference_parts(reference: str) -> dict[str, str]:
    """Kind, venue, volume, number, pages and year of a journal reference as authors write it, or nothing where it does not parse."""
    match = next((match for form in _REFERENCES if (match := form.match(reference))), None)
    if match is None:
        return {}
    parts = {name: value.strip(" ,.") for name, value in match.groupdict().items() if value}
    return {
        "kind": "article" if "volume" in parts and not _MEETING.search(parts["venue"]) else "inproceedings",
        **parts,
    }
