"""Files that were cut off or damaged on their way: what is whole is read, and where the damage is, is reported."""

from __future__ import annotations

import pytest

from generator.records import SourceReading
from tests.sources.conftest import Read


def warnings(reading: SourceReading) -> list[tuple[int | None, str]]:
    return [(p.place.line if p.place else None, p.message) for p in reading.problems if p.level == "warning"]


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "Soil and iron", "year": 2020},\n',
        '{"message-type": "work-list", "message": {"items": [{"DOI": "10.1000/abc", "title": ["Soil and iron"]},\n',
        "<feed><entry><id>http://arxiv.org/abs/2101.00001v1</id><title>Soil and iron</title></entry>\n",
    ],
)
def test_a_list_that_never_ends_is_reported(read: Read, text: str) -> None:
    reading = read(text)
    assert [record.title for record in reading.records] == ["Soil and iron"]
    assert warnings(reading) == [(2, "the file ends inside a list")]


def test_bibtex_that_ends_inside_an_entry_names_it(read: Read) -> None:
    reading = read("@misc{a, title = {Soil and iron}, year = 2020}\n@misc{b, title = {Roots and")
    assert [record.title for record in reading.records] == ["Soil and iron"]
    assert [(piece.origin.line, piece.origin.key) for piece in reading.left_out] == [(2, "b")]


@pytest.mark.parametrize(
    "entry",
    [
        "title = {Soil and iron, year = 2020}",
        'title = "Soil and iron, year = 2020}',
    ],
)
def test_a_brace_or_quote_that_is_not_closed_is_reported_in_plain_words(read: Read, entry: str) -> None:
    reading = read("@misc{a, " + entry + "\n@misc{b, title = {Roots and rain}}\n")
    assert [record.title for record in reading.records] == ["Roots and rain"]
    assert [piece.reason for piece in reading.left_out] == [
        "the entry cannot be parsed: a brace or quote opened in this entry is not closed"
    ]


def test_an_entry_whose_last_brace_is_missing_is_kept_with_a_warning(read: Read) -> None:
    reading = read("@misc{a, title = {Soil and iron}, year = 2020\n@misc{b, title = {Roots and rain}}\n")
    assert [record.title for record in reading.records] == ["Soil and iron", "Roots and rain"]
    assert [str(problem.place) for problem in reading.problems] == ["bib/sources/a.txt:1"]
    assert "its closing brace is missing" in reading.problems[0].message


def test_a_second_doi_in_one_field_is_kept_as_written(read: Read) -> None:
    (record,) = read('title,year,doi\nSoil and iron,2020,"10.1145/3158148; 10.1145/3158149"\n').records
    assert [i.value for i in record.identifiers] == ["10.1145/3158148"]
    assert ("doi", "10.1145/3158148; 10.1145/3158149") in record.extra


ROWS = '"title","authors","year","doi","abstract"\n"Soil and iron","Okonkwo, Ada","2020","10.1000/a.1","Iron limits growth.\n\nBacteria share it."\n'


def test_ris_that_ends_inside_a_record_keeps_it_with_a_warning(read: Read) -> None:
    reading = read("TY  - JOUR\nTI  - Soil and iron\nER  - \n\nTY  - JOUR\nTI  - Roots and rain\nPY  - 20")
    assert [record.title for record in reading.records] == ["Soil and iron", "Roots and rain"]
    assert warnings(reading) == [(5, "the file ends inside a record")]


def notes(reading: SourceReading) -> list[str]:
    return [str(problem) for problem in reading.problems if problem.level == "note"]


def test_ris_in_which_a_record_is_ended_by_the_next_one_is_read_and_told(read: Read) -> None:
    reading = read(
        "TY  - JOUR\nTI  - Soil and iron\n\nTY  - JOUR\nTI  - Roots and rain\nER  - \nTY  - JOUR\nTI  - Sand\nTY  - JOUR\nTI  - Clay\nER  - \n"
    )
    assert [record.title for record in reading.records] == ["Soil and iron", "Roots and rain", "Sand", "Clay"]
    message = "the record has no `ER  -`: it ends where the next one starts (see that nothing of it is missing)"
    assert notes(reading) == [f"bib/sources/a.txt:1: {message}", f"bib/sources/a.txt:7: {message}"]
    assert not warnings(reading)


def test_web_of_science_in_which_a_record_is_ended_by_the_next_one_is_read_and_told(read: Read) -> None:
    reading = read(
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI Soil and iron\nPT J\nTI Roots and rain\nER\nEF\n"
    )
    assert [record.title for record in reading.records] == ["Soil and iron", "Roots and rain"]
    assert notes(reading) == [
        "bib/sources/a.txt:3: the record has no `ER`: it ends where the next one starts (see that nothing of it is missing)"
    ]


def test_web_of_science_that_ends_inside_a_record_keeps_it_with_a_warning(read: Read) -> None:
    reading = read(
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI Soil and iron\nER\n\nPT J\nTI Roots and\n   ra"
    )
    assert [record.title for record in reading.records] == ["Soil and iron", "Roots and ra"]
    assert warnings(reading) == [(7, "the file ends inside a record")]


def test_a_table_cut_off_inside_a_quotation_invents_no_rows(read: Read) -> None:
    reading = read(
        ROWS
        + '"Roots and rain","Li, Wei","2021","10.1000/a.2","Roots go deeper.\n\nIn dry years, they, of course, do, so\nmore and'
    )
    assert [record.title for record in reading.records] == ["Soil and iron", "Roots and rain"]
    assert warnings(reading) == [(5, "the file ends inside a quotation: the row may be cut off")]
    cut = read(ROWS + '"Roots and rain","Li, W')
    assert [record.title for record in cut.records] == ["Soil and iron"]
    assert [(piece.origin.line, piece.reason) for piece in cut.left_out] == [
        (5, "a quotation mark is never closed: line 5 cannot be read")
    ]
    assert warnings(read(ROWS + '"Roots and rain","Li, Wei"')) == [(5, "the file ends inside a row")]


def test_a_table_without_years_invents_no_rows_either(read: Read) -> None:
    reading = read('title,abstract\nSoil and iron,"Iron limits\ngrowth"\nRoots and rain,"Roots go\ndeeper, of course')
    assert [record.title for record in reading.records] == ["Soil and iron", "Roots and rain"]
    assert warnings(reading) == [(4, "the file ends inside a quotation: the row may be cut off")]


def test_an_open_quotation_ends_where_the_next_row_surely_starts(read: Read) -> None:
    open_row = '"Roots and rain","Li, Wei","2021","10.1000/a.2","Roots go deeper.\nin dry years, they, of, course, do\n'
    rest = (
        '"Sand","Ito, Y.","2022","10.1000/a.3","Sand is dry."\n"Clay","Ito, Y.","2023","10.1000/a.4","Clay is wet."\n'
    )
    reading = read(ROWS + open_row + rest)
    assert [record.title for record in reading.records] == ["Soil and iron", "Sand", "Clay"]
    assert [(piece.origin.line, piece.reason) for piece in reading.left_out] == [
        (5, "a quotation mark is never closed: lines 5 to 6 cannot be read")
    ]


def test_a_quotation_mark_that_only_one_row_opens_is_reported(read: Read) -> None:
    reading = read('title,year\nOne,2020\n"Two,2021\nThree,2022\n')
    assert [record.title for record in reading.records] == ["One", "Two", "Three"]
    assert warnings(reading) == [(3, "a quotation mark is never closed; the row is read without it")]


def test_latin_lines_in_a_utf_8_table_are_read_and_told(read: Read) -> None:
    lines = [
        "title,authors,year",
        "Böden und Á,Jörg Müller,2020",
        "Été à l’eau,José García,2021",
        "Plain,Wei Li,2022",
        "Straße,Jürgen Öz,2023",
    ]
    reading = read(
        "\n".join([*lines[:2]]).encode()
        + b"\n"
        + lines[2].encode("cp1252")
        + b"\n"
        + lines[3].encode()
        + b"\n"
        + lines[4].encode("cp1252")
    )
    assert [record.title for record in reading.records] == ["Böden und Á", "Été à l’eau", "Plain", "Straße"]
    assert [record.authors[0].family for record in reading.records] == ["Müller", "García", "Li", "Öz"]
    assert warnings(reading) == [
        (3, "this line (and 1 more lines) is not UTF-8, though the rest is: read as Windows-1252")
    ]


def test_nul_bytes_are_taken_out_and_told(read: Read) -> None:
    reading = read(
        b"title,authors,year\nSoil\x00 and iron,Ada Okonkwo,2020\nRoots,Wei Li,2021\n" + b"Sand,Wei Li,2021\n" * 20
    )
    assert reading.records[0].title == "Soil and iron"
    assert warnings(reading) == [(2, "holds 1 NUL bytes, which were taken out")]


LOL = '<!DOCTYPE feed [\n<!ENTITY lol "lol">\n<!ENTITY lol2 "&lol;&lol;">\n<!ENTITY lol3 "&lol2;&lol2;">\n<!ENTITY xxe SYSTEM "file:///etc/passwd">\n]>\n'


def test_a_record_that_uses_an_entity_of_its_own_file_is_left_out(read: Read) -> None:
    entries = "<entry><title>&lol3;</title></entry>\n<entry><title>&xxe;</title></entry>\n<entry><title>Soil &amp; iron&nbsp;AT&T</title></entry>\n"
    reading = read(f'<?xml version="1.0"?>\n{LOL}<feed>\n{entries}</feed>')
    assert [record.title for record in reading.records] == ["Soil & iron AT&T"]
    assert [(piece.origin.line, piece.reason) for piece in reading.left_out] == [
        (9, "a <entry> that uses the entity &lol3;, which the file itself defines; such are never unfolded"),
        (10, "a <entry> that uses the entity &xxe;, which the file itself defines; such are never unfolded"),
    ]


@pytest.mark.parametrize(
    "body", ["<lolz>&lol3;</lolz>", "<html><p>\n\n&lol3;\n\n" + "Some text of it. " * 30 + "</p></html>"]
)
def test_xml_of_another_kind_is_no_page_of_papers(read: Read, body: str) -> None:
    reading = read(f'<?xml version="1.0"?>\n{LOL}\n\n{body}\n')
    assert not reading.records
    assert reading.left_out


def test_crossref_reply_on_one_work(read: Read) -> None:
    work = (
        '{"DOI": "10.1234/jse.2021.0042", "type": "journal-article", "title": ["Soil bacteria share iron"], "container-title": ["Journal of Soil Ecology"],'
        ' "reference": [{"key": "r1", "article-title": "Iron"}], "author": [{"given": "Adaeze", "family": "Okonkwo"}], "issued": {"date-parts": [[2021, 3]]}}'
    )
    single = '{"status":"ok","message-type":"work","message-version":"1.0.0","message":' + work + "}"
    for data in (single, single.replace('"status":"ok",', "")[:-1] + ',"status":"ok"}\n', f"[{single}]"):
        reading = read(data)
        (record,) = reading.records
        assert (reading.format, record.title, record.venue, record.year) == (
            "Crossref works",
            "Soil bacteria share iron",
            "Journal of Soil Ecology",
            2021,
        )
        assert [name.family for name in record.authors] == ["Okonkwo"]
        assert not reading.left_out
    assert len(read(f"{single}\n{single}\n").records) == 2


def test_one_paper_of_semantic_scholar_is_not_its_references(read: Read) -> None:
    reading = read(
        '{"paperId": "a1", "title": "Soil and iron", "year": 2020, "references": [{"paperId": "b2", "title": "Roots"}]}'
    )
    assert [record.title for record in reading.records] == ["Soil and iron"]


MARKDOWN_TABLES = {
    "linked titles": (
        "| Paper | Authors |",
        "| [Iron in soil {0} of many](https://doi.org/10.1000/a.{0}) | Jane Roe |",
    ),
    "titles beside links": (
        "| Title | Link |",
        "| Iron in soil {0} of many | [paper](https://doi.org/10.1000/a.{0}) |",
    ),
    "a column of unknown name": (
        "| Wort | Ort |",
        "| [Iron in soil {0} of many](https://doi.org/10.1000/a.{0}) | Jane |",
    ),
}


@pytest.mark.parametrize("name", MARKDOWN_TABLES)
@pytest.mark.parametrize("stray", ["See also the notes.", "", "<!-- more -->", "A remark \\", "---"])
@pytest.mark.parametrize("glue", ["\\|", "|\\", "\\| \\"])
@pytest.mark.parametrize("at", range(4))
def test_a_row_glued_to_the_next_one_in_a_broken_markdown_table_is_told(
    read: Read, name: str, stray: str, glue: str, at: int
) -> None:
    """A stray line ends the table, so that the rows after it have no columns; one of them lost its line end."""
    head, form = MARKDOWN_TABLES[name]
    rows = [form.format(number) for number in range(10, 16)]
    rows[2:4] = [rows[2][:-1] + glue + rows[3]]
    lines = ["# Iron", "", head, "|---|---|", *rows[:at], stray, *rows[at:]]
    reading = read("\n".join(lines) + "\n")
    titles = {record.title for record in reading.records}
    assert {f"Iron in soil {number} of many" for number in (10, 11, 14, 15)} <= titles
    line = lines.index(rows[2]) + 1
    messages = [problem.message for problem in reading.problems if problem.place and problem.place.line == line]
    assert len(messages) == 1 and "cells where the table" in messages[0]


@pytest.mark.parametrize("name", MARKDOWN_TABLES)
def test_a_markdown_table_that_a_line_interrupts_is_read_without_a_word(read: Read, name: str) -> None:
    head, form = MARKDOWN_TABLES[name]
    rows = [form.format(number) for number in range(10, 14)]
    reading = read(
        "\n".join(["# Iron", "", head, "|---|---|", *rows[:2], "", *rows[2:], "", "# Rust", *rows[:1]]) + "\n"
    )
    assert [record.title for record in reading.records[:4]] == [
        f"Iron in soil {number} of many" for number in range(10, 14)
    ]
    assert reading.problems == ()
