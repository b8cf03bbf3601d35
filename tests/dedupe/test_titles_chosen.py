"""Which title and which pages a work shows where its records differ: what is none goes, and the majority's form stays."""

from __future__ import annotations

import pytest

from generator.config.decisions import Decisions
from generator.dedupe import find_works


def work_of(records):
    (work,) = find_works(records, (), Decisions()).works
    return work


@pytest.mark.parametrize(
    "garbage",
    [
        "10.5555/joh.2015.101", "PDF", "untitled", "Microsoft Word - sleep_final2.doc", "joh201500101 1..10",
        "https://doi.org/10.5555/joh.2015.101", "[PDF] Sleep and memory in dockers", "Sleep and memory in dockers.pdf",
        "Sleep and memory in dockers - PubMed", "Sleep and memory in dockers | Journal of Harbours | Quay Press",
        "[No title available]", "SLEEP AND MEMORY IN DOCKERS", "Full text",
    ],
)  # fmt: skip
def test_a_title_goes_before_what_programs_and_pages_write_in_its_place(record, garbage):
    fields = {
        "authors": "Ruiz, I; Hall, F",
        "year": 2015,
        "venue": "Journal of Harbours",
        "doi": "10.5555/joh.2015.101",
    }
    title = "Sleep and memory in dockers"
    for titles in ((title, garbage), (garbage, title), (garbage, title, title)):
        work = work_of([record(f"{at}.bib", 1, title=one, **fields) for at, one in enumerate(titles)])
        assert work.title == title


@pytest.mark.parametrize("lone", ["Sleep and memory in dock-ers", "Sleep and memory in dockers--"])
def test_the_spelling_of_most_records_goes_before_that_of_one(record, lone):
    fields = {"authors": "Ruiz, I; Hall, F", "year": 2015, "venue": "Journal of Harbours"}
    titles = (lone, "Sleep and memory in dockers", "Sleep and memory in dockers")
    work = work_of([record(f"{at}.bib", 1, title=one, **fields) for at, one in enumerate(titles)])
    assert work.title == titles[1]


@pytest.mark.parametrize(
    ("first", "whole"), [("101-", "101-110"), ("101+", "101-110"), ("S101", "S101-S110"), ("101", "101-110")]
)
def test_a_range_of_pages_goes_before_its_beginning(record, first, whole):
    fields = {
        "title": "Sleep and memory in dockers",
        "authors": "Ruiz, I",
        "year": 2015,
        "venue": "Harbours",
        "volume": "3",
    }
    work = work_of([record(f"{at}.bib", 1, pages=pages, **fields) for at, pages in enumerate((first, whole))])
    assert work.pages == whole
