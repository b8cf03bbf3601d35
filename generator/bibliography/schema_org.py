"""Works as schema.org describes them, for JSON-LD: each property only on a type that has it.

Volumes and issues are things of their own that a work is part of (https://schema.org/PublicationIssue); pages
belong to articles and chapters only.
"""

from __future__ import annotations

from typing import Any

from generator.bibliography.entry import address_of, doi_of, page_range
from generator.names import Name
from generator.service_facts import licence_of
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

_TYPES = {
    "book": "Book", "proceedings": "Book", "incollection": "Chapter", "phdthesis": "Thesis",
    "mastersthesis": "Thesis", "techreport": "Report", "dataset": "Dataset", "software": "SoftwareApplication",
}  # fmt: skip
_ARTICLE = "ScholarlyArticle"
_HEADLINE = 110  # characters; search engines show no more

Thing = dict[str, Any]


def schema_org(work: Work, url: str = "") -> Thing:
    """The work as a `ScholarlyArticle` (`Book`, `Chapter`, `Thesis`, `Report`, …); `url` is its page here."""
    kind = _TYPES.get(work.kind, _ARTICLE)
    doi, arxiv, licence = doi_of(work), work.identifier("arxiv"), licence_of(work)
    values: Thing = {
        "name": plain(visible(work.shown_title)),
        "headline": plain(visible(work.shown_title))[:_HEADLINE],
        "author": [agent(name) for name in work.authors],
        "editor": [agent(name) for name in work.editors],
        "datePublished": _date(work),
        "isPartOf": _container(work),
        "publisher": _organisation(work.institution),
        "abstract": plain(visible(work.abstract)),
        "keywords": [visible(keyword) for keyword in work.keywords],
        "inLanguage": visible(work.language),
        "identifier": [f"doi:{doi}"] * bool(doi) + [f"arXiv:{arxiv}"] * bool(arxiv),
        "sameAs": address_of(work),
        "license": licence.url or visible(licence.name) if licence else "",
        "url": url,
    }
    if kind in (_ARTICLE, "Chapter"):
        values["pageStart"], values["pageEnd"] = page_range(work.pages)
    elif kind == "Book":
        values |= {"isbn": work.identifier("isbn"), "bookEdition": visible(work.kept("edition"))}
    elif kind == "Report":
        values["reportNumber"] = visible(work.number)
    return {"@context": "https://schema.org", **_thing(kind, values)}


def agent(name: Name) -> Thing:
    """A person or a group."""
    if name.corporate:
        return _organisation(name.family) or {}
    parts = {
        "name": name.as_first_last,
        "familyName": name.last,
        "givenName": name.given,
        "honorificSuffix": name.suffix,
    }
    return _thing("Person", {part: visible(value) for part, value in parts.items()})


def _container(work: Work) -> Thing | None:
    """What the work is part of: the issue of the volume of the journal, the book, the volume of the series."""
    venue = visible(work.cited_venue) if work.published else ""
    if work.kind == "article":
        return _within("Issue", work.number, _within("Volume", work.volume, _named("Periodical", venue)))
    series = _within("Volume", work.volume, _named("BookSeries", visible(work.series)))
    if work.kind in ("inproceedings", "incollection") and venue:
        return _thing("Book", {"name": venue, "isPartOf": series})
    return series


def _within(part: str, number: str, whole: Thing | None) -> Thing | None:
    """A numbered part of a whole, or the whole where there is no number."""
    text = visible(number)
    return _thing(f"Publication{part}", {f"{part.lower()}Number": text, "isPartOf": whole}) if text else whole


def _named(kind: str, name: str) -> Thing | None:
    return _thing(kind, {"name": name}) if name else None


def _organisation(name: str) -> Thing | None:
    return _named("Organization", visible(name))


def _thing(kind: str, values: Thing) -> Thing:
    return {"@type": kind} | {name: value for name, value in values.items() if value}


def _date(work: Work) -> str:
    if not work.year:
        return ""
    return f"{work.year}-{work.month:02}" if work.month else str(work.year)
