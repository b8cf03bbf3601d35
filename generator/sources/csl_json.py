"""CSL-JSON, as Zotero, Mendeley, pandoc and content negotiation write it. https://github.com/citation-style-language/schema"""

from __future__ import annotations

from collections.abc import Mapping

from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.json_values import Object, add_date, add_persons, as_list, as_text

SIGNS = (
    r'"date-parts"\s*:|"container-title"\s*:|"family"\s*:|"type"\s*:\s*"(?:article-journal|paper-conference|chapter)"'
)
_TYPES = {
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "paper-conference",
    "chapter",
    "entry-encyclopedia",
}
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("id", "id"), ("title", "title"), ("abstract", "abstract"), ("venue", "container-title"),
    ("series", "collection-title"),
    ("volume", "volume"), ("number", "issue"), ("pages", "page"), ("publisher", "publisher"),
    ("address", "publisher-place"), ("language", "language"), ("url", "URL"), ("doi", "DOI"), ("isbn", "ISBN"),
    ("pmid", "PMID"), ("pmcid", "PMCID"),
    ("note", "note"),
    ("keywords", "keyword"),
)  # fmt: skip
_READ = {key for _, key in _FIELDS} | {"type", "number", "author", "editor", "issued"}


def fits(value: Object) -> bool:
    """Whether an object is a CSL item."""
    known = not {"issued", "container-title", "DOI", "URL"}.isdisjoint(value) or value.get("type") in _TYPES
    return "type" in value and isinstance(value.get("title", ""), (str, list)) and (known or _has_names(value))


def fill(value: Object, draft: Draft) -> None:
    """Fill a draft from an item."""
    thesis = value.get("type") == "thesis"
    for field, key in _FIELDS:
        found = value.get(key)
        if field == "keywords" and isinstance(found, list):
            for keyword in found:
                draft.add("keyword", as_text(keyword))
            continue
        draft.add("school" if thesis and field == "publisher" else field, as_text(found))
    draft.add("kind", _kind(value))
    number = as_text(value.get("number"))
    if number.lower().startswith("arxiv"):
        draft.add("arxiv", number)
    elif value.get("type") == "report":
        draft.add("number", number)
    else:
        draft.add_other("report number", number)
    add_persons(draft, value)
    add_date(draft, value.get("issued"))
    for key, other in value.items():
        if isinstance(other, str) and key not in _READ:
            draft.add_other(key, other)


def _kind(value: Object) -> str:
    """The item's type: an `article` in nothing is a preprint."""
    if value.get("type") == "article" and not value.get("container-title"):
        return "preprint"
    return as_text(value.get("type"))


def _has_names(value: Object) -> bool:
    """Whether its authors are written as CSL writes names."""
    persons = [person for person in as_list(value.get("author")) if isinstance(person, Mapping)]
    return bool(persons) and not {"family", "given", "literal"}.isdisjoint(persons[0])
