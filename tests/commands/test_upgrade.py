"""Projects of other versions and half-made ones: reported in a line, completed when asked, nothing overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import main
from generator.config.program_version import current, release_of
from generator.config.settings_text import with_setting
from generator.errors import InputError
from generator.starting.skeleton import skeleton
from tests.conftest import MakeProject, snapshot

Said = pytest.CaptureFixture[str]
NEXT = f"{current()[0]}.{current()[1] + 1}"


@pytest.mark.parametrize("command", [["build"], ["check"], ["explain", "x"], ["doctor"], ["upgrade"]])
def test_a_project_of_a_newer_program_is_not_touched(project: MakeProject, capsys: Said, command: list[str]) -> None:
    folder = project({"bib/survey.yml": f"a-setting-of-the-future: 1\ngenerator: {NEXT}\n"})
    before = snapshot(folder)
    assert main([*command, "--project", str(folder)]) == 1
    said = "".join(capsys.readouterr())
    assert (
        f"bib/survey.yml:2: the project is written for version {NEXT} of the program, and this is {__version__}" in said
    )
    assert "install the newer one: `pip install --upgrade -r requirements.txt`" in said
    assert {path: text for path, text in snapshot(folder).items() if not path.startswith(".survey")} == before


def test_a_project_of_an_older_program_is_built_and_told(project: MakeProject, capsys: Said) -> None:
    folder = project({"bib/survey.yml": "generator: 0.9\n"})
    assert main(["build", "--strict", "--project", str(folder)]) == 0
    assert "note: bib/survey.yml:1: the project is written for version 0.9" in capsys.readouterr().err


@pytest.mark.parametrize("version", ["new", "1", "1.x", "[1, 0]", '""'])
def test_a_version_that_is_none_is_reported(project: MakeProject, capsys: Said, version: str) -> None:
    assert main(["build", "--project", str(project({"bib/survey.yml": f"generator: {version}\n"}))]) == 1
    assert "bib/survey.yml:1: generator must be" in capsys.readouterr().err


def test_releases_that_differ_in_the_third_number_are_one() -> None:
    assert release_of("1.2.3") == release_of("1.2") == release_of("1.2.0rc1") == (1, 2)
    assert release_of("1.10") == (1, 10)


def test_changes_are_shown_before_anything_is_written(project: MakeProject, capsys: Said) -> None:
    folder = project({"bib/survey.yml": "title: Frogs  # mine\n", ".gitignore": "mine\n/site/\n"})
    before = snapshot(folder)
    assert main(["upgrade", "--project", str(folder)]) == 1
    out = capsys.readouterr().out
    for line in ("  + README.md", "  + .github/workflows/check.yml", "  ~ .gitignore", "    +/docs/papers/"):
        assert line in out
    assert "Nothing was changed" in out
    assert snapshot(folder) == before


def test_a_half_made_project_is_completed_and_keeps_every_line(project: MakeProject, capsys: Said) -> None:
    files = {"bib/survey.yml": "# Head\ntitle: Frogs  # mine\n", ".gitignore": "mine\n", "README.md": "# My own\n"}
    folder = project({**files, "bib/sources/a.txt": "x", "requirements.txt": "survey-site-generator==0.8.1  # pin\n"})
    assert main(["upgrade", "--yes", "--project", str(folder)]) == 0
    assert (folder / "README.md").read_text() == "# My own\n"
    assert (folder / ".gitignore").read_text().startswith("mine\n")
    assert (folder / "bib/survey.yml").read_text() == f'# Head\ntitle: Frogs  # mine\ngenerator: "{__version__}"\n'
    assert (folder / "requirements.txt").read_text() == f"survey-site-generator=={__version__}  # pin\n"
    assert set(skeleton()) - set(snapshot(folder)) == {"bib/sources/.gitkeep", "docs/.gitkeep"}
    assert main(["upgrade", "--project", str(folder)]) == 0
    assert "Nothing to do" in capsys.readouterr().out


def test_a_new_project_needs_no_upgrade(tmp_path: Path, capsys: Said) -> None:
    main(["new", str(tmp_path / "s")])
    assert main(["upgrade", "--project", str(tmp_path / "s")]) == 0
    assert "Nothing to do" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_reported(
    project: MakeProject, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = project({"bib/survey.yml": "title: Frogs\n"})
    monkeypatch.setattr("generator.commands.upgrade.place", refused)
    assert main(["upgrade", "--yes", "--project", str(folder)]) == 1
    assert "cannot be written: Permission denied (check its permissions" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 'version: "2"\n'),
        ("title: a\n", 'title: a\nversion: "2"\n'),
        ("version: 1\ntitle: a\n", 'version: "2"\ntitle: a\n'),
        ("version:   '1'   # that\n", 'version: "2"   # that\n'),
        ("# version: 1   # example\ntitle: a\n", 'version: "2"   # example\ntitle: a\n'),
        ("codes:\n  version: {title: V, values: [a]}\n", 'codes:\n  version: {title: V, values: [a]}\nversion: "2"\n'),
    ],
)
def test_one_setting_changes_and_every_other_line_stays(text: str, expected: str) -> None:
    assert with_setting(text, "version", "2") == expected


def test_a_setting_over_several_lines_is_left_to_its_author() -> None:
    with pytest.raises(InputError):
        with_setting("version: >\n  one\n  two\ntitle: a\n", "version", "2")


def test_the_doctor_says_what_is_there_what_is_not_and_what_to_do(
    project: MakeProject, capsys: Said, monkeypatch
) -> None:
    monkeypatch.setattr("generator.starting.health.shutil.which", lambda name: "/bin/git" if name == "git" else None)
    folder = project({"bib/survey.yml": "title: Frogs\n", "requirements.txt": "survey-site-generator==0.1\n"})
    assert main(["doctor", "--project", str(folder)]) == 1
    out = capsys.readouterr().out
    for pattern in (
        r"^ok     Python 3\.\d+\.\d+, survey-site-generator",
        r"^ok     git: /bin/git$",
        r"^\(none\) pandoc is not here \(turns",
        r"^FAULT  mkdocs.yml is missing, so there is no website \(`python -m generator upgrade` brings it\)$",
        r"^advice bib/sources is empty \(put",
        r"^advice requirements.txt pins 0\.1, and this is",
        r"^advice `license` is not set in bib/survey.yml",
    ):
        assert re.search(pattern, out, re.MULTILINE), pattern


def test_a_whole_project_has_no_fault(tmp_path: Path, capsys: Said) -> None:
    main(["new", str(tmp_path / "s")])
    assert main(["doctor", "--project", str(tmp_path / "s")]) == 0
    assert "FAULT" not in capsys.readouterr().out


def test_the_doctor_says_why_nothing_can_be_built(project: MakeProject, capsys: Said) -> None:
    folder = project({"bib/survey.yml": "titel: Frogs\n"})
    assert main(["doctor", "--project", str(folder)]) == 1
    assert "FAULT  bib/survey.yml:1: survey.yml: unknown key `titel`" in capsys.readouterr().out


def test_the_doctor_finds_the_survey_above(project: MakeProject, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    folder = project({"bib/survey.yml": "title: Frogs\n", "bib/overviews/a.md": "x"})
    monkeypatch.chdir(folder / "bib/overviews")
    assert main(["doctor"]) == 0
    assert "the survey is in the folder above: --project ../.." in capsys.readouterr().out


def test_a_missing_or_old_package_is_a_fault(monkeypatch: pytest.MonkeyPatch, capsys: Said, tmp_path: Path) -> None:
    monkeypatch.setattr("generator.starting.health.metadata.requires", lambda _: ["mkdocs>=99", "no-such-package>=1"])
    assert main(["doctor", "--project", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert re.search(r"FAULT  packages: mkdocs is [\d.]+, not >=99, no-such-package is missing", out)
