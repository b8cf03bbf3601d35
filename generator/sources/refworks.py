"""Reader of RefWorks' tagged format (`RT Journal Article`), which publishers, ProQuest and CNKI write, too.

Tags: https://www.refworks.com/refworks/help/RefWorks_Tagged_Format.htm
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished
from generator.sources.shares import share_of_entries
from generator.sources.tag_spelling import Spelling
from generator.sources.tagged import Entry, entries, two_in_one

NAME = "RefWorks"
_TAG = re.compile(r"^\ufeff?([A-Z][A-Z0-9]|vo|is|sp|op)(?: +(\S.*)|\s*)$")
_START = re.compile(r"^\ufeff?RT +\w", re.MULTILINE)
_FIELDS: dict[str, Field] = {
    "RT": "kind", "T1": "title", "JF": "venue", "JO": "venue", "T2": "venue", "YR": "year", "FD": "date",
    "VO": "volume", "IS": "number", "SP": "start_page", "OP": "end_page", "AB": "abstract", "PB": "publisher",
    "PP": "address", "SN": "isbn",
    "LA": "language", "DO": "doi",
    "UL": "url", "LK": "url", "ID": "id", "T3": "series", "NO": "note",
}  # fmt: skip
_PERSONS: dict[str, tuple[Field, Field]] = {"A1": ("author", "authors"), "A2": ("editor", "editors")}
_SPELLING = Spelling(
    re.compile(r"\ufeff?[A-Z][A-Z0-9]{1,3}\b"),
    re.compile(
        r"^\ufeff?(?P<tag>RT) +(?:Journal|Book|Conference|Diss|Report|Web|Generic|Abstract|Unpublished|Thesis).*$",
        re.MULTILINE | re.IGNORECASE,
    ),
    re.compile(r"^\ufeff?(?P<tag>[A-Z][A-Z0-9])(?: +(?P<value>\S.*)|\s*)$", re.IGNORECASE),
    (*_FIELDS, *_PERSONS, *"K1 SR AD A3 A4 A5 A6 AN CL DB DS ED FD IS LL NO RD SF ST T2 T3 U1 U2 U3 U4 U5 WT".split()),
    "{tag} {value}",
)


def recognises(content: Content) -> bool:
    """Whether a line starts a reference (`RT Journal Article`)."""
    return bool(_START.search(_SPELLING.restored(content).start))


def share(content: Content) -> float:
    """The share of the text that stands in references."""
    return share_of_entries(_SPELLING.restored(content), _TAG, "RT")


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The references, in the file's order."""
    content = _SPELLING.restored(content)
    for entry in entries(enumerate(content.lines, 1), _TAG, "RT", ""):
        if isinstance(entry, Entry):
            yield _record(content, entry)
            yield from two_in_one(content.source, entry, ("T1",))
        else:
            yield LeftOut(Origin(content.source, entry[0]), "stands outside any reference (`RT …`)", entry[1][:200])


def _record(content: Content, entry: Entry) -> Record | LeftOut:
    draft = Draft()
    for name, lines in entry.tags:
        tag, value = name.upper(), " ".join(line for line in lines if line)
        if tag in _PERSONS:
            one, several = _PERSONS[tag]
            draft.add(several if ";" in value else one, value)
        elif tag == "K1":
            draft.add("keywords" if ";" in value else "keyword", value)
        elif tag == "OP" and "-" in value:  # CNKI gives the pages there
            draft.add("pages", value)
        elif tag != "SR":
            draft.add_from(_FIELDS, tag, value)
    return finished(draft, Origin(content.source, entry.line, draft.texts.get("id")), "a reference")
