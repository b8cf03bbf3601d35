"""Shapes in which services export what was left over: organisations, names of fields, page counts, tables without links."""

from __future__ import annotations

import json

import pytest

from generator.sources.latex import decode
from generator.text.clean import clean_title
from tests.sources.conftest import Read

DATACITE = {
    "doi": "10.5555/DC.1",
    "creators": [
        {"name": "Ha, Di", "nameType": "Personal", "givenName": "Di", "familyName": "Ha"},
        {"name": "Quay Lab", "nameType": "Organizational"},
    ],
    "titles": [{"title": "Heights of the tide"}],
    "publisher": "Zenodo",
    "publicationYear": 2020,
    "types": {"ris": "DATA", "resourceTypeGeneral": "Dataset"},
}


@pytest.mark.parametrize("listed", [True, False])
def test_datacite_says_who_is_an_organisation_and_what_the_work_is(read: Read, listed: bool) -> None:
    (record,) = read(json.dumps([DATACITE] if listed else DATACITE), "dc.json").records
    assert [(name.as_last_first, name.corporate) for name in record.authors] == [("Ha, Di", False), ("Quay Lab", True)]
    assert (record.kind, record.year) == ("dataset", 2020)


@pytest.mark.parametrize(
    ("given", "family"),
    [("first_name", "last_name"), ("givenName", "familyName"), ("firstName", "lastName"), ("forename", "surname")],
)
def test_names_of_persons_in_json_however_their_parts_are_called(read: Read, given: str, family: str) -> None:
    work = {"title": "Counting gulls", "year": 2010, "authors": [{given: "Ann", family: "van Roe"}]}
    (record,) = read(json.dumps([work]), "m.json").records
    assert [name.as_last_first for name in record.authors] == ["van Roe, Ann"]


@pytest.mark.parametrize(
    ("first", "count", "pages"), [("101", "9", "101-109"), ("101", "1", "101"), ("e12", "9", "e12")]
)
def test_a_first_page_and_a_number_of_pages_are_a_range(read: Read, first: str, count: str, pages: str) -> None:
    head = "Article Title,Author,Journal Title,Publication Date,First Page,Page Count,DOI"
    (record,) = read(f"{head}\nNight shifts and tea,Abbott Jo,Tea,Mar2014,{first},{count},10.5555/x\n", "e.csv").records
    assert record.pages == pages


def test_a_first_page_beside_a_last_one_keeps_it(read: Read) -> None:
    head = "Title,Author,Journal,Year,First Page,Last Page,Page Count"
    (record,) = read(f"{head}\nNight shifts and tea,Abbott Jo,Tea,2014,101,103,9\n", "e.csv").records
    assert record.pages == "101-103"


def test_a_row_with_people_and_a_year_is_a_work_without_a_link_and_one_without_them_is_told(read: Read) -> None:
    table = (
        "# Tides\n\n| Year | Paper | Authors | Venue |\n|---|---|---|---|\n"
        "| 2019 | [Tides as graphs](https://doi.org/10.5555/tg.1) | A. Roe | SHORE |\n"
        "| 2020 | Nets at ebb | B. Doe | *Ibis* |\n"
        "| | A list of tools | | |\n"
    )
    reading = read(table, "list.md")
    assert [(record.title, record.year) for record in reading.records] == [
        ("Tides as graphs", 2019),
        ("Nets at ebb", 2020),
    ]
    assert [left.title for left in reading.left_out] == ["A list of tools"]


@pytest.mark.parametrize(
    "head",
    [
        "عنوان,نویسندگان,سال,مجله",
        "العنوان,المؤلفون,السنة,المجلة",
        "論文名,著者名,出版年,刊行物名",
        "Title,Authors,Year,Journal",
    ],
)
def test_columns_in_persian_arabic_and_japanese(read: Read, head: str) -> None:
    (record,) = read(f"{head}\nOf tides,Ann Roe,2001,Ibis Notes\n", "t.csv").records
    assert (record.title, record.year, record.venue) == ("Of tides", 2001, "Ibis Notes")
    assert [name.family for name in record.authors] == ["Roe"]


def test_a_joiner_of_no_width_stays_where_it_is_part_of_the_spelling() -> None:
    assert clean_title("کیفیت آب رودخانه\u200cها") == "کیفیت آب رودخانه\u200cها"
    assert clean_title("Inter\u200cnational \u200ctides") == "International tides"


@pytest.mark.parametrize("kind", ["Granted Patent", "Patent Application", "Design Patent"])
def test_patents_of_lens(read: Read, kind: str) -> None:
    head = "Title,Inventors,Publication Year,Document Type,Lens ID"
    (record,) = read(f"{head}\nTide gauge,HA DI,2015,{kind},000-001-002-003-111\n", "p.csv").records
    assert record.kind == "patent"


@pytest.mark.parametrize("said", ["No abstract is available for this item.", "No abstract available for this paper"])
def test_an_abstract_that_says_there_is_none_is_none(read: Read, said: str) -> None:
    (record,) = read(f"@techreport{{a, title={{Tides and Trade}}, abstract={{{said}}}}}", "r.bib").records
    assert not record.abstract


def test_french_quotation_marks_have_their_spaces() -> None:
    assert decode(r"Les \og marées \fg{} du nord") == "Les « marées » du nord"
    assert decode(r"Les {\og}marées{\fg} du nord") == "Les « marées » du nord"


def test_an_african_particle(read: Read) -> None:
    (record,) = read("@book{a, title={Dreams}, author={Ng{\\~u}g{\\~i} wa Thiong'o}}", "n.bib").records
    assert record.authors[0].as_last_first == "wa Thiong'o, Ngũgĩ"
