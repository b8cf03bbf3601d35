"""The command line as a person meets it, mistakes included."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import REPOSITORY, snapshot

Make = Callable[..., Path]
BIB = """@article{smith2020, title={Alpha: a study of reading}, author={Smith, Jane}, year={2020}, journal={J. Reading},
  doi={10.1000/alpha}, abstract={We propose Alpha, a method for reading. It reads 2.5 times faster.}}
@misc{jones2021, title={Counting with care}, author={van der Jones, Bo and {The Group}}, year={2021}, eprint={2101.00001},
  archiveprefix={arXiv}, abstract={We study counting. Alpha is compared with counting by hand.}}
"""
THEMES = """sections:
  - title: Methods
    themes:
      - {id: reading, title: Reading, scope: "Methods and studies of reading."}
      - {id: counting, title: Counting, scope: "Counting, by hand or with care."}
"""


@pytest.fixture
def small(project: Make) -> Path:
    return project({"bib/sources/a.bib": BIB, "bib/themes.yml": THEMES, "bib/survey.yml": "title: A small survey\n"})


def test_a_new_project_builds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "survey"), "--title", 'Frogs: "a" survey']) == 0
    assert main(["build", "--strict", "--project", str(tmp_path / "survey")]) == 0
    assert 'Frogs: "a" survey' in (tmp_path / "survey/docs/index.md").read_text().replace("&quot;", '"')
    out = capsys.readouterr().out
    assert "0 works" in out
    assert "put your exports into bib/sources\n" in out


def test_what_new_says_to_type_can_be_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "my survey")]) == 0
    assert f"  cd '{tmp_path}/my survey'\n" in capsys.readouterr().out


def test_a_missing_package_is_told_in_one_line(tmp_path: Path) -> None:
    bare = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); import generator.__main__",
    ]
    ended = subprocess.run([*bare, "build"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "the environment is not active (activate it with `. .venv/bin/activate`" in ended.stderr


def test_from_a_folder_inside_a_survey_the_way_up_is_told(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small / "bib" / "sources")
    assert main(["build"]) == 1
    assert (
        capsys.readouterr().err
        == "error: .: is not a survey's folder: it has no bib/ (the survey is in the folder above: --project ../..)\n"
    )


def test_a_built_website_says_how_to_look_at_it(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.commands.build.build_site", lambda project, search, strict: 0)
    monkeypatch.chdir(small)
    assert main(["build", "--site"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Website  in site; to look at it: python -m generator serve"
    (small / "Makefile").write_text("serve:\n")
    assert main(["build", "--site"]) == 0
    assert capsys.readouterr().out.endswith("to look at it: make serve, or python -m generator serve\n")
    assert main(["build", "--site", "--quiet"]) == 0
    assert "Website" not in capsys.readouterr().out


def test_a_quiet_build_says_nothing_but_errors(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "bib/sources/empty.ris").write_text("")
    assert main(["build", "--project", str(small)]) == 0
    assert "empty.ris" in capsys.readouterr().err
    assert main(["build", "--quiet", "--project", str(small)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["build", "--quiet", "--strict", "--project", str(small)]) == 1
    assert "empty.ris" in capsys.readouterr().err


def test_what_a_build_writes_is_not_for_version_control(tmp_path: Path) -> None:
    fresh = tmp_path / "survey"
    main(["new", str(fresh)])
    (fresh / "bib/sources/one.bib").write_text(BIB, encoding="utf-8")
    (fresh / "bib/themes.yml").write_text(THEMES, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=fresh, check=True)
    committed = {"bib/survey.bib", "bib/history.yml", "CITATION.cff"} | _not_ignored(fresh)
    main(["build", "--project", str(fresh)])
    assert _not_ignored(fresh) <= committed


def _not_ignored(folder: Path) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"], cwd=folder, check=True, capture_output=True, text=True
    )
    return set(listed.stdout.split())


def test_new_never_touches_a_folder_that_holds_something(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", str(tmp_path)]) == 1
    assert "not an empty folder" in capsys.readouterr().err
    assert snapshot(tmp_path) == {"mine.txt": b"mine"}


def test_a_build_tells_what_it_read_merged_themed_and_wrote(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--project", str(small)]) == 0
    out = capsys.readouterr().out
    for word in (
        "Read",
        "2 records from 1 source",
        "BibTeX",
        "Merged",
        "2 works",
        "Themed",
        "in 2 themes",
        "Linked",
        "Wrote",
    ):
        assert word in out


def test_a_second_build_changes_nothing(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--project", str(small)])
    before = snapshot(small)
    assert main(["build", "--project", str(small)]) == 0
    assert " 0 changed" in capsys.readouterr().out
    assert snapshot(small) == before


@pytest.mark.parametrize("words", [[], ["bild"], ["build", "--strickt"], ["new"], ["export"]])
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(words)
    assert error.value.code == 2


def test_a_folder_that_is_no_survey_is_told_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--project", str(tmp_path)]) == 1
    assert "python -m generator new" in capsys.readouterr().err
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bad.bin", bytes(range(256)) * 40),
        ("empty.txt", b""),
        ("torn.bib", b"@article{x, title = {never closed, author = {A"),
        ("what.xyz", b"lorem ipsum dolor"),
        ("latin.txt", "Überschrift\n\nÄÖÜ".encode("utf-16-le")[1:]),
    ],
)
def test_a_bad_source_is_reported_the_rest_goes_on_and_strict_leaves_every_page_as_it_was(
    small: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    main(["build", "--project", str(small)])
    before = snapshot(small)
    (small / "bib/sources" / name).write_bytes(content)
    assert main(["build", "--strict", "--project", str(small)]) == 1
    assert f"bib/sources/{name}" in capsys.readouterr().err
    assert {path: text for path, text in snapshot(small).items() if path != f"bib/sources/{name}"} == before
    assert main(["build", "--project", str(small)]) == 0
    captured = capsys.readouterr()
    assert f"warning: bib/sources/{name}" in captured.err
    assert "2 works" in captured.out


@pytest.mark.parametrize("name", ["survey.yml", "themes.yml", "decisions.yml"])
def test_broken_settings_stop_the_build_and_leave_every_page_as_it_was(
    small: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    main(["build", "--project", str(small)])
    before = snapshot(small)
    (small / "bib" / name).write_text("title: [unclosed\n")
    assert main(["build", "--project", str(small)]) == 1
    assert f"error: bib/{name}:" in capsys.readouterr().err
    assert {p: t for p, t in snapshot(small).items() if p != f"bib/{name}"} == {
        p: t for p, t in before.items() if p != f"bib/{name}"
    }


def test_an_overview_that_cites_an_unknown_key_names_file_line_and_the_nearest(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "bib/overviews").mkdir()
    (small / "bib/overviews/reading.md").write_text("Reading is old.\n\nAlpha is fast [@smith2020alhpa].\n")
    assert main(["build", "--project", str(small)]) == 1
    assert (
        "bib/overviews/reading.md:3: no work has the key `smith2020alhpa` (did you mean @smith2020alpha"
        in capsys.readouterr().err
    )


def test_when_two_works_turn_out_to_be_one_the_old_address_leads_to_the_new_one(small: Path) -> None:
    main(["build", "--project", str(small)])
    assert (small / "docs/papers/vanderjones2021counting.md").exists() or (
        small / "docs/papers/jones2021counting.md"
    ).exists()
    old = next(path.stem for path in (small / "docs/papers").glob("*counting.md"))
    (small / "bib/decisions.yml").write_text(
        "same:\n  - {refs: ['doi:10.1000/alpha', 'arxiv:2101.00001'], why: one study}\n"
    )
    assert main(["build", "--project", str(small)]) == 0
    data = json.loads((small / "docs/data/survey.json").read_text())
    assert len(data["works"]) == 1
    key = data["works"][0]["key"]
    assert {key, *data["works"][0]["aliases"]} == {old, "smith2020alpha"}
    other = old if key != old else "smith2020alpha"
    assert f'redirect: "../{key}/"' in (small / f"docs/papers/{other}.md").read_text()


def test_a_record_left_out_by_a_person_is_counted_with_its_reason(small: Path) -> None:
    (small / "bib/decisions.yml").write_text("leave-out:\n  - {ref: 'arxiv:2101.00001', why: not about reading}\n")
    assert main(["build", "--project", str(small)]) == 0
    data = json.loads((small / "docs/data/survey.json").read_text())
    assert data["flow"]["a.bib"] | {"format": ""} == {
        "format": "",
        "read": 2,
        "merged": 0,
        "kept": 1,
        "left_out": 1,
        "unreadable": 0,
    }
    assert "not about reading" in (small / "docs/records.md").read_text()


def test_the_duplicates_of_a_work_that_is_left_out_are_duplicates(project: Make) -> None:
    bib = "".join(
        f"@article{{{key}, title={{Soil carbon under till}}, author={{Lewis, Gary}}, year={{2020}}, {more}}}\n"
        for key, more in (("a", "volume=1"), ("b", "pages=7"), ("c", "number=3"))
    )
    survey = project({"bib/sources/a.bib": bib, "bib/decisions.yml": "leave-out:\n  - {ref: a.bib:2, why: no soil}\n"})
    assert main(["build", "--quiet", "--project", str(survey)]) == 0
    data = json.loads((survey / "docs/data/survey.json").read_text())
    assert data["flow"]["a.bib"] | {"format": ""} == {
        "format": "",
        "read": 3,
        "merged": 2,
        "kept": 0,
        "left_out": 1,
        "unreadable": 0,
    }
    records = (survey / "docs/records.md").read_text()
    assert records.count("Soil carbon under till — no soil") == 1
    assert records.count("<td>left out</td>") == 3
    assert ">Records left out by decision</a>: 1;" in records


def test_pieces_that_are_summed_up_are_counted_one_by_one(project: Make) -> None:
    survey = project({"bib/sources/a.csv": "title,year\nSoil carbon,2020\n" + ",2021\n" * 500})
    assert main(["build", "--quiet", "--project", str(survey)]) == 0
    assert json.loads((survey / "docs/data/survey.json").read_text())["flow"]["a.csv"]["unreadable"] == 500
    assert "that are no records</a></td><td>500</td>" in (survey / "docs/method.md").read_text()
    assert "480 more (to line 502): a row" in (survey / "docs/records.md").read_text()


def test_explain_tells_records_fields_and_themes(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a.bib:1", "--project", str(small)]) == 0
    out = capsys.readouterr().out
    for word in ("smith2020alpha", "bib/sources/a.bib:1", "Fields", "J. Reading", "Theme: reading", "spoke for it"):
        assert word in out
    assert main(["explain", "smith2020alhpa", "--project", str(small)]) == 1
    assert "did you mean smith2020alpha" in capsys.readouterr().err


def test_explain_tells_what_people_decided_and_what_they_should_look_at(
    project: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    common = "author={Lewis, Gary and Adeli, Khosrow}, year={2020}"
    bib = "".join(f"@article{{{key}, title={{{title}}}, {common}{more}}}\n" for key, title, more in (
        ("a", "Soil carbon under till", ", journal={Geoderma}, doi={10.1000/a1}"),
        ("b", "Soil carbon", ", booktitle={Soil Conference}"),
        ("c", "Frogs of the north", ""),
    ))  # fmt: skip
    decisions = "fields:\n  - {ref: 'doi:10.1000/a1', set: {volume: '361'}, why: the cover says so}\nleave-out:\n  - {ref: c, why: no soil}\n"
    survey = project({"bib/sources/a.bib": bib, "bib/decisions.yml": decisions})
    assert main(["explain", "a.bib:1", "--project", str(survey)]) == 0
    out = capsys.readouterr().out
    assert "What a person should look at (1 pair; python -m generator review)" in out
    assert "bib/decisions.yml:2  fields: volume (the cover says so)" in out
    for reference in ("a.bib:3", "key:c"):
        assert main(["explain", reference, "--project", str(survey)]) == 1
        assert "was left out: no soil" in capsys.readouterr().err


def test_explain_names_the_works_that_share_an_identifier(project: Make, capsys: pytest.CaptureFixture[str]) -> None:
    bib = "".join(
        f"@article{{{key}, title={{{title}}}, doi={{10.1000/x1}}, year={{2020}}}}\n"
        for key, title in (("a", "Frogs of the north"), ("b", "Iron in clay"))
    )
    survey = project({"bib/sources/a.bib": bib})
    assert main(["explain", "10.1000/X1", "--project", str(survey)]) == 1
    assert "leads to several works" in capsys.readouterr().err


def test_explain_finds_a_work_by_its_title_and_tells_its_identifiers(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "alpha: A study of reading", "--project", str(small)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("smith2020alpha: Alpha")
    assert "  doi: 10.1000/alpha\n      from sources/a.bib:1\n" in out
    (small / "bib/decisions.yml").write_text(
        "fields: [{ref: 'doi:10.1000/alpha', set: {doi: 10.1000/beta}, why: the journal says so}]\n"
    )
    assert main(["explain", "smith2020alpha", "--project", str(small)]) == 0
    assert capsys.readouterr().out.count("  doi: 10.1000/beta\n      from decisions.yml:1") == 1


def test_explain_says_of_an_entry_key_that_is_used_twice_where(
    project: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = project(
        {
            "bib/sources/a.bib": "@misc{a, title={Frogs of the north}}\n",
            "bib/sources/b.bib": "@misc{a, title={Iron in clay}}\n",
        }
    )
    assert main(["explain", "a", "--project", str(survey)]) == 1
    told = "error: `a` is the key of several entries: bib/sources/a.bib:1 and bib/sources/b.bib:1 (name one of them by FILE:LINE)\n"
    assert capsys.readouterr().err == told


def test_a_review_with_nothing_to_look_at_says_so(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--project", str(small)]) == 0
    assert capsys.readouterr().out == "No pair is uncertain.\n"


def test_an_export_can_be_cut_by_theme_year_and_words(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, keys in (
        (["--theme", "counting"], 1),
        (["--year", "2020-2021"], 2),
        (["--query", "jane reading"], 1),
        (["--year", "1999"], 0),
    ):
        assert main(["export", "--format", "csl", "--project", str(small), *words]) == 0
        assert len(json.loads(capsys.readouterr().out)) == keys


def test_answers_in_a_table_become_decisions_and_comments_stay(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "bib/decisions.yml").write_text("# mine\nthemes:\n  - {ref: smith2020alpha, primary: reading}\n# end\n")
    table = tmp_path / "answers.csv"
    table.write_text(
        "\ufeffprimary;secondary;why;ref\ncounting;reading;because;arxiv:2101.00001\n;;;doi:10.1000/alpha\n",
        encoding="utf-8",
    )
    assert main(["review", "--themes", "--import", str(table), "--project", str(small)]) == 0
    text = (small / "bib/decisions.yml").read_text()
    assert text.startswith("# mine\n")
    assert text.endswith("# end\n")
    assert main(["build", "--project", str(small)]) == 0
    works = json.loads((small / "docs/data/survey.json").read_text())["works"]
    counted = next(work for work in works if work["identifiers"]["arxiv"])
    assert (counted["themes"]["primary"], counted["themes"]["secondary"], counted["themes"]["decided_by"]) == (
        "counting",
        ["reading"],
        "decision",
    )
    table.write_text("primary,ref\nconting,arxiv:2101.00001\n")
    assert main(["review", "--import", str(table), "--project", str(small)]) == 1
    assert f"{table}:2: there is no theme `conting` (did you mean counting?)" in capsys.readouterr().err


def test_a_table_given_back_twice_decides_once(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs, themes = tmp_path / "pairs.csv", tmp_path / "themes.csv"
    pairs.write_text("answer,why,left,right\nnot-same,seen,a.bib:1,a.bib:3\nno,,a.bib:3,a.bib:1\n", encoding="utf-8")
    themes.write_text("primary,secondary,why,ref\ncounting,reading,because,arxiv:2101.00001\n", encoding="utf-8")
    for table in (pairs, themes):
        assert main(["review", "--import", str(table), "--project", str(small)]) == 0
    assert "1 decision added to bib/decisions.yml, 1 there already" in capsys.readouterr().out
    once = (small / "bib/decisions.yml").read_text()
    for table in (pairs, themes):
        assert main(["review", "--import", str(table), "--project", str(small)]) == 0
    assert "0 decisions added to bib/decisions.yml, 2 there already" in capsys.readouterr().out
    assert (small / "bib/decisions.yml").read_text() == once


def test_a_page_of_the_authors_own_is_cited_and_its_source_left_alone(small: Path) -> None:
    (small / "bib/pages").mkdir()
    text = "# Essay\n\nAs @smith2020alpha say, `[@code]` stays.\n"
    (small / "bib/pages/essay.md").write_text(text)
    assert main(["build", "--project", str(small)]) == 0
    page = (small / "docs/essay.md").read_text()
    assert "papers/smith2020alpha/" in page
    assert "`[@code]`" in page
    assert "## References" in page
    assert "docs/essay.md" not in (small / "bib/pages/essay.md").read_text() == text
    assert "Essay" in (small / "docs/papers/smith2020alpha.md").read_text()


@pytest.mark.parametrize("published_first", [False, True])
def test_an_exemplar_that_is_left_out_later_is_a_warning(
    project: Make, capsys: pytest.CaptureFixture[str], published_first: bool
) -> None:
    subjects = {"frogs": "Frogs of the north sing in cold ponds", "iron": "Iron in clay binds carbon in wet soils"}
    bib = "".join(
        f"@article{{{name}{n}, title={{{title} {n}}}, author={{Smith, Jane}}, year={{{2000 + n}}}, doi={{10.1000/{name}{n}}}, abstract={{{title}.}}}}\n"
        for name, title in subjects.items()
        for n in range(8)
    )
    survey = project({"bib/sources/a.bib": bib})
    if published_first:
        assert main(["build", "--project", str(survey)]) == 0
    assert main(["themes", "propose", "--project", str(survey)]) == 0
    exemplar = yaml.safe_load((survey / "bib/themes.yml").read_text())["sections"][0]["themes"][0]["exemplars"][0]
    assert exemplar.startswith("doi:") != published_first
    assert main(["explain", exemplar, "--project", str(survey)]) == 0
    doi = re.search(r"10\.1000/\w+", capsys.readouterr().out + exemplar)
    assert doi
    (survey / "bib/decisions.yml").write_text(f"leave-out:\n  - {{ref: '{doi[0]}', why: an editorial}}\n")
    for _ in range(2):  # the second build finds no entry of it any more
        assert main(["build", "--project", str(survey)]) == 0
        told = [line for line in capsys.readouterr().err.splitlines() if "exemplar" in line]
        assert [line.partition("names")[2] for line in told] == [
            f" an exemplar `{exemplar}`, a work that is left out in bib/decisions.yml (remove it here)"
        ]


def test_without_a_taxonomy_themes_are_found(project: Make) -> None:
    made = project({"bib/sources/a.bib": BIB})
    assert main(["build", "--project", str(made)]) == 0
    data = json.loads((made / "docs/data/survey.json").read_text())
    assert data["themes"]
    assert all(work["themes"]["primary"] for work in data["works"])


def test_a_csl_style_is_used_for_references_and_remembered(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "bib/survey.yml").write_text("title: Small\ncitations: {style: ieee}\n")
    (small / "bib/overviews").mkdir()
    (small / "bib/overviews/reading.md").write_text("Alpha is fast [@smith2020alpha].\n")
    assert main(["build", "--strict", "--project", str(small)]) == 0
    page = (small / "docs/papers/smith2020alpha.md").read_text()
    assert "J. Smith, “Alpha: a study of reading,”" in page
    assert '&#91;<a class="cite" id="cite-1"' in (small / "docs/themes/reading.md").read_text()
    before = snapshot(small)
    (small / ".survey/references.json").unlink()
    assert main(["build", "--project", str(small)]) == 0
    assert snapshot(small) == before
    (small / "bib/survey.yml").write_text("citations: {style: ieeee}\n")
    assert main(["build", "--project", str(small)]) == 1
    assert "there is no citation style `ieeee` (did you mean `ieee`?)" in capsys.readouterr().err


def test_a_build_with_very_many_empty_entries_ends_and_counts_them(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "bib/sources/empty.ris").write_text("TY  - JOUR\nER  - \n" * 20_000)
    (small / "bib/sources/empty.bib").write_text("".join(f"@article{{k{number},}}\n" for number in range(20_000)))
    assert main(["build", "--project", str(small)]) == 0
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 2
    lost = "20,000 times: a reference with neither title nor abstract nor identifier"
    places = ", ".join(f"bib/sources/empty.ris:{line}" for line in (1, 3, 5))
    assert f"warning: {lost}; first in {places}" in told.err
    assert "sources/empty.bib  (BibTeX, 20,000 pieces not read)" in told.out
    assert "that are no records</a></td><td>40,000<" in (small / "docs/method.md").read_text()
    data = json.loads((small / "docs/data/survey.json").read_text())
    assert (
        data["flow"]["empty.ris"]["unreadable"]
        == sum(piece["count"] for piece in data["left_out"] if piece["source"] == "empty.ris")
        == 20_000
    )
    assert all(len(page.read_bytes()) < 200_000 for page in small.glob("docs/*.md"))
