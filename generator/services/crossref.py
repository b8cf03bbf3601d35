"""Crossref's REST API: 100 DOIs a request by its `doi` filter, at the pace of its polite pool.

Shape: https://github.com/CrossRef/rest-api-doc (`message.items`, `relation`, `reference`) and
https://www.crossref.org/documentation/retrieve-metadata/rest-api/; retractions (`updated-by`, with Retraction Watch's):
https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import status
from generator.citations import REFERENCES, joined_references, reference_to
from generator.config.values import SERVICE_LABELS
from generator.identifiers import Identifier, parse_doi
from generator.records import Record
from generator.services.client import Caller, Params
from generator.services.drafted import record_of
from generator.services.failure import misshapen
from generator.services.service import Question, Service
from generator.sources import crossref
from generator.sources.draft import Draft
from generator.sources.json_values import as_list, as_object, as_text

_CANDIDATES = 3
_NOT_THE_WORK = ("tdm", "am", "stm-asf")  # of text mining, of the accepted manuscript, of articles that others share


def _by_identifier(caller: Caller, asked: Sequence[Identifier]) -> Mapping[Identifier, Record]:
    # A comma separates filters, so that a DOI which holds one is asked for alone.
    plain = [one for one in asked if "," not in one.value]
    found: dict[str | None, Record] = {}
    if plain:
        params = {"filter": ",".join(f"doi:{one.value}" for one in plain), "rows": str(len(plain))}
        found |= {one.identifier("doi"): one for one in _items(caller, params)}
    for one in asked:
        if one not in plain:
            message = as_object(as_object(caller.json(f"works/{one.value}", _polite(caller))).get("message"))
            record = _record(message) if message else None
            found |= {one.value: record} if record else {}
    return {one: found[one.value] for one in asked if one.value in found}


def _by_title(caller: Caller, question: Question) -> Sequence[Record]:
    words = " ".join([question.title, *(name.family for name in question.authors[:1]), str(question.year or "")])
    return list(_items(caller, {"query.bibliographic": words.strip(), "rows": str(_CANDIDATES)}))


def _items(caller: Caller, params: Params) -> Iterator[Record]:
    answer = caller.json("works", {**params, **_polite(caller)})
    message = as_object(as_object(answer).get("message"))
    if answer is not None and not isinstance(message.get("items"), list):
        raise misshapen("it has no `message.items`")
    for item in as_list(message.get("items")):
        record = _record(as_object(item))
        if record:
            yield record


def _record(item: Mapping[str, Any]) -> Record | None:
    draft = Draft()
    crossref.fill(item, draft)
    said = [status.of_update(as_text(as_object(one).get("type"))) for one in as_list(item.get("updated-by"))]
    relation = as_object(item.get("relation"))
    said += [status.SUPERSEDED] if as_list(relation.get("is-replaced-by")) else []
    published = [as_text(as_object(one).get("id")) for one in as_list(relation.get("is-preprint-of"))]
    preprints = [as_text(as_object(one).get("id")) for one in as_list(relation.get("has-preprint"))]
    for doi in (*published, *preprints):
        draft.add("doi", doi)
    draft.add_other("published as", published[0] if published else "")
    draft.add_other("license", _license(item))
    draft.add_other("citations", as_text(item.get("is-referenced-by-count")))
    draft.add_other("issn", as_text(item.get("ISSN")))
    cited = [parse_doi(as_text(as_object(one).get("DOI"))) for one in as_list(item.get("reference"))]
    draft.add_other(REFERENCES, joined_references(reference_to(one) for one in cited if one))
    draft.add_other("short venue", as_text(as_object(item.get("event")).get("acronym")))
    return record_of("crossref", draft, said)


def _license(item: Mapping[str, Any]) -> str:
    """The address of the licence of the version of record, an open one first; that for mining texts is none of it."""
    found = [
        as_text(one.get("URL"))
        for one in map(as_object, as_list(item.get("license")))
        if as_text(one.get("content-version")) not in _NOT_THE_WORK
    ]
    return next((one for one in found if "creativecommons.org/" in one), next(iter(found), ""))


def _polite(caller: Caller) -> Params:
    return {"mailto": caller.email} if caller.email else {}


SERVICE = Service(
    "crossref",
    SERVICE_LABELS["crossref"],
    "https://api.crossref.org",
    ("doi",),
    batch=100,
    pause=0.2,
    wants_email=True,
    by_identifier=_by_identifier,
    by_title=_by_title,
)
