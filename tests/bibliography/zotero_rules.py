"""What Zotero makes of a page: the rules of its Embedded Metadata and COinS translators, rewritten.

Only the rules that decide what an import looks like: how tags and context objects give an item's type, title, people,
date, container and identifiers. Read in Zotero's translators and `Utilities` in 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

Person = tuple[str, str]  # first name, last name; a name of one field has no first name
_FIELDS = {
    "citation_title": "title", "citation_publication_date": "date", "citation_date": "date", "citation_journal_title": "publicationTitle",
    "citation_conference_title": "conferenceName", "citation_inbook_title": "publicationTitle", "citation_volume": "volume", "citation_issue": "issue",
    "citation_series_title": "series", "citation_publisher": "publisher", "citation_isbn": "ISBN", "citation_abstract": "abstractNote",
    "citation_doi": "DOI", "citation_public_url": "url", "citation_language": "language", "citation_dissertation_institution": "university",
    "citation_technical_report_institution": "institution", "citation_technical_report_number": "number",
}  # fmt: skip
_SURE_TYPES = {
    "citation_journal_title": "journalArticle", "citation_conference_title": "conferencePaper", "citation_inbook_title": "bookSection",
    "citation_book_title": "bookSection", "citation_dissertation_institution": "thesis", "citation_technical_report_institution": "report",
}  # fmt: skip
_KNOWN_TYPES = {
    "journalArticle",
    "conferencePaper",
    "bookSection",
    "book",
    "thesis",
    "report",
    "preprint",
    "document",
    "webpage",
}


@dataclass
class Item:
    """One imported item."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    authors: list[Person] = field(default_factory=list)
    editors: list[Person] = field(default_factory=list)
    pdf: str = ""


def read_page(tags: Iterable[tuple[str, str]]) -> Item:
    """The item that Embedded Metadata makes of the `<meta>` tags in a page's head."""
    tags = [(name, content) for name, content in tags if content.strip()]
    sure = next((_SURE_TYPES[name] for name, _ in reversed(tags) if name in _SURE_TYPES), None)
    guess = "book" if any(name == "citation_isbn" for name, _ in tags) else "journalArticle"
    dublin = next((content for name, content in tags if name.lower() in ("dc.type", "dcterms.type")), "")
    item = Item(sure or (dublin if dublin in _KNOWN_TYPES else guess))
    for name, content in tags:
        if name in _FIELDS:
            key = _FIELDS[name]
            item.fields[key] = f"{item.fields[key]}, {content}" if key in item.fields else " ".join(content.split())
    item.authors = _people([content for name, content in tags if name == "citation_author"])
    item.editors = _people([content for name, content in tags if name == "citation_editor"])
    pages = [content for name, content in tags if name in ("citation_firstpage", "citation_lastpage")]
    if pages:
        item.fields["pages"] = "-".join(pages)
    item.pdf = next((content for name, content in tags if name == "citation_pdf_url"), "")
    return item


def read_span(title: str) -> Item | None:
    """The item that the COinS translator makes of one `span.Z3988`, None if it makes none."""
    pairs = [
        (key, unquote(re.sub(r"\+|%2[bB]", " ", value)))
        for key, _, value in (part.partition("=") for part in title.split("&"))
    ]
    form = next((value.rpartition(":")[2] for key, value in pairs if key == "rft_val_fmt"), "")
    genre = next((value for key, value in pairs if key == "rft.genre"), "")
    books = {
        "bookitem": "bookSection",
        "conference": "conferencePaper",
        "proceeding": "conferencePaper",
        "report": "report",
        "document": "document",
    }
    kinds = {"journal": "journalArticle", "book": books.get(genre, "book"), "dissertation": "thesis", "dc": "webpage"}
    if form not in kinds:
        return None
    item = Item(kinds[form])
    contained = ("journalArticle", "bookSection", "conferencePaper")
    for key, value in pairs:
        name = key.removeprefix("rft.")
        if not value:
            continue
        if key == "rft_id" and value.startswith("info:doi/"):
            item.fields["DOI"] = value.removeprefix("info:doi/")
        elif key == "rft_id" and re.match(r"https?://", value):
            item.fields["url"] = value
        elif name in ("title", "btitle"):
            item.fields["publicationTitle" if item.type in contained else "title"] = value
        elif name == "atitle" and item.type in contained:
            item.fields["title"] = value
        elif name == "jtitle":
            item.fields["publicationTitle"] = value
        elif name == "au":
            item.authors.append(_person(value))
        elif name == "type" and form == "dc" and value in _KNOWN_TYPES:
            item.type = value
        elif name in ("date", "volume", "issue", "pages", "series", "place"):
            item.fields[name] = value
        elif name == "spage":
            item.fields.setdefault("pages", value)
        elif name in ("pub", "publisher", "inst"):
            item.fields["publisher"] = value
    return item


def _people(contents: list[str]) -> list[Person]:
    people: list[Person] = []
    last = ""
    for content in contents:
        names = re.split(r"\s*;\s*", content)
        if len(names) == 1 and len(contents) == 1:
            by_comma = re.split(r"\s*,\s*", names[0])
            if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
                names = by_comma
        for name in names:
            if not re.search(r"[^\s,-.;]", name) or name == last:
                continue
            last = name
            people.append(_person(name.strip()))
    return people


def _person(name: str) -> Person:
    """`Zotero.Utilities.cleanAuthor`: a comma anywhere makes it family name first."""
    comma = "," in name
    name = (
        re.sub(r"[\s,/\[\]:.]+$", "", re.sub(r"^[\s.,/\[\]:]+", "", name))
        if not comma
        else re.sub(r"[\s,/\[\]:]+$", "", name)
    )
    name = re.sub(r"  +", " ", name)
    if comma:
        last, _, rest = name.partition(",")
        return rest.partition(",")[0].strip(), last.strip()
    first, _, last = name.rpartition(" ")
    return first, last
