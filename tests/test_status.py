from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.status import of_update, without_mark
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
