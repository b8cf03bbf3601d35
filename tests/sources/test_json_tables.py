"""JSON that is laid out as a table or as several lists: every work is read, and what is not is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.sources.conftest import Read

BEES = {"title": "Bees of Wales", "authors": ["Hughes, Anwen"], "year": 2012}
WASPS = {"title": "Wasps of Wales", "authors": ["Patel, Rohan"], "year": 2013}
BOTH = [("Bees of Wales", 2012), ("Wasps of Wales", 2013)]
ROWS = [["Bees of Wales", 2012], ["Wasps of Wales", 2013]]
HEAD = ["title", "year"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "value",
    [
        pytest.param(
            {"title": {"0": "Bees of Wales", "1": "Wasps of Wales"}, "year": {"0": 2012, "1": 2013}}, id="columns"
        ),
        pytest.param({"0": BEES, "1": WASPS}, id="index"),
        pytest.param({"columns": HEAD, "index": [0, 1], "data": ROWS}, id="split"),
        pytest.param({"header": HEAD, "rows": ROWS}, id="header and rows"),
        pytest.param({"schema": {"fields": [{"name": "title"}]}, "data": [BEES, WASPS]}, id="table"),
        pytest.param([HEAD, *ROWS], id="rows"),
        pytest.param({"title": ["Bees of Wales", "Wasps of Wales"], "year": [2012, 2013]}, id="lists"),
        pytest.param({"hughes2012": BEES, "patel2013": WASPS}, id="by key"),
        pytest.param({"Included": [BEES], "Excluded": [WASPS], "Notes": [{"colour": "red"}]}, id="two sheets"),
        pytest.param({"First": [HEAD, ROWS[0]], "Second": [HEAD, ROWS[1]]}, id="sheets of rows"),
        pytest.param(
            {"Excluded": [{"Title": "Bees of Wales", "Year": 2012}], "data": [WASPS]}, id="a list before data"
        ),
        pytest.param({"articles": [BEES], "documents": [WASPS], "facets": [{"name": "bees"}]}, id="two lists of works"),
        pytest.param(
            {"title": "My reading list", "description": "of bees", "papers": [BEES, WASPS]}, id="a titled list"
        ),
        pytest.param(
            {"title": "My bees", "papers": [{**BEES}, {**WASPS}], "sections": [{"title": "A"}]}, id="own sections"
        ),
        pytest.param({"papers": [BEES, WASPS], "venues": [{"name": "ICML", "year": 2020}]}, id="venues beside"),
        pytest.param({"papers": [BEES, WASPS], "Journals": [{"title": "Hives", "publisher": "Quay"}]}, id="journals"),
        pytest.param({"journals": [BEES], "conferences": [WASPS]}, id="lists by kind of venue"),
        pytest.param({"papers": {"p1": BEES, "p2": WASPS}}, id="under ids in a list"),
        pytest.param(
            {"data": {"papers": {"p1": BEES, "p2": WASPS}}, "venues": {"v": {"name": "A", "year": 1}}}, id="deep"
        ),
        pytest.param({"Included": {"p1": BEES}, "Excluded": {"p2": WASPS}}, id="ids in two lists"),
        pytest.param({"name": "Included", "total": 2, "found": [BEES, WASPS]}, id="a named list"),
        pytest.param({"collection": {"name": "bees", "items": [BEES, WASPS]}}, id="a list in an object"),
    ],
)
def test_every_layout_of_a_table_gives_its_works(read: Read, value: Any, indent: int | None) -> None:
    reading = read(json.dumps(value, indent=indent), "a.json")
    assert [(record.title, record.year) for record in reading.records] == BOTH
    assert reading.left_out == ()


@pytest.mark.parametrize(
    "more",
    [
        {"references": [WASPS]},
        {"institutions": [{"name": "Quay College", "url": "https://example.org"}]},
        {"related_works": [WASPS], "abstract": "Bees live in Wales."},
        {"tags": [{"name": "bees"}]},
    ],
)
def test_one_work_with_lists_of_its_own_stays_one(read: Read, more: dict[str, Any]) -> None:
    assert [record.title for record in read(json.dumps({**BEES, **more}), "a.json").records] == ["Bees of Wales"]
    titled = {"title": "Bees of Wales", **more}
    assert [record.title for record in read(json.dumps(titled, indent=1), "a.json").records] == ["Bees of Wales"]


@pytest.mark.parametrize(
    "more",
    [
        {"sections": [{"title": "Introduction", "text": "a"}, {"title": "Methods", "text": "b"}]},
        {"sections": {"intro": {"title": "Introduction"}, "methods": {"title": "Methods"}}},
        {"chapters": [{"title": "Introduction", "pages": "1-9"}, {"title": "Methods", "type": "chapter"}]},
        {"tables": [{"title": "Table 1", "source": "Eurostat", "year": 2020}]},
        {"references": [BEES, WASPS]},
        {"citedReferences": [BEES, WASPS]},
        {"bibliography": [BEES]},
        {"datasets": [{"title": "Counts", "doi": "10.5555/counts"}]},
    ],
)
def test_what_a_work_of_title_and_abstract_holds_or_cites_is_no_work(read: Read, more: dict[str, Any]) -> None:
    work = {"title": "A study of hives", "abstract": "Hives were counted.", **more}
    assert [record.title for record in read(json.dumps(work), "a.json").records] == ["A study of hives"]


def test_a_titled_list_of_papers_with_titles_alone_is_a_list(read: Read) -> None:
    papers = {"title": "My reading list", "papers": [{"title": "Bees of Wales"}, {"title": "Wasps of Wales"}]}
    found = [record.title for record in read(json.dumps(papers), "a.json").records]
    assert found == ["Bees of Wales", "Wasps of Wales"]


def test_two_titles_beside_two_authors_are_of_one_work(read: Read) -> None:
    work = {"title": ["Bees of Wales", "Gwenyn Cymru"], "author": ["Hughes, Anwen", "Patel, Rohan"]}
    (record,) = read(json.dumps(work), "a.json").records
    assert (record.title, [name.family for name in record.authors]) == ("Bees of Wales", ["Hughes", "Patel"])
    table = {"title": ["Bees", "Wasps", "Ants"], "author": ["Hughes, Anwen", "Patel, Rohan", "Roe, Ann"]}
    assert len(read(json.dumps(table), "a.json").records) == len(table["title"])


@pytest.mark.parametrize("value", [{"smith": BEES}, {"smith2012": BEES}, {"papers": {"smith": BEES}}])
def test_one_work_under_its_key_is_read(read: Read, value: Any) -> None:
    (record,) = read(json.dumps(value), "a.json").records
    assert (record.title, record.year) == BOTH[0]


def test_a_work_under_a_key_has_it_as_its_id(read: Read) -> None:
    records = read(json.dumps({"hughes2012": BEES, "patel2013": {**WASPS, "id": "p"}}), "a.json").records
    assert [record.id for record in records] == ["hughes2012", "p"]


def test_a_work_of_one_of_several_lists_says_of_which(read: Read) -> None:
    records = read(json.dumps({"Included": [BEES], "Excluded": [WASPS]}), "a.json").records
    assert [dict(record.extra)["list"] for record in records] == ["Included", "Excluded"]


def test_rows_of_a_table_have_their_lines(read: Read) -> None:
    rows = "".join(f",\n  {json.dumps(row)}" for row in ROWS)
    reading = read(f"[\n  {json.dumps(HEAD)}{rows}\n]", "a.json")
    assert [record.origin.line for record in reading.records] == [3, 4]
