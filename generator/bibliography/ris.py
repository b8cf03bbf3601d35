"""RIS, the format that every reference manager reads (tags as in the RIS specification of 2011)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.bibliography.entry import address_of, doi_of, page_range, status_note
from generator.names import Name
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

_TYPES = {
    "article": "JOUR", "inproceedings": "CPAPER", "incollection": "CHAP", "book": "BOOK", "proceedings": "CONF",
    "phdthesis": "THES", "mastersthesis": "THES", "techreport": "RPRT", "preprint": "UNPB", "dataset": "DATA",
    "software": "COMP",
    "patent": "PAT", "misc": "GEN",
}  # fmt: skip
_KINDS = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "preprint": "Preprint"}


def ris(works: Iterable[Work]) -> str:
    """The works as an RIS file, in their order, one blank line after each."""
    return "".join(map(ris_record, works))


def ris_record(work: Work) -> str:
    """One work, a line a tag, with a blank line after it."""
    return "".join(f"{line}\n" for line in _record(work))


def ris_name(name: Name) -> str:
    """`van Family, Given, Jr.`; a group's name as it is, because without a comma it is not split."""
    if name.corporate:
        return visible(name.family).replace(",", "")
    parts = [visible(part).replace(",", " ") for part in (name.last, name.given, name.suffix)]
    return ", ".join(part for part in parts if part)


def _record(work: Work) -> Iterator[str]:
    yield f"TY  - {_TYPES[work.kind]}"
    for tag, value in _fields(work):
        text = visible(value)
        if text:
            yield f"{tag}  - {text}"
    yield "ER  - "
    yield ""


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "ID", work.key
    for name in work.authors:
        yield "AU", ris_name(name)
    for name in work.editors:
        yield ("A2" if work.authors else "ED"), ris_name(name)
    yield "TI", plain(work.title)
    if work.kind == "article":
        yield "JO", work.cited_venue
    elif work.kind not in ("book", "proceedings"):  # whose T2 is a series
        yield "T2", work.cited_venue
    yield "T3", work.series
    yield "PY", str(work.year or "")
    if work.year and work.month:
        yield "DA", f"{work.year}/{work.month:02}//"
    yield "VL", work.volume
    yield "IS", work.number
    first, last = page_range(work.pages)
    yield "SP", first
    yield "EP", last
    yield (
        "PB",
        work.publisher or work.school or ("arXiv" if work.kind == "preprint" and work.identifier("arxiv") else ""),
    )
    yield "CY", work.address
    yield "SN", work.identifier("isbn") or ""
    yield "DO", doi_of(work) or ""
    yield "AN", f"arXiv:{work.identifier('arxiv')}" if work.identifier("arxiv") else ""
    yield "M3", _KINDS.get(work.kind, "")
    yield "UR", address_of(work).replace(";", "%3B")  # a semicolon separates addresses
    yield "LA", work.language
    for keyword in work.keywords:
        yield "KW", keyword
    if work.authors_truncated:
        yield "N1", "The list of authors is incomplete."
    yield "N1", status_note(work)
    yield "AB", re.sub(r"\s+", " ", plain(work.abstract))
