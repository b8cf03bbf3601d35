"""`leave-out` and `include` for files, folders, lists and conditions, as a person writes them in `decisions.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import InputError
from generator.survey import Survey


def entry(key: str, title: str, year: int) -> str:
    return f"@article{{{key}, title={{{title}}}, author={{Tarn, Edda}}, year={{{year}}}, journal={{Limnology}}}}\n\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    sources = tmp_path / "bib/sources"
    (sources / "old").mkdir(parents=True)
    lakes, tractors = entry("a", "Ice cover of upland lakes", 2014), entry("b", "Prices of used tractors", 2010)
    (sources / "good.bib").write_text(lakes + entry("c", "Sediments in cold rivers", 2005), encoding="utf-8")
    (sources / "wrong.bib").write_text(tractors + lakes, encoding="utf-8")
    (sources / "old/first.bib").write_text(entry("d", "Colours of ploughs", 1999), encoding="utf-8")
    return tmp_path


def survey_with(project: Path, decisions: str, settings: str = "") -> Survey:
    (project / "bib/decisions.yml").write_text(decisions, encoding="utf-8")
    (project / "bib/survey.yml").write_text(settings, encoding="utf-8")
    return pipeline.survey_of(project)


def titles(survey: Survey) -> set[str]:
    return {work.title.split()[0] for work in survey.works.values()}


def test_a_file_that_is_left_out_takes_its_records_along_and_no_work_that_another_file_has(project: Path) -> None:
    survey = survey_with(project, 'leave-out:\n  - {ref: sources/wrong.bib, why: "a search that went wrong"}\n')
    assert titles(survey) == {"Ice", "Sediments", "Colours"}
    assert [(str(piece.origin), piece.reason) for piece in survey.left_out] == [
        ("sources/wrong.bib:1", "a search that went wrong"),
        ("sources/wrong.bib:3", "a search that went wrong"),
    ]
    assert sum(flow.read for flow in survey.flow) == 5
    for flow in survey.flow:
        assert flow.read == flow.merged + flow.kept + flow.left_out


@pytest.mark.parametrize("reference", ["sources/old", "old/", "bib/sources/old/first.bib", "old/first.bib"])
def test_folders_and_files_may_be_named_from_any_height(project: Path, reference: str) -> None:
    assert "Colours" not in titles(survey_with(project, f"leave-out:\n  - {{ref: {reference}, why: too old}}\n"))


def test_a_condition_a_list_and_a_file_of_references_leave_works_out(project: Path) -> None:
    by_query = survey_with(project, 'leave-out:\n  - {query: "year<2010", why: too old, stage: full text}\n')
    assert titles(by_query) == {"Ice", "Prices"}
    assert {(piece.reason, piece.stage) for piece in by_query.left_out} == {("too old", "full text")}
    by_list = survey_with(project, "leave-out:\n  - {refs: [good.bib:c, d], why: off topic}\n")
    assert titles(by_list) == {"Ice", "Prices"}
    (project / "bib/lists").mkdir()
    (project / "bib/lists/irrelevant.txt").write_text("# not ours\nb\n\nd  # ploughs\n", encoding="utf-8")
    by_file = survey_with(project, "leave-out:\n  - {refs-from: lists/irrelevant.txt, why: off topic}\n")
    assert titles(by_file) == {"Ice", "Sediments"}


def test_include_comes_before_rules_and_marks(project: Path) -> None:
    settings = 'screening: {exclude: ["year<2010"]}\n'
    assert titles(survey_with(project, "", settings)) == {"Ice", "Prices"}
    assert titles(survey_with(project, "include:\n  - {ref: d}\n", settings)) == {"Ice", "Prices", "Colours"}
    by_query = survey_with(project, 'include:\n  - {query: "title ~ rivers", why: a classic}\n', settings)
    assert titles(by_query) == {"Ice", "Prices", "Sediments"}


@pytest.mark.parametrize("ref", ["sources/old", "old/", "old/first.bib", "bib/sources/old/first.bib"])
def test_include_names_a_whole_file_or_folder_as_leave_out_does(project: Path, ref: str) -> None:
    settings = 'screening: {exclude: ["year<2010"]}\n'
    survey = survey_with(project, f"include:\n  - {{ref: {ref}, why: classics}}\n", settings)
    assert titles(survey) == {"Ice", "Prices", "Colours"}


@pytest.mark.parametrize("written", ["eng", "English", "en-GB", "Englisch", "anglais", "eng; ger"])
@pytest.mark.parametrize("rule", ["language = en", "language = English", "language=eng"])
def test_a_rule_on_the_language_holds_for_its_codes_and_its_names(project: Path, written: str, rule: str) -> None:
    (project / "bib/sources/more.ris").write_text(
        "".join(
            f"TY  - JOUR\nTI  - {title} of bogs\nAU  - Roe, A\nPY  - 2015\nLA  - {language}\nER  - \n\n"
            for title, language in [("Moss", written), ("Peat", "ger"), ("Heath", "Deutsch")]
        ),
        encoding="utf-8",
    )
    kept = titles(survey_with(project, "", f'screening: {{include: ["{rule}"]}}\n'))
    assert "Moss" in kept
    assert not kept & {"Peat", "Heath"}
    spared = titles(survey_with(project, "", 'screening: {exclude: ["language = German"]}\n'))
    assert not spared & {"Peat", "Heath"}


def test_a_survey_that_leaves_one_work_out_says_nothing_about_screening_for_the_others(project: Path) -> None:
    survey = survey_with(project, "leave-out:\n  - {ref: d, why: off topic}\n")
    assert not survey.is_screened
    assert not survey.undecided


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        ('leave-out: [{query: "yaer<2010", why: x}]', r"decisions\.yml:1: `yaer` is not a field of a condition"),
        ("leave-out: [{ref: a, query: x, why: x}]", "`ref:` and `query:`"),
        ("leave-out: [{ref: a, why: x, stage: lunch}]", "`lunch` is not a stage"),
        ("leave-out: [{refs-from: none.txt, why: x}]", "there is no file bib/none.txt"),
        ("leave-out: [{refs-from: ../../secret, why: x}]", "bib/"),
        ("include: [{ref: nobody}]", "`include` names `nobody`, which matches no work"),
        ("leave-out: [{ref: nobody, why: x}]", "`nobody`, which matches no record"),
    ],
)
def test_mistakes_stop_with_line_and_remedy(project: Path, decisions: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        survey_with(project, f"{decisions}\n")
