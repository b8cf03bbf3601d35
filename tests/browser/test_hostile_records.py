"""A survey made of hostile records: nothing in them runs, everything in them is shown literally, and no page breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize

from generator.text import escape, math
from tests.browser.conftest import shared_folder
from tests.browser.explorer import search
from tests.browser.website import built, served, visit
from tests.conftest import REPOSITORY

HOSTILE = REPOSITORY / "tests" / "data" / "browser" / "hostile"
TELEPHONE: ViewportSize = {"width": 390, "height": 900}
DESK: ViewportSize = {"width": 1440, "height": 900}
EXECUTED = "window.pwned !== undefined || document.querySelector('main [onerror], main [onload], main [onclick], main [onmouseover], main iframe') !== null"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    return built(HOSTILE, shared_folder(tmp_path_factory) / "hostile")


@pytest.fixture(scope="module")
def address(hostile: Path) -> Iterator[str]:
    with served(hostile) as base:
        yield base


@pytest.fixture(scope="module")
def works(hostile: Path) -> Any:
    return json.loads((hostile / "data" / "survey.json").read_text(encoding="utf-8"))["works"]


def words(text: str) -> str:
    return " ".join(text.split())


def test_nothing_runs_and_no_page_is_wider_than_the_screen(browser: Browser, hostile: Path, address: str) -> None:
    paths = sorted(path.parent.relative_to(hostile).as_posix() for path in hostile.rglob("index.html"))
    assert len(paths) > 30
    wrong = []
    with visit(browser, address, viewport=TELEPHONE) as found:
        for path in paths:
            page = found.go("" if path == "." else f"{path}/")
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
            page.evaluate(
                "document.querySelectorAll('a, svg a, h1, td').forEach(node => { node.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); })"
            )
            if page.evaluate(EXECUTED):
                wrong.append(f"{path}: something ran")
            for screen in (TELEPHONE, DESK, TELEPHONE):
                page.set_viewport_size(screen)
                if page.evaluate("document.documentElement.scrollWidth") > screen["width"]:
                    wrong.append(f"{path}: {page.evaluate('document.documentElement.scrollWidth')} pixels wide")
            if page.evaluate(EXECUTED):
                wrong.append(f"{path}: something ran on a wide screen")
            wrong += [
                f"{path}: {link}"
                for link in page.locator("a[href]").evaluate_all(
                    "nodes => nodes.map(node => node.getAttribute('href'))"
                )
                if re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)
            ]
    assert wrong == []


def test_titles_names_and_abstracts_are_shown_as_they_are(browser: Browser, address: str, works: Any) -> None:
    with visit(browser, address) as found:
        for work in works:
            page = found.go(f"papers/{work['key']}/")
            heading = page.locator("h1").evaluate(
                "node => [...node.childNodes].filter(part => !part.classList?.contains('headerlink')).map(part => part.textContent).join('')"
            )
            assert words(heading) == words(escape.visible(math.plain(work["title"])))
            byline = words(page.locator(".byline").first.inner_text())
            for author in work["authors"]:
                assert words(escape.visible(math.plain(author["family"]))) in byline
            if "$" not in work["abstract"]:
                assert words(page.locator(".abstract").inner_text()) == words(escape.visible(work["abstract"]))
    shown = " ".join(work["title"] + work["abstract"] for work in works)
    for text in (
        "<script>",
        "{{ config }}",
        "{% raw %}",
        "<SEG>",
        "*[HTML]:",
        "# Not a heading",
        "[Click](javascript:",
        "]]>",
        "<!-- a comment -->",
    ):
        assert text in shown


def test_no_invisible_character_turns_the_text_around(browser: Browser, address: str, works: Any) -> None:
    with visit(browser, address) as found:
        for path in ["explore/", "years/", "records/", *(f"papers/{work['key']}/" for work in works)]:
            text = found.go(path).locator("main").inner_text()
            assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", text)


def test_other_scripts_than_latin_are_shown(browser: Browser, address: str) -> None:
    with visit(browser, address) as found:
        page = found.go("explore/")
        for title in ("大規模言語モデルの調査：深度学习的综述", "دراسة عن نماذج اللغة العربية والأوامر"):
            search(page, title[:6])
            assert page.get_by_role("link", name=title).is_visible()


def test_the_explorer_and_the_basket_hold_hostile_works(browser: Browser, address: str, works: Any) -> None:
    with visit(browser, address, permissions=["clipboard-read", "clipboard-write"]) as found:
        page = found.go("explore/")
        for name in page.locator("[data-facet]").all():
            name.evaluate("node => { node.open = true; }")
        page.locator("#explorer-view").select_option("cards")
        search(page, "<script>")
        assert page.locator(".explorer tbody tr").count() >= 1
        search(page, "")
        for button in page.locator("tbody .collect").all():
            button.click()
        page = found.go("basket/")
        page.wait_for_selector(".basket li")
        assert page.locator(".basket li").count() == len(works)
        with page.expect_download() as download:
            page.get_by_role("button", name=".csv").click()
        table = Path(download.value.path()).read_text(encoding="utf-8")
        assert not re.search(r'(^|,)"[=+@-]', table, re.MULTILINE)
        assert not page.evaluate(EXECUTED)
