"""Pages, volumes and kinds in the ways in which exports write them: what is one place, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.dedupe import explain_pair
from generator.records import Record

Make = Callable[..., Record]
STUDY = {
    "title": "Intestinal lipoprotein overproduction in insulin-resistant states",
    "authors": "Lewis GF; Adeli K; Smith J",
}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"volume": "19", "pages": "221-8"}, {"volume": "19", "pages": "221-228"}),
        ({"volume": "Vol. 19", "pages": "pp. 221–228"}, {"volume": "19", "pages": "221-8"}),
        (
            {"volume": "PP", "number": "99", "pages": "1-1", "year": 2007},
            {"volume": "19", "number": "3", "pages": "221-228"},
        ),
        ({"volume": "Online ahead of print", "pages": "1-10", "year": 2007}, {"volume": "19", "pages": "221-228"}),
    ],
)
def test_one_place_in_several_forms_is_one_work(
    record: Make, left: dict[str, object], right: dict[str, object]
) -> None:
    common = {**STUDY, "venue": "Current Opinion in Lipidology", "year": 2008}
    assert explain_pair(record("a.csv", 1, **{**common, **left}), record("b.csv", 1, **{**common, **right})).same


def test_short_and_full_last_pages_are_the_same_evidence(record: Make) -> None:
    left = record("a.csv", 1, **STUDY, volume="19", pages="221-8")
    short, full = (
        explain_pair(left, record("b.csv", 1, **STUDY, volume="19", pages=pages)) for pages in ("221-8", "221-228")
    )
    assert short.reasons == full.reasons


def test_editorials_of_two_years_that_both_begin_the_issue_are_two_works(record: Make) -> None:
    common = {"title": "Editorial", "authors": "Lewis GF", "venue": "Lipids", "pages": "1-2"}
    assert not explain_pair(
        record("a.csv", 1, **common, year=2007, volume="18"), record("b.csv", 1, **common, year=2008, volume="19")
    ).same


@pytest.mark.parametrize("pages", ["A221", "S221-S222"])
def test_a_supplements_page_is_not_the_page_of_that_number_in_another_volume(record: Make, pages: str) -> None:
    abstract = record("a.csv", 1, **STUDY, venue="Diabetes", year=2007, volume="56", pages=pages)
    paper = record("b.csv", 1, **STUDY, venue="Diabetes", year=2008, volume="57", pages="221-228")
    assert not explain_pair(abstract, paper).same


def test_a_thesis_and_the_article_of_one_title_are_two_works(record: Make) -> None:
    thesis = record("a.csv", 1, title=STUDY["title"], authors="Lewis GF", year=2008, kind="phdthesis")
    assert not explain_pair(thesis, record("b.csv", 1, **STUDY, year=2008, kind="article")).same


def test_a_doi_of_the_acl_anthology_is_its_id(record: Make) -> None:
    by_doi = record("a.csv", 1, title="Soil nets", doi="10.18653/v1/P18-1001")
    assert explain_pair(by_doi, record("b.csv", 1, title="Soil Networks", acl="P18-1001")).reasons[0][:2] == (
        "ACL Anthology id",
        "the same",
    )
