"""The files that contributors write, from `bib/` to the website: front matter, conflicts, what a build reports about
them.
"""

from __future__ import annotations

from typing import Any

import pytest

from generator.cli import main
from generator.prose.contributed import conflicts
from generator.prose.front_matter import known, written
from tests.conftest import MakeProject

from .test_raw_html import site_html


def test_only_known_keys_of_a_front_matter_reach_the_page() -> None:
    meta: dict[Any, Any] = {
        "title": "</title><script>", "description": "A & B", "hide": ["toc"], "search": {"exclude": True}, "head": "<script>",
        "redirect": "https://x.example", "template": "x.html", "tags": [["x"]], 1: "x",
    }  # fmt: skip
    kept, dropped = known(meta)
    assert dropped == ["head", "redirect", "template", "tags", "1"]
    assert written(kept) == (
        "title: '&lt;/title&gt;&lt;script&gt;'\ndescription: A &amp; B\nhide:\n- toc\nsearch:\n  exclude: true\n"
    )


@pytest.mark.parametrize("folder", ["bib/overviews/reading.md", "bib/pages/a.md"])
def test_marks_of_a_conflict_are_an_error(
    project: MakeProject, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Text\n\n<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> branch\n"
    place = project({folder: text, "bib/themes.yml": THEMES, "bib/sources/a.bib": SOURCE})
    assert main(["build", "--project", str(place)]) == 1
    assert f"{folder}:3: holds two versions that git could not merge" in capsys.readouterr().err
    assert conflicts("Heading\n=======\n\n> > quoted", "a.md") == ()


THEMES = "sections:\n  - title: All\n    themes:\n      - {id: reading, title: Reading, scope: Methods and studies of reading.}\n"
SOURCE = "@article{smith2020, title={Alpha: a study of reading}, author={Smith, J.}, year={2020}}\n"


def test_a_build_tells_what_it_took_out_and_trusts_only_when_told(
    project: MakeProject, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "bib/sources/a.bib": SOURCE,
        "bib/themes.yml": THEMES,
        "bib/overviews/reading.md": "Opening.\n\n<script>alert(1)</script>\n",
        "bib/pages/own.md": "---\ntitle: Own\nhead: <script>\n---\n\nText <b onclick=x>b</b>.\n",
    }
    place = project(files)
    assert main(["build", "--project", str(place)]) == 0
    printed = capsys.readouterr().err
    assert "bib/overviews/reading.md:3: <script> is removed with what it holds" in printed
    assert "bib/pages/own.md:3: `head` in the front matter does not reach the page" in printed
    assert "bib/pages/own.md:6: the attribute onclick of <b> is removed" in printed
    page = (place / "docs/own.md").read_text()
    assert "<script>" not in page and "onclick" not in page and "title: Own\n" in page
    assert "alert(1)" not in (place / "docs/themes/reading.md").read_text()
    (place / "bib/survey.yml").write_text("prose: {html: trusted}\n")
    assert main(["build", "--project", str(place)]) == 0
    assert "head: <script>" in (place / "docs/own.md").read_text()
    assert "alert(1)" in (place / "docs/themes/reading.md").read_text()


def test_code_in_a_question_stays_code_on_the_page_of_questions(project: MakeProject) -> None:
    overview = "Opening.\n\n## Open questions\n\n- What of this?\n\n        <script>alert(1)</script>\n"
    place = project({"bib/sources/a.bib": SOURCE, "bib/themes.yml": THEMES, "bib/overviews/reading.md": overview})
    assert main(["build", "--project", str(place)]) == 0
    html = site_html((place / "docs/questions.md").read_text())
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
