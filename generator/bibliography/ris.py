"""RIS, the format that every reference manager reads (tags as in the RIS specification of 2011)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.bibliography.entry import address_of, page_range, preprint_note, registered_doi, status_note
from generator.names import Name
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

# Types and tags that survive in the programs of tests/bibliography/test_ris_programs.py. A preprint is a report of the
# type "Preprint": no program knows preprints, and UNPB becomes a journal article in Zotero.
_TYPES = {
    "article": "JOUR", "inproceedings": "CONF", "incollection": "CHAP", "book": "BOOK", "proceedings": "BOOK",
    "phdthesis": "THES", "mastersthesis": "THES", "techreport": "RPRT", "preprint": "RPRT", "dataset": "DATA",
    "software": "COMP", "patent": "PAT", "misc": "GEN",
}  # fmt: skip
_KINDS = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "preprint": "Preprint"}
_BOOKS = ("book", "proceedings")
_NUMBERED = ("techreport", "preprint", "patent")  # their number stands where others have an ISBN


def ris(works: Iterable[Work]) -> str:
    """The works as an RIS file, in their order, one blank line after each."""
    return "".join(map(ris_record, works))


def ris_record(work: Work) -> str:
    """One work, one line per tag, with a blank line after it."""
    return "".join(f"{line}\n" for line in _record(work))


def ris_name(name: Name) -> str:
    """`van Family, Given, Jr.`; a group's name as it is, because it is not split without a comma."""
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
    yield from _people(work)
    yield "TI", plain(work.title)
    yield "ST", plain(work.kept("shorttitle"))
    yield from _containers(work)
    yield "PY", str(work.year or "")
    if work.year and work.month:
        yield "DA", f"{work.year}/{work.month:02}//"
    elif work.year and work.kind == "inproceedings":  # here PY is the meeting's year, and some read only DA
        yield "DA", f"{work.year}///"
    yield from _places(work)
    yield from _identifiers(work)
    yield "M3", work.kept("type") or _KINDS.get(work.kind, "")
    yield "LA", work.language
    for keyword in work.keywords:
        yield "KW", keyword
    if work.authors_truncated:
        yield "N1", "The list of authors is incomplete."
    for note in (
        status_note(work),
        preprint_note(work),
        work.kept("howpublished"),
        work.kept("note"),
        work.kept("addendum"),
    ):
        yield "N1", note
    yield "AB", re.sub(r"\s+", " ", plain(work.abstract))


def _people(work: Work) -> Iterator[tuple[str, str]]:
    for name in work.authors:
        yield "AU", ris_name(name)
    for name in work.editors:
        yield "ED", ris_name(name)  # of A2 and A3, each program knows one, and only for some types


def _containers(work: Work) -> Iterator[tuple[str, str]]:
    """What the work appeared in. Zotero takes proceedings from C3, bibutils and JabRef from BT, EndNote from T2."""
    venue = work.cited_venue
    if work.kind == "inproceedings":
        yield "C3", venue
        yield "BT", venue
        yield "T2", work.kept("eventtitle") or venue
    elif work.kind == "incollection":
        yield "BT", venue
        yield "T2", venue
    elif work.kind not in _BOOKS:
        yield "T2", venue
    yield "J2", work.kept("journalabbreviation")
    yield "T3", work.series


def _places(work: Work) -> Iterator[tuple[str, str]]:
    """Where in its container, in which edition, and by whom the work was published."""
    yield "VL", work.volume
    yield "NV", work.kept("volumes")
    arxiv = work.identifier("arxiv")
    yield "AN", f"arXiv:{arxiv}" if arxiv else ""  # before the issue: JabRef takes the later of the two as the number
    yield "ET", work.kept("edition") or work.kept("version")
    yield "SE", work.kept("chapter")
    if work.kind not in _NUMBERED:
        yield "IS", work.number
    first, last = page_range(work.pages)
    yield "SP", first
    yield "EP", last
    yield "PB", work.institution or ("arXiv" if _on_arxiv(work) else "")
    if work.kind == "inproceedings":
        yield "C1", work.address
    yield "CY", work.address


def _identifiers(work: Work) -> Iterator[tuple[str, str]]:
    arxiv = work.identifier("arxiv")
    if work.kind in _NUMBERED:
        yield "SN", work.number or (f"arXiv:{arxiv}" if _on_arxiv(work) else "")
    else:
        yield "SN", work.identifier("isbn") or work.kept("issn")
    yield "DO", registered_doi(work)
    yield "UR", address_of(work).replace(";", "%3B")  # a semicolon separates addresses


def _on_arxiv(work: Work) -> bool:
    return work.kind == "preprint" and bool(work.identifier("arxiv"))
