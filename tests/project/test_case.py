"""Names that differ only in case, or in how their accents are encoded: told apart, or told."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from generator.pages.places import source_anchor
from tests.project.surveys import FIRST, make, run

OTHER = "@article{three, title={Graphs after sets}, author={Lee, Cy}, year={2023}, journal={Graphs}}\n"
LINES = "ref,decision,stage,reason,at,title\na.bib:1,include,full text,,,\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.bib", "A.bib"), ("a b.bib", "a_b.bib"), ("a-b.bib", "a_b.bib"), ("a.b.bib", "a_b.bib"), ("x/a.bib", "x_a.bib"),
     ("\u6587\u732e.bib", "\u8bba\u6587.bib"), ("_a.bib", "a.bib"), ("a" * 70 + "-b.ris", "a" * 70 + "-c.ris")],
)  # fmt: skip
def test_every_source_has_an_anchor_of_its_own(tmp_path: Path, one: str, other: str) -> None:
    named = {f"bib/sources/{one}": FIRST["bib/sources/a.bib"], f"bib/sources/{other}": OTHER}
    project = make(tmp_path, {path: text for path, text in FIRST.items() if path != "bib/sources/a.bib"} | named)
    assert run(project, "build", "--strict")[0] == 0
    page = (project / "docs/records.md").read_text(encoding="utf-8")
    anchors = re.findall(r"^## .* \{ #(source-[^ ]+) \}$", page, re.MULTILINE)
    assert len(set(anchors)) == 2
    assert set(anchors) == {source_anchor(f"sources/{name}") for name in (one, other)}


@pytest.mark.parametrize(
    ("one", "other"), [("more.md", "More.md"), ("a/index.md", "A.md"), ("a/index.md", "a/README.md")]
)
def test_pages_with_one_address_are_reported(tmp_path: Path, one: str, other: str) -> None:
    project = make(tmp_path, {**FIRST, f"bib/pages/{one}": "# One\n", f"bib/pages/{other}": "# Other\n"})
    code, said = run(project, "build")
    assert (code, "would have the same address as" in said) == (1, True)


def test_a_page_whose_name_stands_there_in_two_encodings_is_reported(tmp_path: Path) -> None:
    composed = "bib/pages/\u00e9.md"
    names = {composed, unicodedata.normalize("NFD", composed)}
    assert len(names) == 2
    project = make(tmp_path, {**FIRST, **dict.fromkeys(names, "# One\n")})
    code, said = run(project, "build")
    assert (code, "bib/pages/\u00e9.md" in said) == (1, True)


def test_an_overview_whose_name_differs_from_its_theme_in_case_is_reported(tmp_path: Path) -> None:
    project = make(tmp_path, {**FIRST, "bib/overviews/Sets.md": "Words.\n"})
    assert "bib/overviews/Sets.md: belongs to no theme (did you mean sets.md?)" in run(project, "build")[1]


@pytest.mark.parametrize("name", ["Sets", "SETS", "s\u00e9ts"])
def test_a_theme_id_has_one_spelling(tmp_path: Path, name: str) -> None:
    project = make(tmp_path, {**FIRST, "bib/themes.yml": FIRST["bib/themes.yml"].replace("id: sets", f"id: {name}")})
    assert f"`{name}` cannot be a theme id" in run(project, "build")[1]


def test_published_keys_are_one_in_any_case(tmp_path: Path) -> None:
    project = make(tmp_path, FIRST)
    assert run(project, "build")[0] == 0
    file = project / "bib/survey.bib"
    file.write_text(file.read_text(encoding="utf-8").replace("{smith2022order,", "{Smith2022Order,"), encoding="utf-8")
    assert run(project, "build", "--strict")[0] == 0
    assert (project / "docs/papers/Smith2022Order.md").exists()
    assert not (project / "docs/papers/smith2022order.md").exists()


def test_two_reviewers_may_not_differ_only_by_case(tmp_path: Path) -> None:
    project = make(tmp_path / "p", {**FIRST, "bib/screening/ann.csv": LINES})
    table = tmp_path / "more.csv"
    table.write_text("ref,title,decision\na.bib:2,Sets without any order,exclude\n", encoding="utf-8")
    code, said = run(project, "screen", "--reviewer", "Ann", "--import", str(table))
    assert (code, "`Ann` differs from the reviewer `ann` only by case (--reviewer ann)" in said) == (1, True)
    assert (project / "bib/screening/ann.csv").read_text(encoding="utf-8") == LINES


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_reviewer_has_one_file_however_its_name_is_encoded(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, "Ren\u00e9")
    project = make(tmp_path / "p", {**FIRST, f"bib/screening/{name}.csv": LINES})
    table = tmp_path / "more.csv"
    table.write_text("ref,title,decision\na.bib:2,Sets without any order,exclude\n", encoding="utf-8")
    for reviewer in (unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)):
        assert run(project, "screen", "--reviewer", reviewer, "--import", str(table))[0] == 0
    (file,) = (project / "bib/screening").iterdir()
    assert file.name == f"{name}.csv"
    assert file.read_text(encoding="utf-8").count("a.bib") == 2
