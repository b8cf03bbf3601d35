"""Equal and similar titles: populations, places and further people make another work, slips do not."""

from __future__ import annotations

import pytest

from generator.config.decisions import Decisions
from generator.dedupe import find_works


@pytest.mark.parametrize("more", ["older ", "pregnant ", "type 2 diabetic "])
def test_a_study_of_other_people_in_another_journal_is_another_work(record, more):
    authors = "Hansen, Mia; Okafor, Ben; Rossi, Carla"
    records = [
        record(
            "a.bib", 1, title="Deep sleep and memory consolidation in adults", authors=authors, year=2015, venue="Sleep"
        ),
        record(
            "b.bib",
            1,
            title=f"Deep sleep and memory consolidation in {more}adults",
            authors=authors,
            year=2016,
            venue="Sleep Medicine",
        ),
    ]
    assert len(find_works(records, [], Decisions()).works) == 2


def test_a_long_title_that_goes_on_with_a_population_is_another_work(record):
    title = "Effects of prolonged slow wave sleep deprivation on declarative memory consolidation"
    records = [
        record("a.bib", 1, title=title, authors="Hansen, Mia; Okafor, Ben", year=2015, venue="Sleep"),
        record(
            "b.bib",
            1,
            title=f"{title} in older adults",
            authors="Hansen, Mia; Okafor, Ben",
            year=2016,
            venue="Sleep Medicine",
        ),
    ]
    assert len(find_works(records, [], Decisions()).works) == 2


def test_a_population_left_out_of_the_title_is_a_slip_where_the_place_is_one(record):
    place = {"authors": "Hansen, Mia; Okafor, Ben", "year": 2015, "venue": "Sleep", "volume": "38", "pages": "101-110"}
    records = [
        record("a.bib", 1, title="Deep sleep and memory consolidation in adults", **place),
        record("b.bib", 1, title="Deep sleep and memory consolidation in older adults", **place),
    ]
    assert len(find_works(records, [], Decisions()).works) == 1
