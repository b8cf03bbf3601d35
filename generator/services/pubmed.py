"""PubMed's E-utilities: 200 records a request, three requests a second, with the program's name and a contact address.

Shape: https://www.ncbi.nlm.nih.gov/books/NBK25499/ (`efetch`, `esearch`) and
https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html (`PublicationType`, `CommentsCorrections`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator import status
from generator.citations import REFERENCES, joined_references
from generator.config.values import SERVICE_LABELS
from generator.identifiers import Identifier
from generator.records import Record
from generator.services.client import Caller, Params
from generator.services.drafted import with_status
from generator.services.failure import misshapen
from generator.services.service import Key, Question, Service
from generator.sources import pubmed_xml
from generator.sources.content import Content
from generator.sources.json_values import as_list, as_object, as_text
from generator.text.compare import fold

_CANDIDATES = 3
_ARTICLE = re.compile(r"<PubmedArticle[\s>].*?</PubmedArticle>", re.DOTALL)
_RETRACTED = re.compile(r"<PublicationType\b[^>]*>\s*Retracted Publication\s*<|RefType=\"RetractionIn\"")
_CORRECTED = re.compile(r"RefType=\"(?:ErratumIn|CorrectedandRepublishedIn|PartialRetractionIn)\"")
_REFERENCES = re.compile(r"<ReferenceList>.*</ReferenceList>", re.DOTALL)
_CITED = re.compile(r"<ArticleId IdType=\"(pubmed|doi)\">\s*([^<\s]+)\s*<")
_UPDATED = re.compile(r"RefType=\"UpdateIn\"(?:(?!</CommentsCorrections>).)*?<PMID\b[^>]*>(\d+)<", re.DOTALL)


def _by_identifier(caller: Caller, asked: Sequence[Identifier]) -> Mapping[Identifier, Record]:
    found = {one.identifier("pmid"): one for one in _records(caller, [one.value for one in asked])}
    return {one: found[one.value] for one in asked if one.value in found}


def _by_title(caller: Caller, question: Question) -> Sequence[Record]:
    params = {"db": "pubmed", "term": f"{fold(question.title)}[Title]", "retmode": "json", "retmax": str(_CANDIDATES)}
    answer = caller.json("esearch.fcgi", {**params, **_polite(caller)})
    ids = [as_text(one) for one in as_list(as_object(as_object(answer).get("esearchresult")).get("idlist"))]
    return list(_records(caller, ids)) if ids else []


def _records(caller: Caller, ids: Sequence[str]) -> Iterator[Record]:
    text = caller.text("efetch.fcgi", {"db": "pubmed", "id": ",".join(ids), "retmode": "xml", **_polite(caller)})
    if text is None:
        return
    if "<PubmedArticleSet" not in text:
        raise misshapen("it is not a set of articles")
    if "</PubmedArticleSet>" not in text and "<PubmedArticleSet/>" not in text:
        raise misshapen("it breaks off")
    for article in _ARTICLE.finditer(text):
        said = [
            one
            for one, sign in (
                (status.RETRACTED, _RETRACTED),
                (status.CORRECTED, _CORRECTED),
            )
            if sign.search(article[0])
        ]
        for item in pubmed_xml.read(Content("pubmed", article[0].encode())):
            if isinstance(item, Record):
                yield _with_references(_with_update(with_status(item, said), article[0]), article[0])


def _with_update(record: Record, article: str) -> Record:
    """The record with what came after it: a preprint's published article, or the next version of a review."""
    update = _UPDATED.search(article)
    if update is None:
        return record
    if record.kind != "preprint":
        return replace(record, status=status.gravest([record.status, status.SUPERSEDED]))
    published = ("published as", f"pmid:{update[1]}")
    return replace(
        record, identifiers=(*record.identifiers, Identifier("pmid", update[1])), extra=(*record.extra, published)
    )


def _with_references(record: Record, article: str) -> Record:
    """The record with what it cites; PubMed knows this only of articles in PubMed Central."""
    lists = _REFERENCES.search(article)
    found = _CITED.findall(lists[0]) if lists else ()
    cited = joined_references(f"pmid:{one}" if kind == "pubmed" else f"doi:{one.lower()}" for kind, one in found)
    return replace(record, extra=(*record.extra, (REFERENCES, cited))) if cited else record


def _polite(caller: Caller) -> Params:
    return {"tool": "survey-site-generator"} | ({"email": caller.email} if caller.email else {})


SERVICE = Service(
    "pubmed",
    SERVICE_LABELS["pubmed"],
    "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    ("pmid",),
    batch=200,
    pause=0.4,
    wants_email=True,
    key=Key("NCBI_API_KEY", parameter="api_key"),
    by_identifier=_by_identifier,
    by_title=_by_title,
)
