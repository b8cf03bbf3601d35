"""The website as a visitor reads it from a disk, without a server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.website.offline import make_offline
from tests.browser.website import visit


@pytest.fixture(scope="module")
def disk(website: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a disk with spaces") / "site offline"
    for path, content in make_offline(website).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture
def reader(browser: Browser, disk: Path) -> Iterator[Page]:
    with visit(browser, disk.as_uri() + "/") as found:
        yield found.go("index.html")


def test_the_search_finds_a_work_and_leads_to_it(reader: Page) -> None:
    reader.click("[data-survey-search]")
    reader.type("[data-survey-search]", "CoLT5")
    first = reader.locator("[data-survey-results] a[href*=ainslie2023colt5]").first
    first.wait_for(timeout=60_000)
    assert "papers/ainslie2023colt5/index.html" in (first.get_attribute("href") or "")
    reader.keyboard.press("Enter")
    reader.wait_for_url(re.compile("papers/ainslie2023colt5/index.html"))
    assert "CoLT5" in reader.inner_text("h1")


def test_the_explorer_filters_and_its_rows_lead_to_papers(reader: Page, disk: Path) -> None:
    reader.goto(f"{disk.as_uri()}/explore/index.html")
    reader.fill("#explorer-q", "CoLT5")
    link = reader.locator("a[data-key=ainslie2023colt5]").first
    link.click()
    reader.wait_for_url(re.compile("papers/ainslie2023colt5/index.html"))


def test_the_basket_keeps_works_and_knows_their_entries(reader: Page, disk: Path) -> None:
    reader.goto(f"{disk.as_uri()}/papers/ainslie2023colt5/index.html")
    reader.click(".paper-actions .collect")
    reader.click(".basket-link")
    reader.wait_for_url(re.compile("basket/index.html"))
    reader.wait_for_selector(".basket li a")
    reader.click(".basket li a")
    reader.wait_for_url(re.compile("papers/ainslie2023colt5/index.html"))
