"""Values that R, pandas, spreadsheets and databases write for what is missing are not values."""

from __future__ import annotations

import json

import pytest

from generator.sources.draft import Draft
from tests.sources.conftest import Read

HEAD = '"","author","title","year","journal","abstract","doi","number","pages","volume","isbn","record_id","label","source"\n'


@pytest.mark.parametrize("missing", ["NA", "N/A", "NaN", "nan", "NULL", "null", "None", "<NA>", "#N/A", "\\N", "-"])
def test_a_missing_value_of_a_table_is_no_value(read: Read, missing: str) -> None:
    row = f'"1",{missing},"Lipoproteins in insulin-resistant states",{missing},{missing},{missing},{missing},{missing},{missing},{missing},{missing},"1",{missing},"pubmed"\n'
    (record,) = read(HEAD + row, "search.csv").records
    assert record.title == "Lipoproteins in insulin-resistant states"
    assert (record.authors, record.year, record.venue, record.abstract, record.number, record.pages, record.volume) == (
        (),
        None,
        "",
        "",
        "",
        "",
        "",
    )
    assert record.extra == (("source", "pubmed"),)


def test_missing_values_of_the_other_formats_are_no_values_either(read: Read) -> None:
    (json_record,) = read(
        json.dumps([{"title": "Lipoproteins", "authors": ["NA"], "volume": "NaN", "doi": None, "issue": "null"}]),
        "a.json",
    ).records
    (bib_record,) = read(
        "@article{adeli, title = {Lipoproteins}, author = {NA}, volume = {NA}, number = {NA}, pages = {NA-NA}}", "a.bib"
    ).records
    (ris_record,) = read("TY  - JOUR\nTI  - Lipoproteins\nAU  - NA\nVL  - NA\nSP  - NA\nER  - \n", "a.ris").records
    for record in (json_record, bib_record, ris_record):
        assert (record.title, record.authors, record.volume, record.number, record.pages) == (
            "Lipoproteins",
            (),
            "",
            "",
            "",
        )


def test_a_row_of_nothing_but_missing_values_is_left_out_with_its_line(read: Read) -> None:
    reading = read(HEAD + '"1",NA,NA,NA,NA,NA,NA,NA,"NA-NA",NA,NA,"1",NA,"pubmed"\n', "search.csv")
    assert not reading.records
    assert [(piece.origin.line, piece.reason) for piece in reading.left_out] == [
        (2, "a row with neither title nor abstract nor identifier")
    ]


def test_a_title_that_only_looks_missing_stays_where_nothing_else_is_missing(read: Read) -> None:
    (record,) = read("title,author,year,journal\nNone,Hiroko Na,1999,Poetry\n", "a.csv").records
    assert (record.title, record.authors[0].family) == ("None", "Na")


def test_authors_whose_line_ends_were_lost_are_several(read: Read) -> None:
    (record,) = read(
        HEAD + '"1","Adeli K.Lewis G. F.","Lipoproteins",2008,NA,NA,NA,NA,NA,NA,NA,"1",NA,"x"\n', "search.csv"
    ).records
    assert [(name.family, name.given) for name in record.authors] == [("Adeli", "K."), ("Lewis", "G. F.")]
    (record,) = read("TY  - JOUR\nTI  - Lipoproteins\nAU  - Adeli, K.Lewis, G. F.\nER  - \n", "a.ris").records
    assert [(name.family, name.given) for name in record.authors] == [("Adeli", "K."), ("Lewis", "G. F.")]


def test_authors_one_a_line_in_a_cell_are_several(read: Read) -> None:
    (record,) = read('title,authors\nLipoproteins,"Lewis, Gary\nAdeli, Khosrow"\n', "a.csv").records
    assert [(name.family, name.given) for name in record.authors] == [("Lewis", "Gary"), ("Adeli", "Khosrow")]


@pytest.mark.parametrize("isbn", ["0957-9672 (Print)\n0957-9672", "0957-9672 (Print) 0957-9672 (Linking)", "09579672"])
def test_an_issn_in_the_column_of_isbns_is_no_identifier_and_stays_an_issn(isbn: str) -> None:
    draft = Draft()
    draft.add("isbn", isbn)
    assert not draft.identifiers
    assert [name for name, _ in draft.extra] == ["issn"]
