"""The shapes of JSON works: which service an object comes from, and where it keeps what.

OpenAlex: https://docs.openalex.org/api-entities/works/work-object. Semantic Scholar: https://api.semanticscholar.org/api-docs.
Crossref: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md. CSL-JSON: https://github.com/citation-style-language/schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.records import LeftOut, Origin, Record
from generator.sources.arxiv_atom import reference_parts
from generator.sources.columns import field_of, fields_of, record_of_row
from generator.sources.draft import FIELDS, Draft
from generator.sources.latex import decode

Object = Mapping[str, Any]
_ENVELOPES = (
    "data",
    "info",
    "metadata",
    "fields",
    "attributes",
    "item",
    "_source",
    "bibjson",
    "paper",
    "article",
    "work",
    "record",
    "publication",
)
_OWN_NAMES = ("name", "title", "display_name", "displayName", "text", "value")
_OWN_FACTS = ("id", "type", "url", "key", "link", "description")  # of the inner object, not of the work
ABSTRACT_WORDS = 20_000  # positions of an inverted abstract beyond this are damage


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of object: `signs` in a file's beginning, `fits` one object, `fill` a draft from it."""

    name: str
    signs: re.Pattern[str]
    fits: Callable[[Object], bool]
    fill: Callable[[Object, Draft], None]


def record_of_object(origin: Origin, value: Object, given: Mapping[str, str]) -> Record | LeftOut:
    """The record that one object describes."""
    shape = next((shape for shape in SHAPES if shape.fits(value)), None)
    if shape is None or given:
        flat = flattened(value)
        columns = list(flat)
        return record_of_row(origin, columns, fields_of(columns, given), list(flat.values()))
    draft = Draft()
    shape.fill(value, draft)
    return draft.finished(Origin(origin.source, origin.line, draft.texts.get("id")), "an object")


def flattened(value: Object) -> dict[str, object]:
    """The keys of an object with those of nested ones: an envelope's (`data: {title: …}`) stand in its place, others after a dot.

    What an inner object calls its name (`journal: {name: …}`) is the value of its key.
    """
    flat: dict[str, object] = {}
    for key, item in value.items():
        if isinstance(item, Mapping):
            for inner, nested in (flattened(item) if key in _ENVELOPES else item).items():
                if isinstance(nested, Mapping) or (
                    isinstance(nested, list) and key not in _ENVELOPES and not field_of(inner)
                ):
                    continue
                if key in _ENVELOPES:
                    name = inner if inner not in value else f"{key}.{inner}"
                elif inner in _OWN_NAMES:
                    name = key
                else:
                    name = inner if inner not in value and inner not in _OWN_FACTS else f"{key}.{inner}"
                flat.setdefault(name, nested)
        elif not (isinstance(item, list) and item and isinstance(item[0], list)):
            flat[key] = item
    return flat


def _openalex(value: Object, draft: Draft) -> None:
    draft.add("id", value.get("id"))
    draft.add("title", value.get("display_name") or value.get("title"))
    positions = sorted(
        (place, word)
        for word, places in (value.get("abstract_inverted_index") or {}).items()
        for place in places
        if 0 <= place < ABSTRACT_WORDS
    )
    draft.add("abstract", " ".join(word for _, word in positions))
    for authorship in value.get("authorships") or ():
        draft.add("author", authorship.get("raw_author_name") or (authorship.get("author") or {}).get("display_name"))
    location = value.get("primary_location") or {}
    draft.add("venue", ((location.get("source") or value.get("host_venue")) or {}).get("display_name"))
    draft.add("date", value.get("publication_date"))
    draft.add("year", value.get("publication_year"))
    draft.add(
        "kind",
        "preprint"
        if (location.get("source") or {}).get("type") == "repository"
        else value.get("type_crossref") or value.get("type"),
    )
    biblio = value.get("biblio") or {}
    for ours, theirs in (
        ("volume", "volume"),
        ("number", "issue"),
        ("start_page", "first_page"),
        ("end_page", "last_page"),
    ):
        draft.add(ours, biblio.get(theirs))
    ids = value.get("ids") or {}
    draft.add("doi", value.get("doi") or ids.get("doi"))
    draft.add("pmid", ids.get("pmid"))
    draft.add("pmcid", ids.get("pmcid"))
    draft.add("url", location.get("landing_page_url"))
    draft.add("language", value.get("language"))


def _semantic_scholar(value: Object, draft: Draft) -> None:
    draft.add("id", value.get("paperId"))
    for name in ("title", "abstract", "venue", "year", "url"):
        draft.add(name, value.get(name))
    draft.add("date", value.get("publicationDate"))
    for author in value.get("authors") or ():
        draft.add("author", author.get("name"))
    ids = value.get("externalIds") or {}
    for ours, theirs in (
        ("doi", "DOI"),
        ("arxiv", "ArXiv"),
        ("pmid", "PubMed"),
        ("pmcid", "PubMedCentral"),
        ("acl", "ACL"),
    ):
        found = ids.get(theirs)
        draft.add(ours, f"PMC{found}" if theirs == "PubMedCentral" and str(found).isdigit() else found)
    journal = value.get("journal") or {}
    if not (_is_arxiv(journal) and draft.texts.get("venue")):
        draft.add("venue", journal.get("name"))
    draft.add("volume", journal.get("volume"))
    draft.add("pages", journal.get("pages"))
    types = {
        "JournalArticle": "journal article",
        "Conference": "conference paper",
        "Book": "book",
        "BookSection": "book section",
        "Review": "review",
    }
    said = [types[kind] for kind in value.get("publicationTypes") or () if kind in types]
    place = (value.get("publicationVenue") or {}).get("type")
    of_preprint = _is_arxiv(journal) and _is_conference(
        draft.texts.get("venue", "")
    )  # the journal is the preprint's, the venue the paper's
    if (
        place == "conference" or of_preprint or (place != "journal" and "conference paper" in said)
    ):  # most conference papers are journal articles, too
        said = ["conference paper"]
    draft.add("kind", said[0] if said else "")


def _is_arxiv(journal: Object) -> bool:
    return str(journal.get("name") or "").lower() in ("arxiv", "corr") or str(journal.get("volume") or "").startswith(
        "abs/"
    )


_MEETING = re.compile(
    r"\b(?:conference|proceedings|meeting|symposium|workshop|neural information processing systems)\b", re.IGNORECASE
)


def _is_conference(venue: str) -> bool:
    """Whether a venue's name is that of a conference: it says so, or is an abbreviation (`NIPS`, `NeurIPS`)."""
    return bool(
        _MEETING.search(venue)
        or (re.fullmatch(r"(?=.*[A-Z]{2})[A-Za-z&-]{3,10}", venue) and venue.lower() not in ("arxiv", "corr"))
    )


def _crossref(value: Object, draft: Draft) -> None:
    draft.add("id", value.get("DOI"))
    draft.add("doi", value.get("DOI"))
    title = _first(value.get("title"))
    subtitle = _first(value.get("subtitle"))
    draft.add("title", f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title)
    draft.add("venue", _first(value.get("container-title")))
    _persons(value, draft)
    for key in ("published-print", "published", "published-online", "issued", "created"):
        if _dated(value.get(key), draft):
            break
    draft.add("kind", "preprint" if value.get("subtype") == "preprint" else value.get("type"))
    for ours, theirs in (("abstract", "abstract"), ("volume", "volume"), ("number", "issue"), ("pages", "page"), ("publisher", "publisher"), ("url", "URL"),
                         ("address", "publisher-location"), ("language", "language"), ("article_number", "article-number")):  # fmt: skip
        draft.add(ours, value.get(theirs))
    for isbn in value.get("ISBN") or ():
        draft.add("isbn", isbn)
    for subject in value.get("subject") or ():
        draft.add("keyword", subject)


_CSL = (
    ("id", "id"), ("title", "title"), ("abstract", "abstract"), ("venue", "container-title"), ("series", "collection-title"), ("volume", "volume"),
    ("number", "issue"), ("pages", "page"), ("publisher", "publisher"), ("address", "publisher-place"), ("language", "language"), ("url", "URL"),
    ("doi", "DOI"), ("isbn", "ISBN"), ("pmid", "PMID"), ("pmcid", "PMCID"), ("note", "note"), ("keywords", "keyword"),
)  # fmt: skip


def _arxiv_metadata(value: Object, draft: Draft) -> None:
    for ours, theirs in (
        ("id", "id"),
        ("arxiv", "id"),
        ("abstract", "abstract"),
        ("doi", "doi"),
        ("journal_ref", "journal-ref"),
        ("comment", "comments"),
    ):
        draft.add(ours, value.get(theirs))
    draft.add("title", decode(str(value.get("title") or "")))
    for family, given, *suffix in value["authors_parsed"]:
        draft.add(
            "author", decode(", ".join(part for part in (family, *suffix[:1], given.replace(". -", ".-")) if part))
        )
    draft.add("primary_class", str(value.get("categories") or "").split(" ")[0])
    for version in (value.get("versions") or ())[:1]:
        created = re.search(
            r"\b([A-Z][a-z]{2}) ((?:19|20)\d\d)\b", str(version.get("created"))
        )  # `Mon, 2 Apr 2007 19:18:42 GMT`
        draft.add("date", f"{created[1]} {created[2]}" if created else None)
    parts = reference_parts(str(value.get("journal-ref") or ""))
    for field, found in parts.items():
        draft.add(field, found)
    draft.add("kind", "article" if value.get("doi") else "preprint")


def _csl(value: Object, draft: Draft) -> None:
    for ours, theirs in _CSL:
        found = value.get(theirs)
        theses = ours == "publisher" and value.get("type") == "thesis"
        draft.add("school" if theses else ours, _first(found) if isinstance(found, list) else found)
    genre, container = str(value.get("genre") or ""), value.get("container-title")
    draft.add(
        "kind",
        "preprint"
        if value.get("type") == "article" and not container
        else "mastersthesis"
        if "master" in genre.lower()
        else value.get("type"),
    )
    number = str(value.get("number") or "")
    draft.add(
        "arxiv"
        if number.lower().startswith("arxiv")
        else "number"
        if value.get("type") == "report"
        else "report number",
        number,
    )
    _persons(value, draft)
    _dated(value.get("issued"), draft)
    read = {theirs for _, theirs in _CSL}
    for key, other in value.items():
        if isinstance(other, str) and key not in read and key not in ("type", "number"):
            draft.add(key, other) if key not in FIELDS else draft.extra.append((key, other))


def _persons(value: Object, draft: Draft) -> None:
    for role in ("author", "editor"):
        for person in value.get(role) or ():
            family, given = person.get("family"), person.get("given", "")
            particle = person.get("non-dropping-particle") or person.get("dropping-particle") or ""
            suffix = person.get("suffix", "")
            if family:
                draft.add(role, ", ".join(part for part in (f"{particle} {family}".strip(), suffix, given) if part))
            elif person.get("literal") or person.get("name"):
                draft.add(role, f"{{{person.get('literal') or person.get('name')}}}")


def _dated(date: Any, draft: Draft) -> bool:
    if not isinstance(date, Mapping):
        return False
    parts = date.get("date-parts") or [[]]
    numbers = [str(part) for part in (parts[0] if parts and isinstance(parts[0], list) else []) if part]
    draft.add("year", numbers[0] if numbers else date.get("raw") or date.get("literal"))
    draft.add("month", numbers[1] if len(numbers) > 1 else None)
    return bool(numbers)


def _first(value: Any) -> str:
    """The first of a list of texts, or the text."""
    return str(value[0]) if isinstance(value, list) and value else value if isinstance(value, str) else ""


def _is_openalex(value: Object) -> bool:
    return "authorships" in value or "abstract_inverted_index" in value


def _is_crossref(value: Object) -> bool:
    return isinstance(value.get("title"), list) and "DOI" in value


def _is_csl(value: Object) -> bool:
    known = not {"issued", "container-title", "DOI", "URL"}.isdisjoint(value)
    return "type" in value and isinstance(value.get("title", ""), str) and (known or _has_family(value))


def _has_family(value: Object) -> bool:
    authors = value.get("author")
    return (
        isinstance(authors, list)
        and bool(authors)
        and isinstance(authors[0], Mapping)
        and ("family" in authors[0] or "literal" in authors[0])
    )


_CROSSREF_SIGNS = r'(?s)\A(?=.*?"(?:reference-count|is-referenced-by-count|DOI)"\s*:).*?"title"\s*:\s*\['
SHAPES = (
    Shape("OpenAlex works", re.compile(r'"authorships"\s*:|"abstract_inverted_index"\s*:'), _is_openalex, _openalex),
    Shape("Semantic Scholar papers", re.compile(r'"paperId"\s*:'), lambda value: "paperId" in value, _semantic_scholar),
    Shape("Crossref works", re.compile(_CROSSREF_SIGNS), _is_crossref, _crossref),
    Shape(
        "arXiv metadata",
        re.compile(r'"authors_parsed"\s*:'),
        lambda value: isinstance(value.get("authors_parsed"), list),
        _arxiv_metadata,
    ),
    Shape("CSL-JSON", re.compile(r'"date-parts"\s*:|"container-title"\s*:|"family"\s*:'), _is_csl, _csl),
)
