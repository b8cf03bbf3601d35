"""A column `cluster` in a source joins its records, unless an identifier says otherwise, which is reported."""

from __future__ import annotations

import json

import pytest

from generator import pipeline
from generator.survey import Survey
from tests.conftest import MakeProject

HEAD = "title,authors,year,doi,cluster\n"


def survey(project: MakeProject, *rows: str, head: str = HEAD, **more: str) -> Survey:
    return pipeline.survey_of(project({"bib/sources/a.csv": head + "".join(f"{row}\n" for row in rows), **more}))


def groups(found: Survey) -> list[list[str]]:
    return sorted(sorted(record.title for record in work.records) for work in found.works.values())


def messages(found: Survey) -> list[str]:
    return [f"{one.place}: {one.message}" for one in found.problems if "cluster" in one.message]


def test_records_of_one_cluster_are_one_work_however_little_they_share(project: MakeProject) -> None:
    found = survey(
        project,
        'Reading sets in order,"Smith, Ann",2020,,7',
        'Sets: how they are read,"Müller, Bo",2023,10.1000/1821,7',
        'Reading sets in no order,"Smith, Ann",2020,,8',
        'Trees,"Oak, Cy",2021,,',
        'Ponds,"Frog, Di",2022,,',
    )
    assert groups(found) == [
        ["Ponds"],
        ["Reading sets in no order"],
        ["Reading sets in order", "Sets: how they are read"],
        ["Trees"],
    ]
    assert messages(found) == []
    joined = next(work for work in found.works.values() if len(work.records) > 1)
    assert [one.decided_by for one in joined.evidence] == ["source"]


def test_it_holds_across_sources_and_in_other_formats(project: MakeProject) -> None:
    items = [{"title": "Sets: how they are read", "year": 2023, "cluster_id": "c7"}]
    found = survey(
        project,
        'Reading sets in order,"Smith, Ann",2020,,c7',
        'Trees,"Oak, Cy",2021,,c8',
        **{"bib/sources/b.json": json.dumps(items)},
    )
    assert groups(found) == [["Reading sets in order", "Sets: how they are read"], ["Trees"]]


@pytest.mark.parametrize(("one", "other", "what"), [("10.1000/1821", "10.1000/1822", "the DOI")])
def test_an_identifier_that_differs_is_stronger_and_is_reported(
    project: MakeProject, one: str, other: str, what: str
) -> None:
    found = survey(
        project,
        f'Reading sets in order,"Smith, Ann",2020,{one},7',
        f'Sets: how they are read,"Müller, Bo",2023,{other},7',
        'Reading trees,"Oak, Cy",2020,,8',
        'Trees and their reading,"Elm, Di",2021,,8',
    )
    assert len(found.works) == 3
    (problem,) = messages(found)
    assert problem.startswith("bib/sources/a.csv:3: is in cluster `7` with sources/a.csv:2")
    assert what in problem


def test_a_third_record_joins_the_first_that_it_does_not_contradict(project: MakeProject) -> None:
    found = survey(
        project,
        'Reading sets in order,"Smith, Ann",2020,10.1000/1821,7',
        'Sets and how they are read,"Müller, Bo",2023,10.1000/1822,7',
        'How to read sets,"Sand, Ed",2021,10.1000/1822,7',
        'Reading more trees,"Oak, Ann",2020,,8',
        'More trees and how they are read,"Elm, Bo",2023,,8',
    )
    assert ["How to read sets", "Sets and how they are read"] in groups(found)
    assert ["Reading sets in order"] in groups(found)


def test_what_a_person_keeps_apart_stays_apart(project: MakeProject) -> None:
    found = survey(
        project,
        'Reading sets in order,"Smith, Ann",2020,,7',
        'Sets: how they are read,"Müller, Bo",2023,,7',
        **{"bib/decisions.yml": "not-same:\n  - {refs: ['a.csv:2', 'a.csv:3'], why: two papers}\n"},
    )
    assert len(found.works) == 2


def test_clusters_of_topics_are_not_followed_and_the_column_is_reported(project: MakeProject) -> None:
    titles = [
        "Otters at dusk",
        "Herons in spring",
        "Oaks under snow",
        "Rivers without fish",
        "Moss on walls",
        "Bees by night",
    ]
    rows = [f'{title},"Writer, Ann",2020,10.1000/18{number},{number % 2}' for number, title in enumerate(titles)]
    found = survey(project, *rows)
    assert len(found.works) == len(titles)
    (problem,) = messages(found)
    assert "the column `cluster` is not followed: of 2 of its values, 2 join records that are not one work" in problem


def test_an_empty_cluster_says_nothing(project: MakeProject) -> None:
    found = survey(project, 'Trees,"Oak, Cy",2021,,', 'Ponds,"Frog, Di",2022,, ')
    assert len(found.works) == 2
