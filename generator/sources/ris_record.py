"""The record that one RIS entry describes: which tag holds what, in the dialects of all programs that write RIS."""

from __future__ import annotations

import re

from generator.identifiers import identifiers_in, parse_isbn
from generator.names import Name, family_first
from generator.names.lists import groups_marked
from generator.records import LeftOut, Origin, Record
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished, nothing_in
from generator.sources.kinds import kind_of
from generator.sources.ris_tags import identifier_in, is_article_number, is_proceedings, lists_cited
from generator.sources.tagged import Entry

_FIELDS: dict[str, Field] = {
    "TY": "kind", "PY": "year", "Y1": "date", "DA": "date", "AB": "abstract", "N2": "abstract", "VL": "volume",
    "IS": "number", "CP": "number", "SP": "start_page", "EP": "end_page", "PB": "publisher", "CY": "address",
    "PP": "address", "DO": "doi", "DI": "doi", "UR": "url", "LK": "url", "LA": "language", "SN": "isbn", "ID": "id",
    "T3": "series", "YR": "year", "NO": "number",
    "PG": "pages",
    "KY": "keywords", "DOI": "doi",
    "PU": "publisher", "PI": "address",
}  # fmt: skip
_PERSONS = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor"}
_TITLES = ("TI", "T1", "CT")
_VENUES = ("JF", "T2", "SO", "JO", "BT", "C3", "J1", "JA", "J2")  # full names before abbreviations
_LINKS = ("UR", "LK", "L1", "L2", "L3")
_INITIALS = re.compile(r"[A-Z]\.?(?:[ -][A-Z]\.?){1,3}")  # split into parts: `WHO` is not initials
# `Roe J`, `Smith BT`: what can be nothing but initials stands last, so `Roe JA` in the same list is not Mr or Ms Ja.
_INITIALS_LAST = re.compile(r"^[^,]*[^,A-Z] (?!NG$)(?:[A-Z]|[B-DF-HJ-NP-TV-XZ]{2,3})$")
_WHAT = "a reference"


def record_of(source: str, entry: Entry) -> Record | LeftOut:
    """The record of an entry of the file `source`, or why it is left out."""
    if not any(line for tag, lines in entry.tags if tag != "TY" for line in lines):
        # A million such entries must not cost a million drafts.
        return LeftOut(Origin(source, entry.line), nothing_in(_WHAT))
    draft = Draft()
    _add_titles(draft, entry)
    databases = " ".join((*entry.values("DB"), *entry.values("DP")))
    before = ""  # the person before
    for tag, lines in entry.tags:
        value = " ".join(line for line in lines if line)
        if tag in ("A2", "ED") and lists_cited(value):
            draft.add_other(tag, value)
        elif tag in _PERSONS or (tag == "A3" and draft.texts.get("kind") in ("BOOK", "EDBOOK")):
            # `A3` names the editors of a whole book, and of anything else those of its series.
            before = _add_persons(draft, _PERSONS.get(tag, "editor"), _with_groups(lines, entry), before)
        elif tag == "KW":
            for keyword in lines:
                draft.add("keywords" if ";" in keyword else "keyword", keyword)
        elif tag in _LINKS:
            _add_links(draft, tag, lines, databases)
        elif tag not in (*_TITLES, *_VENUES) or tag == "C3":
            _add_value(draft, entry, tag, value, databases)
    if not draft.identifiers:  # else a note's are often those of another work: one that corrects it, or that it cites
        draft.identifiers.extend(one for note in entry.values("N1") for one in identifiers_in(note))
    _make_paper_of_conference(draft, entry)
    if "/" in draft.texts.get("year", ""):
        draft.add("date", draft.texts["year"])
    return finished(draft, Origin(source, entry.line, draft.texts.get("id")), _WHAT)


def _add_titles(draft: Draft, entry: Entry) -> None:
    for tag in _TITLES:
        for title in entry.values(tag):
            draft.add("title", title)
    for title in entry.values("BT") if "title" not in draft.texts else ():
        draft.add("title", title)
    for tag in _VENUES:
        for venue in entry.values(tag):
            if venue != draft.texts.get("title") and (tag != "C3" or is_proceedings(venue, entry)):
                draft.add("venue", venue)


def _with_groups(lines: list[str], entry: Entry) -> list[str]:
    """The persons of one tag, groups in braces, as the way in which the entry's other persons are written tells."""
    others = [person for tag, persons in entry.tags if tag in _PERSONS for person in persons]
    if any(_INITIALS_LAST.search(person) and family_first(person) for person in others):
        lines = [(family_first(line) or line) if "," not in line else line for line in lines]
    return groups_marked([*lines, *others])[: len(lines)]


def _add_persons(draft: Draft, role: str, lines: list[str], before: str) -> str:
    """Add the persons of one tag, of whom EndNote writes further ones on lines of their own; returns the last."""
    names = draft.authors if role == "author" else draft.editors
    for person in lines:
        parted = names and _INITIALS.fullmatch(person) and "," not in before and not family_first(before)
        if parted:  # EPPI-Reviewer separates `Dos Santos` from `H B`
            names.append(Name(names.pop().as_first_last, person))
        elif ";" in person:
            draft.add("editors" if role == "editor" else "authors", person)
        else:
            draft.add("editor" if role == "editor" else "author", person)
        before = person
    return before


def _add_links(draft: Draft, tag: str, lines: list[str], databases: str) -> None:
    for line in lines:
        draft.add_from(_FIELDS, tag, line)
        draft.identifiers.extend(() if tag in _FIELDS else identifiers_in(line))
    if found := identifier_in(tag, " ".join(line for line in lines if line), databases):
        draft.add(*found)


def _add_value(draft: Draft, entry: Entry, tag: str, value: str, databases: str) -> None:
    """Add the value of a tag that is neither a title nor a person, a keyword or a link."""
    if found := identifier_in(tag, value, databases):
        draft.add(*found)
    elif tag == "C3":
        if not is_proceedings(value, entry):
            draft.add_other("affiliation", value)
    elif tag == "C7" and is_article_number(value):
        draft.add("article_number", value)
    elif tag == "PM":
        draft.add("pmid", value.removeprefix("PUBMED"))
    elif tag == "SN" and draft.texts.get("kind") in ("RPRT", "PAT") and not parse_isbn(value):
        draft.identifiers.extend(identifiers_in(value))
        draft.add("number", value if not value.lower().startswith("arxiv:") else "")
    elif tag == "M3" and draft.texts.get("kind") in ("RPRT", "THES"):
        _add_type(draft, value)
    elif tag == "AN":
        draft.add_other("accession number", value)
    elif tag == "CP" and not re.search(r"\d", value):
        draft.add_other("conference", value)
    else:
        draft.add_from(_FIELDS, tag, value)
        draft.identifiers.extend(identifiers_in(value) if tag in ("M1", "M3") and " " not in value else ())


def _add_type(draft: Draft, value: str) -> None:
    """A report that calls itself a preprint is one."""
    if kind_of(value) == "preprint":
        draft.texts["kind"] = "preprint"
    else:
        draft.add_other("M3", value)


def _make_paper_of_conference(draft: Draft, entry: Entry) -> None:
    """Most exports say CONF for a paper in proceedings, but Scopus says JOUR for papers in a series."""
    in_venue = draft.texts.get("kind") in ("CONF", "SER") and draft.texts.get("venue")
    in_series = draft.texts.get("kind") == "JOUR" and any(kind_of(v) == "inproceedings" for v in entry.values("M3"))
    if in_venue or in_series:
        draft.texts["kind"] = "CPAPER"
