"""Reader of PubMed's NBIB (MEDLINE) format, which ERIC writes too, with `OWN - ERIC` first and ids of its own.

Tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.identifiers import identifiers_in
from generator.names import family_first
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished
from generator.sources.pubmed_types import kind_in, status_in
from generator.sources.shares import share_of_entries
from generator.sources.tag_spelling import Spelling
from generator.sources.tagged import Entry, entries, two_in_one

NAME = "PubMed (MEDLINE)"
_TAG = re.compile(r"^\ufeff?([A-Z]{2,4}) {0,2}- ?(.*)$")
_START = re.compile(r"^\ufeff?(?:(?P<pubmed>PMID *- ?\d)|OWN *- ?ERIC\b)", re.MULTILINE)
_FIELDS: dict[str, Field] = {
    "PMID": "pmid", "TI": "title", "BTI": "title", "AB": "abstract", "FED": "editor", "JT": "venue", "DP": "date",
    "VI": "volume", "IP": "number", "PG": "pages", "LA": "language", "ISBN": "isbn", "PB": "publisher", "PMC": "pmcid",
    "OT": "keyword",
    "PL": "address", "CTI": "series", "OID": "id",
}  # fmt: skip
_TAGS = """
    PMID OWN STAT DCOM LR IS VI IP DP TI BTI CTI VTI TT PG LID AB OAB CI CIN CON FAU AU AUID AD CN FED ED LA SI GR PT
    DEP PL TA JT JID RN SB MH MID OT OTO PMC EDAT MHDA CRDT PHST PST AID SO ISBN PB OID RF GN COIS RIN CRF
""".split()
_SPELLING = Spelling(
    re.compile(r"\ufeff?[A-Z][A-Z0-9]{1,3}\b"),
    re.compile(r"^\ufeff?(?P<tag>PMID) *- ?\d+\s*$", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^\ufeff?(?P<tag>[A-Z]{2,4}) {0,2}- ?(?P<value>.*)$", re.IGNORECASE),
    _TAGS,
    "{tag:<4}- {value}",
)
_ARTICLE_NUMBER = re.compile(r"([A-Za-z]{0,2}\d{1,7})(?:\s*\[pii\])?")


def recognises(content: Content) -> bool:
    """Whether a line gives a PubMed id in this format (`PMID- 123`)."""
    return bool(_START.search(_SPELLING.restored(content).start))


def share(content: Content) -> float:
    """The share of the text that this format accounts for."""
    content = _SPELLING.restored(content)
    return share_of_entries(content, _TAG, _first_tag(content))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The citations, in the file's order."""
    content = _SPELLING.restored(content)
    for entry in entries(enumerate(content.lines, 1), _TAG, _first_tag(content), ""):
        if isinstance(entry, Entry):
            yield _record(content, entry)
            yield from two_in_one(content.source, entry, ("TI",))
        else:
            yield LeftOut(Origin(content.source, entry[0]), "stands outside any citation", entry[1][:200])


def _first_tag(content: Content) -> str:
    return "PMID" if any(found["pubmed"] for found in _START.finditer(content.start)) else "OWN"


def _record(content: Content, entry: Entry) -> Record | LeftOut:
    draft = Draft()
    full = bool(entry.lines("FAU"))
    chapter = bool(entry.lines("TI") and entry.lines("BTI"))  # its title and the book's
    draft.add("kind", "incollection" if chapter else kind_in(entry.values("PT")))
    draft.add("status", status_in(entry.values("PT")))
    for tag, lines in entry.tags:
        value = " ".join(line for line in lines if line)
        if tag == ("FAU" if full else "AU"):
            draft.add("author", value if full else family_first(value) or value)
        elif tag == "CN":
            draft.add("author", f"{{{value}}}")
        elif tag in ("LID", "AID"):
            if value.endswith("[doi]"):
                draft.add("doi", value.removesuffix("[doi]"))
            elif tag == "LID" and (number := _ARTICLE_NUMBER.fullmatch(value)):
                draft.add("article_number", number[1])
            elif found := identifiers_in(value):  # ERIC: an address
                draft.identifiers.extend(found)
            else:
                draft.add_other(tag, value)
        elif tag == "BTI" and chapter:
            draft.add("venue", value)
        elif tag == "MH":
            draft.add("keyword", value.split("/")[0].strip("*"))
        elif tag not in ("AU", "FAU", "PT"):
            draft.add_from(_FIELDS, tag, value)
    pmid = next(iter(entry.values("PMID")), "")
    draft.add("id", pmid)
    origin = Origin(content.source, entry.line, pmid or None)
    return finished(draft, origin, "a citation")
