"""Where each field of BibTeX and BibLaTeX goes: a field of the record, its kept fields, the file's structure, nowhere.

The names are those of "BibTeXing" (O. Patashnik, 1988), of the manual of BibLaTeX (sections 2.2.2 to 2.2.6 and its
aliases), and those that services use. A name that is not here goes to the record's `extra` as it is.
"""

from __future__ import annotations

from generator.sources.field_names import Field

RECORD: dict[str, Field] = {
    "title": "title", "abstract": "abstract", "journal": "venue", "journaltitle": "venue", "booktitle": "venue",
    "series": "series", "volume": "volume", "number": "number", "issue": "number", "pages": "pages",
    "publisher": "publisher", "address": "address", "location": "address", "school": "school", "institution": "school",
    "university": "school", "language": "language", "langid": "language", "hyphenation": "language", "url": "url",
    "year": "year", "date": "date", "month": "month", "keywords": "keywords", "keyword": "keywords",
    "author_keywords": "keywords", "author-keywords": "keywords", "note": "note", "status": "status", "doi": "doi",
    "isbn": "isbn", "pmid": "pmid", "pmcid": "pmcid", "pmc": "pmcid", "aclid": "acl", "acl_id": "acl",
    "openreview": "openreview",
    "primaryclass": "primary_class",
    "eprintclass": "primary_class",
    "eid": "article_number", "articleno": "article_number", "art_number": "article_number",
    "article-number": "article_number", "arxiv": "arxiv",
    "arxivid": "arxiv", "reportnumber": "number",
}  # fmt: skip
EPRINTS: dict[str, Field] = {"arxiv": "arxiv", "pubmed": "pmid", "pmid": "pmid", "pmcid": "pmcid", "pmc": "pmcid"}
ALIASES = {"annote": "annotation", "eprintype": "eprinttype", "shortjournal": "journalabbreviation"}
# What ties entries of one file together, or steers how they are printed; it says nothing of the publication.
STRUCTURE = frozenset(
    [
        "crossref",
        "xref",
        "xdata",
        "ids",
        "entryset",
        "entrysubtype",
        "related",
        "relatedoptions",
        "relatedtype",
        "relatedstring",
        "execute",
        "options",
        "presort",
        "sortkey",
        "key",
        "sortname",
        "sortshorthand",
        "sorttitle",
        "sortyear",
        "sorttitleaddon",
        "indextitle",
        "indexsorttitle",
        "label",
        "shorthand",
        "shorthandintro",
        "shortauthor",
        "shorteditor",
        "shortseries",
        "gender",
        "langidopts",
        "bookpagination",
        "pagination",
        "clonesource",
    ]
)
# What belongs to the person who keeps the file: paths, private notes and marks. Records have them; no page shows them.
LOCAL = frozenset(
    [
        "file",
        "pdf",
        "local-url",
        "bdsk-file-1",
        "bdsk-url-1",
        "library",
        "owner",
        "timestamp",
        "creationdate",
        "modificationdate",
        "date-added",
        "date-modified",
        "annotation",
        "annote",
        "comment",
        "comments",
        "review",
        "groups",
        "priority",
        "ranking",
        "readstatus",
        "relevance",
        "printed",
        "qualityassured",
        "mendeley-groups",
        "mendeley-tags",
        "citationkey",
        "added-at",
        "intrahash",
        "interhash",
        "biburl",
        "bibsource",
        "username",
    ]
)
# LaTeX in these is not decoded, only unescaped.
VERBATIM = frozenset(
    [
        "url",
        "doi",
        "eprint",
        "file",
        "isbn",
        "pmid",
        "pmcid",
        "pmc",
        "aclid",
        "acl_id",
        "issn",
        "urldate",
        "date",
        "eventdate",
        "origdate",
        "verba",
        "verbb",
        "verbc",
    ]
)
