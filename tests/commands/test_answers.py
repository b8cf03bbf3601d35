"""What people answer and write: tables given back, pages of their own, exemplars, records left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import MakeProject


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


def test_the_duplicates_of_a_work_that_is_left_out_are_duplicates(project: MakeProject) -> None:
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


def test_pieces_that_are_summed_up_are_counted_one_by_one(project: MakeProject) -> None:
    survey = project({"bib/sources/a.csv": "title,year\nSoil carbon,2020\n" + ",2021\n" * 500})
    assert main(["build", "--quiet", "--project", str(survey)]) == 0
    assert json.loads((survey / "docs/data/survey.json").read_text())["flow"]["a.csv"]["unreadable"] == 500
    assert "that are not records</a></th><td>500</td>" in (survey / "docs/method.md").read_text()
    assert "480 more (to line 502): a row" in (survey / "docs/records.md").read_text()


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


SUBJECTS = {"frogs": "Frogs of the north sing in cold ponds", "iron": "Iron in clay binds carbon in wet soils"}


def two_subjects(names: Iterable[str]) -> str:
    return "".join(
        f"@article{{{name}{n}, title={{{SUBJECTS[name]} {n}}}, author={{Smith, Jane}}, year={{{2000 + n}}}, doi={{10.1000/{name}{n}}}, abstract={{{SUBJECTS[name]}.}}}}\n"
        for name in names
        for n in range(8)
    )


@pytest.mark.parametrize("published_first", [False, True])
def test_an_exemplar_that_is_left_out_later_is_a_warning(
    project: MakeProject, capsys: pytest.CaptureFixture[str], published_first: bool
) -> None:
    survey = project({"bib/sources/a.bib": two_subjects(SUBJECTS)})
    if published_first:
        assert main(["build", "--project", str(survey)]) == 0
    assert main(["themes", "propose", "--project", str(survey)]) == 0
    written = (survey / "bib/themes.yml").read_text()
    exemplar = yaml.safe_load(written)["sections"][0]["themes"][0]["central"][0]
    assert exemplar.startswith("doi:") != published_first
    assert main(["explain", exemplar, "--project", str(survey)]) == 0
    doi = re.search(r"10\.1000/\w+", capsys.readouterr().out + exemplar)
    assert doi
    (survey / "bib/themes.yml").write_text(written.replace(" central:", " exemplars:"))
    (survey / "bib/decisions.yml").write_text(f"leave-out:\n  - {{ref: '{doi[0]}', why: an editorial}}\n")
    for _ in range(2):  # the second build finds no entry of it any more
        assert main(["build", "--project", str(survey)]) == 0
        messages = [line for line in capsys.readouterr().err.splitlines() if "exemplar" in line]
        assert [line.partition("names")[2] for line in messages] == [
            f" an exemplar `{exemplar}`, a work that is left out in bib/decisions.yml (remove it here)"
        ]


@pytest.mark.parametrize("published_first", [False, True])
def test_a_survey_builds_after_a_source_is_gone_whose_works_the_program_had_put_at_the_middle_of_a_theme(
    project: MakeProject, capsys: pytest.CaptureFixture[str], published_first: bool
) -> None:
    survey = project({f"bib/sources/{name}.bib": two_subjects([name]) for name in SUBJECTS})
    if published_first:
        assert main(["build", "--project", str(survey)]) == 0
    assert main(["themes", "propose", "--project", str(survey)]) == 0
    lines = (survey / "bib/themes.yml").read_text().splitlines()
    (survey / "bib/sources/iron.bib").unlink()
    capsys.readouterr()
    assert main(["build", "--project", str(survey)]) == 0
    messages = [line for line in capsys.readouterr().err.splitlines() if "was proposed around" in line]
    assert messages
    for line in messages:
        found = re.match(
            r"note: bib/themes\.yml:(\d+): theme `\S+` was proposed around `(\S+)`, which is not among", line
        )
        assert found
        assert found[2] in lines[int(found[1]) - 1]
        assert line.endswith("(take it out of `central:` here)")


def test_an_exemplar_that_a_person_wrote_and_that_is_gone_stops_the_build_at_its_own_line(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    themes = """sections:
  - title: All
    themes:
      - id: frogs
        title: Frogs
        scope: Frogs that sing.
        exemplars:
          - doi:10.1000/frogs1
          - doi:10.9999/away
"""
    survey = project({"bib/sources/frogs.bib": two_subjects(["frogs"]), "bib/themes.yml": themes})
    assert main(["build", "--project", str(survey)]) == 1
    assert "error: bib/themes.yml:9: theme `frogs` names an exemplar `doi:10.9999/away`" in capsys.readouterr().err


def test_the_method_says_how_themes_came_to_be_and_counts_as_moved_only_what_a_person_moved(
    project: MakeProject,
) -> None:
    survey = project({"bib/sources/a.bib": two_subjects(SUBJECTS)})
    assert main(["themes", "propose", "--project", str(survey)]) == 0
    assert main(["build", "--project", str(survey)]) == 0
    method = (survey / "docs/method.md").read_text()
    assert "were proposed by the program" in method
    assert "by hand beforehand" not in method
    assert "reassigned" not in method
    text = (survey / "bib/themes.yml").read_text()
    (survey / "bib/themes.yml").write_text(text.replace(" central:", " exemplars:"))
    other = yaml.safe_load(text)["sections"][0]["themes"][0]["id"]
    (survey / "bib/decisions.yml").write_text(
        f"themes:\n  - {{ref: 'doi:10.1000/iron3', primary: {other}, why: test}}\n"
    )
    assert main(["build", "--project", str(survey)]) == 0
    method = (survey / "docs/method.md").read_text()
    assert "were defined by hand beforehand" in method
    assert "curators reassigned 1." in method
    assert re.search(r"\d works are exemplars of their themes", method)
