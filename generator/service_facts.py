"""What services say of a work that no bibliography prints: under which licence it is, and how often it was cited.

Both stand in `bib/fetched.bib`, each with the service and the day (`citations-from = {openalex 2026-11-25}`). A licence
may also stand in `bib/metadata.bib`, where a person wrote it. Services write licences in forms of their own: Crossref
as addresses, OpenAlex as `cc-by-nc`, Semantic Scholar as `CCBYNC`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.config.values import SERVICE_LABELS
from generator.project.paths import FETCHED_SOURCE
from generator.records import Record
from generator.text.escape import safe_url, visible
from generator.works import Work

LICENCE, CITATIONS = "license", "citations"  # the fields of an entry, and of the record that is read from it
_SOURCE = re.compile(r"(?P<service>\S+) (?P<day>\d{4}-\d\d-\d\d)")
_COMMONS = re.compile(
    r"""
    (?: (?:https?://)?(?:www\.)?creativecommons\.org/licen[sc]es/ | \bcc[\s_-]* )
    (?P<terms> by (?:[\s_-]*(?:nc|nd|sa))* )    # BY-NC-ND, also glued: CCBYNCND
    (?: [\s/_-]* v?(?P<version>[1-4]\.\d) )?
    (?: [\s/_-]* (?P<where>igo|[a-z]{2}) )?     # IGO, or a country
    (?![a-z])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FREE = re.compile(
    r"""
    creativecommons\.org/publicdomain/(?P<deed>zero|mark)
    | \b(?P<zero> cc[\s_-]*0 | cc[\s_-]*zero )\b
    | \b(?P<mark> public[\s_-]*domain )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ARXIV = re.compile(r"arxiv\.org/licenses/nonexclusive-distrib", re.IGNORECASE)
_OF_THE_PUBLISHER = re.compile(r"\w+[\s_-]*(?:specific[\s\w:,_-]*|oa)", re.IGNORECASE)  # OpenAlex: `other-oa`
_NEWEST = "4.0"  # version of Creative Commons: its text is shown where none is named
_LONGEST = 60  # characters of a licence's name


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of a work.

    Attributes:
        name: as people write it (`CC BY-NC 4.0`, `CC0 1.0`), or "" where only the terms of a publisher are known.
        url: where its text stands, or "".
        service, day: who said so (as people call the service) and when (ISO), or "" where a person wrote it.
    """

    name: str
    url: str = ""
    service: str = ""
    day: str = ""

    @property
    def host(self) -> str:
        """The host of the address, by which terms without a name are called; or ""."""
        return urlsplit(self.url).netloc.removeprefix("www.") if self.url else ""


@dataclass(frozen=True, slots=True)
class Citations:
    """How often a work was cited: number, service as people call it, and ISO day."""

    number: int
    service: str
    day: str


def licence_of(work: Work) -> Licence | None:
    """The first licence that is known of a work, or None."""
    for record in sorted(work.enriched_by, key=lambda one: one.origin.source == FETCHED_SOURCE):  # a person's first
        text = visible(_field(record, LICENCE))
        if text:
            return _licence(text, *_source(record, LICENCE))
    return None


def citations_of(work: Work) -> Citations | None:
    """How often a work was cited, where a service says so and of which day; else None."""
    for record in work.enriched_by:
        number = _field(record, CITATIONS)
        service, day = _source(record, CITATIONS)
        if service and number.isascii() and number.isdecimal():
            return Citations(int(number), service, day)
    return None


def columns(works: Iterable[Work]) -> dict[str, dict[str, str]]:
    """For spreadsheets: the text of each work by key under each header; no header where no work has any."""
    found: dict[str, dict[str, str]] = {}
    for work in works:
        licence, cited = licence_of(work), citations_of(work)
        if licence:
            found.setdefault("licence", {})[work.key] = licence.name or licence.url
        if cited:
            found.setdefault("citations", {})[work.key] = str(cited.number)
            found.setdefault("citations_from", {})[work.key] = f"{cited.service}, {cited.day}"
    return found


def _licence(text: str, service: str, day: str) -> Licence:
    """A licence in whatever form a service gave it."""
    url = safe_url(text) if text.lower().startswith(("http:", "https:")) else ""
    commons, free = _COMMONS.search(text), _FREE.search(text)
    if commons:
        terms = "-".join(re.findall(r"by|nc|nd|sa", commons["terms"].lower()))
        version, where = commons["version"] or "", (commons["where"] or "").lower()
        name = " ".join(part for part in ("CC", terms.upper(), version, where.upper()) if part)
        address = "/".join(part for part in (terms, version or _NEWEST, where) if part)
        return Licence(name, f"https://creativecommons.org/licenses/{address}/", service, day)
    if free:
        is_zero = (free["deed"] or "").lower() == "zero" or bool(free["zero"])
        deed = "zero" if is_zero else "mark"
        address = f"https://creativecommons.org/publicdomain/{deed}/1.0/"
        return Licence("CC0 1.0" if is_zero else "Public domain", address, service, day)
    if _ARXIV.search(text):
        return Licence("arXiv non-exclusive", url, service, day)
    if url or _OF_THE_PUBLISHER.fullmatch(text):
        return Licence("", url, service, day)
    return Licence(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", "", service, day)


def _field(record: Record, name: str) -> str:
    return next((value for field, value in record.extra if field == name), "")


def _source(record: Record, name: str) -> tuple[str, str]:
    """(service, day) of a field, or two empty texts."""
    match = _SOURCE.fullmatch(_field(record, f"{name}-from"))
    if match is None or not _is_day(match["day"]):
        return "", ""
    return SERVICE_LABELS.get(match["service"], match["service"]), match["day"]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
