"""Which tag of RIS survives in which program.

Zotero: the mapping of its RIS translator (`fieldMap` and `degenerateImportFieldMap`), for the tags that we write. bibutils: what
`ris2xml | xml2bib` gives, which the last test runs. A field that a program does not have is left out of the table.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.bibliography.ris import ris
from generator.names import Name
from generator.works import Work
from tests.bibliography.publications import a_work
from tests.bibliography.test_real_programs import run

# In Zotero: (type, tag) to field; "" means every type without a line of its own.
ZOTERO_TYPES = {
    "JOUR": "journalArticle", "CONF": "conferencePaper", "CHAP": "bookSection", "BOOK": "book", "THES": "thesis", "RPRT": "report",
    "DATA": "dataset", "COMP": "computerProgram", "PAT": "patent", "GEN": "journalArticle",
}  # fmt: skip
ZOTERO = {
    ("", "TI"): "title", ("", "AU"): "author", ("", "PY"): "date", ("", "DO"): "DOI", ("", "UR"): "url", ("", "AB"): "abstract",
    ("", "KW"): "tag", ("", "LA"): "language", ("", "VL"): "volume", ("", "SP"): "pages", ("", "PB"): "publisher", ("", "ET"): "edition",
    ("JOUR", "T2"): "publicationTitle", ("JOUR", "J2"): "journalAbbreviation", ("JOUR", "IS"): "issue", ("JOUR", "SN"): "ISSN",
    ("CONF", "C3"): "proceedingsTitle", ("CONF", "T2"): "conferenceName", ("CONF", "C1"): "place", ("CONF", "T3"): "series",
    ("", "ED"): "editor", ("CONF", "SN"): "ISBN", ("CHAP", "T2"): "bookTitle", ("CHAP", "T3"): "series",
    ("CHAP", "CY"): "place", ("CHAP", "SN"): "ISBN", ("BOOK", "T3"): "series", ("BOOK", "CY"): "place",
    ("BOOK", "SN"): "ISBN", ("RPRT", "SN"): "reportNumber", ("RPRT", "M3"): "reportType", ("THES", "M3"): "thesisType",
    ("PAT", "SN"): "patentNumber", ("COMP", "ET"): "version",
}  # fmt: skip
PEOPLE = (Name("Roe", "Jane"),)
EDITORS = (Name("Berg", "Jan", "van der"),)


def of_kind(kind: str, **fields: Any) -> Work:
    return a_work(
        "Bells",
        PEOPLE if kind != "book" else "",
        key="k",
        kind=kind,
        volume="4",
        pages="3-9",
        publisher="Quay",
        **fields,
    )


SURVIVES = [  # the work, what Zotero has, what bibutils makes of it
    (
        of_kind("article", venue="Tower Notes", number="2", extra=(("issn", "1234-5678"),)),
        {"type": "journalArticle", "publicationTitle": "Tower Notes", "issue": "2", "ISSN": "1234-5678"},
        {"type": "Article", "journal": "Tower Notes", "volume": "4", "number": "2"},
    ),
    (
        of_kind("inproceedings", venue="TOWER", container="Proceedings of TOWER", series="LNCS", address="Bonn"),
        {"type": "conferencePaper", "proceedingsTitle": "Proceedings of TOWER", "place": "Bonn", "series": "LNCS"},
        {"type": "InProceedings", "booktitle": "Proceedings of TOWER", "series": "LNCS", "address": "Bonn"},
    ),
    (
        of_kind("incollection", venue="Harbours", editors=EDITORS, series="Coasts", isbn="9780306406157"),
        {"type": "bookSection", "bookTitle": "Harbours", "editor": "van der Berg, Jan", "ISBN": "9780306406157"},
        {"type": "Inbook", "booktitle": "Harbours", "series": "Coasts", "editor": "van der Berg, Jan"},
    ),
    (
        of_kind("book", editors=EDITORS, series="Coasts", extra=(("edition", "2"),)),
        {"type": "book", "editor": "van der Berg, Jan", "series": "Coasts", "edition": "2"},
        {"type": "Book", "editor": "van der Berg, Jan", "series": "Coasts", "edition": "2"},
    ),
    (
        a_work("Bells", PEOPLE, key="k", kind="preprint", arxiv="2307.06290"),
        {
            "type": "report", "reportType": "Preprint", "reportNumber": "arXiv:2307.06290", "publisher": "arXiv",
            "DOI": "10.48550/arXiv.2307.06290",
        },
        {"type": "TechReport", "publisher": "arXiv", "url": "https://arxiv.org/abs/2307.06290"},
    ),
    (
        a_work("Bells", PEOPLE, key="k", kind="mastersthesis", school="MIT"),
        {"type": "thesis", "thesisType": "Master's thesis", "publisher": "MIT"},
        {"type": "PhdThesis", "publisher": "MIT", "note": "Master's thesis"},
    ),
    (
        a_work("Bells", PEOPLE, key="k", kind="patent", number="US123", publisher="IBM"),
        {"type": "patent", "patentNumber": "US123", "publisher": "IBM"},
        {"type": "Misc", "publisher": "IBM"},
    ),
]  # fmt: skip


def in_zotero(work: Work) -> dict[str, str]:
    """The item that Zotero makes of the work's RIS; the first value of a field counts."""
    tags = [(line[:2], line[6:]) for line in ris([work]).splitlines() if line]
    kind = dict(tags)["TY"]
    item = {"type": ZOTERO_TYPES[kind]}
    for tag, value in tags:
        field = ZOTERO.get((kind, tag)) or ZOTERO.get(("", tag))
        if field:
            item.setdefault(field, value)
    return item


@pytest.mark.parametrize(("work", "zotero", "_"), SURVIVES)
def test_zotero_keeps_what_cites_a_work(work: Work, zotero: dict[str, str], _: dict[str, str]) -> None:
    item = in_zotero(work)
    assert {field: item.get(field) for field in zotero} == zotero


@pytest.mark.slow
@pytest.mark.parametrize(("work", "_", "kept"), SURVIVES)
def test_bibutils_keeps_what_cites_a_work(work: Work, _: dict[str, str], kept: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text(ris([work]), encoding="utf-8")
    said = run(tmp_path, "ris2xml", "a.ris")
    (tmp_path / "a.xml").write_text(said[: said.index("</modsCollection>")] + "</modsCollection>\n", encoding="utf-8")
    written = run(tmp_path, "xml2bib", "a.xml")
    found = {name.lower(): value for name, value in re.findall(r'^(\w+)="(.*?)",?$', written, re.MULTILINE)}
    found["type"] = re.findall(r"@(\w+)\{", written)[0]
    assert {name: found.get(name) for name in kept} == kept
