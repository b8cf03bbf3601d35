"""Reader of Web of Science's plain-text export (`FN Clarivate Analytics Web of Science`)."""

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
from generator.sources.tagged import Entry, cut_off, entries, two_in_one, without_end

NAME = "Web of Science"
_TAG = re.compile(r"^\ufeff?([A-Z][A-Z0-9])(?: (.*)|())$")
_HEAD = re.compile(r"^\ufeff?FN (?:Clarivate|Thomson|ISI)|^PT [JBSCP]\s*$[\s\S]{0,400}^(?:AU|AF|TI) ", re.MULTILINE)
_AROUND = re.compile(r"\ufeff?(?:FN |VR |EF\s*$)")  # lines around the records
_KINDS = {"J": "article", "B": "book", "S": "incollection", "C": "inproceedings", "P": "misc"}
_FIELDS: dict[str, Field] = {
    "TI": "title", "SO": "venue", "AB": "abstract", "PY": "year", "PD": "month", "VL": "volume", "IS": "number",
    "BP": "start_page", "EP": "end_page", "AR": "article_number", "DI": "doi", "PM": "pmid", "BN": "isbn",
    "PU": "publisher", "PI": "address", "SE": "series", "LA": "language",
    "DE": "keywords", "UT": "id",
}  # fmt: skip
_TAGS = """
    FN VR PT AU AF BA BF CA GP BE TI SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C3 RP EM RI OI FU FX CR NR TC Z9 U1 U2
    PU PI PA SN EI BN J9 JI PD PY VL IS PN SU SI MA BP EP AR DI DL D2 EA EY PG WC WE SC GA PM UT OA HC HP DA ER EF
""".split()
_SPELLING = Spelling(
    re.compile(r"\ufeff?[A-Z][A-Z0-9]{1,3}\b"),
    re.compile(r"^\ufeff?(?P<tag>PT|FN) (?:[JBSCP]\s*|(?:Clarivate|Thomson|ISI).*)$", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^\ufeff?(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?$", re.IGNORECASE),
    _TAGS,
    "{tag} {value}",
)


def recognises(content: Content) -> bool:
    """Whether it starts as Web of Science's exports do."""
    return bool(_HEAD.search(_SPELLING.restored(content).start[:5000]))


def share(content: Content) -> float:
    """The share of the text that this format accounts for."""
    return share_of_entries(_SPELLING.restored(content), _TAG, "PT", "ER")


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The records, in the file's order."""
    content = _SPELLING.restored(content)
    lines = ((n, line) for n, line in enumerate(content.lines, 1) if not _AROUND.match(line))
    last: Entry | None = None
    for entry in entries(lines, _TAG, "PT", "ER"):
        if isinstance(entry, Entry):
            if last and not last.closed:
                yield without_end(content.source, last.line, "ER")
            last = entry
            yield _record(content, entry)
            yield from two_in_one(content.source, entry, ("TI",))
        else:
            yield LeftOut(Origin(content.source, entry[0]), "stands outside any record (`PT` to `ER`)", entry[1][:200])
    if last and not last.closed:
        yield cut_off(content.source, last.line)


def _record(content: Content, entry: Entry) -> Record | LeftOut:
    draft = Draft()
    form, types = " ".join(entry.values("PT")).upper(), "; ".join(entry.values("DT"))
    paper = "Proceedings Paper" in types and form != "J"  # in a journal it is an article
    for kind in ("inproceedings" if paper else "", types.replace("; Proceedings Paper", ""), _KINDS.get(form, "")):
        draft.add("kind", kind)
    for person in entry.lines("AF") or entry.lines("AU"):
        draft.add("author", person)
    for editor in entry.lines("BE"):
        draft.add("editors", editor)
    for group in entry.lines("CA"):
        draft.add("author", f"{{{group}}}")
    for tag, lines in entry.tags:
        value = " ".join(line for line in lines if line)
        if tag not in ("AF", "AU", "BE", "CA", "DT", "PT"):
            draft.add_from(_FIELDS, tag, value)
    if not draft.texts.get("year"):
        draft.add("date", " ".join(entry.values("EA")))  # the day of early access
    origin = Origin(content.source, entry.line, draft.texts.get("id"))
    return finished(draft, origin, "a record")
