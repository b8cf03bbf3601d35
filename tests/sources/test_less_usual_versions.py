"""Exports in less usual versions: DataCite's answers, YAML, RefMan's counts."""

from __future__ import annotations

import json

import pytest

from tests.sources.conftest import Read

DATACITE = {
    "doi": "10.1000/otter.1",
    "titles": [{"title": "Otter", "titleType": "AlternativeTitle"}, {"title": "Otters at sea", "lang": "en"}],
    "creators": [{"name": "Roe, Ann", "givenName": "Ann", "familyName": "Roe"}],
    "descriptions": [
        {"description": "Ten files.", "descriptionType": "TechnicalInfo"},
        {"description": "We count otters.", "descriptionType": "Abstract"},
    ],
    "publicationYear": 2020,
    "publisher": "Zenodo",
}


@pytest.mark.parametrize(
    "value", [DATACITE, {"data": [{"id": "a", "type": "dois", "attributes": DATACITE}]}, [DATACITE, DATACITE]]
)
def test_an_answer_of_datacite_has_its_title_and_abstract_in_lists(read: Read, value: object) -> None:
    records = read(json.dumps(value), "datacite.json").records
    assert {(one.title, one.abstract, one.year, one.authors[0].family) for one in records} == {
        ("Otters at sea", "We count otters.", 2020, "Roe")
    }


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        (["Otters at sea"], "Otters at sea"),
        ("Otters at sea", "Otters at sea"),
        ([{"title": "Subtle", "titleType": "Subtitle"}], "Subtle"),
    ],
)
def test_titles_in_a_list_of_any_shape_are_read(read: Read, titles: object, title: str) -> None:
    (record,) = read(json.dumps([{"doi": "10.1000/otter.1", "titles": titles}]), "a.json").records
    assert record.title == title


def test_a_title_of_its_own_goes_before_a_list_of_them(read: Read) -> None:
    (record,) = read(json.dumps([{"title": "Otters", "titles": ["Voles"], "doi": "10.1000/a"}]), "a.json").records
    assert record.title == "Otters"


@pytest.mark.parametrize(
    "text",
    [
        "- id: roe2020\n  title: Otters at sea\n  type: article-journal\n  author:\n  - family: Roe\n    given: Ann\n",
        "---\nreferences:\n- id: roe2020\n  title: Otters at sea\n  author:\n  - literal: Otter Guild\n...\n",
        "references:\n  - type: book\n    title: Otters at sea\n\n    issued:\n      date-parts:\n      - - 2020\n    abstract: >\n      We look.\n",
    ],
)
def test_csl_in_yaml_is_refused_by_name(read: Read, text: str) -> None:
    reading = read(text, "refs.yaml")
    assert reading.records == ()
    assert reading.left_out[0].reason.startswith("is CSL in YAML, which is not read; export as CSL JSON")


ENTRIES = (
    ("roe{n}:", "title: Otters at sea {n}", "parent:", "  title: Journal of Otters"),
    ("- key: roe{n}", "title: Otters at sea {n}", "authors:", "  - Roe, Ann"),
    ("roe{n}:", "author: Roe, Ann", "title: 'Otters: at sea {n}'", "year: 2020", "journal: Journal of Otters"),
)


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("head", ["", "# my reading list\n", "references:\n"])
def test_fields_within_fields_are_refused_for_the_title_of_a_journal_is_that_of_no_work(
    read: Read, entry: tuple[str, ...], head: str
) -> None:
    key, *fields = entry
    form = "".join(f"{line}\n" for line in (key, *(f"  {one}" for one in fields), "  abstract: >", "    We look.", ""))
    reading = read(head + form.format(n=1) + form.format(n=2), "refs.yml")
    assert reading.records == ()
    assert reading.left_out[0].reason.startswith("is YAML with fields within fields, which is not read; export")


@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize("head", ["", "Record {n}:\n", "<{n}>\n"])
def test_labelled_text_may_stand_indented_below_the_number_of_its_record(read: Read, indent: str, head: str) -> None:
    fields = ("Title: Otters at sea {n}", "Authors: Roe, Ann", "Abstract:", "  Aim: we look.", "Publication year: 2020")
    form = head + "".join(f"{indent}{line}\n" for line in fields) + "\n"
    reading = read(form.format(n=1) + form.format(n=2), "a.txt")
    assert [record.title for record in reading.records] == ["Otters at sea 1", "Otters at sea 2"]


def test_fields_below_the_key_of_their_record_are_read_while_none_holds_another(read: Read) -> None:
    fields = ("title: Otters at sea {n}", "author: Roe, Ann", "year: 2020", "journal: Journal of Otters")
    for head in ("roe{n}:\n", "Record {n}:\n"):
        form = head + "".join(f"  {line}\n" for line in fields) + "\n"
        reading = read(form.format(n=1) + form.format(n=2), "a.txt")
        assert [record.title for record in reading.records] == ["Otters at sea 1", "Otters at sea 2"]


def test_the_count_that_refman_writes_above_each_reference_is_none(read: Read) -> None:
    reading = read("Record 1 of 1\n\nTY  - JOUR\nTI  - Otters at sea\nAU  - Roe, Ann\nER  - \n", "a.ris")
    assert (len(reading.records), reading.left_out, reading.problems) == (1, (), ())
