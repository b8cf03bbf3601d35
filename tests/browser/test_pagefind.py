"""Pagefind behind the same search box, on a copy of the website."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.search.pagefind import add_pagefind
from tests.browser.website import Visit, served, visit


@pytest.fixture(scope="module")
def address(website: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(website, site)
    add_pagefind(site)
    with served(site) as found:
        yield found


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visit]:
    with visit(browser, address) as found:
        yield found


def test_a_work_is_found_and_opened_with_the_keyboard_alone(visitor: Visit) -> None:
    page = visitor.go("themes/reasoning/")
    page.keyboard.press("/")
    page.keyboard.type("2303.09752")
    page.wait_for_selector(".md-search-result__item")
    assert "1 page found" in page.inner_text(".md-search-result__meta")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("papers/ainslie2023colt5/"))


def test_the_other_search_is_not_loaded_besides(visitor: Visit) -> None:
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.go("")
    page.click(".md-search__input")
    page.keyboard.type("language models")
    page.wait_for_selector(".md-search-result__item")
    assert not [url for url in asked if "search_index" in url]
    page.click(".search-more")
    page.locator(".md-search-result__item").nth(10).wait_for(state="attached")


def test_words_that_no_page_holds_find_nothing(visitor: Visit) -> None:
    page = visitor.go("")
    page.click(".md-search__input")
    page.keyboard.type("qqqqzzzz")
    expect(page.locator(".md-search-result__meta")).to_have_text("Nothing found")
