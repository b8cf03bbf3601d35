"""OpenAlex: works by a filter of up to 100 DOIs or PubMed ids, ten requests a second.

Since February 2026 it answers a few questions a day without a key, which is free
(https://developers.openalex.org/api-reference/authentication). A list names at most 100 authors of a work
(`is_authors_truncated`).

Shape: https://docs.openalex.org/api-entities/works/work-object; filters with `|`:
https://docs.openalex.org/how-to-use-the-api/get-lists-of-entities/filter-entity-lists. arXiv papers have its DOI.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.citations import REFERENCES, joined_references
from generator.config.values import SERVICE_LABELS
from generator.identifiers import Identifier
from generator.records import Record
from generator.services.client import Caller, Params
from generator.services.drafted import record_of
from generator.services.failure import misshapen
from generator.services.service import Key, Question, Service
from generator.sources import openalex
from generator.sources.draft import Draft
from generator.sources.json_values import as_list, as_object, as_text
from generator.text.compare import fold

_CANDIDATES = 3
_ODD = frozenset(",|\"'")  # which its filters cannot hold


def _by_identifier(caller: Caller, asked: Sequence[Identifier]) -> Mapping[Identifier, Record]:
    found: dict[Identifier, Record] = {}
    for name, schemes in (("doi", ("doi", "arxiv")), ("pmid", ("pmid",))):
        values = [_written(one) for one in asked if one.scheme in schemes and _ODD.isdisjoint(one.value)]
        if not values:
            continue
        for record in _works(caller, {"filter": f"{name}:{'|'.join(values)}", "per-page": str(len(values))}):
            for identifier in record.identifiers:
                found.setdefault(Identifier(identifier.scheme, identifier.value), record)
    return {one: found[one] for one in asked if one in found}


def _by_title(caller: Caller, question: Question) -> Sequence[Record]:
    return list(_works(caller, {"filter": f"title.search:{fold(question.title)}", "per-page": str(_CANDIDATES)}))


def _works(caller: Caller, params: Params) -> Iterator[Record]:
    answer = caller.json("works", {**params, **({"mailto": caller.email} if caller.email else {})})
    if answer is not None and not isinstance(as_object(answer).get("results"), list):
        raise misshapen("it has no `results`")
    for work in as_list(as_object(answer).get("results")):
        record = _record(as_object(work))
        if record:
            yield record


def _record(work: Mapping[str, Any]) -> Record | None:
    draft = Draft()
    if as_object(as_object(work.get("primary_location")).get("source")).get("type") == "conference":
        draft.add("kind", "conference paper")  # which OpenAlex calls an article
    openalex.fill(work, draft)
    for location in map(as_object, as_list(work.get("locations"))):
        draft.add("url", as_text(location.get("landing_page_url")))
    primary = as_object(work.get("primary_location"))
    source = as_object(primary.get("source"))
    if source.get("type") != "repository":
        draft.add("publisher", as_text(source.get("host_organization_name")))
    best = as_object(work.get("best_oa_location"))
    draft.add_other("license", as_text(primary.get("license")) or as_text(best.get("license")))
    draft.add_other("openalex", as_text(work.get("id")).rpartition("/")[2])
    draft.add_other("citations", as_text(work.get("cited_by_count")))
    cited = (as_text(one).rpartition("/")[2] for one in as_list(work.get("referenced_works")))
    draft.add_other(REFERENCES, joined_references(f"openalex:{one}" for one in cited))
    return record_of("openalex", draft)


def _written(one: Identifier) -> str:
    return f"10.48550/arxiv.{one.value}" if one.scheme == "arxiv" else one.value


SERVICE = Service(
    "openalex",
    SERVICE_LABELS["openalex"],
    "https://api.openalex.org",
    ("doi", "arxiv", "pmid"),
    batch=100,
    pause=0.15,
    wants_email=True,
    key=Key("OPENALEX_API_KEY", parameter="api_key"),
    by_identifier=_by_identifier,
    by_title=_by_title,
)
