"""Codes on cards, pages, tables and downloads, as facets, and as the axes of the evidence map."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.commands import export
from tests.conftest import MakeProject
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES, build

CODES = """work,task,Evidence <b>
vaswani2017attention,translation,strong
devlin2019bert,reading; translation,weak
"""


@pytest.fixture
def pages(project: MakeProject) -> dict[str, str]:
    return build(
        project({"bib/sources/a.bib": ATTENTION + BERT + CHAIN, "bib/themes.yml": THEMES, "bib/codes.csv": CODES})
    )


def works_js(pages: dict[str, str]) -> dict[str, Any]:
    return json.loads(re.sub(r"^.*?= |;$", "", pages["docs/assets/works.js"].strip(), flags=re.DOTALL))


def test_a_card_and_the_page_of_a_work_show_its_codes_as_links_to_the_explorer(pages: dict[str, str]) -> None:
    for path in ("docs/papers/devlin2019bert.md", "docs/themes/models.md"):
        assert "<dt>Task</dt>" in pages[path]
        assert 'explore/?code-task=translation">translation</a>' in pages[path]
        assert "<dt>Evidence &lt;b&gt;</dt>" in pages[path]
    assert '<dl class="codes">' not in pages["docs/papers/wei2022chain.md"]


def heads(*names: str) -> str:
    """The last heads of a table's columns."""
    return "".join(f'<th scope="col">{name}</th>' for name in names) + "</tr>"


def test_the_comparison_of_a_theme_has_a_column_for_each_code_that_its_works_have(pages: dict[str, str]) -> None:
    assert heads("Task", "Evidence &lt;b&gt;") in pages["docs/themes/models.md"]
    assert "<td>reading; translation</td><td>weak</td></tr>" in pages["docs/themes/models.md"]
    assert ">Task</th>" not in pages["docs/themes/reasoning.md"]


def test_every_code_is_a_facet_and_works_without_it_can_be_found(pages: dict[str, str]) -> None:
    data = works_js(pages)
    place = data["facets"].index("code-task")
    names = data["names"]["code-task"]
    values = {work[0]: [names[number] for number in work[1 + place]] for work in data["works"]}
    assert values == {
        "vaswani2017attention": ["translation"],
        "devlin2019bert": ["reading", "translation"],
        "wei2022chain": [""],
    }
    assert 'data-facet="code-task"><summary>Task</summary>' in pages["docs/explore.md"]


def test_survey_json_and_spreadsheets_hold_the_codes(
    pages: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = json.loads(pages["docs/data/survey.json"])
    assert data["codes"][0] == {"name": "task", "title": "Task", "values": ["reading", "translation"]}
    assert {work["key"]: work["codes"] for work in data["works"]}["devlin2019bert"]["task"] == [
        "reading",
        "translation",
    ]
    for text in (pages["docs/downloads/survey.csv"], _exported(tmp_path)):
        rows = {row["key"]: row for row in csv.DictReader(text.removeprefix("\ufeff").splitlines())}
        assert rows["devlin2019bert"]["Task"] == "reading; translation"
        assert rows["wei2022chain"]["Task"] == ""


def _exported(project: Path) -> str:
    import argparse

    parser = argparse.ArgumentParser()
    export.add_arguments(parser)
    target = project / "out.csv"
    arguments = parser.parse_args(["--project", str(project), "--format", "csv", "--output", str(target)])
    assert export.run(arguments) == 0
    return target.read_text(encoding="utf-8")


def test_the_evidence_map_is_a_table_without_scripts(pages: dict[str, str]) -> None:
    page = pages["docs/evidence-map.md"]
    assert "<caption>Task (rows) by Evidence &lt;b&gt; (columns), numbers of works</caption>" in page
    cell = 'href="../explore/?code-task=translation&amp;code-evidence-b=weak">1</a>'
    assert cell in page
    assert '<th scope="row">not coded</th><td>0</td><td>0</td><td><a' in page
    assert "Evidence map: evidence-map.md" not in page


def test_every_axis_of_the_map_is_a_facet_with_all_its_values(pages: dict[str, str]) -> None:
    data = works_js(pages)
    options = re.findall(r'<option value="([^"]+)" data-values="([^"]*)"', pages["docs/evidence-map.md"])
    assert {name for name, _ in options} == {"code-task", "code-evidence-b", "theme", "year"}
    for name, written in options:
        values = json.loads(written.replace("&#34;", '"').replace("&amp;", "&"))
        assert set(data["names"][name]) <= set(values)


def test_a_survey_without_codes_has_no_map_and_says_nothing_about_codes(project: MakeProject) -> None:
    pages = build(project({"bib/sources/a.bib": ATTENTION, "bib/themes.yml": THEMES}))
    assert "docs/evidence-map.md" not in pages
    assert "code-" not in pages["docs/explore.md"]
    assert '"codes"' not in pages["docs/data/survey.json"]
