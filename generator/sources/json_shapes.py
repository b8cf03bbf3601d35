"""The shapes of JSON works: which service an object comes from. Each service has a module with its own keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.identifiers import SCHEMES
from generator.records import LeftOut, Origin, Record
from generator.sources import arxiv_metadata, crossref, csl_json, openalex, semantic_scholar
from generator.sources.column_names import field_of
from generator.sources.columns import fields_of, record_of_row
from generator.sources.draft import Draft
from generator.sources.finishing import finished
from generator.sources.json_values import Object, as_list, as_object, as_text

ENVELOPES = (
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
_KINDS_OF_ID, _TEXTS_OF_ID = ("type", "identifierType", "scheme"), ("id", "identifier", "value")
_OWN_NAMES = ("name", "title", "display_name", "displayName", "text", "value")
_OWN_FACTS = ("id", "type", "url", "key", "link", "description")  # of the inner object, not of the work


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of object: `signs` at the start of a file, `fits` for one object, `fill` for a draft from it."""

    name: str
    signs: re.Pattern[str]
    fits: Callable[[Object], bool]
    fill: Callable[[Object, Draft], None]


SHAPES = (
    Shape(
        "OpenAlex works",
        re.compile(r'"authorships"\s*:|"abstract_inverted_index"\s*:'),
        openalex.fits,
        openalex.fill,
    ),
    Shape("Semantic Scholar papers", re.compile(r'"paperId"\s*:'), semantic_scholar.fits, semantic_scholar.fill),
    Shape("Crossref works", re.compile(crossref.SIGNS), crossref.fits, crossref.fill),
    Shape("arXiv metadata", re.compile(r'"authors_parsed"\s*:'), arxiv_metadata.fits, arxiv_metadata.fill),
    Shape("CSL-JSON", re.compile(csl_json.SIGNS), csl_json.fits, csl_json.fill),
)


def record_of_object(origin: Origin, value: Object, column_map: Mapping[str, str]) -> Record | LeftOut:
    """The record that one object describes."""
    shape = next((shape for shape in SHAPES if shape.fits(value)), None)
    if shape is None or column_map:
        flat = flattened(value)
        columns = list(flat)
        return record_of_row(origin, columns, fields_of(columns, column_map), list(flat.values()))
    draft = Draft()
    shape.fill(value, draft)
    return finished(draft, Origin(origin.source, origin.line, draft.texts.get("id")), "an object")


def _chosen(value: Object) -> dict[str, object]:
    """The title, the abstract and the identifiers of an object that has lists of them, each with its type."""
    titles = [item for item in as_list(value.get("titles")) if isinstance(item, (str, Mapping))]
    texts = [item if isinstance(item, str) else item.get("title") for item in titles]
    plain = [
        text for text, item in zip(texts, titles, strict=True) if isinstance(item, str) or not item.get("titleType")
    ]
    described = [item for item in as_list(value.get("descriptions")) if isinstance(item, Mapping)]
    abstract = next((item.get("description") for item in described if item.get("descriptionType") == "Abstract"), None)
    title = next(filter(None, (*plain, *texts)), None)
    chosen = {"title": title, "abstract": abstract, **_identifiers(value)}
    return {key: text for key, text in chosen.items() if text and not value.get(key)}


def _identifiers(value: Object) -> dict[str, str]:
    """The identifiers that stand with their kinds in a list, as DOAJ's and DataCite's do."""
    found: dict[str, str] = {}
    for key in ("identifier", "identifiers"):
        for item in map(as_object, as_list(value.get(key))):
            kind = next(filter(None, (as_text(item.get(name)) for name in _KINDS_OF_ID)), "").casefold()
            text = next(filter(None, (as_text(item.get(name)) for name in _TEXTS_OF_ID)), "")
            if kind in SCHEMES:
                found.setdefault(kind, text)
    return found


def flattened(value: Object) -> dict[str, object]:
    """The keys of an object and those of nested ones, after a dot; an envelope's (`data: {title: …}`) take its place.

    What an inner object calls its name (`journal: {name: …}`) is the value of its key.
    """
    flat: dict[str, object] = {}
    for key, item in {**value, **_chosen(value)}.items():
        if isinstance(item, Mapping):
            for inner, nested in (flattened(item) if key in ENVELOPES else item).items():
                if isinstance(nested, Mapping) or (
                    isinstance(nested, list) and key not in ENVELOPES and not field_of(inner)
                ):
                    continue
                if key in ENVELOPES:
                    name = inner if inner not in value else f"{key}.{inner}"
                elif inner in _OWN_NAMES:
                    name = key
                else:
                    name = inner if inner not in value and inner not in _OWN_FACTS else f"{key}.{inner}"
                flat.setdefault(name, nested)
        elif not (isinstance(item, list) and item and isinstance(item[0], list)):
            flat[key] = item
    return flat
