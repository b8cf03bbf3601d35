from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator import pages, pipeline
from generator.checks.finding import Check, Finding, Found
from generator.checks.registry import CHECKS
from generator.checks.report import as_github, as_json, as_text
from generator.cli import main
from generator.errors import Place
from generator.pages.quality import prefilled
from generator.pages.site import Site
from tests.conftest import REPOSITORY, MakeProject

BIB = """@article{smith2022,
  title = {Order matters for sets.}, author = {Smith, Ann}, year = {2022}, journal = {Journal of Sets},
  pages = {20--12}, doi = {10.1234/sets.7}, abstract = {We study the order of sets.}
}

@article{lee2021,
  title = {GRAPHS WITHOUT ORDER ARE SETS}, author = {Lee, Bo}, year = {2021}, journal = {Journal of Sets},
  doi = {10.1234/sets.5}, abstract = {We study graphs | as sets.}
}
"""
THEMES = "sections:\n  - title: All\n    themes:\n      - {id: sets, title: Sets, scope: Order and sets and graphs., terms: [order, sets, graphs]}\n"
OVERVIEW = "About [@smith2022order] and [@lee2021graphs].\n"


@pytest.fixture
def survey(project: MakeProject) -> Path:
    return project({"bib/sources/a.bib": BIB, "bib/themes.yml": THEMES, "bib/overviews/sets.md": OVERVIEW})


def check(survey: Path, *options: str) -> int:
    return main(["check", "--project", str(survey), *options])


def test_findings_are_reported_with_place_severity_and_name(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(survey) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        "bib/sources/a.bib:1: warning [title-full-stop] smith2022order: the title ends in a full stop (fix: remove it)"
        in lines
    )
    assert lines[-1] == "Found 0 errors, 4 warnings and 2 notes. 2 can be corrected with --fix."


def many_without_a_year(number: int) -> str:
    return "".join(
        f"@misc{{k{n}, title = {{Sets of order {n}}}, author = {{Author{n}, Ann}}}}\n" for n in range(number)
    )


def test_a_hundred_findings_of_one_check_are_one_line_with_a_count_and_the_first_three_places(
    survey: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (survey / "bib/sources/b.bib").write_text(many_without_a_year(100), encoding="utf-8")
    check(survey)
    lines = capsys.readouterr().out.splitlines()
    (line,) = [line for line in lines if "[missing-year]" in line]
    assert line.startswith("bib/sources/b.bib:1: warning [missing-year] 100 times: ")
    assert [f"bib/sources/b.bib:{n} (" in line for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert "check --select missing-year` lists all" in line
    assert any("[title-full-stop] smith2022order: " in line for line in lines)
    assert len(lines) < 40
    check(survey, "--select", "missing-year")
    assert capsys.readouterr().out.count("warning [missing-year]") == 100
    check(survey, "--format", "json")
    found = json.loads(capsys.readouterr().out)["findings"]
    assert sum(one["check"] == "missing-year" for one in found) == 100


def test_ten_findings_of_one_check_are_ten_lines(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (survey / "bib/sources/b.bib").write_text(many_without_a_year(10), encoding="utf-8")
    check(survey)
    assert capsys.readouterr().out.count("warning [missing-year]") == 10


def test_warnings_fail_a_strict_run_and_errors_every_run(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(survey, "--strict") == 1
    assert check(survey, "--strict", "--select", "citation") == 0
    (survey / "bib/overviews/sets.md").write_text("About [@smith2022oder].\n", encoding="utf-8")
    assert check(survey) == 1
    assert "error [citation-dangling]" in capsys.readouterr().out


def test_checks_are_selected_and_ignored_by_name_and_by_family(
    survey: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(survey, "--select", "title,reversed-pages", "--ignore", "title-capitals", "--format", "json") == 0
    assert [found["check"] for found in json.loads(capsys.readouterr().out)["findings"]] == [
        "reversed-pages",
        "title-full-stop",
    ]


def test_the_settings_ignore_checks_unless_one_is_selected(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (survey / "bib/survey.yml").write_text("check:\n  ignore: [title, overview-length]\n", encoding="utf-8")
    check(survey)
    assert "Found 0 errors, 1 warning and 2 notes. 1 can" in capsys.readouterr().out
    check(survey, "--select", "title-capitals")
    assert "[title-capitals]" in capsys.readouterr().out


def test_an_unknown_name_is_wrong_usage_with_the_nearest(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        check(survey, "--select", "missing-yaer")
    assert stopped.value.code == 2
    assert "did you mean missing-year" in capsys.readouterr().err


def test_an_unknown_name_in_the_settings_is_reported(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (survey / "bib/survey.yml").write_text("check: {ignore: missing-yaer}\n", encoding="utf-8")
    assert check(survey) == 1
    assert (
        "bib/survey.yml:1: check.ignore: there is no check `missing-yaer`; did you mean missing-year"
        in capsys.readouterr().err
    )


def test_fix_writes_decisions_that_the_next_build_follows(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (survey / "bib/decisions.yml").write_text("# mine\nsame: []\n", encoding="utf-8")
    check(survey, "--fix")
    printed = capsys.readouterr()
    assert "Corrected 2 findings in bib/decisions.yml" in printed.err
    assert printed.out.endswith("Found 0 errors, 2 warnings and 2 notes.\n")
    text = (survey / "bib/decisions.yml").read_text(encoding="utf-8")
    assert text.startswith("# mine\n")
    assert yaml.safe_load(text)["fields"] == [
        {
            "ref": "doi:10.1234/sets.7",
            "set": {"pages": "12-20", "title": "Order matters for sets"},
            "why": "check --fix: reversed-pages, title-full-stop",
        }
    ]
    work = pipeline.survey_of(survey).works["smith2022order"]
    assert (work.title, work.pages) == ("Order matters for sets", "12-20")
    before = (survey / "bib/decisions.yml").read_bytes()
    check(survey, "--fix")
    assert (survey / "bib/decisions.yml").read_bytes() == before


def test_checking_writes_nothing(survey: Path) -> None:
    before = sorted(survey.rglob("*"))
    check(survey)
    assert sorted(survey.rglob("*")) == before


def test_every_check_is_listed_once_with_its_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [check.name for check in CHECKS]
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.summary and check.function.__doc__ for check in CHECKS)


NASTY = Finding(
    Check("text-html", "s", "info", lambda material: ()),
    Found("100% of it\n::error::x \u202e\x1b[31m", Place("bib/a,b:c.txt", 7), "k", "so"),
)


def test_github_reads_each_finding_as_one_annotation() -> None:
    assert (
        as_github([NASTY])
        == "::notice file=bib/a%2Cb%3Ac.txt,line=7,title=text-html::k: 100%25 of it ::error::x [31m (so)\n"
    )


def test_text_and_json_hold_no_control_characters() -> None:
    assert as_text([NASTY]).splitlines()[0] == "bib/a,b:c.txt:7: info [text-html] k: 100% of it ::error::x [31m (so)"
    read = json.loads(as_json([NASTY]))
    assert (read["findings"][0]["line"], read["counts"]) == (7, {"error": 0, "warning": 0, "info": 1})
    assert as_text([]) == "Nothing found.\n"


def test_the_page_lists_what_the_command_prints(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files, _ = pages.render(pipeline.survey_of(survey), survey)
    page = str(files["docs/quality.md"])
    check(survey, "--format", "json")
    for found in json.loads(capsys.readouterr().out)["findings"]:
        assert f"{{ #{found['check']} }}" in page
        place = f"{found['file']}:{found['line']}"  # which a narrow column breaks between its parts
        assert place.replace("/", "/<wbr>").replace(":", "<wbr>:") in page or found["line"] is None
    assert 'search: {"exclude": true}' in page
    assert 'href="../papers/lee2021graphs/"' in page
    assert "Open an issue" not in page
    rows = [line for line in page.splitlines() if line.startswith("<tr><td>")]
    assert {line.count("<td") for line in rows} == {3}


def test_a_dead_link_in_a_page_of_ones_own_is_found_and_a_link_to_a_generated_page_is_none(
    survey: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = survey / "docs/notes"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(
        "[q](../quality.md) [s](../themes/sets.md) [b](../downloads/survey.bib) [x](b.md)\n\n[y](gone.md)\n",
        encoding="utf-8",
    )
    (folder / "b.md").write_text("As [@smith2022order] says.\n", encoding="utf-8")
    assert main(["build", "--project", str(survey), "--quiet"]) == 0
    capsys.readouterr()
    assert check(survey, "--select", "link,citation") == 1
    assert capsys.readouterr().out.splitlines()[:-1] == [
        "docs/notes/a.md:3: error [link-dead] the link to `gone.md` leads nowhere (links are relative to the page)",
        "docs/notes/b.md:1: warning [citation-in-docs] smith2022order: `@smith2022order` is not linked here: pages in docs/ are shown as they are "
        "(move the page to bib/pages/notes/b.md)",
    ]


@pytest.mark.parametrize(
    ("repository", "path"),
    [("https://github.com/ann/sets", "/ann/sets/issues/new"), ("https://gitlab.example.org/a/b", "/a/b/-/issues/new")],
)
def test_an_issue_is_prefilled_with_the_finding_as_data(survey: Path, repository: str, path: str) -> None:
    (survey / "bib/survey.yml").write_text(f"repository: {repository}\nurl: https://example.org/s/\n", encoding="utf-8")
    site = Site(pipeline.survey_of(survey))
    nasty = Finding(NASTY.check, Found("a & b #1 | `x`](y)", Place("bib/a b.bib", 3), "smith2022order"))
    address = urlsplit(prefilled(site, nasty))
    assert address.path == path
    query = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert "a & b #1 | `x`](y)" in " ".join(query.values())
    assert "https://example.org/s/papers/smith2022order/" in " ".join(query.values())
    assert not set(" |`)<>\"'") & set(address.query)
    of_no_work = prefilled(site, Finding(NASTY.check, Found("a & b", Place("bib/a b.bib", 3))))
    assert "bib/a b.bib:3" in " ".join(
        value for values in parse_qs(urlsplit(of_no_work).query).values() for value in values
    )
    page = str(pages.render(site.survey, survey)[0]["docs/quality.md"])
    assert page.count("Open an issue") == 6


def test_the_form_that_an_issue_opens_has_the_fields_that_are_filled_in(survey: Path) -> None:
    (survey / "bib/survey.yml").write_text("repository: https://github.com/ann/sets\n", encoding="utf-8")
    address = prefilled(
        Site(pipeline.survey_of(survey)), Finding(NASTY.check, Found("m", Place("bib/a.bib", 3), "smith2022order"))
    )
    query = parse_qs(urlsplit(address).query)
    form = yaml.safe_load((REPOSITORY / ".github/ISSUE_TEMPLATE" / query["template"][0]).read_text(encoding="utf-8"))
    assert set(query) - {"template", "title"} <= {part["id"] for part in form["body"]}
    assert query["key"] == ["smith2022order"]


def test_no_issue_is_offered_where_the_repository_is_elsewhere(survey: Path) -> None:
    (survey / "bib/survey.yml").write_text("repository: https://code.example.org/x\n", encoding="utf-8")
    assert prefilled(Site(pipeline.survey_of(survey)), Finding(NASTY.check, Found("m", Place("bib/a.bib")))) == ""
