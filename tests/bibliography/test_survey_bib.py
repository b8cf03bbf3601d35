"""`bib/survey.bib` holds the keys that people cite: what has happened to it is reported before a key changes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.bibliography.survey_bib import END, START, damage
from tests.conftest import REPOSITORY
from tests.project.surveys import FIRST, make, run

GONE = FIRST["bib/sources/a.bib"].split("\n", 1)[1]  # without its first record


@pytest.fixture
def built(tmp_path: Path) -> Path:
    project = make(tmp_path, FIRST)
    assert run(project, "build", "--strict")[0] == 0
    return project


def test_a_file_that_is_cut_off_anywhere_is_noticed_before_a_key_changes(built: Path) -> None:
    file = built / "bib/survey.bib"
    whole = file.read_text(encoding="utf-8")
    for end in range(0, len(whole) - 1, 7):
        file.write_text(whole[:end], encoding="utf-8")
        code, said = run(built, "build")
        assert (code, "bib/survey.bib" in said, "git checkout" in said) == (1, True, True), whole[:end][-60:]
        assert file.read_text(encoding="utf-8") == whole[:end]


def test_lines_missing_in_the_middle_of_an_entry_are_noticed(built: Path) -> None:
    file = built / "bib/survey.bib"
    lines = file.read_text(encoding="utf-8").split("\n")
    closing = lines.index("}")
    file.write_text("\n".join(lines[:closing] + lines[closing + 1 :]), encoding="utf-8")
    assert "bib/survey.bib:6: this entry is not closed" in run(built, "build")[1]


def test_a_conflict_is_noticed_with_its_line(built: Path) -> None:
    file = built / "bib/survey.bib"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("@article", "<<<<<<< HEAD\n@article", 1) + ">>>>>>> theirs\n", encoding="utf-8")
    code, said = run(built, "build")
    assert code == 1
    assert "bib/survey.bib:6: holds two versions that git could not merge" in said


def test_an_entry_rewritten_by_another_program_is_noticed(built: Path) -> None:
    file = built / "bib/survey.bib"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "@misc{mine, title={Mine}}\n", encoding="utf-8")
    assert "is not a line that a build writes" in run(built, "build")[1]


@pytest.mark.parametrize("change", [lambda b: b"\xef\xbb\xbf" + b, lambda b: b.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_make_no_difference(built: Path, change: object) -> None:
    file = built / "bib/survey.bib"
    before = file.read_bytes()
    file.write_bytes(change(before))  # type: ignore[operator]
    assert run(built, "build", "--strict")[0] == 0
    assert file.read_bytes() == before


def test_a_file_of_an_earlier_version_is_read_as_it_is(built: Path) -> None:
    file = built / "bib/survey.bib"
    before = file.read_text(encoding="utf-8")
    file.write_text("\n".join(before.split("\n")[1:-3]) + "\n", encoding="utf-8")
    assert run(built, "build", "--strict")[0] == 0
    assert file.read_text(encoding="utf-8") == before


def test_a_lost_key_is_reported_at_every_build_until_it_is_let_go(built: Path) -> None:
    (built / "bib/sources/a.bib").write_text(GONE, encoding="utf-8")
    pages = []
    for _ in range(3):
        assert run(built, "build")[0] == 0
        pages.append((built / "docs/quality.md").read_text(encoding="utf-8"))
    assert "smith2022order" in pages[0]
    assert pages[0] == pages[1] == pages[2]
    file = built / "bib/survey.bib"
    kept = [
        line for line in file.read_text(encoding="utf-8").split("\n") if not line.startswith("% smith2022order was")
    ]
    file.write_text("\n".join(kept), encoding="utf-8")
    assert run(built, "build")[0] == 0
    assert "smith2022order" not in (built / "docs/quality.md").read_text(encoding="utf-8")


def test_an_entry_taken_out_whole_is_noticed_before_a_key_changes(built: Path) -> None:
    file = built / "bib/survey.bib"
    whole = file.read_text(encoding="utf-8")
    entries = [f"@{part}" for part in whole.split("\n@")[1:]]
    assert len(entries) == 2
    for taken in entries:
        entry = taken[: taken.index("\n}\n") + 3]
        assert entry in whole
        file.write_text(whole.replace(entry, ""), encoding="utf-8")
        for _ in range(2):
            code, said = run(built, "build")
            key = entry.partition("{")[2].partition(",")[0]
            assert (code, f"the entry of `{key}` is missing" in said, "git checkout bib/survey.bib" in said) == (
                1,
                True,
                True,
            )
        assert file.read_text(encoding="utf-8") == whole.replace(entry, "")
        file.write_text(whole.replace(entry, "").replace(f"% key: {key}\n", ""), encoding="utf-8")
        assert run(built, "build")[0] == 0


def test_of_many_missing_entries_the_first_are_named_and_the_rest_counted() -> None:
    listed = "".join(f"% key: k{number}\n" for number in range(50))
    found = damage(f"{START}\n{listed}{END}\n")
    assert [str(one.message) for one in found][-2:] == [
        "the entry of `k9` is missing",
        "and 40 more entries are missing",
    ]


def test_two_versions_that_each_added_a_work_are_joined_by_git_without_asking(built: Path) -> None:
    def git(*words: str) -> str:
        options = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        return subprocess.run(["git", *options, *words], cwd=built, check=True, capture_output=True, text=True).stdout

    source = built / "bib/sources/a.bib"
    git("init", "-q", "-b", "main")
    git("add", "bib")
    git("commit", "-q", "-m", "one")
    for branch, entry in (("a", "@misc{x, title={Aardvarks}, author={Aa, B}, year={2001}}\n"), ("z", "")):
        git("checkout", "-q", "-b", branch, "main")
        name = "added.bib" if entry else "more.bib"
        (source.parent / name).write_text(entry or "@misc{y, title={Zebras}, author={Zz, B}, year={2001}}\n")
        assert run(built, "build")[0] == 0
        git("add", "bib/sources", "bib/survey.bib")
        git("commit", "-q", "-m", branch)
    git("merge", "-q", "-m", "both", "a")
    assert run(built, "build", "--strict")[0] == 0
    assert git("status", "--porcelain", "bib/survey.bib") == ""


def test_a_key_that_leads_to_another_is_reported_at_every_build_until_it_is_answered(built: Path) -> None:
    make(built, {"bib/decisions.yml": "same:\n  - refs: [smith2022order, jones2021sets]\n"})
    pages = []
    for _ in range(3):
        assert run(built, "build")[0] == 0
        pages.append((built / "docs/quality.md").read_text(encoding="utf-8"))
    assert pages[0] == pages[1] == pages[2]
    assert "smith2022order" in pages[0] and "leads to" in pages[0]
    file = built / "bib/survey.bib"
    line = "% smith2022order leads to jones2021sets now\n"
    text = file.read_text(encoding="utf-8")
    assert line in text
    file.write_text(text.replace(line, ""), encoding="utf-8")
    for _ in range(2):
        assert run(built, "build")[0] == 0
        assert "leads to" not in (built / "docs/quality.md").read_text(encoding="utf-8")
        assert "smith2022order" in file.read_text(encoding="utf-8"), "the old key still leads to the work"


def test_a_key_whose_works_part_again_leads_nowhere_else_any_more(built: Path) -> None:
    make(built, {"bib/decisions.yml": "same:\n  - refs: [smith2022order, jones2021sets]\n"})
    assert run(built, "build")[0] == 0
    (built / "bib/decisions.yml").unlink()
    assert run(built, "build")[0] == 0
    text = (built / "bib/survey.bib").read_text(encoding="utf-8")
    assert "leads to" not in text and "% key: smith2022order" in text


def test_the_shipped_bibliography_is_whole() -> None:
    assert damage((REPOSITORY / "bib/survey.bib").read_text(encoding="utf-8")) == ()
