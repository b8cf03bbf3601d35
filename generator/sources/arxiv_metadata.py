"""arXiv's metadata as JSON, as its dump on Kaggle has it (`authors_parsed`, `journal-ref`)."""

from __future__ import annotations

import re

from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.journal_reference import reference_parts
from generator.sources.json_values import Object, as_list, as_object, as_text
from generator.sources.latex import decode

_FIELDS: tuple[tuple[Field, str], ...] = (("id", "id"), ("arxiv", "id"), ("abstract", "abstract"), ("doi", "doi"))
_CREATED = re.compile(r"\b([A-Z][a-z]{2}) ((?:19|20)\d\d)\b")  # `Mon, 2 Apr 2007 19:18:42 GMT`


def fits(value: Object) -> bool:
    """Whether an object is one of arXiv's records."""
    return isinstance(value.get("authors_parsed"), list)


def fill(value: Object, draft: Draft) -> None:
    """Fill a draft from a record."""
    for field, key in _FIELDS:
        draft.add(field, as_text(value.get(key)))
    draft.add("title", decode(as_text(value.get("title"))))
    for parts in value["authors_parsed"]:
        family, given, *suffix = (*map(as_text, as_list(parts)), "", "")
        names = (family, *suffix[:1], given.replace(". -", ".-"))
        draft.add("author", decode(", ".join(part for part in names if part)))
    draft.add("primary_class", as_text(value.get("categories")).split(" ")[0])
    for version in as_list(value.get("versions"))[:1]:
        created = _CREATED.search(as_text(as_object(version).get("created")))
        draft.add("date", f"{created[1]} {created[2]}" if created else None)
    for part, found in reference_parts(as_text(value.get("journal-ref"))).items():
        draft.add(part, found)
    draft.add("kind", "article" if value.get("doi") else "preprint")
    draft.add_other("journal_ref", value.get("journal-ref"))
    draft.add_other("comment", value.get("comments"))
