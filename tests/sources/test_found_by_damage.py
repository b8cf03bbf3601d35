"""What readers lost unreported, or failed on, among thousands of damaged files (`python -m benchmarks.fuzz`)."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read
from tests.sources.test_damage import warnings


def test_works_above_the_column_names_of_a_table_are_told(read: Read) -> None:
    """Found among 10,000 damaged files: a list whose table was taken for the whole file."""
    above = "Papers of 2021\n\nIron and rain, https://doi.org/10.1234/jse.2021.0042\n\n"
    reading = read(f"{above}Title,Venue,Year\nShallow roots,EMNLP,2021\nDeep roots,ACL,2020\n", "a.csv")
    assert [record.title for record in reading.records] == ["Shallow roots", "Deep roots"]
    assert warnings(reading) == [(3, "1 line about a work above the first row is passed over")]


def test_a_table_with_known_column_names_is_no_page_of_papers_however_broken_its_rows_are(read: Read) -> None:
    head = '"Key","Author","Title","Year","DOI","Abstract"\n'
    good = (
        '"A1","Okonkwo, Adaeze","Soil bacteria share iron","2021","10.1234/jse.1","Iron limits growth.\n\nRoots too."\n'
    )
    broken = '"A2","Li, Wei","Learning to share","2019","https://example.org@misc{a,\n' + "@misc{a,\n" * 30 + '"\n'
    reading = read(head + good + broken)
    assert reading.format == "CSV or TSV"
    assert [record.title for record in reading.records][:1] == ["Soil bacteria share iron"]
    assert reading.left_out or reading.problems


def test_a_row_that_an_open_column_name_swallows_is_told(read: Read) -> None:
    row = '"Soil bacteria share iron","Okonkwo, Adaeze",2021,"{}"\n'
    table = f'"Title",Authors,Year,"Abstract\n{row.format("Iron limits growth. " * 12)}{row.format("Roots.")}'
    reading = read(table, "a.csv")
    assert len(reading.records) == 1
    assert [text.partition(":")[0] for _, text in warnings(reading)] == ["a column name is as long as a row"]


def test_a_listing_of_arxiv_that_ends_with_an_id_is_read(read: Read) -> None:
    head = "Date: Wed, 1 Jan 2020 10:00:00 GMT   (9kb)\n\nTitle: Iron in soil\nAuthors: Jane Roe\n"
    reading = read(f"\\\\\narXiv:2001.00001\n{head}\\\\\n  Iron moves.\n\\\\\narXiv:2001.00002")
    assert reading.records[0].title == "Iron in soil"
    assert not [piece for piece in reading.left_out if "cannot be read further" in piece.reason]


@pytest.mark.parametrize(
    "entry",
    [
        "{{Reference Type}}: Journal Article\n{{Title}}: Iron in soil {n} of many\n{{Author}}: Roe, Jane\n{{Year}}: 2020\n",
        "@inproc {n}\nauthor = {{Okonkwo, Ada}},\ntitle = {{Soap on chips {n}}},\nyear = {{2020}},\nvenue = {{ICML}}\n",
    ],
)
def test_entries_among_much_that_is_no_entry_are_no_page_of_papers(read: Read, entry: str) -> None:
    reading = read("\n".join(entry.format(n=n) for n in range(8)) + "[\n" * 3000)
    assert reading.left_out or reading.problems or len(reading.records) == 8
    assert reading.format != "paper-search page dump"


@pytest.mark.parametrize("damage", ['], "year": 2020}', "]", "]]]"])
def test_a_bracket_behind_an_object_ends_no_json_lines(read: Read, damage: str) -> None:
    """Found among 40,000 damaged files: all objects after it were passed over without a word."""
    lines = [f'{{"title": "Iron in soil {n} of many", "authors": ["Jane Roe"], "year": 2020}}' for n in range(6)]
    reading = read("\n".join([*lines[:3], lines[3] + damage, *lines[4:]]), "a.jsonl")
    assert [record.title for record in reading.records] == [f"Iron in soil {n} of many" for n in range(6)]
    assert [piece.origin.line for piece in reading.left_out] == [4]


@pytest.mark.parametrize(
    "head",
    ['@inproceedings@{ two,\nAu{\\"{thor = {Ito, Yui},\n\n', "@inproceedings[ two,\n\n", "two,\n\nAuthor = {\n\n"],
)
def test_a_bibliography_with_a_broken_entry_is_no_page_of_papers(read: Read, head: str) -> None:
    good = (
        "@article{one,\nTitle = {{Hand washing on wards}},\nYear = {{2019}},\nAbstract = {{Hands carry germs.}},\n}\n\n"
    )
    fields = (
        "Title = {{Soap on Chips}},\nBooktitle = {{Wards}},\nYear = {{2020}},\nNote = {{Oslo, JAN 05-07, 2020}},\n}\n"
    )
    reading = read(f"\n{good}{head}{fields}", "wos.bib")
    assert reading.format == "BibTeX"
    assert reading.records[0].title == "Hand washing on wards"
    assert reading.left_out or reading.problems or len(reading.records) == 2
