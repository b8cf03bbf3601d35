"""Lists that people keep in text files: titles, identifiers and addresses, one a line."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read


@pytest.mark.parametrize(
    ("line", "scheme", "value"),
    [
        ("10.55555/xk7-022-0417-5", "doi", "10.55555/xk7-022-0417-5"),
        ("https://doi.org/10.55555/J.Brim.2011.33", "doi", "10.55555/j.brim.2011.33"),
        ("doi:10.55555/a.1,", "doi", "10.55555/a.1"),
        ("arXiv:1706.99011v2", "arxiv", "1706.99011"),
        ("1706.09011", "arxiv", "1706.09011"),
        ("https://arxiv.org/pdf/1706.09011.pdf", "arxiv", "1706.09011"),
        ("PMID: 99150065", "pmid", "99150065"),
        ("99150065", "pmid", "99150065"),
        ("https://pubmed.ncbi.nlm.nih.gov/99150065/", "pmid", "99150065"),
        ("PMC7614902", "pmcid", "PMC7614902"),
        ("- 2020.acl-main.703", "acl", "2020.acl-main.703"),
        ("https://aclanthology.org/P19-1285/", "acl", "P19-1285"),
        ("3. https://openreview.net/forum?id=rJ4km2R5t7", "openreview", "rJ4km2R5t7"),
    ],
)
def test_each_line_of_a_list_of_identifiers_is_a_record(read: Read, line: str, scheme: str, value: str) -> None:
    if scheme == "arxiv" and "99011" in line:
        line, value = line.replace("99011", "09011"), value.replace("99011", "09011")
    reading = read(f"DOI\n10.55555/first.one\n\n{line}\n10.55555/last.one\n")
    assert reading.format == "list of identifiers"
    assert [(r.origin.line, r.title) for r in reading.records] == [(2, ""), (4, ""), (5, "")]
    assert [(i.scheme, i.value) for i in reading.records[1].identifiers] == [(scheme, value)]
    assert not reading.left_out


def test_identifiers_of_several_works_may_share_a_line_and_those_of_one_may_too(read: Read) -> None:
    reading = read(
        "10.55555/a.1, 10.55555/a.2\n10.55555/a.3 99150065\nnot known at all\n10.55555/a.4\n10.55555/a.5\n10.55555/a.6\n"
    )
    assert [len(record.identifiers) for record in reading.records] == [1, 1, 2, 1, 1, 1]
    assert [(piece.origin.line, piece.title) for piece in reading.left_out] == [(3, "not known at all")]


def test_identifiers_in_a_column_of_a_table_are_records(read: Read) -> None:
    for head, rest in (("DOI", ""), ("doi,note", ",x"), ("PMID;why", ";x")):
        value = "99150065" if head.startswith("PMID") else "10.55555/a.1"
        reading = read(f"{head}\n{value}{rest}\n{value}9{rest}\n", "ids.csv")
        assert len(reading.records) == 2
        assert all(record.identifiers and not record.title for record in reading.records)


TITLES = """Slipways of the northern fjords
Tar kilns and their owners

Rope walks in a garrison town.
Anchors lost and found: an inventory of the roadstead.
Who owned the harbour cranes?
A survey of upland potters.
"""


def test_each_line_of_a_list_of_titles_is_a_record(read: Read) -> None:
    reading = read(TITLES)
    assert reading.format == "list of titles"
    assert [record.title for record in reading.records] == [
        "Slipways of the northern fjords",
        "Tar kilns and their owners",
        "Rope walks in a garrison town",
        "Anchors lost and found: an inventory of the roadstead",
        "Who owned the harbour cranes?",
        "A survey of upland potters",
    ]
    assert [problem.level for problem in reading.problems] == ["note"]


@pytest.mark.parametrize(
    ("line", "title", "year"),
    [
        ("1. Slipways of the northern fjords", "Slipways of the northern fjords", None),
        ("* Slipways of the northern fjords (2019)", "Slipways of the northern fjords", 2019),
        ("“Slipways of the northern fjords”", "Slipways of the northern fjords", None),
        ("北方峡湾的滑道研究综述", "北方峡湾的滑道研究综述", None),
        ("Über Seilerbahnen in Garnisonsstädten", "Über Seilerbahnen in Garnisonsstädten", None),
    ],
)
def test_numbers_bullets_quotes_and_years_are_no_part_of_a_title(
    read: Read, line: str, title: str, year: int | None
) -> None:
    reading = read(f"Tar kilns and their owners\n{line}\nRope walks in a garrison town\n")
    assert (reading.records[1].title, reading.records[1].year) == (title, year)


def test_a_title_with_its_address_keeps_both(read: Read) -> None:
    reading = read(f"{TITLES}Kilns of the eastern shore https://doi.org/10.55555/k.1\n")
    assert (reading.records[-1].title, reading.records[-1].identifier("doi")) == (
        "Kilns of the eastern shore",
        "10.55555/k.1",
    )


@pytest.mark.parametrize(
    "text",
    [
        "This is a letter to a friend. It tells of the sea and of\nships that came and went, and of nothing else that\nmatters to a survey.\n",
        "buy milk\nbuy bread\ncall home\n",
        "x = 1\nif x > 2:\n    print(x)\n",
        "name: web\nport: 80\nhost: localhost\n",
        "Dear all,\n\nplease find attached the list.\n\nBest,\nJane\n",
    ],
)
def test_a_text_that_is_no_list_of_titles_is_refused(read: Read, text: str) -> None:
    assert read(text).records == ()
