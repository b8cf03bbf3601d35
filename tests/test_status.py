from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.bibliography.styles import formatted
from generator.cli import main
from generator.names import parse_name
from generator.records import Origin, Record
from generator.status import of_update, without_mark
from generator.works import Work
from tests.conftest import MakeProject


@pytest.mark.parametrize(
    ("written", "title", "status"),
    [
        ("RETRACTED: Tea cures all", "Tea cures all", "retracted"),
        ("Retracted Article: Tea cures all", "Tea cures all", "retracted"),
        ("[Retracted] Tea cures all", "Tea cures all", "retracted"),
        ("WITHDRAWN: Tea for colds", "Tea for colds", "withdrawn"),
        ("Retracted publications and their citations", "Retracted publications and their citations", ""),
        ("Retraction: Tea cures all", "Retraction: Tea cures all", ""),
        ("Withdrawn patients in trials of tea", "Withdrawn patients in trials of tea", ""),
    ],
)
def test_a_publisher_s_mark_is_no_part_of_the_title(written: str, title: str, status: str) -> None:
    assert without_mark(written) == (title, status)


def test_the_kinds_of_updates_that_crossref_knows() -> None:
    assert [of_update(kind) for kind in ("retraction", "Correction", "new_version", "expression_of_concern")] == [
        "retracted", "corrected", "superseded", "",
    ]  # fmt: skip


def built(project: MakeProject, bib: str) -> Path:
    folder = project({"bib/sources/a.bib": bib})
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    return folder


def test_a_retracted_work_says_so_on_card_page_explorer_and_in_every_export(project: MakeProject) -> None:
    bib = "@article{x, title={RETRACTED: Tea cures all}, author={Green, Eve}, year={2019}, journal={Annals of Tea}}"
    folder = built(project, bib)
    docs = folder / "docs"
    assert "  note = {Retracted}," in (folder / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert '<p class="admonition-title">Retracted</p>' in (docs / "papers" / "green2019tea.md").read_text(
        encoding="utf-8"
    )
    assert "<strong>Retracted:</strong> " in (docs / "explore.md").read_text(encoding="utf-8")
    cards = [
        page
        for page in (docs / "themes").glob("*.md")
        if "<strong>Retracted</strong> · 2019" in page.read_text(encoding="utf-8")
    ]
    assert cards
    assert "N1  - Retracted" in (docs / "downloads" / "papers" / "green2019tea.ris").read_text(encoding="utf-8")
    item = json.loads((docs / "downloads" / "papers" / "green2019tea.json").read_text(encoding="utf-8"))
    assert "Retracted" in json.dumps(item)
    data = json.loads((docs / "data" / "survey.json").read_text(encoding="utf-8"))
    assert data["works"][0]["status"] == "retracted"


def test_what_programs_write_into_a_field_of_that_name_is_no_status(project: MakeProject) -> None:
    bib = "@article{x, title={Coffee for all}, author={Green, Eve}, year={2019}, journal={Annals}, status={unread}}"
    text = (built(project, bib) / "bib" / "survey.bib").read_text(encoding="utf-8")
    assert "unread" not in text and "note" not in text


def test_pubmed_s_and_openalex_s_exports_tell_of_retractions(project: MakeProject) -> None:
    medline = "PMID- 31000001\nTI  - Tea cures all.\nAU  - Green E\nDP  - 2019\nTA  - Ann Tea\nPT  - Journal Article\nPT  - Retracted Publication\n"
    work = {"id": "https://openalex.org/W1", "display_name": "Coffee cures all", "publication_year": 2020, "is_retracted": True,
            "authorships": [{"raw_author_name": "Bob Green"}]}  # fmt: skip
    folder = project({"bib/sources/a.nbib": medline, "bib/sources/b.json": json.dumps([work])})
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    assert (folder / "bib" / "survey.bib").read_text(encoding="utf-8").count("note = {Retracted}") == 2


def test_our_own_table_of_works_is_read_back_with_what_has_become_of_them(project: MakeProject) -> None:
    bib = "@article{x, title={RETRACTED: Tea cures all}, author={Green, Eve}, year={2019}, journal={Annals of Tea}}"
    folder = built(project, bib)
    table = (folder / "docs" / "downloads" / "survey.csv").read_bytes()
    (folder / "bib" / "sources" / "a.bib").unlink()
    (folder / "bib" / "sources" / "b.csv").write_bytes(table)
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    assert "  note = {Retracted}," in (folder / "bib" / "survey.bib").read_text(encoding="utf-8")


def test_another_program_s_column_of_that_name_is_no_status(project: MakeProject) -> None:
    table = "title,authors,status\nCoffee for all,Ann Smith,read\nTea for two,Bo Lee,included\n"
    folder = project({"bib/sources/a.csv": table})
    assert main(["build", "--quiet", "--project", str(folder)]) == 0
    data = json.loads((folder / "docs" / "data" / "survey.json").read_text(encoding="utf-8"))
    assert [work["status"] for work in data["works"]] == [None, None]


@pytest.mark.parametrize("style", ["apa", "ieee", "acm", "chicago", "nature"])
@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_a_reference_in_any_style_says_that_a_work_is_gone(style: str, status: str) -> None:
    work = Work(
        "Tea cures all colds", (Record(Origin("a.bib", 1)),), "green2019tea", authors=(parse_name("Green, Eve"),),
        year=2019, kind="article", venue="Annals of Tea", status=status,
    )  # fmt: skip
    assert re.search(rf"all colds\W+\[{status.capitalize()}\]", formatted([work], style)["green2019tea"], re.IGNORECASE)
    assert f"[{status.capitalize()}]" not in formatted([replace(work, status="")], style)["green2019tea"]
