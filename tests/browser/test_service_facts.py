"""Citations as services counted them, in the explorer of a survey that has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import shared_folder
from tests.browser.explorer import shown
from tests.browser.website import built, served, visit
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES
from tests.pages.test_service_facts import FETCHED


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    material = tmp_path_factory.mktemp("material")
    (material / "bib/sources").mkdir(parents=True)
    (material / "bib/sources/a.bib").write_text(ATTENTION + BERT + CHAIN, encoding="utf-8")
    (material / "bib/themes.yml").write_text(THEMES, encoding="utf-8")
    (material / "bib/fetched.bib").write_text(FETCHED, encoding="utf-8")
    return built(material, shared_folder(tmp_path_factory) / "service-facts")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


def test_citations_have_a_column_with_who_counted_and_when_and_sort_most_cited_first(
    browser: Browser, address: str
) -> None:
    with visit(browser, address) as wide:
        page = wide.go("explore/")
        cells = page.locator(".explorer tbody td[data-column=citations]")
        expect(page.locator(".explorer th[data-column=citations]")).to_have_text("Citations")
        expect(cells.first).to_have_text("12,345 OpenAlex, 2026-11-25")
        page.get_by_role("button", name="Citations").click()
        expect(page.locator("th[data-column=citations]")).to_have_attribute("aria-sort", "descending")
        assert shown(page) == ["vaswani2017attention", "devlin2019bert", "wei2022chain"]
        page.get_by_role("button", name="Citations").click()
        expect(page.locator("th[data-column=citations]")).to_have_attribute("aria-sort", "ascending")
        assert shown(page) == ["devlin2019bert", "vaswani2017attention", "wei2022chain"]
        page.get_by_label("Sort by").select_option("Most cited")
        expect(page.locator("th[data-column=citations]")).to_have_attribute("aria-sort", "descending")
        expect(page.locator(".facet[data-facet=citations]")).to_be_hidden()
        page.locator(".facet[data-facet=licence] summary").click()
        page.get_by_label("CC BY-NC 4.0").check()
        expect(page.locator(".explorer-status")).to_contain_text("1 of 3")


def test_a_telephone_says_what_the_number_is(browser: Browser, address: str) -> None:
    with visit(browser, address, viewport={"width": 390, "height": 844}, has_touch=True) as narrow:
        page = narrow.go("explore/")
        cell = page.locator(".explorer tbody td[data-column=citations]").first
        expect(cell).to_be_visible()
        assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").startswith('"Citations')
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
