"""The ACL Anthology's own data: one XML file a collection (`2023.acl`, `P19`), which gives all its papers at once.

Shape: https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc; where a paper stands follows from its
id: https://github.com/acl-org/acl-anthology/wiki/Issuing-Pull-Requests-For-Corrections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import status
from generator.config.values import SERVICE_LABELS
from generator.identifiers import Identifier
from generator.records import Record
from generator.services.client import Caller
from generator.services.drafted import record_of
from generator.services.failure import misshapen
from generator.services.service import Service
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.xml_entries import text_of

_META: tuple[tuple[Field, str], ...] = (
    ("publisher", "publisher"),
    ("address", "address"),
    ("year", "year"),
    ("month", "month"),
    ("isbn", "isbn"),
)
_OLD_DIGITS = {"W": 2}  # of `W19-5301`, two digits name the volume; of other old ids, one
_JOURNALS = {"tacl": "Transactions of the Association for Computational Linguistics", "cl": "Computational Linguistics"}


def _by_identifier(caller: Caller, asked: Sequence[Identifier]) -> Mapping[Identifier, Record]:
    collections: dict[str, list[Identifier]] = {}
    for one in asked:
        collections.setdefault(one.value.partition("-")[0], []).append(one)
    found: dict[Identifier, Record] = {}
    for collection, wanted in collections.items():
        text = caller.text(f"{collection}.xml")
        if text is not None:
            found |= dict(_papers(text, wanted))
    return found


def _papers(text: str, wanted: Sequence[Identifier]) -> Iterator[tuple[Identifier, Record]]:
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(text)
    except Exception as error:  # expat and defusedxml raise several kinds
        raise misshapen("it is not complete XML") from error
    volumes = {volume.get("id"): volume for volume in root.findall("volume")}
    for one in wanted:
        volume_id, paper_id = _parts(one.value)
        volume = volumes.get(volume_id)
        papers = volume.findall("paper") if volume is not None else ()
        paper = next((paper for paper in papers if paper.get("id") == paper_id), None)
        record = _record(one, paper, volume) if paper is not None else None
        if record:
            yield one, record


def _parts(value: str) -> tuple[str, str]:
    """(volume, paper) of `2023.acl-long.12` and `P19-1012`."""
    _, _, rest = value.partition("-")
    if "." in rest:
        volume, _, paper = rest.rpartition(".")
        return volume, paper
    digits = _OLD_DIGITS.get(value[0], 1)
    return rest[:digits].lstrip("0"), rest[digits:].lstrip("0")


def _record(identifier: Identifier, paper: Any, volume: Any) -> Record | None:
    draft = Draft()
    draft.add("id", identifier.value)
    draft.add("acl", identifier.value)
    draft.add("title", text_of(paper, "title"))
    draft.add("abstract", text_of(paper, "abstract"))
    draft.add("pages", text_of(paper, "pages"))
    draft.add("doi", text_of(paper, "doi"))
    for author in paper.findall("author"):
        names = (text_of(author, "last"), text_of(author, "suffix"), text_of(author, "first"))
        draft.add("author", ", ".join(name for name in names if name))
    meta = volume.find("meta")
    for field, path in _META:
        draft.add(field, text_of(meta, path) if meta is not None else "")
    venue = text_of(volume, "meta/venue")
    journal = text_of(volume, "meta/journal-title") or _JOURNALS.get(venue, "")
    draft.add("kind", "article" if journal else "inproceedings")
    draft.add("venue", journal or re.sub(r"\s+", " ", text_of(volume, "meta/booktitle")))
    if journal:
        draft.add("volume", text_of(volume, "meta/journal-volume"))
        draft.add("number", text_of(volume, "meta/journal-issue"))
    code = paper.find("pwccode")
    draft.add_other("code", code.get("url") if code is not None else "")
    said = [
        one
        for one, name in ((status.RETRACTED, "retracted"), (status.WITHDRAWN, "removed"), (status.CORRECTED, "erratum"))
        if paper.find(name) is not None
    ]
    return record_of("acl-anthology", draft, said)


SERVICE = Service(
    "acl-anthology",
    SERVICE_LABELS["acl-anthology"],
    "https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml",
    ("acl",),
    batch=500,
    pause=0.5,
    by_identifier=_by_identifier,
)
