"""Semantic Scholar's Academic Graph: 500 papers a request, one request a second.

Shape: https://api.semanticscholar.org/api-docs/graph (`paper/batch` answers in the order of the question, with null for
what it does not know; `paper/search/match` gives one paper, or 404).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.citations import REFERENCES, joined_references, reference_to
from generator.config.values import SERVICE_LABELS
from generator.identifiers import Identifier, parse_arxiv, parse_doi
from generator.records import Record
from generator.services.client import Caller
from generator.services.drafted import record_of
from generator.services.failure import ServiceError, misshapen
from generator.services.service import Key, Question, Service
from generator.sources import semantic_scholar
from generator.sources.draft import Draft
from generator.sources.json_values import as_list, as_object, as_text

_FIELDS = (
    "title,abstract,venue,year,authors.name,externalIds,publicationDate,publicationTypes,publicationVenue,journal,url,citationCount,"
    "openAccessPdf"
)
_REFERENCE_FIELDS = "references.externalIds"
_TOO_LARGE = 400  # HTTP status of a question whose answer would be too large
_PREFIXES = {"arxiv": "ARXIV", "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "acl": "ACL"}


def _by_identifier(caller: Caller, asked: Sequence[Identifier]) -> Mapping[Identifier, Record]:
    ids = [f"{_PREFIXES[one.scheme]}:{one.value.removeprefix('PMC')}" for one in asked]
    body = {"ids": ids}
    try:
        answer = caller.json("graph/v1/paper/batch", {"fields": f"{_FIELDS},{_REFERENCE_FIELDS}"}, body)
    except ServiceError as error:
        if error.status != _TOO_LARGE:  # with the references, an answer may have more than the 10 MB that it may have
            raise
        answer = caller.json("graph/v1/paper/batch", {"fields": _FIELDS}, body)
    if answer is None:
        return {}
    if not isinstance(answer, list) or len(answer) != len(asked):
        raise misshapen("it is not a list of as many papers as were asked for")
    records = {one: _record(as_object(paper)) for one, paper in zip(asked, answer, strict=True)}
    return {one: record for one, record in records.items() if record}


def _by_title(caller: Caller, question: Question) -> Sequence[Record]:
    answer = caller.json("graph/v1/paper/search/match", {"query": question.title, "fields": _FIELDS})
    found = [_record(as_object(paper)) for paper in as_list(as_object(answer).get("data"))]
    return [record for record in found if record]


def _record(paper: Mapping[str, Any]) -> Record | None:
    if not paper:
        return None
    draft = Draft()
    semantic_scholar.fill(paper, draft)
    draft.add_other("semantic scholar", as_text(paper.get("paperId")))
    draft.add_other("dblp", as_text(as_object(paper.get("externalIds")).get("DBLP")))
    draft.add_other("citations", as_text(paper.get("citationCount")))
    draft.add_other("license", as_text(as_object(paper.get("openAccessPdf")).get("license")))
    draft.add_other(REFERENCES, joined_references(_references(paper)))
    return record_of("semantic-scholar", draft)


def _references(paper: Mapping[str, Any]) -> Iterator[str]:
    """What it cites: by DOI and arXiv id, which works of a survey have, else by its own id."""
    for one in map(as_object, as_list(paper.get("references"))):
        ids = as_object(one.get("externalIds"))
        known = parse_doi(as_text(ids.get("DOI"))), parse_arxiv(as_text(ids.get("ArXiv")))
        named = [reference_to(identifier) for identifier in known if identifier]
        yield from named or [f"s2:{as_text(one.get('paperId'))}"]


SERVICE = Service(
    "semantic-scholar",
    SERVICE_LABELS["semantic-scholar"],
    "https://api.semanticscholar.org",
    ("doi", "arxiv", "pmid", "pmcid", "acl"),
    batch=500,
    pause=1.1,
    key=Key("S2_API_KEY", header="x-api-key"),
    by_identifier=_by_identifier,
    by_title=_by_title,
)
