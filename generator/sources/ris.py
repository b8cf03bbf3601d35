"""Reader of RIS as Zotero, EndNote, Scopus, Web of Science and publishers write it.

Format: https://en.wikipedia.org/wiki/RIS_(file_format). Dialects differ in which tag holds the journal, the abstract and
the date, in one or two spaces before the hyphen, and in what stands on lines without a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.identifiers import identifiers_in
from generator.names import Name, family_first
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.draft import Draft, nothing_in
from generator.sources.kinds import kind_of
from generator.sources.ris_tags import identifier_in, is_article_number, is_proceedings, lists_cited
from generator.sources.tagged import Entry, cut_off, entries, without_end

NAME = "RIS"
_TAG = re.compile(r"^[\ufeff\s]*(DOI(?= - )|[A-Z][A-Z0-9]) {1,2}-(?:[ \t]|$)(.*)$")
_START = re.compile(r"^[\ufeff \t]*TY {1,2}- {0,2}\w", re.MULTILINE)
_KNOWN = "TY|ER|A[1-4BDNU]|C[1-8AY]|D[ABOP]|ED|EP|ET|F[UX]|ID|IS|J[29AFIO]|KW|L[1-4AB]|M[1-3]|N[1V2]|P[BIUY]|WE|SN|SP|ST|T[1-3IA]|UR|VL|Y[12]"
_GLUED = re.compile(rf"(?<=\S)(?=(?:{_KNOWN})  - )")  # a tag at the end of the line before, whose line end was lost
_FIELDS = {
    "TY": "kind", "AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "PY": "year", "Y1": "date", "DA": "date", "AB": "abstract", "N2": "abstract",
    "VL": "volume", "IS": "number", "CP": "number", "SP": "start_page", "EP": "end_page", "PB": "publisher", "CY": "address", "PP": "address",
    "DO": "doi", "DI": "doi", "UR": "url", "LK": "url", "LA": "language", "SN": "isbn", "ID": "id", "T3": "series", "YR": "year", "NO": "number", "PG": "pages", "KY": "keywords", "DOI": "doi", "PU": "publisher", "PI": "address",
}  # fmt: skip
_INITIALS = re.compile(r"[A-Z]\.?(?:[ -][A-Z]\.?){1,3}")  # parted: `WHO` is no initials
_WHAT = "a reference"
_FURNITURE = re.compile(
    r"(?:Provider|Content|Database)\s*:|Record #\d+ of \d+$|\d+\.$|EF$"
)  # heads, numbers and ends of Wiley's, Ovid's and Web of Science's files
_VENUES = ("JF", "T2", "SO", "JO", "BT", "C3", "J1", "JA", "J2")  # full names before abbreviations


def recognises(content: Content) -> bool:
    """Whether a line starts a reference (`TY  - JOUR`)."""
    return bool(_START.search(content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The references, in the file's order."""
    last: Entry | None = None
    for entry in entries(_lines(content), _TAG, "TY", "ER"):
        if isinstance(entry, Entry):
            if last and not last.closed:
                yield without_end(content.source, last.line, "ER  -")
            last = entry
            yield _record(content, entry)
        elif not _FURNITURE.match(entry[1]):
            yield LeftOut(
                Origin(content.source, entry[0]), "stands outside any reference (`TY  - …` to `ER  -`)", entry[1][:200]
            )
    if last and not last.closed:
        yield cut_off(content.source, last.line)


def _lines(content: Content) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(content.lines, 1):
        for part in _GLUED.split(line) if "  - " in line[6:] else (line,):
            yield number, part


def _record(content: Content, entry: Entry) -> Record | LeftOut:
    if not any(line for tag, lines in entry.tags if tag != "TY" for line in lines):
        return LeftOut(
            Origin(content.source, entry.line), nothing_in(_WHAT)
        )  # a million of these must not cost a million drafts
    draft = Draft()
    for title in (*entry.values("TI"), *entry.values("T1"), *entry.values("CT")):
        draft.add("title", title)
    if not draft.texts.get("title"):
        for title in entry.values("BT"):
            draft.add("title", title)
    for tag in _VENUES:
        for venue in entry.values(tag):
            if venue != draft.texts.get("title") and (tag != "C3" or is_proceedings(venue, entry)):
                draft.add("venue", venue)
    databases = " ".join((*entry.values("DB"), *entry.values("DP")))
    before = ""  # the person before
    for tag, lines in entry.tags:
        value = " ".join(line for line in lines if line)
        if tag == "KW":
            for keyword in lines:
                draft.add("keywords" if ";" in keyword else "keyword", keyword)
        elif tag in ("A2", "ED") and lists_cited(value):
            draft.add(tag, value)
        elif tag in ("AU", "A1", "A2", "ED"):
            for person in lines:  # EndNote writes further names on lines of their own
                names = draft.authors if _FIELDS[tag] == "author" else draft.editors
                if (
                    names and _INITIALS.fullmatch(person) and "," not in before and not family_first(before)
                ):  # EPPI-Reviewer parts `Dos Santos` from `H B`
                    names.append(Name(names.pop().as_first_last, person))
                else:
                    draft.add("authors" if ";" in person else _FIELDS[tag], person)
                before = person
        elif tag in ("UR", "LK", "L1", "L2", "L3"):
            for line in lines:
                draft.add("url" if tag in _FIELDS else tag, line)
                draft.identifiers.extend(() if tag in _FIELDS else identifiers_in(line))
            if found := identifier_in(tag, value, databases):
                draft.add(*found)
        elif found := identifier_in(tag, value, databases):
            draft.add(*found)
        elif tag == "AN":
            draft.add("accession number", value)
        elif tag == "C3" and not is_proceedings(value, entry):
            draft.add("affiliation", value)
        elif tag == "C7":
            draft.add("article_number" if is_article_number(value) else tag, value)
        elif tag == "CP" and not re.search(r"\d", value):
            draft.add("conference", value)
        elif tag == "PM":
            draft.add("pmid", value.removeprefix("PUBMED"))
        elif tag in _FIELDS:
            draft.add(_FIELDS[tag], value)
        elif tag not in ("TI", "T1", "CT", *_VENUES):
            draft.add(tag, value)
            draft.identifiers.extend(identifiers_in(value) if tag in ("M1", "M3") and " " not in value else ())
    if not draft.identifiers:  # else a note's are often those of another work: one that corrects it, or that it cites
        draft.identifiers.extend(one for note in entry.values("N1") for one in identifiers_in(note))
    if draft.texts.get("kind") in ("CONF", "SER") and draft.texts.get("venue"):
        draft.texts["kind"] = "CPAPER"  # most exports say CONF for a paper in proceedings
    if draft.texts.get("kind") == "JOUR" and any(kind_of(value) == "inproceedings" for value in entry.values("M3")):
        draft.texts["kind"] = "CPAPER"  # Scopus says JOUR for papers in a series
    if "/" in draft.texts.get("year", ""):
        draft.add("date", draft.texts["year"])
    origin = Origin(content.source, entry.line, draft.texts.get("id"))
    return draft.finished(origin, _WHAT)
