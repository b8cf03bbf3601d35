"""A frozen copy of the shipped survey, whose counts are known: every pair of its records was read by a person."""

from __future__ import annotations

import pytest
import yaml

from generator.survey import Survey
from tests.conftest import REPOSITORY
from tests.shipped import frozen


@pytest.fixture(scope="module")
def survey() -> Survey:
    return frozen()


def test_the_five_exports_hold_81_74_87_49_and_95_records(survey: Survey) -> None:
    assert [flow.read for flow in survey.flow] == [81, 74, 87, 49, 95]
    assert not survey.left_out


def test_386_records_are_345_works_with_exactly_the_groups_that_reading_finds(survey: Survey) -> None:
    groups = yaml.safe_load((REPOSITORY / "tests/data/shipped-groups.yml").read_text(encoding="utf-8"))
    expected = {frozenset(group) for group in groups.values()}
    found = [
        frozenset(
            f"{record.origin.source.removeprefix('sources/')[:3]}:{record.origin.line}" for record in work.records
        )
        for work in survey.works.values()
    ]
    assert len(found) == 345
    assert {group for group in found if len(group) > 1} == expected
    assert sum(len(group) for group in found) == len(frozenset().union(*found)) == 386


def test_its_taxonomy_has_22_themes_in_6_sections(survey: Survey) -> None:
    assert (len(survey.taxonomy.sections), len(survey.taxonomy.themes)) == (6, 22)
    assert {placement.primary for placement in survey.placements.values()} == set(survey.taxonomy.by_id)
