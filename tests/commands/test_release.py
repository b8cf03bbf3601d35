"""Editions from release to comparison: what stays, what is shown, and what happens where something is in the way."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.config.settings import read_settings
from tests.conftest import REPOSITORY, MakeProject, snapshot
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES

Said = pytest.CaptureFixture[str]
SETTINGS = """# What it is called
title: Frogs & "friends"
authors: ["Bell, Ann", "{The Pond}"]
# date: 2026-01-31   # of this version
url: https://example.org/frogs
license: CC-BY-4.0
"""
MKDOCS = (REPOSITORY / "generator/skeleton/mkdocs.yml").read_text(encoding="utf-8")


@pytest.fixture
def frogs(project: MakeProject) -> Path:
    files = {"bib/sources/a.bib": ATTENTION + BERT, "bib/themes.yml": THEMES, "bib/survey.yml": SETTINGS}
    overview = "Attention is central [@vaswani2017attention].\n"
    return project({**files, "mkdocs.yml": MKDOCS, "bib/overviews/models.md": overview})


def released(folder: Path, name: str, *words: str, date: str = "2026-02-01") -> int:
    return main(["release", name, "--project", str(folder), "--date", date, "--no-git", "--no-archive", *words])


def test_an_edition_stays_at_its_address_when_the_survey_goes_on(frogs: Path) -> None:
    assert released(frogs, "2026.1") == 0
    first = (frogs / "docs/v/2026.1/themes/models.md").read_text()
    assert "It is the newest edition" in (frogs / "docs/v/2026.1/index.md").read_text()
    assert "This is the newest edition, <a" in (frogs / "docs/index.md").read_text()
    (frogs / "bib/sources/b.bib").write_text(CHAIN)
    (frogs / "bib/overviews/models.md").write_text("All is new.\n")
    assert released(frogs, "2026.2", date="2026-08-01") == 0
    (frogs / "bib/overviews/models.md").write_text("All is newer.\n")
    assert main(["build", "--quiet", "--project", str(frogs)]) == 0
    assert "as it is now; its newest edition is <a" in (frogs / "docs/index.md").read_text()
    page = (frogs / "docs/v/2026.1/index.md").read_text()
    assert "The newest edition is <a href=" in page
    assert "Attention is central" in (frogs / "docs/v/2026.1/themes/models.md").read_text()
    assert (
        first.partition("Attention is central")[2]
        == ((frogs / "docs/v/2026.1/themes/models.md").read_text().partition("Attention is central")[2])
    )
    assert "All is new" in (frogs / "docs/v/2026.2/themes/models.md").read_text()
    assert "wei2022chain" not in (frogs / "docs/v/2026.1/survey.bib").read_text()
    assert "wei2022chain" in (frogs / "docs/v/2026.2/survey.bib").read_text()


def test_the_settings_and_the_citation_file_say_the_edition_and_keep_every_comment(frogs: Path) -> None:
    assert released(frogs, "2026.1") == 0
    text = (frogs / "bib/survey.yml").read_text()
    assert text.startswith("# What it is called\ntitle: Frogs")
    assert 'date: "2026-02-01"   # of this version' in text
    assert (read_settings(frogs).version, read_settings(frogs).date) == ("2026.1", "2026-02-01")
    cff = yaml.safe_load((frogs / "CITATION.cff").read_text())
    assert (cff["version"], str(cff["date-released"])) == ("2026.1", "2026-02-01")


def test_any_two_editions_and_today_are_compared_on_a_page(frogs: Path, capsys: Said) -> None:
    released(frogs, "2026.1")
    (frogs / "bib/sources/b.bib").write_text(CHAIN)
    released(frogs, "2026.2", date="2026-08-01")
    (frogs / "bib/decisions.yml").write_text(
        'leave-out: [{ref: bert2019bert, why: "no frogs"}]'.replace("bert2019bert", "arxiv:1810.04805")
    )
    assert main(["build", "--project", str(frogs)]) == 0
    names = {path.name for path in (frogs / "docs/v/compare").iterdir()}
    assert names == {"2026.1-to-2026.2.md", "2026.1-to-now.md", "2026.2-to-now.md"}
    assert "1 work came" in (frogs / "docs/v/compare/2026.1-to-2026.2.md").read_text()
    gone = (frogs / "docs/v/compare/2026.2-to-now.md").read_text()
    assert "## 1 work went" in gone
    assert "<code>devlin2019bert</code>" in gone
    index = (frogs / "docs/editions.md").read_text()
    assert "1 work came, 0 went, 0 moved" in index
    assert '  - "Editions": editions.md' in (frogs / "mkdocs.yml").read_text()
    capsys.readouterr()
    assert main(["compare", "2026.1", "2026.2", "--project", str(frogs)]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["2 works before, 3 now", "1 work came"]
    assert main(["compare", "2026.9", "--project", str(frogs)]) == 1
    assert "the editions are 2026.1, 2026.2" in capsys.readouterr().err


def test_an_edition_says_how_to_cite_it(frogs: Path) -> None:
    released(frogs, "2026.1", "--doi", "10.5281/zenodo.77")
    page = (frogs / "docs/v/2026.1/index.md").read_text()
    citation = page.partition("## Cite this edition")[2]
    for word in ("edition 2026.1", "2026", "10.5281/zenodo.77", "Bell"):
        assert word in citation
    assert 'href="https://doi.org/10.5281/zenodo.77"' in citation


def test_a_doi_that_comes_later_is_noted_and_nothing_else_of_an_edition_changes(frogs: Path, capsys: Said) -> None:
    released(frogs, "2026.1")
    before = json.loads((frogs / "bib/editions/2026.1.json").read_text())
    assert released(frogs, "2026.1") == 1
    assert "is released already" in capsys.readouterr().err
    assert released(frogs, "2026.1", "--doi", "10.5281/zenodo.77") == 0
    after = json.loads((frogs / "bib/editions/2026.1.json").read_text())
    assert after["edition"].pop("doi") == "10.5281/zenodo.77"
    assert before["edition"].pop("doi") == ""
    assert before == after


def test_a_work_that_an_old_edition_cites_may_be_gone_today(frogs: Path) -> None:
    released(frogs, "2026.1")
    (frogs / "bib/overviews/models.md").unlink()
    (frogs / "bib/decisions.yml").write_text('leave-out: [{ref: "arxiv:1706.03762", why: "x"}]')
    assert main(["build", "--project", str(frogs)]) == 0
    page = (frogs / "docs/v/2026.1/themes/models.md").read_text()
    assert 'data-cite="vaswani2017attention"' in page
    assert 'id="vaswani2017attention"' in page
    assert "papers/vaswani2017attention" not in page


def test_an_edition_brings_no_script_to_the_site(frogs: Path) -> None:
    released(frogs, "2026.1")
    file = frogs / "bib/editions/2026.1.json"
    data = json.loads(file.read_text())
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    data["edition"]["title"] = data["edition"]["introduction"] = data["themes"][0]["overview"] = bad
    data["works"][0]["title"] = data["themes"][0]["title"] = bad
    file.write_text(json.dumps(data))
    assert main(["build", "--project", str(frogs)]) == 0
    for page in (frogs / "docs/v").rglob("*.md"):
        body = page.read_text()
        assert "<script" not in body, page
        assert not re.search(r"<[^>]*onerror", body), page


@pytest.mark.parametrize("name", ["../out", "a b", "now", ""])
def test_a_name_that_cannot_be_an_address_is_refused(frogs: Path, name: str, capsys: Said) -> None:
    before = snapshot(frogs / "bib")
    assert released(frogs, name) == 1
    assert "cannot be the name of an edition" in capsys.readouterr().err
    assert snapshot(frogs / "bib") == before


def test_a_survey_that_cannot_be_built_is_not_released(frogs: Path, capsys: Said) -> None:
    (frogs / "bib/overviews/models.md").write_text("No such work [@nobody1900].\n")
    before = snapshot(frogs / "bib")
    assert released(frogs, "2026.1") == 1
    assert "no work has the key" in capsys.readouterr().err
    assert snapshot(frogs / "bib") == before
    assert not (frogs / "bib/editions").exists()


def test_the_archive_has_website_material_and_metadata_and_the_same_bytes_again(
    frogs: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def built(project: Path, *_: object, **__: object) -> int:
        (project / "site").mkdir(exist_ok=True)
        (project / "site/index.html").write_text("<html><head></head>frogs</html>")
        return 0

    monkeypatch.setattr("generator.commands.release.build_site", built)
    options = ["--project", str(frogs), "--date", "2026-02-01", "--no-git"]
    assert main(["release", "2026.1", *options]) == 0
    assert "upload editions/frogs-friends-2026.1.zip" in capsys.readouterr().out
    (file,) = (frogs / "editions").glob("*.zip")
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        top = "frogs-friends-2026.1"
        names = {name.removeprefix(f"{top}/") for name in archive.namelist()}
        assert {"site/index.html", "bib/sources/a.bib", "bib/editions/2026.1.json", "CITATION.cff"} <= names
        zenodo = json.loads(archive.read(f"{top}/.zenodo.json"))
    assert zenodo["creators"] == [{"name": "Bell, Ann"}, {"name": "The Pond"}]
    assert (zenodo["version"], zenodo["license"], zenodo["publication_date"]) == ("2026.1", "cc-by-4.0", "2026-02-01")
    assert zenodo["related_identifiers"][0]["identifier"] == "https://example.org/frogs/v/2026.1/"


@pytest.fixture
def kept(frogs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project in git, all committed."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ann@example.org")
    (frogs / ".gitignore").write_text((REPOSITORY / "generator/skeleton/gitignore").read_text())
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"]):
        subprocess.run(["git", *words], cwd=frogs, check=True)
    return frogs


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_git_gets_one_commit_and_a_tag_and_nothing_is_left_over(kept: Path, capsys: Said) -> None:
    options = ["--project", str(kept), "--date", "2026-02-01", "--no-archive"]
    assert main(["release", "2026.1", *options]) == 0
    assert git(kept, "log", "--format=%s").splitlines() == ["Edition 2026.1", "First"]
    assert git(kept, "tag", "--points-at", "HEAD").split() == ["v2026.1"]
    assert git(kept, "status", "--porcelain") == ""
    assert {"bib/editions/2026.1.json", "bib/survey.yml", "CITATION.cff"} <= set(
        git(kept, "show", "--name-only", "--format=").split()
    )
    assert "git push --follow-tags" in capsys.readouterr().out


def test_what_is_not_committed_is_not_released(kept: Path, capsys: Said) -> None:
    (kept / "bib/sources/b.bib").write_text(CHAIN)
    before = snapshot(kept / "bib")
    assert main(["release", "2026.1", "--project", str(kept)]) == 1
    assert "holds changes that are not committed: bib/sources/b.bib (commit them first" in capsys.readouterr().err
    assert snapshot(kept / "bib") == before
    git(kept, "add", "."), git(kept, "commit", "-qm", "b"), git(kept, "tag", "v2026.1")
    assert main(["release", "2026.1", "--project", str(kept)]) == 1
    assert "git has a tag v2026.1 already" in capsys.readouterr().err


def test_without_git_an_edition_is_released_all_the_same(
    frogs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    assert main(["release", "2026.1", "--project", str(frogs), "--no-archive"]) == 0
    assert (frogs / "docs/v/2026.1/index.md").is_file()


def test_for_a_commit_the_message_says_how_to_compare_with_it(frogs: Path, capsys: Said) -> None:
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "First"]):
        subprocess.run(
            ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *words], cwd=frogs, check=True
        )
    assert main(["compare", "HEAD", "--project", str(frogs)]) == 1
    assert "type `git worktree add ../before HEAD`, and give ../before here" in capsys.readouterr().err
    assert main(["compare", "HEAD~7", "--project", str(frogs)]) == 1
    assert "the project has no edition yet" in capsys.readouterr().err


def test_the_findings_that_came_and_those_that_went_are_listed(frogs: Path, tmp_path: Path, capsys: Said) -> None:
    before = tmp_path / "before"
    shutil.copytree(frogs, before)
    (before / "bib/sources/b.bib").write_text("@misc{bees, title={On bees and their dances.}, year={2020}}\n")
    (frogs / "bib/sources/b.bib").write_text("@misc{wasps, title={On wasps}, year={2020}, author={Bell, A}}\n")
    assert main(["compare", str(before), str(frogs)]) == 0
    out = capsys.readouterr().out
    assert re.search(r"\d+ findings? more, [1-9]\d* less", out)
    assert "  no longer: warning: bib/sources/b.bib:1: has no author" in out
    assert main(["compare", str(before), str(frogs), "--format", "markdown", "--most", "1"]) == 0
    assert re.search(r"- no longer: and \d+ more", capsys.readouterr().out)
