"""OpenAlex works as JSON. Fields: https://docs.openalex.org/api-entities/works/work-object"""

from __future__ import annotations

from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.json_values import Object, as_list, as_object, as_text

ABSTRACT_WORDS = 20_000  # positions of an inverted abstract beyond this are damage
_PLACE: tuple[tuple[Field, str], ...] = (
    ("volume", "volume"),
    ("number", "issue"),
    ("start_page", "first_page"),
    ("end_page", "last_page"),
)


def fits(value: Object) -> bool:
    """Whether an object is one of OpenAlex's works."""
    return "authorships" in value or "abstract_inverted_index" in value


def fill(value: Object, draft: Draft) -> None:
    """Fill a draft from a work."""
    draft.add("id", value.get("id"))
    draft.add("title", value.get("display_name") or value.get("title"))
    draft.add("abstract", _abstract(as_object(value.get("abstract_inverted_index"))))
    for authorship in map(as_object, as_list(value.get("authorships"))):
        name = authorship.get("raw_author_name") or as_object(authorship.get("author")).get("display_name")
        draft.add("author", as_text(name))
    if value.get("is_authors_truncated") is True:  # after a hundred, in an answer that lists several works
        draft.add("author", "et al.")
    location = as_object(value.get("primary_location"))
    source = as_object(location.get("source"))
    draft.add("venue", as_text((source or as_object(value.get("host_venue"))).get("display_name")))
    draft.add("date", as_text(value.get("publication_date")))
    draft.add("year", as_text(value.get("publication_year")))
    in_repository = source.get("type") == "repository"
    draft.add("kind", "preprint" if in_repository else as_text(value.get("type_crossref") or value.get("type")))
    place, ids = as_object(value.get("biblio")), as_object(value.get("ids"))
    for field, key in _PLACE:
        draft.add(field, as_text(place.get(key)))
    draft.add("doi", as_text(value.get("doi") or ids.get("doi")))
    draft.add("pmid", as_text(ids.get("pmid")))
    draft.add("pmcid", as_text(ids.get("pmcid")))
    draft.add("url", as_text(location.get("landing_page_url")))
    draft.add("language", as_text(value.get("language")))
    draft.add("status", "retracted" if value.get("is_retracted") is True else "")


def _abstract(index: Object) -> str:
    """The text of an inverted index, which lists the positions of every word."""
    positions = sorted(
        (place, word)
        for word, places in index.items()
        for place in as_list(places)
        if isinstance(place, int) and 0 <= place < ABSTRACT_WORDS
    )
    return " ".join(word for _, word in positions)
