"""A work of which only an identifier is known is called by it until its facts are fetched, and keeps its key then."""

from __future__ import annotations

import json
from pathlib import Path

import bibtexparser
import pytest
from pybtex.database import parse_string

from generator import pipeline
from generator.checks.material import read_material
from generator.checks.run import chosen, findings
from tests.conftest import MakeProject
from tests.pages.surveys import build

IDENTIFIERS = "10.1000/1\narXiv:2201.12288\nPMID: 31452104\nISBN 9780262035613\n"
KEYS = ("arxiv-2201.12288", "doi-10.1000-1", "isbn-9780262035613", "pmid-31452104")
FACTS = """@article{a, title={Bees in town}, author={Smith, Ann}, year={2020}, journal={Bees}, doi={10.1000/1}}
@misc{b, title={Wasps and their nests}, author={Jones, Bo}, year={2022}, eprint={2201.12288}, archiveprefix={arXiv}}
@article{c, title={Hornets abroad}, author={Miller, Cy}, year={2019}, journal={Wasps}, pmid={31452104}}
"""


@pytest.fixture
def listed(project: MakeProject) -> Path:
    return project({"bib/sources/ids.txt": IDENTIFIERS})


def test_pages_data_and_references_call_a_work_by_its_identifier(listed: Path) -> None:
    files = build(listed)
    assert not [path for path, text in files.items() if "Untitled" in text or 'title: ""' in text]
    titles = [work["title"] for work in json.loads(files["docs/data/survey.json"])["works"]]
    assert titles == ["arXiv 2201.12288", "DOI 10.1000/1", "ISBN 9780262035613", "PMID 31452104"]
    page = files["docs/papers/doi-10=2e1000-1.md"]
    assert 'title: "DOI 10.1000/1"' in page
    assert "DOI 10.1000/1. (n.d.)." in page
    assert ">arXiv 2201.12288</a>" in files["docs/explore.md"]


def test_its_bibtex_entry_can_be_read_and_holds_no_invented_title(listed: Path) -> None:
    text = build(listed)["bib/survey.bib"]
    entries = parse_string(text, "bibtex").entries
    assert tuple(sorted(entries)) == KEYS
    assert not bibtexparser.parse_string(text).failed_blocks
    assert entries["doi-10.1000-1"].fields["note"] == "DOI 10.1000/1"
    assert not [key for key, entry in entries.items() if "title" in entry.fields]


def test_its_key_is_made_of_the_identifier_and_stays_when_the_facts_come(listed: Path) -> None:
    build(listed)
    assert tuple(pipeline.survey_of(listed).works) == KEYS
    (listed / "bib/metadata.bib").write_text(FACTS, encoding="utf-8")
    survey = pipeline.survey_of(listed)
    assert {key: work.title for key, work in survey.works.items()} == {
        "arxiv-2201.12288": "Wasps and their nests",
        "doi-10.1000-1": "Bees in town",
        "isbn-9780262035613": "",
        "pmid-31452104": "Hornets abroad",
    }
    assert not survey.lost


def test_it_is_no_fault_but_a_finding(listed: Path) -> None:
    survey = pipeline.survey_of(listed)
    names = [finding.check.name for finding in findings(read_material(survey, listed, ()), chosen(survey.settings))]
    assert names.count("facts-missing") == len(KEYS)
    assert "missing-title" not in names
