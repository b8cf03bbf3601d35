"""What people write to name a work, before and after keys are given."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.references import resolver
from generator.themes.values import EXEMPLAR
from tests.bibliography.publications import a_work
from tests.conftest import MakeProject

BIB = """@article{jones, title = {Foo in theory and practice}, author = {Smith, Ann}, year = {2020}, journal = {Annals of Foo}, pages = {1--9}}

@article{second, title = {Foo of the northern seas}, author = {Smith, Ann}, year = {2020}, journal = {Annals of Foo}, pages = {20--31}}

@mastersthesis{one, title = {Masters of the sea.}, author = {One, Bo}, year = {2000}, school = {Sea University}}
"""
THEMES = "sections:\n  - title: All\n    themes:\n      - {id: foo, title: Foo, scope: Foo in theory.}\n      - {id: sea, title: Sea, scope: The sea and its masters.}\n"


@pytest.fixture
def built(project: MakeProject) -> Path:
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
    assert not re.search(rb"^% \S+ was ", (built / "bib/survey.bib").read_bytes(), re.MULTILINE)


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
    project: MakeProject, capsys: pytest.CaptureFixture[str]
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


def test_a_citation_key_comes_before_the_key_of_another_entry_in_its_file() -> None:
    one = replace(a_work(entry=("x.bib", "a")), key="smith2016")
    other = replace(a_work("Other", entry=("y.bib", "smith2016"), line=9), key="smith2016b")
    resolve = resolver([one, other])
    assert (resolve("smith2016"), resolve("a"), resolve("y.bib:smith2016")) == ("smith2016", "smith2016", "smith2016b")


MEDLINE = """PMID- 99700101
TI  - Gauges of the Tarrow.
FAU - Ansbacher, Lotte
PT  - Journal Article
DP  - 2001 Jan
JT  - Water notes
PMC - PMC9970101
AID - 10.1234/gauges [doi]

PMID- 99700102
TI  - Quay walls of Larkhaven.
FAU - Ansbacher, Lotte
PT  - Journal Article
DP  - 2004 Jan
JT  - Water notes
PMC - PMC9970102
"""
IDENTIFIED = """@book{ruthven, author = {Ruthven, Isla}, title = {The crane driver's year}, publisher = {Weir Press}, year = 2010,
  isbn = {978-1-90210-441-6}}

@inproceedings{vinyals, title = {Order matters: sequence to sequence for sets}, author = {Vinyals, Oriol}, year = {2016},
  booktitle = {ICLR}, eprint = {1511.06391}, archiveprefix = {arXiv}, url = {https://openreview.net/forum?id=rJbn2SbAb}}

@inproceedings{howard, title = {Universal fine-tuning for text classification}, author = {Howard, Jeremy}, year = {2018},
  booktitle = {ACL}, url = {https://aclanthology.org/P18-1031/}}
"""
EVERY_FORM = {
    "gauges": ["pmid:99700101", "PMID: 99700101", "pmcid:PMC9970101", "PMC9970101", "pmcid:9970101", "doi:10.1234/gauges",
               "https://doi.org/10.1234/GAUGES", "https://pubmed.ncbi.nlm.nih.gov/99700101/", "sources/p.nbib:1",
               "bib/sources/p.nbib:1", "p.nbib:1"],
    "quay": ["pmid:99700102", "pmcid:PMC9970102", "sources/p.nbib:10"],
    "crane": ["isbn:978-1-90210-441-6", "isbn:9781902104416", "ISBN:1-90210-441-2", "ruthven", "@ruthven",
              "sources/i.bib:ruthven", "i.bib:1"],
    "order": ["arxiv:1511.06391", "arXiv:1511.06391v4", "1511.06391", "https://arxiv.org/pdf/1511.06391v2",
              "doi:10.48550/arXiv.1511.06391", "openreview:rJbn2SbAb", "https://openreview.net/forum?id=rJbn2SbAb"],
    "universal": ["acl:P18-1031", "acl:p18-1031", "https://aclanthology.org/P18-1031.pdf", "P18-1031"],
}  # fmt: skip


@pytest.fixture
def identified(project: MakeProject) -> Path:
    """Works with an identifier of every scheme."""
    return project({"bib/sources/i.bib": IDENTIFIED, "bib/sources/p.nbib": MEDLINE, "bib/themes.yml": THEMES})


@pytest.mark.parametrize(("word", "references"), EVERY_FORM.items())
def test_every_form_of_a_reference_is_understood_in_every_place(
    identified: Path, word: str, references: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Fields, themes, leave-out, same, exemplars and `explain` share one grammar."""
    work = next(work for work in pipeline.survey_of(identified).works.values() if word in work.title.lower())
    for nth, reference in enumerate(references, 2001):
        written = json.dumps(reference)
        text = f"fields: [{{ref: {written}, set: {{year: {nth}}}}}]\nthemes: [{{ref: {written}, primary: sea}}]\n"
        (identified / "bib/decisions.yml").write_text(text, encoding="utf-8")
        survey = pipeline.survey_of(identified)
        (now,) = (one for one in survey.works.values() if one.title == work.title)
        assert (now.year, survey.placements[now.key].primary) == (nth, "sea"), reference
        capsys.readouterr()
        assert main(["explain", reference, "--project", str(identified)]) == 0
        assert capsys.readouterr().out.startswith(f"{now.key}: "), reference


@pytest.mark.parametrize("reference", [references[0] for references in EVERY_FORM.values()])
def test_a_reference_by_identifier_leaves_out_joins_and_stands_for_a_theme(identified: Path, reference: str) -> None:
    before = pipeline.survey_of(identified).works
    other = "pmid:99700102" if reference != "pmid:99700102" else "pmid:99700101"
    (identified / "bib/decisions.yml").write_text(f"same: [{{refs: ['{reference}', '{other}']}}]\n", encoding="utf-8")
    assert len(pipeline.survey_of(identified).works) == len(before) - 1
    (identified / "bib/decisions.yml").write_text(
        f"leave-out: [{{ref: '{reference}', why: not ours}}]\n", encoding="utf-8"
    )
    assert len(pipeline.survey_of(identified).works) == len(before) - 1
    (identified / "bib/decisions.yml").unlink()
    themes = THEMES.replace("its masters.}", f"its masters., exemplars: ['{reference}']}}")
    (identified / "bib/themes.yml").write_text(themes, encoding="utf-8")
    assert [p.primary for p in pipeline.survey_of(identified).placements.values() if p.why == EXEMPLAR] == ["sea"]


def test_a_work_is_still_named_by_the_identifier_that_a_person_corrected(identified: Path) -> None:
    text = "fields: [{ref: 'doi:10.1234/gauges', set: {doi: 10.1234/gauges-of-the-tarrow}}]\n"
    for reference in ("10.1234/gauges", "10.1234/gauges-of-the-tarrow"):
        themes = f"themes: [{{ref: 'doi:{reference}', primary: sea}}]\n"
        (identified / "bib/decisions.yml").write_text(text + themes, encoding="utf-8")
        placements = pipeline.survey_of(identified).placements
        assert [key for key, placement in placements.items() if placement.decided_by == "decision"] == [
            "ansbacher2001gauges"
        ]


def test_a_reference_that_several_works_bear_is_reported_with_their_names(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    """The key of an entry may be another entry's key in another file."""
    other = BIB.replace("Foo in theory and practice", "On the migration of terns").replace("Smith, Ann", "Two, Cy")
    folder = project({"bib/sources/a.bib": BIB, "bib/sources/b.bib": other, "bib/themes.yml": THEMES})
    for section in ("fields: [{ref: jones, set: {year: 2001}}]", "themes: [{ref: jones, primary: sea}]"):
        (folder / "bib/decisions.yml").write_text(section, encoding="utf-8")
        assert main(["build", "--project", str(folder)]) == 1
        printed = capsys.readouterr().err
        assert "`jones`" in printed
        assert "several works" in printed
