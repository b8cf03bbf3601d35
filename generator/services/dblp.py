"""DBLP's search for publications, which knows titles and no lists of identifiers.

Shape: https://dblp.org/faq/How+to+use+the+dblp+search+API.html (`result.hits.hit[].info`; a single author stands
without a list, and homonyms have numbers).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator import status
from generator.config.values import SERVICE_LABELS
from generator.records import Record
from generator.services.client import Caller
from generator.services.drafted import record_of
from generator.services.failure import misshapen
from generator.services.service import Question, Service
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.json_values import as_list, as_object, as_text
from generator.text.compare import fold

_CANDIDATES = 5
_FIELDS: dict[str, Field] = {
    "title": "title", "venue": "venue", "volume": "volume", "number": "number", "pages": "pages", "year": "year",
    "doi": "doi", "publisher": "publisher",
}  # fmt: skip
_TYPES = {
    "Journal Articles": "article",
    "Conference and Workshop Papers": "inproceedings",
    "Parts in Books or Collections": "incollection",
    "Books and Theses": "book",
    "Informal Publications": "preprint",
    "Informal and Other Publications": "preprint",
    "Editorship": "proceedings",
}
_WITHDRAWN = "Withdrawn Items"  # the type of these, in the place of their own
_BY_KEY = {"journals": "article", "conf": "inproceedings"}


def _by_title(caller: Caller, question: Question) -> Sequence[Record]:
    answer = caller.json("search/publ/api", {"q": fold(question.title), "format": "json", "h": str(_CANDIDATES)})
    if answer is None:
        return []
    hits = as_object(as_object(as_object(answer).get("result")).get("hits"))
    if not hits:
        raise misshapen("it has no `result.hits`")
    found = [_record(as_object(as_object(hit).get("info"))) for hit in as_list(hits.get("hit"))]
    return [record for record in found if record]


def _record(info: Mapping[str, Any]) -> Record | None:
    draft = Draft()
    key, kind = as_text(info.get("key")), as_text(info.get("type"))
    draft.add("id", key)
    draft.add("kind", _BY_KEY.get(key.partition("/")[0], "") if kind == _WITHDRAWN else _TYPES.get(kind, ""))
    for name, field in _FIELDS.items():
        draft.add(field, as_text(info.get(name)))
    for author in as_list(as_object(info.get("authors")).get("author")):
        draft.add("author", as_text(as_object(author).get("text") or author))
    for address in as_list(info.get("ee")):
        draft.add("url", as_text(address))
    draft.add_other("dblp", key)
    return record_of("dblp", draft, [status.WITHDRAWN] if kind == _WITHDRAWN else [])


SERVICE = Service("dblp", SERVICE_LABELS["dblp"], "https://dblp.org", (), batch=1, pause=1.5, by_title=_by_title)
