"""`new` as a newcomer meets it: from nothing, from exports, and where something is in the way."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.cli import main
from generator.config.settings import read_settings
from generator.starting import surroundings
from generator.starting.placing import place_project
from generator.starting.skeleton import Beginning, skeleton
from tests.conftest import REPOSITORY, snapshot

SOURCES = REPOSITORY / "tests/data/sources"
WORKFLOWS = ("publish", "check", "refresh")
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Git knows no user, unless a test says so."""
    settings = tmp_path_factory.mktemp("git") / "config"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return settings


def test_a_project_has_all_that_a_stranger_needs_to_build_and_publish_it(tmp_path: Path, capsys: Said) -> None:
    assert main(["new", str(tmp_path / "frog-calls")]) == 0
    made = set(snapshot(tmp_path / "frog-calls"))
    expected = {"README.md", "Makefile", "requirements.txt", ".gitignore", "mkdocs.yml", "bib/survey.yml"}
    assert expected | {f".github/workflows/{name}.yml" for name in WORKFLOWS} <= made
    assert {".github/ISSUE_TEMPLATE/suggest-a-paper.yml", ".github/ISSUE_TEMPLATE/correct-a-record.yml"} <= made
    assert "“Frog calls”" in capsys.readouterr().out
    assert not list(tmp_path.glob(".frog*"))


def test_title_author_and_repository_are_found_out(tmp_path: Path, nobody: Path, capsys: Said) -> None:
    nobody.write_text("[user]\n\tname = Jane Q. Smith\n")
    folder = tmp_path / "clone"
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    remote = ["git", "-C", str(folder), "remote", "add", "origin", "git@github.com:jane/frogs.git"]
    subprocess.run(remote, check=True)
    assert main(["new", str(folder), "--title", 'Frogs: "all" of them', "--licence", "CC-BY-4.0"]) == 0
    settings = read_settings(folder)
    assert settings.title == 'Frogs: "all" of them'
    assert [name.as_first_last for name in settings.authors] == ["Jane Q. Smith"]
    assert settings.repository == "https://github.com/jane/frogs"
    assert (settings.license, settings.generator) == ("CC-BY-4.0", __version__)
    assert "by Jane Q. Smith (as git knows you" in capsys.readouterr().out
    assert "[CC-BY-4.0](https://creativecommons.org/licenses/by/4.0/legalcode)" in (folder / "README.md").read_text()
    assert (folder / ".git").is_dir()


@pytest.mark.parametrize("title", ["%AUTHORS%", "%REPOSITORY% %FOUND%", "100%LICENSE%", "%TITLE%", "%OTHER%"])
def test_a_title_that_looks_like_a_place_of_the_files_stays_a_title(title: str) -> None:
    known = Beginning(title, authors=("Otter, Ann",), repository="https://github.com/a/b", settings="keys: keep\n")
    made = skeleton(known)
    settings = yaml.safe_load(made["bib/survey.yml"])
    assert (settings["title"], settings["authors"], settings["keys"]) == (title, ["Otter, Ann"], "keep")
    assert yaml.safe_load(made["mkdocs.yml"])["site_name"] == title


def test_no_program_that_a_repository_names_is_run_to_learn_what_changed(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    assert surroundings.git(folder, "init", "--quiet") is not None
    (folder / "run.sh").write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    (folder / "run.sh").chmod(0o755)
    assert surroundings.git(folder, "config", "core.fsmonitor", str(folder / "run.sh")) is not None
    assert surroundings.git(folder, "status", "--porcelain", "--", ".") == "?? run.sh"
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:you/survey.git", "https://github.com/you/survey"),
        ("ssh://git@codeberg.org/you/survey.git", "https://codeberg.org/you/survey"),
        ("https://token:secret@gitlab.com/group/sub/survey.git", "https://gitlab.com/group/sub/survey"),
        ("https://git.example.org:8443/survey/", "https://git.example.org:8443/survey"),
        ("../bare.git", ""),
        ("/srv/git/bare.git", ""),
        ("file:///srv/git/bare.git", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_remote_holds_no_secret(remote: str, address: str) -> None:
    assert surroundings.web_address(remote) == address


def test_exports_are_copied_read_and_built(tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path / "survey"
    given = [str(SOURCES / name) for name in ("zotero.ris", "awesome.md", "pubmed.nbib")]
    assert main(["new", str(folder), "--from", *given]) == 0
    out = capsys.readouterr().out
    for word in ("(RIS)", "(Markdown list", "PubMed", "works", "Next:", f"cd {folder}"):
        assert word in out
    assert (folder / "bib/sources/zotero.ris").read_bytes() == (SOURCES / "zotero.ris").read_bytes()
    assert (folder / "docs/index.md").is_file()
    assert (folder / "bib/survey.bib").read_text().count("@") >= 4


def test_a_folder_of_exports_and_files_of_one_name_are_all_taken(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        text = f"@article{{{name}, title={{Calls of frogs in pond {name}}}, author={{A, B}}, year={{2020}}}}"
        (tmp_path / name / "search.bib").write_text(text)
    assert main(["new", str(tmp_path / "s"), "--from", str(tmp_path / "one"), str(tmp_path / "two/search.bib")]) == 0
    assert {path.name for path in (tmp_path / "s/bib/sources").iterdir()} >= {"search.bib", "search-2.bib"}


def test_a_bibliography_keeps_its_keys(tmp_path: Path) -> None:
    (tmp_path / "my.bib").write_text("@article{Frog:Bell-77, title={Calls of frogs}, author={Bell, A}, year={1977}}")
    assert main(["new", str(tmp_path / "s"), "--bib", str(tmp_path / "my.bib")]) == 0
    assert "{Frog:Bell-77," in (tmp_path / "s/bib/survey.bib").read_text()


def test_groups_and_headings_of_the_exports_become_the_themes(tmp_path: Path, capsys: Said) -> None:
    rows = ["title,author,year,collections", *(f"Frog {n} of the pond,Bell,200{n},Calls > Night" for n in range(5))]
    (tmp_path / "zotero.csv").write_text("\n".join(rows))
    assert main(["new", str(tmp_path / "s"), "--zotero", str(tmp_path / "zotero.csv")]) == 0
    assert read_settings(tmp_path / "s").themes.from_ == "collections"
    assert "Calls" in (tmp_path / "s/docs/themes/index.md").read_text()
    assert main(["new", str(tmp_path / "t"), "--from", str(SOURCES / "awesome.md")]) == 0
    assert read_settings(tmp_path / "t").themes.from_ == "headings"
    assert "what your exports classify by: headings" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["missing.ris", "photo.png", "empty"])
def test_exports_that_cannot_be_read_leave_nothing_behind(tmp_path: Path, capsys: Said, name: str) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "empty").mkdir()
    before = snapshot(tmp_path)
    assert main(["new", str(tmp_path / "s"), "--from", str(tmp_path / name)]) == 1
    printed = capsys.readouterr().err
    assert "nothing was made" in printed
    assert name in printed
    assert snapshot(tmp_path) == before
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(
    ("present", "message"),
    [
        ({"mine.txt": "x"}, "choose another name"),
        ({"bib/survey.yml": "title: Mine\n"}, "it is half a survey: `python -m generator upgrade"),
        ({"bib/survey.yml": "title: Mine\n", "mkdocs.yml": "nav:\n"}, "it is a survey already"),
    ],
)
def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: Said, present: dict[str, str], message: str
) -> None:
    for name, text in present.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = snapshot(tmp_path)
    assert main(["new", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line
    assert snapshot(tmp_path) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_may_be_written_one_line_says_so(tmp_path: Path, capsys: Said) -> None:
    tmp_path.chmod(0o500)
    try:
        assert main(["new", str(tmp_path / "deep/survey")]) == 1
    finally:
        tmp_path.chmod(0o700)
    (line,) = capsys.readouterr().err.splitlines()
    assert "cannot be made: Permission denied (nothing was made" in line


def test_a_file_in_the_way_of_a_folder_above_is_reported(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["new", str(tmp_path / "file/survey")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "cannot be made" in line


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.starting.placing.write_new", full)
    with pytest.raises(Exception, match="No space left on device"):
        place_project(tmp_path / "a/b/survey", {"x": b""})
    assert list(tmp_path.iterdir()) == []


def test_without_git_a_project_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["new", str(tmp_path / "survey")]) == 0
    assert read_settings(tmp_path / "survey").authors == ()


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_have_few_rights_and_fixed_actions(name: str) -> None:
    text = skeleton()[f".github/workflows/{name}.yml"]
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action)
        assert re.match(r" # v\d+\.\d+\.\d+$", comment)
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "${{ github.event" not in step.get("run", ""), "text of others never becomes a command"


def test_workflows_pass_the_linter_of_workflows(tmp_path: Path) -> None:
    main(["new", str(tmp_path / "s")])
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--quiet", "--no-progress", str(tmp_path / "s/.github/workflows")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_commands_that_the_project_names_exist() -> None:
    from generator.cli import COMMANDS

    for path, text in skeleton(Beginning(title="T")).items():
        assert "%" not in text.replace("%Y", "") or path in ("Makefile",), path
        for command in re.findall(r"`survey ([a-z]+)|python -m generator ([a-z]+)|\$\(SURVEY\) ([a-z]+)", text):
            assert "".join(command) in COMMANDS, path
