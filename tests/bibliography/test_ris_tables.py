"""Which of our RIS tags survive in JabRef, Mendeley and EndNote, as their own tables say; Zotero and bibutils stand beside.

JabRef: its `RisImporter`, by which the last tag of a field counts, but for T2, of which the first does, and whose date is
the first of Y1, PY, DA. Mendeley: the fields that its Reference Manager takes from RIS. EndNote: what its own RIS export
names, which its import filter reads back.
"""

from __future__ import annotations

import pytest

from generator.bibliography.ris import ris
from generator.names import Name
from generator.works import Work
from tests.bibliography.publications import a_work

JABREF_TYPES = {"JOUR": "article", "CONF": "inproceedings", "CHAP": "incollection", "BOOK": "book", "RPRT": "techreport",
                "THES": "phdthesis", "PAT": "patent"}  # fmt: skip
JABREF = {
    "TI": "title", "AU": "author", "ED": "editor", "PY": "year", "T2": "journal", "T3": "series", "BT": "booktitle", "C3": "eventtitle",
    "VL": "volume", "IS": "number", "AN": "number", "M1": "number", "SP": "pages", "PB": "publisher", "CY": "address",
    "ET": "edition", "SN": "issn", "UR": "url", "DO": "doi", "AB": "abstract", "KW": "keywords", "LA": "language",
}  # fmt: skip
MENDELEY_TYPES = {"JOUR": "journal", "CONF": "conference_proceedings", "CHAP": "book_section", "BOOK": "book",
                  "RPRT": "report", "THES": "thesis", "PAT": "patent"}  # fmt: skip
MENDELEY = {
    "TI": "title", "AU": "authors", "A2": "editors", "PY": "year", "T2": "source", "T3": "series", "VL": "volume", "IS": "issue",
    "SP": "pages", "PB": "publisher", "CY": "city", "ET": "edition", "SN": "isbn", "UR": "websites", "DO": "doi",
    "AB": "abstract", "KW": "keywords", "LA": "language",
}  # fmt: skip
ENDNOTE_TYPES = {"JOUR": "Journal Article", "CONF": "Conference Proceedings", "CHAP": "Book Section", "BOOK": "Book",
                 "RPRT": "Report", "THES": "Thesis", "PAT": "Patent"}  # fmt: skip
ENDNOTE = {
    "TI": "title", "AU": "author", "A2": "editor", "ED": "editor", "PY": "year", "T2": "secondary title", "T3": "tertiary title",
    "C1": "place published", "C3": "proceedings title", "CY": "city", "VL": "volume", "IS": "issue", "SP": "pages",
    "PB": "publisher", "ET": "edition", "SN": "number", "UR": "url", "DO": "doi", "AB": "abstract", "KW": "keywords",
    "LA": "language", "M3": "type",
}  # fmt: skip

PEOPLE = (Name("Roe", "Jane"),)
WORKS = {
    "article": a_work("Bells", PEOPLE, key="k", kind="article", venue="Tower Notes", volume="4", number="2", pages="3-9",
                      doi="10.1000/a", abstract="Of bells.", arxiv="2307.06290"),
    "conference": a_work("Bells", PEOPLE, key="k", kind="inproceedings", venue="TOWER", container="Proceedings of TOWER",
                         series="LNCS", pages="3-9", doi="10.1000/a", abstract="Of bells.", arxiv="2307.06290"),
    "chapter": a_work("Bells", PEOPLE, key="k", kind="incollection", venue="Harbours", publisher="Quay", pages="3-9"),
    "preprint": a_work("Bells", PEOPLE, key="k", kind="preprint", arxiv="2307.06290", abstract="Of bells."),
    "thesis": a_work("Bells", PEOPLE, key="k", kind="phdthesis", school="MIT"),
}  # fmt: skip
KEPT: dict[str, dict[str, dict[str, str]]] = {
    "JabRef": {
        "article": {"journal": "Tower Notes", "volume": "4", "number": "2", "pages": "3", "doi": "10.1000/a", "abstract": "Of bells."},
        "conference": {"journal": "Proceedings of TOWER", "eventtitle": "Proceedings of TOWER", "series": "LNCS", "doi": "10.1000/a"},
        "chapter": {"journal": "Harbours", "publisher": "Quay"},
        "preprint": {"number": "arXiv:2307.06290", "publisher": "arXiv", "doi": "10.48550/arXiv.2307.06290"},
        "thesis": {"publisher": "MIT"},
    },
    "Mendeley": {
        "article": {"source": "Tower Notes", "volume": "4", "issue": "2", "pages": "3", "doi": "10.1000/a", "abstract": "Of bells."},
        "conference": {"source": "Proceedings of TOWER", "series": "LNCS", "doi": "10.1000/a"},
        "chapter": {"source": "Harbours", "publisher": "Quay"},
        "preprint": {"publisher": "arXiv", "doi": "10.48550/arXiv.2307.06290", "websites": "https://arxiv.org/abs/2307.06290"},
        "thesis": {"publisher": "MIT"},
    },
    "EndNote": {
        "article": {"secondary title": "Tower Notes", "volume": "4", "issue": "2", "pages": "3", "doi": "10.1000/a"},
        "conference": {"secondary title": "Proceedings of TOWER", "proceedings title": "Proceedings of TOWER", "tertiary title": "LNCS"},
        "chapter": {"secondary title": "Harbours", "publisher": "Quay"},
        "preprint": {"publisher": "arXiv", "number": "arXiv:2307.06290", "type": "Preprint", "doi": "10.48550/arXiv.2307.06290"},
        "thesis": {"publisher": "MIT"},
    },
}  # fmt: skip
PROGRAMS = {
    "JabRef": (JABREF_TYPES, JABREF),
    "Mendeley": (MENDELEY_TYPES, MENDELEY),
    "EndNote": (ENDNOTE_TYPES, ENDNOTE),
}


def read_by(program: str, work: Work) -> dict[str, str]:
    """What a program makes of the work's RIS, by its table: the last value of a field, but of a second title the first."""
    types, fields = PROGRAMS[program]
    found: dict[str, str] = {}
    for line in ris([work]).splitlines():
        tag, value = line[:2], line[6:]
        if tag == "TY":
            found["type of work"] = types[value]  # a KeyError: the program does not know the type
        elif tag in fields and (tag != "T2" or fields[tag] not in found):
            found[fields[tag]] = value
    return found


@pytest.mark.parametrize("kind", WORKS)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_keeps_what_cites_a_work(program: str, kind: str) -> None:
    found = read_by(program, WORKS[kind])
    people = found.get("author") or found["authors"]
    assert (found["title"], people, found["year"]) == ("Bells", "Roe, Jane", str(WORKS[kind].year))
    assert {name: found.get(name) for name in KEPT[program][kind]} == KEPT[program][kind]
