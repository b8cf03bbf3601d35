"""Lists of fields name fields that a record has, and every scheme of identifiers."""

from __future__ import annotations

import dataclasses

import pytest

from generator import pipeline
from generator.config.decisions import CORRECTABLE
from generator.fetching.entry import FACTS
from generator.identifiers.schemes import SCHEMES, Scheme
from generator.records import Record
from generator.sources.field_names import FIELDS
from generator.works import Work
from tests.conftest import MakeProject

OF_A_RECORD = {one.name for one in dataclasses.fields(Record)}
OF_A_WORK = {one.name for one in dataclasses.fields(Work)}
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
    assert set(CORRECTABLE) - set(SCHEMES) <= OF_A_RECORD & OF_A_WORK
    assert set(FACTS) <= OF_A_RECORD & OF_A_WORK
    assert OF_A_RECORD - {"origin", "id"} <= OF_A_WORK
    assert set(SCHEMES) <= set(FIELDS) & set(CORRECTABLE)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_identifier_of_every_scheme_can_be_corrected(project: MakeProject, scheme: Scheme) -> None:
    decision = f"fields:\n  - {{ref: a, set: {{{scheme}: '{NUMBERS[scheme]}'}}, why: the title page says so}}\n"
    bib = "@book{a, title = {Calls of frogs}, author = {Bell, Ann}, year = {1977}}"
    survey = pipeline.survey_of(project({"bib/sources/a.bib": bib, "bib/decisions.yml": decision}))
    (work,) = survey.works.values()
    assert work.identifier(scheme) == NUMBERS[scheme]
