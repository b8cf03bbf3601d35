"""JSON in a shape near to the expected one: no person, year or record is lost for it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.sources.conftest import Read

ITEM = {"id": "a", "type": "book", "title": "Songs of one ferryman", "publisher": "Quay Press"}
WORK = {"DOI": "10.5555/ferry.1", "type": "journal-article", "reference-count": 2}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ([{"given": "Wayana"}], ["Wayana"]),
        (["Zhou, Lian", "Mira Castan"], ["Zhou, Lian", "Castan, Mira"]),
        ("Lian Zhou and Mira Castan", ["Zhou, Lian", "Castan, Mira"]),
        ({"family": "Zhou", "given": "Lian"}, ["Zhou, Lian"]),
        ([{"name": "Quay Guild"}, {"literal": "River Board"}], ["Quay Guild", "River Board"]),
        ([{"lastName": "Zhou", "firstName": "Lian"}, None, {}], ["Zhou, Lian"]),
        ([{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}], ["van der Berg, Jan"]),
        (None, []),
        (7, ["7"]),
    ],
)
def test_persons_in_any_shape_are_read(read: Read, author: Any, names: list[str]) -> None:
    reading = read(json.dumps([{**ITEM, "author": author, "issued": {"date-parts": [[2012]]}}]))
    (record,) = reading.records
    assert [name.as_last_first for name in record.authors] == names
    assert (record.year, reading.left_out) == (2012, ())


@pytest.mark.parametrize(
    ("issued", "year", "month"),
    [
        ("2011-05-04", 2011, 5),
        (2011, 2011, None),
        ({"date-parts": [2011, 5]}, 2011, 5),
        ({"date-parts": [["2011", "5"]]}, 2011, 5),
        ({"date-parts": [[None]], "raw": "May 2011"}, 2011, 5),
        ({"raw": "2011"}, 2011, None),
        ({"literal": "spring 2011"}, 2011, None),
        ({"date-time": "2011-05-04T10:00:00Z"}, 2011, 5),
        ({"year": 2011}, 2011, None),
        (None, None, None),
        ([], None, None),
    ],
)
def test_a_date_in_any_shape_is_read(read: Read, issued: Any, year: int | None, month: int | None) -> None:
    (record,) = read(json.dumps([{**ITEM, "issued": issued, "author": [{"family": "Zhou"}]}])).records
    assert (record.year, record.month) == (year, month)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Songs of one ferryman"},
        {"title": ["Songs of one ferryman"], "ISBN": "9781234567897", "subject": "rivers"},
        {"title": ["Songs of one ferryman"], "subtitle": None, "container-title": None, "author": None},
        {"title": ["Songs of one ferryman"], "container-title": "Quay Letters", "issued": None, "page": 12},
        {"title": ["Songs of one ferryman"], "author": [{"family": None, "given": None}], "abstract": ["x"]},
    ],
)
def test_a_crossref_work_with_a_value_of_another_shape_is_read(read: Read, change: dict[str, Any]) -> None:
    reading = read(json.dumps({"message": {"items": [{**WORK, **change}]}}))
    (record,) = reading.records
    assert (record.title, record.identifier("doi")) == ("Songs of one ferryman", "10.5555/ferry.1")
    assert not reading.left_out


def test_a_crossref_work_without_a_title_keeps_its_identifier(read: Read) -> None:
    (record,) = read(json.dumps({"message": {"items": [{**WORK, "title": []}]}})).records
    assert (record.title, record.identifier("doi")) == ("", "10.5555/ferry.1")


def test_an_openalex_work_with_nulls_in_its_places_is_read(read: Read) -> None:
    work = {"display_name": "Songs", "authorships": [None, {"author": None}, {"raw_author_name": "Lian Zhou"}]}
    (record,) = read(json.dumps([{**work, "primary_location": None, "biblio": None, "ids": None}])).records
    assert [name.last for name in record.authors] == ["Zhou"]


def test_an_object_without_a_type_may_say_in_words_when_it_was_issued(read: Read) -> None:
    text = json.dumps([{"title": "Otters on land", "issued": "2021"}, {"title": "Otters at sea", "issued": "May 2020"}])
    assert [record.year for record in read(text, "a.json").records] == [2021, 2020]
