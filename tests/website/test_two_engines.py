"""Zensical reads the same `mkdocs.yml` and gives the same website."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import shared_folder
from tests.browser.website import made_once, shipped_website

pytestmark = [pytest.mark.site, pytest.mark.slow]


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped survey, whose pages were built once for all tests, with the website that Zensical makes of them."""
    shared = shared_folder(tmp_path_factory)
    project = shipped_website(shared).parent

    def made(folder: Path) -> None:
        for part in ("docs", "overrides", ".survey"):
            shutil.copytree(project / part, folder / part)
        shutil.copy(project / "mkdocs.yml", folder)
        command = [str(Path(sys.executable).with_name("zensical")), "build"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once(shared / "zensical", made)


def test_every_page_is_there(zensical: Path) -> None:
    for source in (zensical / "docs").rglob("*.md"):
        page = source.relative_to(zensical / "docs").with_suffix("")
        folder = page.parent if page.name == "index" else page
        assert (zensical / "site" / folder / "index.html").is_file(), page
    for file in (
        "404.html",
        "llms.txt",
        "robots.txt",
        "sitemap.xml",
        "feeds/survey.xml",
        "downloads/survey.bib",
        "data/survey.json",
    ):
        assert (zensical / "site" / file).is_file(), file


def test_every_work_has_its_card_and_its_page_its_head(zensical: Path) -> None:
    themes = {file: file.read_text(encoding="utf-8") for file in (zensical / "docs/themes").glob("*.md")}
    for source, text in themes.items():
        html = (
            (zensical / "site/themes" / source.stem / "index.html").read_text(encoding="utf-8")
            if source.stem != "index"
            else ""
        )
        for key in re.findall(r'<article class="card" data-key="([^"]+)"', text):
            assert f'id="{key}"' in html, (source, key)
    for page in (zensical / "site/papers").rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        head = html.partition("</head>")[0]
        if 'http-equiv="refresh"' not in head:
            for needed in (
                '"citation_title"',
                '"citation_author"',
                '"og:title"',
                '<meta name="description"' if "citation_abstract" in head else '<meta name="survey-description"',
                '<link rel="schema.DC"',
                "application/ld+json",
            ):
                assert needed in head, (page, needed)


def test_either_engine_has_the_search_and_its_index_on_every_page(zensical: Path) -> None:
    for page in (zensical / "site").rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html.partition("</head>")[0]:
            assert html.count("data-survey-search") == 1, page
            assert html.count("data-survey-results") == 1, page
            assert "assets/survey.js" in html, page
            assert "md-search" not in html, page
    for name in ("engine", "head", "words", "terms-0", "entries-0", "texts-0", "stem-en"):
        assert (zensical / "site/assets/search" / f"{name}.js").is_file(), name
