"""Reader of EBSCOhost's XML: one `<rec>` a record, whose `<header>` names the database and its accession number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.xml_entries import records, text_of, texts_of

NAME = "EBSCOhost XML"
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("title", "artinfo/tig/atl"), ("title", "bkinfo/btl"), ("title", "dissinfo/disstl"), ("venue", "jinfo/jtl"),
    ("venue", "bkinfo/btl"), ("abstract", "artinfo/ab"), ("volume", "pubinfo/vid"), ("number", "pubinfo/iid"),
    ("start_page", "artinfo/ppf"), ("end_page", "artinfo/ppl"), ("publisher", "pubinfo/pub"),
    ("address", "pubinfo/place"), ("isbn", "bkinfo/isbn"), ("school", "dissinfo/dissinst"), ("language", "language"),
    ("kind", "artinfo/doctype"), ("kind", "artinfo/pubtype"),
)  # fmt: skip
_SCHEMES: dict[str, Field] = {"doi": "doi", "pmid": "pmid"}
_PMCID = re.compile(r"PMC\d+")


def recognises(content: Content) -> bool:
    """Whether it holds EBSCOhost's records."""
    return content.start.startswith("<") and bool(
        re.search(r"<rec(?:\s[^<>]*)?>[\s\S]{0,2000}<controlInfo>", content.start)
    )


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a `<rec>`."""
    return records(content, "rec", "a record", _fill)


def _fill(rec: Any, draft: Draft) -> None:
    header = rec.find("header")
    facts = rec.find("header/controlInfo")
    if header is None or facts is None:
        return
    draft.add("id", header.get("uiTerm"))
    for name, path in _FIELDS:
        value = text_of(facts, path)
        if not (name == "venue" and value == draft.texts.get("title")):
            draft.add(name, value)
    date = facts.find("pubinfo/dt")
    if date is not None:
        draft.add("date", "-".join(part for part in (date.get("year"), date.get("month")) if part) or date.text)
    for person in (*texts_of(facts, "artinfo/aug/au"), *texts_of(facts, "bkinfo/aug/au")):
        draft.add("author", person)
    for keyword in texts_of(facts, "artinfo/sug/subj") + texts_of(facts, "artinfo/keyword"):
        draft.add("keyword", keyword)
    for identifier in facts.findall("artinfo/ui"):
        value = "".join(identifier.itertext()).strip()
        scheme = _SCHEMES.get(identifier.get("type") or "")
        draft.add(scheme or "pmcid", value if scheme or _PMCID.fullmatch(value) else None)
    draft.add("url", text_of(rec, "plink"))
    draft.add_other("issn", text_of(facts, "jinfo/issn"))
    draft.add_other("database", header.get("longDbName"))
