"""Lists of fields name fields that a record has, and every scheme of identifiers."""

from __future__ import annotations

import dataclasses

import pytest

from generator import pipeline
from generator.config.decisions import CORRECTABLE
from generator.fetching.entry import FACTS
from generator.identifiers.schemes import SCHEMES, Scheme
from generator.records import OF_THE_VERSION, Record
from generator.sources.field_names import FIELDS, PLAIN
from generator.works import Work
from tests.conftest import MakeProject

OF_A_RECORD = {one.name: one for one in dataclasses.fields(Record)}
OF_A_WORK = {one.name: one for one in dataclasses.fields(Work)}
NUMBERS: dict[Scheme, str] = {
    "doi": "10.1000/alpha",
    "arxiv": "2101.00001",
    "pmid": "33000002",
    "pmcid": "PMC7000001",
    "acl": "2021.emnlp-main.243",
    "openreview": "HJxSpr20Fg",
    "isbn": "9783161484100",
}


def test_each_list_names_what_a_record_and_a_work_have() -> None:
    both = OF_A_RECORD.keys() & OF_A_WORK.keys()
    assert set(CORRECTABLE) - set(SCHEMES) <= both
    assert {*FACTS, *OF_THE_VERSION, *PLAIN} <= both
    assert OF_A_RECORD.keys() - {"origin", "id"} == both
    assert set(SCHEMES) <= set(FIELDS) & set(CORRECTABLE)


def test_a_field_is_the_same_in_a_record_and_a_work() -> None:
    """Two things differ: a work has a kind where no source gives one, and nobody makes a work without a title."""
    for name in OF_A_RECORD.keys() & OF_A_WORK.keys() - {"kind", "title"}:
        of_a_record, of_a_work = OF_A_RECORD[name], OF_A_WORK[name]
        assert (of_a_record.type, of_a_record.default) == (of_a_work.type, of_a_work.default), name
    assert OF_A_RECORD["title"].type == OF_A_WORK["title"].type
    assert OF_A_RECORD["kind"].type == f"{OF_A_WORK['kind'].type} | None"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_identifier_of_every_scheme_can_be_corrected(project: MakeProject, scheme: Scheme) -> None:
    decision = f"fields:\n  - {{ref: a, set: {{{scheme}: '{NUMBERS[scheme]}'}}, why: the title page says so}}\n"
    bib = "@book{a, title = {Calls of frogs}, author = {Bell, Ann}, year = {1977}}"
    survey = pipeline.survey_of(project({"bib/sources/a.bib": bib, "bib/decisions.yml": decision}))
    (work,) = survey.works.values()
    assert work.identifier(scheme) == NUMBERS[scheme]
