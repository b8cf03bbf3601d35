"""Every recipe of the guide, followed to the letter, and what it promises."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.config.settings import read_settings
from tests.guide.conftest import GUIDE, follow

HOW_TO = GUIDE / "how-to"
TRIED = {
    "screen",
    "review",
    "classify",
    "overview",
    "correct",
    "fetch",
    "publish",
    "share",
    "update",
    "language",
    "latex",
    "archive",
    "move",
}
Said = pytest.CaptureFixture[str]


def data(survey: Path) -> dict:
    return json.loads((survey / "docs/data/survey.json").read_text(encoding="utf-8"))


def test_every_recipe_is_tried() -> None:
    assert {page.stem for page in HOW_TO.glob("*.md")} == TRIED


def test_screen(survey: Path) -> None:
    follow(HOW_TO / "screen.md")
    assert (survey / "bib/screening").is_dir()
    reasons = [work["screening"]["marks"] for work in data(survey)["excluded"] if work["screening"]["marks"]]
    assert "off topic" in json.dumps(reasons)


def test_language(survey: Path) -> None:
    follow(HOW_TO / "language.md")
    assert "language: de" in (survey / "mkdocs.yml").read_text(encoding="utf-8")
    assert "# Themen" in (survey / "docs/themes/index.md").read_text(encoding="utf-8")


def test_review(survey: Path) -> None:
    follow(HOW_TO / "review.md")
    assert (survey / "pairs.csv").is_file()
    assert (survey / "themes.csv").is_file()


def test_classify(survey: Path, capsys: Said) -> None:
    follow(HOW_TO / "classify.md")
    themes = {theme["id"] for theme in data(survey)["themes"]}
    assert {"sharing", "soil"} <= themes
    assert main(["explain", "sources/zotero.ris:1"]) == 0
    assert "decided: read it" in capsys.readouterr().out


def test_overview(survey: Path) -> None:
    follow(HOW_TO / "overview.md")
    home = (survey / "docs/index.md").read_text(encoding="utf-8")
    assert 'data-cite="li2019learning"' in home
    assert '"Who we are": "about.md"' in (survey / "mkdocs.yml").read_text(encoding="utf-8")


def test_correct(survey: Path, capsys: Said) -> None:
    follow(HOW_TO / "correct.md", may_fail=("survey check --fix",))
    (work,) = [one for one in data(survey)["works"] if one["key"] == "li2019learning"]
    assert (work["year"], work["venue"]) == (2018, "Journal of Sharing")
    assert "Journal of Sharing" in capsys.readouterr().out
    assert "Deep Roots" not in [one["title"] for one in data(survey)["works"]]


def test_fetch(survey: Path, capsys: Said) -> None:
    follow(HOW_TO / "fetch.md", may_fail=('survey add 10.1000/xyz123 --why "named by a reviewer"',))
    assert read_settings(survey).fetch.email == "you@example.org"
    assert "https://doi.org/" in capsys.readouterr().out


@pytest.mark.site
def test_publish(survey: Path) -> None:
    follow(HOW_TO / "publish.md")
    assert "https://example.org/microbes/" in (survey / "site/sitemap.xml").read_text(encoding="utf-8")
    assert (survey / "site-offline/index.html").is_file()


def test_share(survey: Path, capsys: Said) -> None:
    follow(HOW_TO / "share.md")
    said = capsys.readouterr().out
    assert "1 work went\n" in said
    assert "Deep Roots" in said


def test_update(survey: Path, capsys: Said) -> None:
    keys = set(re.findall(r"^@\w+\{([^,]+),", (survey / "bib/survey.bib").read_text(encoding="utf-8"), re.MULTILINE))
    follow(HOW_TO / "update.md", may_fail=("survey check",))
    assert "1 work came\n" in capsys.readouterr().out
    assert keys < {work["key"] for work in data(survey)["works"]}
    assert "2026-07-01" in (survey / "docs/new.md").read_text(encoding="utf-8")


def test_latex(survey: Path) -> None:
    follow(HOW_TO / "latex.md")
    assert list((survey / "paper").glob("*.tex"))
    assert "2019" in (survey / "recent.bib").read_text(encoding="utf-8")
    assert (survey / "classic.bib").read_bytes().isascii()
    assert (survey / "references.txt").stat().st_size


def test_archive(survey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The website in the archive is a stand-in: others build it."""

    def stand_in(project: Path, *_: object, **__: object) -> int:
        (project / "site").mkdir()
        (project / "site/index.html").write_text("<html><head></head></html>", encoding="utf-8")
        return 0

    monkeypatch.setattr("generator.commands.release.build_site", stand_in)
    follow(HOW_TO / "archive.md")
    assert "10.5281/zenodo.1234567" in (survey / "docs/v/2026.1/index.md").read_text(encoding="utf-8")
    assert [path.suffix for path in sorted((survey / "editions").iterdir())] == [".json", ".zip"]


def test_move(desk: Path) -> None:
    follow(HOW_TO / "move.md")
    made = {path.parent.parent.name for path in desk.glob("from-*/bib/survey.bib")}
    assert made == {"from-zotero", "from-jabref", "from-rayyan", "from-list", "from-jekyll"}
    assert "{Frog:Bell-77," in (desk / "from-jabref/bib/survey.bib").read_text(encoding="utf-8")
    assert {theme["title"] for theme in data(desk / "from-jabref")["themes"]} == {"Calls", "Ponds"}
    assert read_settings(desk / "from-list").themes.from_ == "headings"
    assert 'data-cite="toad"' in (desk / "from-jekyll/docs/about.md").read_text(encoding="utf-8")


@pytest.mark.site
def test_the_tutorial(desk: Path) -> None:
    follow(GUIDE / "tutorial.md", may_fail=("survey doctor", "survey check"))
    survey = desk / "my-survey"
    assert (survey / "site/index.html").is_file()
    titles = {work["title"] for work in data(survey)["works"]}
    assert "Yeasts that share sugar with bacteria in bread" in titles
    assert "Deep Roots" not in titles
    assert "when and why they do" in (survey / "docs/index.md").read_text(encoding="utf-8")
