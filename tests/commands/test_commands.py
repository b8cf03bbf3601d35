"""The command line as a person meets it, mistakes included."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS, main, parser_of
from tests.commands.surveys import BIB
from tests.conftest import REPOSITORY, MakeProject, snapshot


def test_a_missing_package_is_reported_in_one_line(tmp_path: Path) -> None:
    bare = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); import generator.__main__",
    ]
    (tmp_path / "bib").mkdir()
    ended = subprocess.run([*bare, "build"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "the environment is not active (activate it with `. .venv/bin/activate`" in ended.stderr


def test_from_a_folder_inside_a_survey_the_way_up_is_reported(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small / "bib" / "sources")
    assert main(["build"]) == 1
    assert (
        capsys.readouterr().err
        == "error: .: is not a survey's folder: it has no bib/ (the survey is in the folder above: --project ../..)\n"
    )


def test_from_a_folder_above_a_survey_the_way_down_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my survey/bib/sources").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert "(there is one in the folder below: --project='my survey')" in capsys.readouterr().err


def test_a_built_website_says_how_to_look_at_it(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.website.build.build_site", lambda project, strict, stages: 0)
    monkeypatch.chdir(small)
    assert main(["build", "--site"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].strip() == "to look at it: python -m generator serve"
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


def test_in_a_folder_that_is_no_survey_the_message_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
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


def test_without_a_taxonomy_themes_are_found(project: MakeProject) -> None:
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
    printed = capsys.readouterr()
    assert len([line for line in printed.err.splitlines() if line.startswith("warning: ")]) == 2
    lost = "20,000 times: a reference with neither title nor abstract nor identifier"
    places = ", ".join(f"bib/sources/empty.ris:{line}" for line in (1, 3, 5))
    assert f"warning: {lost}; first in {places}" in printed.err
    assert "sources/empty.bib  (BibTeX, 20,000 pieces not read)" in printed.out
    assert "that are not records</a></th><td>40,000<" in (small / "docs/method.md").read_text()
    data = json.loads((small / "docs/data/survey.json").read_text())
    assert (
        data["flow"]["empty.ris"]["unreadable"]
        == sum(piece["count"] for piece in data["left_out"] if piece["source"] == "empty.ris")
        == 20_000
    )
    assert all(len(page.read_bytes()) < 200_000 for page in small.glob("docs/*.md"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("build --sit", "unrecognized arguments: --sit (did you mean `--site`?)"),
        ("build --sitte", "did you mean `--site`?"),
        ("build -strict", "did you mean `--strict`?"),
        ("build --projct=elsewhere", "did you mean `--project`?"),
        ("check --ignor missing --formt json", "did you mean `--ignore`?; did you mean `--format`?"),
        ("export --formt bib", "--format; unrecognized: --formt (did you mean `--format`?)"),
        ("buidl", "there is no command `buidl` (did you mean `build`?)"),
        ("--project elsewhere build", "options come after it, as in `build --project …`"),
        ("new fruit-flies flies.bib", "files go after `--from`"),
    ],
)
def test_an_unknown_word_on_the_command_line_is_refused_and_the_likeliest_named(
    small: Path, typed: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    before = snapshot(small)
    with pytest.raises(SystemExit) as ended:
        main(typed.split())
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
    assert snapshot(small) == before


def subparser_of(command: str) -> argparse.ArgumentParser:
    words = {
        "export": ["--format", "bibtex"],
        "explain": ["key"],
        "compare": ["old"],
        "new": ["folder"],
        "add": ["doi"],
        "release": ["name"],
    }
    parsed = parser_of(command).parse_known_args([command, *words.get(command, [])])[0]
    found: argparse.ArgumentParser = parsed.parser
    return found


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_no_command_takes_the_beginning_of_an_option_for_the_whole(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    help_text = subparser_of(command).format_help()
    taken = set(re.findall(r"--[a-z][a-z-]*", help_text))
    for name in (one for one in taken if one.startswith("--")):
        with pytest.raises(SystemExit):
            main([command, name[:-1], "x"])
        assert f"`{name}`" in capsys.readouterr().err


def test_themes_without_an_action_says_what_there_is_to_do(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    assert main(["themes"]) == 2
    assert "propose: find themes in titles and abstracts" in capsys.readouterr().err
