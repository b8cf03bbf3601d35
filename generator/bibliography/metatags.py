"""What a paper's page tells reference managers and Google Scholar about its work: Highwire and Dublin Core tags.

The Highwire names are those of Google Scholar's inclusion guidelines; the values take the form that Zotero's Embedded
Metadata translator reads correctly. Dublin Core adds the type, which Highwire cannot say of a preprint.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.bibliography.coins import inverted
from generator.bibliography.entry import address_of, doi_of, page_range, registered_doi
from generator.identifiers import Identifier
from generator.names import Name
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

_TYPES = {
    "article": "journalArticle", "inproceedings": "conferencePaper", "incollection": "bookSection", "book": "book",
    "proceedings": "book", "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report",
    "preprint": "preprint", "dataset": "dataset", "software": "software", "patent": "patent", "misc": "document",
}  # fmt: skip
_VENUES = {
    "article": "citation_journal_title", "inproceedings": "citation_conference_title",
    "incollection": "citation_inbook_title",
}  # fmt: skip


def meta_tags(work: Work, url: str = "") -> tuple[tuple[str, str], ...]:
    """(name, content) of the `<meta>` tags of a work's page, unescaped, in order; `url` is the address of that page."""
    return tuple((name, text) for name, value in _tags(work, url) for text in [visible(value)] if text)


def pdf_of(work: Work) -> str:
    """The address of the free PDF that the identifiers point to, or ""."""
    acl, arxiv = work.identifier("acl"), work.identifier("arxiv")
    if acl:
        return f"https://aclanthology.org/{acl}.pdf"
    return Identifier("arxiv", arxiv).url.replace("/abs/", "/pdf/", 1) if arxiv else ""


def _tags(work: Work, url: str) -> Iterator[tuple[str, str]]:
    yield "citation_title", plain(work.title)
    yield from _people("citation_author", work.authors)
    yield from _people("citation_editor", work.editors)
    yield "citation_publication_date", _date(work, "/")
    yield from _containers(work)
    yield from _places(work)
    yield "citation_arxiv_id", work.identifier("arxiv") or ""
    yield "citation_pmid", work.identifier("pmid") or ""
    yield "citation_language", work.language
    yield "citation_abstract", plain(work.abstract)
    yield "citation_keywords", "; ".join(keyword.replace(";", ",") for keyword in work.keywords)
    yield "citation_pdf_url", pdf_of(work)
    yield "citation_public_url", address_of(work)
    yield "citation_abstract_html_url", url
    yield from _dublin_core(work)


def _people(tag: str, names: tuple[Name, ...]) -> Iterator[tuple[str, str]]:
    written = [inverted(name) for name in names]
    for person in written:
        # A single name with a space on both sides of its comma would be taken for two people; a semicolon marks it as
        # one.
        family, _, given = person.partition(", ")
        yield tag, f"{person};" if len(written) == 1 and " " in family and " " in given else person


def _containers(work: Work) -> Iterator[tuple[str, str]]:
    """What the work appeared in, and its number there."""
    if work.kind == "inproceedings":
        # Zotero takes the proceedings' title from the first tag, and the type from the last.
        yield "citation_inbook_title", work.cited_venue
    if work.kind in _VENUES:
        yield _VENUES[work.kind], work.cited_venue
    elif work.is_thesis:
        yield "citation_dissertation_institution", work.institution
    elif work.kind == "techreport":
        yield "citation_technical_report_institution", work.institution or work.cited_venue
        yield "citation_technical_report_number", work.number
    elif work.kind == "preprint":
        arxiv = work.identifier("arxiv")
        yield "citation_technical_report_number", f"arXiv:{arxiv}" if arxiv else work.number


def _places(work: Work) -> Iterator[tuple[str, str]]:
    yield "citation_series_title", work.series
    yield "citation_volume", work.volume
    if work.kind == "article":
        yield "citation_issue", work.number
    first, last = page_range(work.pages)
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield (
        "citation_publisher",
        work.publisher or ("arXiv" if work.kind == "preprint" and work.identifier("arxiv") else ""),
    )
    yield "citation_isbn", work.identifier("isbn") or ""
    yield "citation_issn", work.kept("issn")
    yield "citation_doi", registered_doi(work)


def _dublin_core(work: Work) -> Iterator[tuple[str, str]]:
    yield "DC.title", plain(work.title)
    for name in work.authors:
        yield "DC.creator", inverted(name)
    yield "DC.date", _date(work, "-")
    yield "DC.type", _TYPES[work.kind]
    doi, arxiv = doi_of(work), work.identifier("arxiv")
    preprint = Identifier("arxiv", arxiv).url if arxiv else ""
    yield "DC.identifier", f"doi:{doi}" if doi else preprint or address_of(work)
    yield "DC.publisher", work.publisher
    yield "DC.language", work.language


def _date(work: Work, separator: str) -> str:
    if not work.year:
        return ""
    return f"{work.year}{separator}{work.month:02}" if work.month else str(work.year)
