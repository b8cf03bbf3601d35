"""The names of the fields that a reader may fill: a closed list, so that a misspelt one is an error."""

from __future__ import annotations

from typing import Literal, TypeGuard, get_args

from generator.identifiers import Scheme

PlainField = Literal[
    "title",
    "abstract",
    "venue",
    "series",
    "volume",
    "number",
    "publisher",
    "address",
    "school",
    "language",
    "note",
    "status",
]
Field = Literal[
    PlainField,
    "author",
    "authors",
    "editor",
    "editors",
    "year",
    "date",
    "month",
    "kind",
    "pages",
    "start_page",
    "end_page",
    "article_number",
    "url",
    "keyword",
    "keywords",
    "id",
    "primary_class",
    "identifier",
    Scheme,
]
PLAIN: tuple[PlainField, ...] = get_args(PlainField)  # those that a record keeps as they are, under the same name
FIELDS: tuple[Field, ...] = get_args(Field)
_FIELDS = frozenset(FIELDS)


def is_field(name: str) -> TypeGuard[Field]:
    """Whether `name` is one of `FIELDS`."""
    return name in _FIELDS
