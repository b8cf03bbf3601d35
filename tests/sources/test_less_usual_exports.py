"""Forms of exports that are met less often: people, identifiers and pages stand where they belong. The works are invented."""

from __future__ import annotations

import json

import pytest

from tests.sources.conftest import Read
from tests.sources.fields import ids, names


def test_names_in_chinese_characters_that_bibtex_parts_keep_their_comma(read: Read) -> None:
    (record,) = read(
        '@article{a, author = "田中, 花子 and 長谷川, 健", title = "里山の植生変化", year = 2017}', "a.bib"
    ).records
    assert names(record) == ["田中, 花子", "長谷川, 健"]


def test_a_lone_list_of_two_whole_chinese_names_is_still_two(read: Read) -> None:
    (record,) = read(
        "@article{a, author = {张三, 李四}, title = {水稻根系的三维成像研究}, year = 2017}", "a.bib"
    ).records
    assert names(record) == ["张三", "李四"]


@pytest.mark.parametrize("kind", ["type", "identifierType"])
def test_identifiers_in_a_list_with_their_kinds_are_read(read: Read, kind: str) -> None:
    work = {"title": "Ants of the steppe", "year": "2020", "identifier": [{kind: "doi", "id": "10.5555/cae.1234"}]}
    (record,) = read(json.dumps({"results": [{"id": "x", "bibjson": work}]}), "a.json").records
    assert ids(record) == {"doi:10.5555/cae.1234"}


def test_semantic_scholars_identifiers_in_a_table_are_read(read: Read) -> None:
    (record,) = read(
        "title,year,venue,authors,externalIds\n"
        "Otters at sea,2020,Journal of Water,\"Ann Roe, Ben Doe\",\"{'DOI': '10.5555/jw.1234', 'CorpusId': 7}\"\n"
    ).records
    assert ids(record) == {"doi:10.5555/jw.1234"}


def test_a_reports_number_is_no_issue_of_a_journal(read: Read) -> None:
    entry = "@{}{{a, title = {{Otters at sea}}, reportNumber = {{OTTER-1}}, {} year = 2018}}"
    (article,) = read(entry.format("article", "journal = {Phys. Rev. D}, number = 7,"), "a.bib").records
    assert (article.number, dict(article.extra)["report number"]) == ("7", "OTTER-1")
    (report,) = read(entry.format("techreport", ""), "a.bib").records
    assert report.number == "OTTER-1"


@pytest.mark.parametrize(("kind", "pages"), [("THES", ""), ("BOOK", ""), ("JOUR", "220")])
def test_one_number_in_place_of_pages_says_of_a_whole_work_how_many_it_has(read: Read, kind: str, pages: str) -> None:
    (record,) = read(f"TY  - {kind}\nTI  - Teachers and rain\nPY  - 2010\nSP  - 220\nER  - \n").records
    assert (record.pages, dict(record.extra).get("pagetotal", "")) == (pages, "" if pages else "220")
