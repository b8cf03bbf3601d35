"""Pages, volumes and issues as sources write them, and what they write while there are none."""

from __future__ import annotations

import pytest

from tests.sources.conftest import Read
from tests.sources.fields import ris


@pytest.mark.parametrize(
    "pages",
    [
        "n/a", "N.A.", "n/a–n/a", "N.PAG", "N.PAG-N.PAG", "no pagination", "No Pagination Specified", "No Page No Specified",
        "[no pages]", "without page numbers", "unpaginated", "not paginated", "np", "n.p.", "[s.p.]", "s/p", "o. S.", "k. A.",
        "ohne Seitenangabe", "non paginé", "nicht paginiert", "sin paginar", "sem paginação", "unknown", "??", "??--??",
        "pp.", "--", "0-0", "tba",
    ],
)  # fmt: skip
def test_a_text_that_says_there_are_no_pages_is_none_in_any_format(read: Read, pages: str) -> None:
    (row,) = read(f'title,authors,year,pages\nOtters at sea,"Roe, Ann",2020,"{pages}"\n', "a.csv").records
    (entry,) = read(f"@article{{roe, title={{Otters at sea}}, pages={{{pages}}}}}", "a.bib").records
    (of_ris,) = read(ris(f"SP  - {pages}"), "a.ris").records
    for record in (row, entry, of_ris):
        assert (record.pages, record.extra) == ("", ())


@pytest.mark.parametrize("pages", ["e-pub", "Epub ahead of print", "in press", "online first", "see the supplement"])
def test_what_stands_in_place_of_pages_is_kept_apart(read: Read, pages: str) -> None:
    (row,) = read(f'title,authors,year,pages\nOtters at sea,"Roe, Ann",2020,"{pages}"\n', "a.csv").records
    assert (row.pages, row.extra) == ("", (("pages", pages),))


@pytest.mark.parametrize(
    ("written", "pages"),
    [
        ("pp. 12-19", "12-19"), ("p. 12", "12"), ("p12-19", "12-19"), ("S. 12-19", "12-19"), ("Seiten 12 bis 19", "12-19"),
        ("pages 12 to 19", "12-19"), ("págs. 12-19", "12-19"), ("第12-19页", "12-19"), ("12–19 pp.", "12-19"),
        ("(12-19)", "12-19"), ("12-19.", "12-19"), ("S12–S19", "S12-S19"), ("e1002", "e1002"), ("L1", "L1"),
        ("iv-xii", "iv-xii"), ("1-10, 12", "1-10, 12"), ("12ff", "12ff"), ("A-12", "A-12"),
    ],
)  # fmt: skip
def test_pages_are_read_without_their_word_and_with_their_letters(read: Read, written: str, pages: str) -> None:
    (row,) = read(f'title,authors,year,pages\nOtters at sea,"Roe, Ann",2020,"{written}"\n', "a.csv").records
    assert (row.pages, row.extra) == (pages, ())


@pytest.mark.parametrize("total", ["123 p.", "345 pages", "xii, 345 pp", "210 Seiten"])
def test_how_many_pages_there_are_is_not_which(read: Read, total: str) -> None:
    (row,) = read(f'title,authors,year,pages\nOtters at sea,"Roe, Ann",2020,"{total}"\n', "a.csv").records
    assert (row.pages, row.extra) == ("", (("pagetotal", total),))


@pytest.mark.parametrize(
    ("written", "number"),
    [("Vol. 12", "12"), ("Bd. 12", "12"), ("第12卷", "12"), ("Jg. 12", "12"), ("12", "12"), ("S12", "S12"), ("A", "A")],
)
def test_a_volume_is_read_without_its_word(read: Read, written: str, number: str) -> None:
    (record,) = read(ris(f"VL  - {written}", "IS  - Heft 3/4"), "a.ris").records
    assert (record.volume, record.number) == (number, "3/4")


def test_issue_and_pages_in_a_volume_that_is_none_yet_are_not_those_of_the_printed_work(read: Read) -> None:
    (record,) = read(ris("VL  - ahead-of-print", "IS  - ahead-of-print", "SP  - 1", "EP  - 15"), "a.ris").records
    assert (record.volume, record.number, record.pages) == ("", "", "")
    assert record.extra == (("volume", "ahead-of-print"), ("number", "ahead-of-print"), ("pages", "1-15"))


def test_an_issue_that_is_none_yet_leaves_volume_and_pages(read: Read) -> None:
    (record,) = read(ris("VL  - 12", "IS  - Article in Press", "SP  - 3"), "a.ris").records
    assert (record.volume, record.number, record.pages) == ("12", "", "3")


def test_the_only_page_may_stand_where_the_last_does(read: Read) -> None:
    (record,) = read(ris("EP  - e12"), "a.ris").records
    assert record.pages == "e12"


def test_a_year_that_is_none_is_kept_apart_unless_it_only_says_so(read: Read) -> None:
    soon, undated = read(
        "@article{a, title={Otters at sea}, year={in press}}\n@article{b, title={Otters on land}, year={n.d.}}", "a.bib"
    ).records
    assert (soon.year, soon.extra) == (None, (("year", "in press"),))
    assert (undated.year, undated.extra) == (None, ())
