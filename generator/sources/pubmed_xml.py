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
_FIELDS_OF_BOOKS: tuple[tuple[Field, str], ...] = (
    ("pmid", "BookDocument/PMID"),
    ("id", "BookDocument/PMID"),
    ("year", "BookDocument/Book/PubDate/Year"),
    ("publisher", "BookDocument/Book/Publisher/PublisherName"),
    ("address", "BookDocument/Book/Publisher/PublisherLocation"),
    ("isbn", "BookDocument/Book/Isbn"),
    ("language", "BookDocument/Language"),
)
_OTHER = (
    ("original title", f"{_ARTICLE}/VernacularTitle"),
    ("journal abbreviation", f"{_ARTICLE}/Journal/ISOAbbreviation"),
    ("issn", f"{_ARTICLE}/Journal/ISSN"),
)
_SCHEMES: dict[str, Field] = {"doi": "doi", "pmc": "pmcid", "pubmed": "pmid", "": "identifier"}


def recognises(content: Content) -> bool:
    """Whether it holds PubMed's articles or books."""
    return content.start.startswith("<") and bool(re.search(r"<Pubmed(?:Book)?Article[\s>]", content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a `<PubmedArticle>`, and after these one a `<PubmedBookArticle>`."""
    yield from records(content, "PubmedArticle", "an article", _fill)
    yield from records(content, "PubmedBookArticle", "a book", _fill_book)


def _fill_book(entry: Any, draft: Draft) -> None:
    """A book, or a chapter of one: then the book is what it stands in."""
    chapter = text_of(entry, "BookDocument/ArticleTitle")
    book = text_of(entry, "BookDocument/Book/BookTitle")
    draft.add("kind", "book chapter" if chapter else "book")
    draft.add("title", chapter or book)
    draft.add("venue", book if chapter else "")
    for name, path in _FIELDS_OF_BOOKS:
        draft.add(name, text_of(entry, path))
    draft.add("abstract", " ".join(_sections(entry, "BookDocument")))
    for place in ("BookDocument", "BookDocument/Book"):
        for people in entry.findall(f"{place}/AuthorList"):
            role: Field = "editor" if people.get("Type") == "editors" else "author"
            for person in people.findall("Author"):
                draft.add(role, _name(person))
    for identifier in entry.findall("PubmedBookData/ArticleIdList/ArticleId"):
        draft.add_from(_SCHEMES, identifier.get("IdType") or "", "".join(identifier.itertext()))
    for keyword in texts_of(entry, "BookDocument/KeywordList/Keyword"):
        draft.add("keyword", keyword)


def _fill(article: Any, draft: Draft) -> None:
    types = texts_of(article, f"{_ARTICLE}/PublicationTypeList/PublicationType")
    draft.add("kind", kind_in(types))
    draft.add("status", status_in(types))
    for name, path in _FIELDS:
        draft.add(name, text_of(article, path))
    for other, path in _OTHER:
        draft.add_other(other, text_of(article, path))
    draft.add("abstract", " ".join(_sections(article, _ARTICLE)))
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


def _sections(entry: Any, place: str) -> Iterator[str]:
    """The abstract's pieces, each after its heading (`METHODS: …`) as in PubMed's other exports."""
    for section in entry.findall(f"{place}/Abstract/AbstractText"):
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
