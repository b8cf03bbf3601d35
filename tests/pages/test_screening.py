"""What the site says about the screening: marks on undecided works, lists of what left, and nothing where nobody
screened.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from generator import pages, pipeline
from tests.conftest import REPOSITORY, MakeProject
from tests.pages.surveys import ATTENTION, BERT, THEMES, build

DATA = REPOSITORY / "tests/data/screening"
SEARCHES = """- {source: rayyan.ris, database: Scopus, platform: Elsevier, kind: database, query: 'desk*', date: 2026-03-01, hits: 9}
- {source: eppi_reviewer.json, database: Reference lists, kind: citation searching}
"""
SETTINGS = """title: Desks
scope: |
  Desks and <script>alert(1)</script> those who sit at them.

  Not chairs.
criteria: |
  - Controlled trials
"""


@pytest.fixture
def screened(project: MakeProject) -> dict[str, str]:
    files: dict[str, Any] = {
        f"bib/sources/{name}": (DATA / name).read_bytes() for name in ("rayyan.ris", "eppi_reviewer.json")
    }
    return build(project({**files, "bib/searches.yml": SEARCHES, "bib/survey.yml": SETTINGS}))


def data_of(files: dict[str, str]) -> Any:
    return json.loads(files["docs/data/survey.json"])


def test_an_undecided_work_is_marked_on_its_page_on_cards_and_in_the_explorer(screened: dict[str, str]) -> None:
    (page,) = (text for path, text in screened.items() if path.startswith("docs/papers/rao2016"))
    assert "Awaiting a decision" in page or "Not retrieved" in page
    waiting = [
        work
        for work in data_of(screened)["works"]
        if work["screening"]["status"] in ("awaiting", "conflict", "unscreened")
    ]
    assert waiting
    for work in waiting:
        assert '<p class="admonition-title">' in screened[f"docs/papers/{work['key']}.md"]
    explorer = json.loads(screened["docs/assets/works.js"].partition("=")[2].strip().rstrip(";"))
    assert "screening" in explorer["facets"]
    assert set(explorer["names"]["screening"]) <= {
        "Included",
        "Awaiting a decision",
        "Reviewers disagree",
        "Not screened yet",
    }
    assert explorer["names"]["label"] == ["pilot", "rct"]
    assert "<strong>Not screened yet:</strong>" in screened["docs/explore.md"]


def test_marks_labels_and_reasons_stand_on_the_papers_page(screened: dict[str, str]) -> None:
    (page,) = (text for path, text in screened.items() if path.startswith("docs/papers/tarn2011"))
    assert "Labels: pilot, rct" in page
    assert "<li>Ana Sousa: include at title and abstract</li>" in page


def test_every_work_that_left_is_listed_with_stage_and_reason(screened: dict[str, str]) -> None:
    records = screened["docs/records.md"]
    listed = records.partition("## Records excluded by people")[2].partition("\n## ")[0]
    assert "Ergonomic chairs, a survey — No control group; no data; wrong study design" in listed
    assert "Ana Sousa: exclude at title and abstract (wrong study design; no data)" in listed
    excluded = data_of(screened)["excluded"]
    assert {"Ergonomic chairs, a survey", "Standing desks and sleep"} <= {one["title"] for one in excluded}
    assert all(one["screening"]["status"] in ("excluded", "not retrieved") for one in excluded)


def test_the_method_page_states_scope_criteria_and_searches_and_warns_where_numbers_differ(
    screened: dict[str, str],
) -> None:
    method = screened["docs/method.md"]
    assert "Not chairs." in method and "- Controlled trials" in method
    assert "<script>alert" not in method
    assert "Scopus (Elsevier), database" in method and "desk*" in method
    assert "The search states 9 hits, but rayyan.ris holds 5 records." in method


def test_the_build_warns_too(project: MakeProject) -> None:
    files = {"bib/sources/rayyan.ris": (DATA / "rayyan.ris").read_bytes(), "bib/searches.yml": SEARCHES}
    messages = [problem.message for problem in pipeline.survey_of(project(files)).problems]
    assert "the search states 9 hits, but rayyan.ris holds 5 records" in messages


def test_where_nobody_screened_no_page_says_a_word_about_it(project: MakeProject) -> None:
    files = build(project({"bib/sources/a.bib": ATTENTION + BERT, "bib/themes.yml": THEMES}))
    assert "screening" not in data_of(files)["works"][0]
    assert 'data-facet="screening"' not in files["docs/explore.md"]
    for path, text in files.items():
        if path.endswith(".md") and path.startswith(("docs/papers/", "docs/themes/", "docs/records", "docs/method")):
            assert "## Screening" not in text and "ot screened yet" not in text and "Records screened" not in text, path


def test_the_diagram_is_there_to_take_away_in_four_forms(project: MakeProject, screened: dict[str, str]) -> None:
    assert screened["docs/downloads/flow.svg"].startswith("<?xml")
    rows = {row["data"]: row for row in csv.DictReader(io.StringIO(screened["docs/downloads/PRISMA.csv"]))}
    assert list(rows["new_studies"]) == ["data", "node", "box", "description", "boxtext", "tooltips", "url", "n"]
    counts = data_of(screened)["passage"]
    assert rows["database_specific_results"]["n"] == "Scopus, 5"
    assert rows["citations_results"]["n"] == "7"
    assert int(rows["duplicates"]["n"]) == sum(counts[column].get("duplicates", 0) for column in ("databases", "other"))
    assert int(rows["total_studies"]["n"]) == counts["included"]["studies"]
    assert "Records screened" in screened["docs/downloads/flow.csv"]
    folder = project({})
    png = pages.render(pipeline.survey_of(folder), folder)[0]["docs/downloads/flow.png"]
    assert isinstance(png, bytes) and png.startswith(b"\x89PNG")


def test_a_work_that_its_source_classifies_says_so(project: MakeProject) -> None:
    groups = ATTENTION.replace("year={2017}", "year={2017}, groups={Models}") + BERT
    files = build(
        project({"bib/sources/a.bib": groups, "bib/themes.yml": THEMES, "bib/survey.yml": "themes: {from: groups}\n"})
    )
    assert "Classified by its source" in files["docs/papers/vaswani2017attention.md"]


def test_every_box_of_the_diagram_and_every_cell_of_its_table_leads_to_a_list_that_is_there(
    screened: dict[str, str],
) -> None:
    anchors = set(re.findall(r"\{ #([^ }]+)", screened["docs/records.md"]))
    drawn = set(re.findall(r'href="\.\./records/#([^"]+)"', screened["docs/method.md"]))
    assert {"identified", "identified-other", "duplicates", "screened", "excluded", "assessed"} <= drawn
    assert drawn <= anchors
    taken = set(re.findall(r'href="\.\./records/#([^"]+)"', screened["docs/downloads/flow.svg"]))
    assert taken and taken <= anchors
    numbers = set(re.findall(r"\.\./records/#([^,\n]+)", screened["docs/downloads/PRISMA.csv"]))
    assert numbers and numbers <= anchors
