"""A new project: made, built, described and left alone where something stands already."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.commands.surveys import BIB, THEMES
from tests.conftest import snapshot


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


def test_what_a_build_writes_is_not_for_version_control(tmp_path: Path) -> None:
    fresh = tmp_path / "survey"
    main(["new", str(fresh)])
    (fresh / "bib/sources/one.bib").write_text(BIB, encoding="utf-8")
    (fresh / "bib/themes.yml").write_text(THEMES, encoding="utf-8")
    (fresh / "bib/codes.csv").write_text("key,population\ndoi:10.1000/alpha,adults\n", encoding="utf-8")
    with (fresh / "bib/survey.yml").open("a", encoding="utf-8") as settings:
        settings.write("url: https://example.org/s\ncodes: {population: {title: Population, values: [adults]}}\n")
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


@pytest.mark.parametrize(
    ("git_name", "written"),
    [
        ("Ada Lovelace", '["Ada Lovelace"]'),
        ("Jan van der Berg", '["Jan van der Berg"]'),
        ("Seed dc7890fc maintainers", '["{Seed dc7890fc maintainers}"]'),
        ("Fly Lab", '["{Fly Lab}"]'),
        ("fruit-fly-project", '["{fruit-fly-project}"]'),
        ("Institute of Bees", '["{Institute of Bees}"]'),
        ("github-actions[bot]", '["{github-actions[bot]}"]'),
        ("{The Reading Group}", '["{The Reading Group}"]'),
    ],
)
def test_a_project_or_a_group_that_git_knows_is_one_name_in_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git_name: str, written: str
) -> None:
    for name, value in (("COUNT", "1"), ("KEY_0", "user.name"), ("VALUE_0", git_name)):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    assert main(["new", str(tmp_path / "survey")]) == 0
    assert f"authors: {written}\n" in (tmp_path / "survey/bib/survey.yml").read_text()
