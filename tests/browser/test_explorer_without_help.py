"""The explorer with the keyboard alone, by touch, without scripts, from a folder; and what can be taken away from it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser

from tests.browser.explorer import answered, found, search, shown, state
from tests.browser.website import Visit, visit


def test_the_keyboard_alone_searches_chooses_sorts_shows_more_and_opens(wide: Visit) -> None:
    page = wide.go("explore/")
    page.locator("#explorer-q").focus()
    page.keyboard.type("model")
    assert state(page)["q"] == ["model"]
    page.keyboard.press("Tab")
    answered(page, "model")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert state(page)["sort"] == ["year"]
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Section"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(state(page)["section"]) == 1
    assert page.evaluate("document.activeElement.checked") is True
    page.keyboard.press("Space")
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.explorer-more')"):
            break
    before = len(shown(page))
    page.keyboard.press("Enter")
    assert len(shown(page)) > before
    key = page.evaluate("document.activeElement.dataset.key")
    assert key == shown(page)[before]
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/**")


@pytest.mark.parametrize("form", ["bib", "ris", "csv"])
def test_what_is_shown_can_be_taken_away(form: str, wide: Visit) -> None:
    page = wide.go("explore/#" + urlencode({"year": "2022", "sort": "year"}))
    keys = shown(page)
    assert 1 < len(keys) == found(page)
    with page.expect_download() as download:
        page.locator(f"[data-form={form}]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename == f"works.{form}"
    if form == "bib":
        library = bibtexparser.parse_string(text)
        assert [entry.key for entry in library.entries] == keys
        assert not library.failed_blocks
    elif form == "ris":
        assert len(rispy.loads(text)) == len(keys)
    else:
        rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
        assert [row["key"] for row in rows] == keys
        assert {row["year"] for row in rows} == {"2022"}


def test_touch_chooses_on_a_telephone(narrow: Visit) -> None:
    page = narrow.go("explore/")
    page.locator("[data-facet=year] summary").tap()
    page.get_by_label("2024", exact=False).first.tap()
    assert state(page)["year"] == ["2024"]
    page.locator(".explorer tbody .collect").first.tap()
    assert page.locator(".basket-count").inner_text() == "1"


def test_without_scripts_the_whole_list_is_there(browser: Browser, base: str, survey: Any) -> None:
    with visit(browser, base, java_script_enabled=False) as plain:
        plain.page.goto(base + "explore/")
        assert plain.page.locator(".explorer tbody tr:visible").count() == len(survey["works"])
        assert plain.page.locator(".explorer :is(input, select, button, summary):visible").count() == 0
        for width in (390, 768, 1200, 1440, 1920):
            plain.page.set_viewport_size({"width": width, "height": 900})
            room = plain.page.locator(".explorer").bounding_box()
            table = plain.page.locator(".explorer table").bounding_box()
            assert room
            assert table
            assert table["width"] > 0.95 * room["width"], width
        plain.page.locator(".explorer tbody a").first.click()
        assert "/papers/" in plain.page.url


def test_it_works_from_a_folder_without_a_server(browser: Browser, website: Path, survey: Any) -> None:
    page = browser.new_page()
    page.goto(f"{website.as_uri()}/explore/index.html")
    page.wait_for_selector(".explorer-on")
    search(page, survey["works"][0]["key"])
    assert shown(page) == [survey["works"][0]["key"]]
    with page.expect_download() as download:
        page.locator("[data-form=bib]").click()
    assert survey["works"][0]["key"] in Path(download.value.path()).read_text(encoding="utf-8")
    page.close()
