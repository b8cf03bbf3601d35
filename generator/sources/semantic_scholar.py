"""Semantic Scholar papers as JSON. Fields: https://api.semanticscholar.org/api-docs"""

from __future__ import annotations

import re

from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.json_values import Object, as_list, as_object, as_text

_OWN: tuple[Field, ...] = ("title", "abstract", "venue", "year", "url")  # under the same names there
_IDS: tuple[tuple[Field, str], ...] = (("doi", "DOI"), ("arxiv", "ArXiv"), ("pmid", "PubMed"), ("acl", "ACL"))
_TYPES = {
    "JournalArticle": "journal article",
    "Conference": "conference paper",
    "Book": "book",
    "BookSection": "book section",
    "Review": "review",
}
_MEETING = re.compile(
    r"\b(?:conference|proceedings|meeting|symposium|workshop|neural information processing systems)\b", re.IGNORECASE
)


def fits(value: Object) -> bool:
    """Whether an object is one of Semantic Scholar's papers."""
    return "paperId" in value


def fill(value: Object, draft: Draft) -> None:
    """Fill a draft from a paper."""
    draft.add("id", value.get("paperId"))
    for name in _OWN:
        draft.add(name, as_text(value.get(name)))
    draft.add("date", as_text(value.get("publicationDate")))
    for author in as_list(value.get("authors")):
        draft.add("author", as_text(as_object(author).get("name") or author))
    ids = as_object(value.get("externalIds"))
    for field, key in _IDS:
        draft.add(field, as_text(ids.get(key)))
    central = as_text(ids.get("PubMedCentral"))
    draft.add("pmcid", f"PMC{central}" if central.isdigit() else central)
    journal = as_object(value.get("journal"))
    if not (_is_arxiv(journal) and draft.texts.get("venue")):
        draft.add("venue", as_text(journal.get("name")))
    draft.add("volume", as_text(journal.get("volume")))
    draft.add("pages", as_text(journal.get("pages")))
    draft.add("kind", _kind(value, journal, draft.texts.get("venue", "")))


def _kind(value: Object, journal: Object, venue: str) -> str:
    """The type of publication: most conference papers are called journal articles, too."""
    said = [_TYPES[kind] for kind in as_list(value.get("publicationTypes")) if isinstance(kind, str) and kind in _TYPES]
    place = as_object(value.get("publicationVenue")).get("type")
    of_preprint = _is_arxiv(journal) and _is_conference(venue)  # the journal is the preprint's, the venue the paper's
    if place == "conference" or of_preprint or (place != "journal" and "conference paper" in said):
        return "conference paper"
    return said[0] if said else ""


def _is_arxiv(journal: Object) -> bool:
    return as_text(journal.get("name")).lower() in ("arxiv", "corr") or as_text(journal.get("volume")).startswith(
        "abs/"
    )


def _is_conference(venue: str) -> bool:
    """Whether a venue's name is that of a conference: it says so, or is an abbreviation (`NIPS`, `NeurIPS`)."""
    abbreviated = re.fullmatch(r"(?=.*[A-Z]{2})[A-Za-z&-]{3,10}", venue) and venue.lower() not in ("arxiv", "corr")
    return bool(_MEETING.search(venue) or abbreviated)
