"""Crossref works as JSON. Fields: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md"""

from __future__ import annotations

from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.json_values import Object, add_date, add_persons, as_list, as_text

SIGNS = r'(?s)\A(?=.*?"(?:reference-count|is-referenced-by-count|DOI)"\s*:).*?"title"\s*:\s*\['
_OWN = {"reference-count", "is-referenced-by-count", "indexed", "deposited", "references-count"}  # keys of no other
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("abstract", "abstract"),
    ("volume", "volume"),
    ("number", "issue"),
    ("pages", "page"),
    ("publisher", "publisher"),
    ("url", "URL"),
    ("address", "publisher-location"),
    ("language", "language"),
    ("article_number", "article-number"),
)
_DATES = ("published-print", "published", "published-online", "issued", "created")


def fits(value: Object) -> bool:
    """Whether an object is one of Crossref's works."""
    return "DOI" in value and (isinstance(value.get("title"), list) or not _OWN.isdisjoint(value))


def fill(value: Object, draft: Draft) -> None:
    """Fill a draft from a work."""
    draft.add("id", as_text(value.get("DOI")))
    draft.add("doi", as_text(value.get("DOI")))
    title, subtitle = as_text(value.get("title")), as_text(value.get("subtitle"))
    draft.add("title", f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title)
    draft.add("venue", as_text(value.get("container-title")))
    add_persons(draft, value)
    for key in _DATES:
        if add_date(draft, value.get(key)):
            break
    draft.add("kind", "preprint" if value.get("subtype") == "preprint" else as_text(value.get("type")))
    for field, key in _FIELDS:
        draft.add(field, as_text(value.get(key)))
    for isbn in as_list(value.get("ISBN")):
        draft.add("isbn", as_text(isbn))
    for subject in as_list(value.get("subject")):
        draft.add("keyword", as_text(subject))
