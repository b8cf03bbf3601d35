"""Reader of PubMed's XML (`PubmedArticleSet`). Elements: https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.pubmed_types import kind_in, status_in
from generator.sources.xml_entries import records, text_of, texts_of

NAME = "PubMed XML"
_ARTICLE = "MedlineCitation/Article"
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("pmid", "MedlineCitation/PMID"), ("id", "MedlineCitation/PMID"), ("title", f"{_ARTICLE}/ArticleTitle"),
    ("venue", f"{_ARTICLE}/Journal/Title"), ("volume", f"{_ARTICLE}/Journal/JournalIssue/Volume"),
    ("number", f"{_ARTICLE}/Journal/JournalIssue/Issue"), ("year", f"{_ARTICLE}/Journal/JournalIssue/PubDate/Year"),
    ("month", f"{_ARTICLE}/Journal/JournalIssue/PubDate/Month"),
    ("date", f"{_ARTICLE}/Journal/JournalIssue/PubDate/MedlineDate"), ("pages", f"{_ARTICLE}/Pagination/MedlinePgn"),
    ("language", f"{_ARTICLE}/Language"), ("address", "MedlineCitation/MedlineJournalInfo/Country"),
)  # fmt: skip
_OTHER = (
    ("original title", f"{_ARTICLE}/VernacularTitle"),
    ("journal abbreviation", f"{_ARTICLE}/Journal/ISOAbbreviation"),
    ("issn", f"{_ARTICLE}/Journal/ISSN"),
)
_SCHEMES: dict[str, Field] = {"doi": "doi", "pmc": "pmcid", "pubmed": "pmid", "": "identifier"}


def recognises(content: Content) -> bool:
    """Whether it holds PubMed's articles."""
    return content.start.startswith("<") and bool(re.search(r"<PubmedArticle[\s>]", content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a `<PubmedArticle>`."""
    return records(content, "PubmedArticle", "an article", _fill)


def _fill(article: Any, draft: Draft) -> None:
    types = texts_of(article, f"{_ARTICLE}/PublicationTypeList/PublicationType")
    draft.add("kind", kind_in(types))
    draft.add("status", status_in(types))
    for name, path in _FIELDS:
        draft.add(name, text_of(article, path))
    for other, path in _OTHER:
        draft.add_other(other, text_of(article, path))
    draft.add("abstract", " ".join(_sections(article)))
    for person in article.findall(f"{_ARTICLE}/AuthorList/Author"):
        draft.add("author", _name(person))
    for scheme, path in (("IdType", "PubmedData/ArticleIdList/ArticleId"), ("EIdType", f"{_ARTICLE}/ELocationID")):
        for identifier in article.findall(path):
            draft.add_from(_SCHEMES, identifier.get(scheme) or "", "".join(identifier.itertext()))
    for keyword in (
        *texts_of(article, "MedlineCitation/MeshHeadingList/MeshHeading/DescriptorName"),
        *texts_of(article, "MedlineCitation/KeywordList/Keyword"),
    ):
        draft.add("keyword", keyword)


def _sections(article: Any) -> Iterator[str]:
    """The abstract's pieces, each after its heading (`METHODS: …`) as in PubMed's other exports."""
    for section in article.findall(f"{_ARTICLE}/Abstract/AbstractText"):
        text = " ".join("".join(section.itertext()).split())
        yield f"{section.get('Label')}: {text}" if section.get("Label") and text else text


def _name(person: Any) -> str:
    """`Family, Suffix, Given`, or the braced name of a group."""
    group = text_of(person, "CollectiveName")
    if group:
        return f"{{{group}}}"
    parts = (
        text_of(person, "LastName"),
        text_of(person, "Suffix"),
        text_of(person, "ForeName") or text_of(person, "Initials"),
    )
    return ", ".join(part for part in parts if part)
