"""Reader of DBLP's XML: the records of its dump, a person's list and a search. Format: https://dblp.org/xml/dblp.dtd"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.tagged import cut_off
from generator.sources.xml_entries import records, text_of, texts_of

NAME = "DBLP XML"
_KINDS = ("article", "inproceedings", "proceedings", "book", "incollection", "phdthesis", "mastersthesis", "data")
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("title", "title"), ("venue", "journal"), ("venue", "booktitle"), ("venue", "venue"), ("year", "year"),
    ("volume", "volume"), ("number", "number"), ("pages", "pages"), ("publisher", "publisher"), ("school", "school"),
    ("series", "series"), ("isbn", "isbn"), ("doi", "doi"), ("url", "ee"), ("kind", "type"), ("id", "key"),
)  # fmt: skip
_NUMBERED = re.compile(r" \d{4}$")  # `Wei Li 0001`, one of several of that name
_ROOT = re.compile(r"<(?:dblp|dblpperson)[\s>]|<result>[\s\S]{0,1000}<hits\s[\s\S]{0,1000}<key>[a-z]+/")


def recognises(content: Content) -> bool:
    """Whether it is a list of DBLP's records."""
    return content.start.startswith("<") and bool(_ROOT.search(content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record an entry, in the file's order. A person's page (`<www>`) is not one."""
    found: list[Record | LeftOut | Problem] = []
    for name in (*_KINDS, "info"):
        if re.search(rf"<{name}[\s>]", content.text):
            found.extend(records(content, name, "an entry", _fill))
    problems = [one for one in found if isinstance(one, Problem)]
    yield from sorted((one for one in found if not isinstance(one, Problem)), key=lambda one: one.origin.line or 0)
    if problems:
        yield cut_off(content.source, len(content.lines), "a list")


def _fill(entry: Any, draft: Draft) -> None:
    key = entry.get("key")
    draft.add("id", key)
    kind = entry.tag if entry.tag != "info" else ""
    draft.add("kind", "preprint" if (key or "").startswith("journals/corr/") else kind)
    for person in (*texts_of(entry, "author"), *texts_of(entry, "authors/author")):
        draft.add("author", _NUMBERED.sub("", person))
    for person in texts_of(entry, "editor"):
        draft.add("editor", _NUMBERED.sub("", person))
    for name, path in _FIELDS:
        draft.add(name, text_of(entry, path))
