"""The page of a theme: short, its works in a table that sorts, filters and opens, and a handout of few sheets."""

from __future__ import annotations

import csv
import io
import re
from math import ceil
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.kinds import largest_theme, works_of
from tests.browser.website import Visit, click, visit

TALLEST = 16_500 / 2  # pixels of the largest theme: half of what it had once
SCREEN = 900
WORKS_A_SHEET = 5  # at least, with what the page says before and after them
A4 = {"format": "A4"}


def titles(found: Visit) -> list[str]:
    """The titles of the rows that are seen, in their order."""
    return [str(title) for title in found.page.locator(".compared a.row:visible").all_inner_texts()]


@pytest.mark.parametrize("has_scripts", [True, False])
def test_the_largest_theme_does_not_exhaust(has_scripts: bool, browser: Browser, base: str, survey: Any) -> None:
    with visit(browser, base, java_script_enabled=has_scripts) as found:
        found.page.goto(f"{base}themes/{largest_theme(survey)}/")
        box = found.page.locator(".compared").first.bounding_box()
        assert box
        assert box["y"] + box["height"] < 2 * SCREEN
        whole = found.page.locator("body").bounding_box()
        assert whole
        assert whole["height"] <= TALLEST
        assert found.page.locator(".card:visible").count() == 0


def test_the_largest_theme_does_not_exhaust_on_a_telephone_either(narrow: Visit, survey: Any) -> None:
    page = narrow.go(f"themes/{largest_theme(survey)}/")
    first, whole = page.locator(".compared").first.bounding_box(), page.locator("body").bounding_box()
    assert first
    assert whole
    assert first["y"] < 2 * SCREEN
    assert whole["height"] <= TALLEST


def test_the_largest_theme_prints_on_a_few_sheets_with_its_works_and_heads(
    browser: Browser, base: str, survey: Any
) -> None:
    theme = largest_theme(survey)
    with visit(browser, base) as found:
        page = found.go(f"themes/{theme}/")
        expect(page.locator(".compare-status")).to_have_text(f"{len(works_of(survey, theme))} works")
        printed = page.pdf(**A4)  # type: ignore[arg-type]
        sheets = len(re.findall(rb"/Type\s*/Page[^s]", printed))
        assert sheets <= ceil(len(works_of(survey, theme)) / WORKS_A_SHEET)
        page.emulate_media(media="print")
        assert len(titles(found)) == len(works_of(survey, theme))
        assert page.locator(".comparison thead th").all_inner_texts()[:2] == ["Work", "Year"]


def test_the_table_uses_the_whole_width(wide: Visit, survey: Any) -> None:
    page = wide.go(f"themes/{largest_theme(survey)}/")
    table, room = page.locator(".comparison").bounding_box(), page.locator(".md-content").bounding_box()
    assert table
    assert room
    assert table["width"] > 0.95 * (room["width"] - 48)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_a_head_sorts_up_and_down_and_back(wide: Visit, survey: Any) -> None:
    theme = largest_theme(survey)
    years = {work["title"]: work["year"] for work in works_of(survey, theme)}
    wide.go(f"themes/{theme}/")
    head = wide.page.locator(".comparison thead th", has_text="Year")
    before = titles(wide)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    shown = [row.split("\t")[1] for row in wide.page.locator(".compared").all_inner_texts()]
    assert shown == sorted(map(str, years.values()))
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") is None
    assert titles(wide) == before


def test_words_filter_the_rows_in_what_opens_below_them_too(wide: Visit, survey: Any) -> None:
    theme = largest_theme(survey)
    works = works_of(survey, theme)
    page = wide.go(f"themes/{theme}/")
    family = works[3]["authors"][-1]["family"]
    page.get_by_label("Filter these works").fill(family.upper())
    number = page.locator(".compared:visible").count()
    assert 0 < number < len(works)
    expect(page.locator(".compare-status")).to_have_text(f"{number} of {len(works)} works")
    assert page.locator(".thread:visible").count() <= number  # a line of work without a row has no head
    page.get_by_label("Filter these works").fill("")
    assert page.locator(".compared:visible").count() == len(works)


def test_a_row_opens_to_all_that_is_known_and_puts_the_work_into_the_basket(wide: Visit, survey: Any) -> None:
    page = wide.go(f"themes/{largest_theme(survey)}/")
    more = page.locator(".more").nth(2)
    click(more.locator("summary").first)
    card = more.locator(".card")
    assert card.locator(".abstract").is_visible()
    click(card.get_by_role("button", name="Basket"))
    expect(page.locator(".compared").nth(2).locator(".collect")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("has_scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1440])
def test_an_address_with_a_key_opens_that_work(
    has_scripts: bool, width: int, browser: Browser, base: str, survey: Any
) -> None:
    theme = largest_theme(survey)
    with visit(browser, base, java_script_enabled=has_scripts, viewport={"width": width, "height": 900}) as found:
        for work in works_of(survey, theme)[::9]:
            found.page.goto("about:blank")
            found.page.goto(f"{base}themes/{theme}/#{work['key']}")
            card = found.page.locator(f".card[data-key='{work['key']}']")
            expect(card.locator(".byline")).to_be_in_viewport()
            assert found.page.locator(".card:visible").count() == 1


def test_the_heads_of_rows_and_columns_stay_in_sight_on_a_telephone(narrow: Visit, survey: Any) -> None:
    page = narrow.go(f"themes/{largest_theme(survey)}/")
    room = page.locator(".compare-room")
    room.scroll_into_view_if_needed()
    room.evaluate("node => node.scrollTo(250, 900)")
    outer = room.bounding_box()
    assert outer
    for locator, way in (
        (page.locator(".comparison thead th").nth(3), "y"),
        (page.locator(".compared > th").nth(9), "x"),
    ):
        box = locator.bounding_box()
        assert box
        assert abs(box[way] - outer[way]) < 3  # type: ignore[literal-required]
    assert page.locator(".compared > th").first.get_attribute("scope") == "row"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_table_can_be_taken_away(wide: Visit, survey: Any) -> None:
    theme = largest_theme(survey)
    page = wide.go(f"themes/{theme}/")
    address = page.get_by_role("link", name="Table (.csv)").evaluate("node => node.href")
    rows = list(csv.DictReader(io.StringIO(page.request.get(address).text().lstrip("\ufeff"))))
    assert {row["Key"] for row in rows} == {work["key"] for work in works_of(survey, theme)}
    assert any(row["Result, in its own words"] for row in rows)


def test_a_cell_of_the_matrix_of_themes_leads_to_its_pairs(wide: Visit) -> None:
    page = wide.go("theme-links/")
    mark = page.locator("svg .wide a.mark:visible, svg a.mark:visible").nth(5)
    number = re.search(r": (\d+) linked pair", mark.get_attribute("aria-label") or mark.text_content() or "")
    assert number
    address = str(mark.evaluate("node => node.href.baseVal"))
    page = wide.go(f"theme-links/{address}")
    pairs = page.locator(f"[id='{address.partition('#')[2]}']")
    expect(pairs).to_be_in_viewport()
    assert pairs.locator("ul.pairs > li").count() == int(number[1])
