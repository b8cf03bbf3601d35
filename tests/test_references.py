"""What people write to name a work, before and after keys are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.references import resolver
from tests.bibliography.publications import a_work

Project = Callable[..., Path]
BIB = """@article{jones, title = {Foo in theory and practice}, author = {Smith, Ann}, year = {2020}, journal = {Annals of Foo}, pages = {1--9}}

@article{second, title = {Foo of the northern seas}, author = {Smith, Ann}, year = {2020}, journal = {Annals of Foo}, pages = {20--31}}

@mastersthesis{one, title = {Masters of the sea.}, author = {One, Bo}, year = {2000}, school = {Sea University}}
"""
THEMES = "sections:\n  - title: All\n    themes:\n      - {id: foo, title: Foo, scope: Foo in theory.}\n      - {id: sea, title: Sea, scope: The sea and its masters.}\n"


@pytest.fixture
def built(project: Project) -> Path:
    """A survey whose works have no identifier, once built: `smith2020fooa`, `smith2020foob`, `one2000masters`."""
    folder = project({"bib/sources/a.bib": BIB, "bib/themes.yml": THEMES})
    build(folder)
    return folder


def build(folder: Path, decisions: str = "") -> None:
    if decisions:
        (folder / "bib/decisions.yml").write_text(decisions, encoding="utf-8")
    assert main(["build", "--project", str(folder), "--quiet"]) == 0


def keys(folder: Path) -> dict[str, tuple[str, ...]]:
    return {key: work.aliases for key, work in pipeline.survey_of(folder).works.items()}


def test_a_decision_names_works_without_identifier_by_their_keys(built: Path) -> None:
    build(
        built,
        "same: [{refs: [smith2020fooa, 'key:smith2020foob']}]\nfields: [{ref: one2000masters, set: {year: 2001}}]\n",
    )
    survey = pipeline.survey_of(built)
    assert keys(built) == {"one2000masters": (), "smith2020fooa": ("smith2020foob",)}
    assert survey.works["one2000masters"].year == 2001


def test_a_key_still_names_its_work_after_a_decision_has_changed_everything_about_it(built: Path) -> None:
    decisions = "fields: [{ref: one2000masters, set: {title: On harbours, authors: 'Two, Cy', year: 2011, doi: 10.1234/harbours}}]\n"
    for _ in range(3):
        build(built, decisions)
        assert pipeline.survey_of(built).works["one2000masters"].title == "On harbours"
    build(built, "fields: []\n")
    assert pipeline.survey_of(built).works["one2000masters"].title.startswith("Masters of the sea")


def test_fix_leaves_a_project_that_builds_where_works_have_no_identifier(built: Path) -> None:
    main(["check", "--fix", "--project", str(built)])
    assert "key:one2000masters" in (built / "bib/decisions.yml").read_text(encoding="utf-8")
    for _ in range(2):
        build(built)
        assert pipeline.survey_of(built).works["one2000masters"].title == "Masters of the sea"


def test_a_work_stays_out_by_its_key_in_every_later_build_and_comes_back_with_it(built: Path) -> None:
    before = keys(built)
    build(built, "leave-out: [{ref: one2000masters, why: not ours}]\n")
    for _ in range(2):
        build(built)
        assert "one2000masters" not in keys(built)
    build(built, "leave-out: []\n")
    assert keys(built) == before
    assert b" was " not in (built / "bib/survey.bib").read_bytes()


def test_a_former_key_names_its_own_work_in_a_decision_against_the_merger(built: Path) -> None:
    before = keys(built)
    build(built, "same: [{refs: [smith2020fooa, smith2020foob]}]\n")
    build(built, "not-same: [{refs: [smith2020fooa, smith2020foob]}]\n")
    assert keys(built) == before


def test_the_key_of_an_entry_in_its_own_file_names_its_work_in_every_section(built: Path) -> None:
    build(built, "themes: [{ref: jones, primary: sea}]\nfields: [{ref: one, set: {year: 2001}}]\n")
    survey = pipeline.survey_of(built)
    assert (survey.placements["smith2020fooa"].primary, survey.works["one2000masters"].year) == ("sea", 2001)


def test_a_key_that_names_nothing_still_stops_the_build(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "bib/decisions.yml").write_text("fields: [{ref: one2000mastres, set: {year: 2001}}]\n", encoding="utf-8")
    assert main(["build", "--project", str(built)]) == 1
    assert "did you mean `one2000masters`" in capsys.readouterr().err


def test_a_second_build_after_a_merger_changes_nothing(built: Path) -> None:
    build(built, "same: [{refs: [smith2020fooa, smith2020foob]}]\n")
    first = (built / "bib/survey.bib").read_bytes()
    assert b"smith2020foob was smith (2020) foo of the northern seas []" in first
    build(built)
    assert (built / "bib/survey.bib").read_bytes() == first


def test_a_merger_that_is_undone_leaves_no_trace_in_the_history(built: Path) -> None:
    build(built, "same: [{refs: [smith2020fooa, smith2020foob]}]\n")
    build(built, "same: []\n")
    assert pipeline.survey_of(built).history == ()


def test_the_case_of_a_name_decides_where_nothing_else_does() -> None:
    one = replace(a_work(entry=("x.bib", "Smith2016")), key="Smith2016a")
    other = replace(a_work("Other", entry=("x.bib", "smith2016"), line=9), key="smith2016b")
    resolve = resolver([one, other])
    assert [resolve(written) for written in ("Smith2016", "smith2016", "SMITH2016", "@SMITH2016A")] == [
        "Smith2016a",
        "smith2016b",
        None,
        "Smith2016a",
    ]


def test_keys_that_differ_only_in_case_are_kept_apart_in_prose_and_decisions(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    bib = BIB.replace("{jones,", "{Smith2020,").replace("{second,", "{smith2020,")
    settings = "keys: keep\n"
    folder = project(
        {
            "bib/sources/a.bib": bib,
            "bib/themes.yml": THEMES,
            "bib/survey.yml": settings,
            "bib/overviews/foo.md": "As [@smith2020] says.\n",
        }
    )
    build(folder, "fields: [{ref: smith2020, set: {year: 2021}}]\n")
    works = pipeline.survey_of(folder).works
    assert {key: (work.aliases, work.year) for key, work in works.items()} == {
        "one": ((), 2000),
        "Smith2020a": ((), 2020),
        "smith2020b": ((), 2021),
    }
    assert 'data-cite="smith2020b"' in (folder / "docs/themes/foo.md").read_text(encoding="utf-8")
    names = [file.name.casefold() for file in (folder / "docs/papers").iterdir()]
    assert len(set(names)) == len(names)
    assert main(["check", "--select", "citation", "--project", str(folder)]) == 0
    (folder / "bib/overviews/foo.md").write_text("As [@SMITH2020] says.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--select", "citation", "--project", str(folder)]) == 1
    assert "did you mean @Smith2020a or @smith2020b?" in capsys.readouterr().out
    (folder / "bib/decisions.yml").write_text("fields: [{ref: SMITH2020, set: {year: 2021}}]\n", encoding="utf-8")
    assert main(["build", "--project", str(folder)]) == 1
    assert "write `Smith2020` or `smith2020`" in capsys.readouterr().err


def test_a_citation_key_goes_before_the_key_of_another_entry_in_its_file() -> None:
    one = replace(a_work(entry=("x.bib", "a")), key="smith2016")
    other = replace(a_work("Other", entry=("y.bib", "smith2016"), line=9), key="smith2016b")
    resolve = resolver([one, other])
    assert (resolve("smith2016"), resolve("a"), resolve("y.bib:smith2016")) == ("smith2016", "smith2016", "smith2016b")
