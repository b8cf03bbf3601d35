"""The facts of the 90 works that have appeared since they were preprints (`tests/data/published.jsonl`, verified)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.bibliography.bibtex import bibtex_entry
from generator.bibliography.entry import entry_of
from generator.records import Record
from generator.sources import bibtex
from generator.sources.content import Content
from generator.works import Work
from tests.conftest import REPOSITORY
from tests.shipped import shipped

FACTS = [json.loads(line) for line in (REPOSITORY / "tests/data/published.jsonl").read_text("utf-8").splitlines()]
THESES = ("mastersthesis", "phdthesis")


@pytest.fixture(scope="module")
def works() -> dict[str, Work]:
    """Every work of the shipped survey by its arXiv id."""
    return {work.identifier("arxiv") or work.key: work for work in shipped().works.values()}


def bare(value: Any) -> str:
    return str(value or "").replace("–", "-").replace("--", "-").casefold()


def test_there_are_ninety_of_them() -> None:
    assert len(FACTS) == 90


def test_each_of_them_is_in_the_file_that_people_verify() -> None:
    data = (REPOSITORY / "bib/metadata.bib").read_bytes()
    found = bibtex.read(Content("metadata.bib", data))
    records = {record.identifier("arxiv"): record for record in found if isinstance(record, Record)}
    for fact in FACTS:
        record = records[fact["arxiv"]]
        assert record.verified is True and record.year == fact["year"], fact["key"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["key"])
def test_the_survey_shows_it_as_published_and_keeps_its_key(works: dict[str, Work], fact: dict[str, Any]) -> None:
    work = works[fact["arxiv"]]
    entry = bibtex_entry(entry_of(work))
    assert fact["key"] in (work.key, *work.aliases)
    assert work.published and f"eprint = {{{fact['arxiv']}}}" in entry
    shown = {name: getattr(work, name) for name in ("year", "pages", "publisher", "series", "volume")}
    shown["doi"] = work.identifier("doi")
    if work.kind in THESES:
        shown["publisher"] = work.school
    differing = [name for name, value in shown.items() if fact.get(name) and bare(fact[name]) != bare(value)]
    assert not differing
