from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from pybtex.database import parse_string

from tests.conftest import REPOSITORY
from tests.pages.surveys import CHAIN, build

SCHEMA = json.loads((REPOSITORY / "tests/data/citation/cff-1.2.0.schema.json").read_text())
SETTINGS = """title: "Chains: a survey"
subtitle: What chains do
authors: ["Curator, Ada", "van der Berg, Jan", "{The Reading Group}"]
url: https://example.org/survey
repository: https://github.com/example/survey
license: CC-BY-4.0
version: "1.2"
date: 2026-01-31
doi: 10.5281/zenodo.1234567
"""


def valid(text: str) -> dict[str, object]:
    data = yaml.load(text, Loader=yaml.BaseLoader)
    jsonschema.validate(data, SCHEMA)
    return data


def test_the_citation_file_is_valid_and_says_what_the_settings_say(project: Callable[..., Path]) -> None:
    data = valid(build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS}))["CITATION.cff"])
    assert data["authors"] == [
        {"family-names": "Curator", "given-names": "Ada"},
        {"family-names": "Berg", "given-names": "Jan", "name-particle": "van der"},
        {"name": "The Reading Group"},
    ]
    assert (data["doi"], data["license"], data["date-released"]) == (
        "10.5281/zenodo.1234567",
        "CC-BY-4.0",
        "2026-01-31",
    )


@pytest.mark.parametrize(
    "odd", ["license: my own terms", "doi: 10.1000/a<b>c", "authors: ['O\"Neill, \\x07 {X}']", "title: '# ]: {%'"]
)
def test_odd_settings_still_give_a_valid_file(project: Callable[..., Path], odd: str) -> None:
    settings = "authors: ['A, B']\n" + odd if not odd.startswith("authors") else odd
    valid(build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": settings + "\n"}))["CITATION.cff"])


def test_without_authors_and_beside_a_file_of_ones_own_nothing_is_written(project: Callable[..., Path]) -> None:
    folder = project({"bib/sources/a.bib": CHAIN})
    assert "CITATION.cff" not in build(folder)
    project({"bib/survey.yml": SETTINGS, "CITATION.cff": "cff-version: 1.2.0\n"})
    assert "CITATION.cff" not in build(folder)


def test_the_front_page_tells_how_to_cite_the_survey(project: Callable[..., Path]) -> None:
    page = build(project({"bib/sources/a.bib": CHAIN, "bib/survey.yml": SETTINGS}))["docs/index.md"]
    entry = page.split("<code>")[1].split("</code>")[0]
    (parsed,) = parse_string(entry, "bibtex").entries.values()
    assert parsed.fields["year"] == "2026"
    assert [str(person) for person in parsed.persons["author"]] == [
        "Curator, Ada",
        "van der Berg, Jan",
        "{The Reading Group}",
    ]


def test_the_shipped_citation_file_is_up_to_date() -> None:
    from generator import pipeline
    from generator.pages.citation import citation_cff

    assert (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8") == citation_cff(pipeline.survey_of(REPOSITORY))
