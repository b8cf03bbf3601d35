"""The front page: search and map in its first screen, what is new with its date, sections as cards, how to cite."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.website import Visit, visit

SIZES = [(1440, 900), (390, 844)]
BESIDE = 4  # pixels at least between a button and the edge of its panel


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_search_and_map_are_in_the_first_screen(width: int, height: int, browser: Browser, base: str) -> None:
    with visit(browser, base, viewport={"width": width, "height": height}) as found:
        page = found.go("")
        for what in ("[data-survey-search]", ".home-map svg.figure"):
            box = page.locator(what).bounding_box()
            assert box
            assert box["y"] + box["height"] <= height, what
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_search_of_the_front_page_finds_and_stays_on_the_screen(
    width: int, height: int, browser: Browser, base: str
) -> None:
    with visit(browser, base, viewport={"width": width, "height": height}) as found:
        page = found.go("")
        assert page.locator("[data-survey-search]").count() == 1
        page.locator("[data-survey-search]").fill("reasoning")
        result = page.locator("[data-survey-results] a[href]").first
        result.wait_for()
        box = page.locator(".survey-search-panel").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        add = page.locator(".survey-search-panel .collect").first.bounding_box()
        assert add
        assert add["x"] + add["width"] < box["x"] + box["width"] - BESIDE
        page.keyboard.press("Enter")
        expect(page.locator("h1")).not_to_contain_text("neighbours")


def test_the_map_of_the_front_page_leads_to_themes_and_to_the_map(wide: Visit, survey: Any) -> None:
    page = wide.go("")
    labels = page.locator(".home-map .labels.wide a")
    leads = labels.evaluate_all("nodes => nodes.map(node => node.getAttribute('href'))")
    assert {lead.rstrip("/").rpartition("/")[2] for lead in leads} <= {theme["id"] for theme in survey["themes"]}
    assert len(leads) >= len(survey["themes"]) / 2
    page.locator(".home-map").get_by_text("Open the map").click()
    expect(page.locator("h1")).to_contain_text("Map")


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_label_of_a_map_lies_over_another_or_outside(width: int, browser: Browser, base: str) -> None:
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        for path in ("", "map/"):
            page = found.go(path)
            page.evaluate("document.fonts.ready.then(() => true)")
            boxes = page.locator("main svg.figure .labels a:visible").evaluate_all(
                """nodes => nodes.map(node => { const own = node.getBBox(), frame = node.ownerSVGElement.getBoundingClientRect();
                    return [own.x, own.y, own.x + own.width, own.y + own.height, frame.width, node.getAttribute('aria-label')]; })"""
            )
            assert boxes
            for number, (left, top, right, bottom, room, name) in enumerate(boxes):
                assert left >= -1, name
                assert right <= room + 1, name
                for other in boxes[number + 1 :]:
                    apart = (
                        left >= other[2] - 1 or other[0] >= right - 1 or top >= other[3] - 2 or other[1] >= bottom - 2
                    )
                    assert apart, (path, name, other[5])


def test_what_is_new_has_its_date_and_its_feed(wide: Visit) -> None:
    page = wide.go("")
    news = page.locator(".news")
    # As exact as it is known: a day, a month or a year.
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", str(news.locator("time").get_attribute("datetime")))
    for link in ("What's new", "Feed"):
        assert page.request.get(str(news.get_by_text(link, exact=True).evaluate("node => node.href"))).ok


def test_every_section_is_a_card_with_its_years_and_themes(wide: Visit, survey: Any) -> None:
    page = wide.go("")
    cards = page.locator(".section-card")
    assert cards.count() == len({theme["section"] for theme in survey["themes"]})
    assert cards.locator("li a").count() == len(survey["themes"])
    for card in cards.all():
        assert re.search(r"\d+ works", str(card.locator("svg.sparkline title").text_content()))


def test_how_to_cite_is_in_the_navigation(wide: Visit) -> None:
    page = wide.go("method/")
    page.locator(".md-sidebar--primary").get_by_role("link", name="How to cite").click()
    expect(page.locator("h1")).to_contain_text("How to cite")
    page.get_by_role("button", name="Copy the reference", exact=True).click()
    page.get_by_text("The reference copied").wait_for()
    assert "Language models" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_how_to_cite_says_of_when_the_survey_is_and_each_button_stands_in_its_box(
    width: int, height: int, browser: Browser, base: str
) -> None:
    with visit(browser, base, viewport={"width": width, "height": height}) as found:
        page = found.go("")
        expect(page.locator(".version")).to_have_text(re.compile(r"^(?:As of|Version) "))
        for box in (".reference", "pre.bibtex"):
            frame = page.locator(box)
            button = page.locator(f"{box} ~ button.copy, {box} > button.copy")
            outer, inner = frame.bounding_box(), button.bounding_box()
            assert outer
            assert inner
            assert outer["y"] <= inner["y"]
            assert inner["y"] + inner["height"] <= outer["y"] + outer["height"]


def test_the_button_to_copy_lies_over_no_line_of_an_entry_on_a_telephone(narrow: Visit) -> None:
    page = narrow.go("cite/")
    code, button = page.locator("pre.bibtex code"), page.locator("pre.bibtex ~ button.copy")
    assert code.evaluate("node => node.scrollWidth > node.clientWidth")  # a line is longer than the screen is wide
    first = code.evaluate(
        "node => { const r = document.createRange(); r.selectNodeContents(node); return r.getBoundingClientRect().top }"
    )
    bottom = button.evaluate("node => node.getBoundingClientRect().bottom")
    assert bottom <= first + 1


def test_a_long_introduction_goes_on_in_both_columns_under_the_map(wide: Visit) -> None:
    page = wide.go("")
    boxes = page.locator(".facts-list ~ p").evaluate_all(
        "nodes => nodes.filter(node => node.compareDocumentPosition(document.querySelector('h2')) & Node.DOCUMENT_POSITION_FOLLOWING)"
        ".map(node => node.getBoundingClientRect()).map(box => [box.left, box.top])"
    )
    (_, first), (left, top), (right, beside), *_ = boxes
    image = page.locator(".home-map").bounding_box()
    assert image
    assert first < image["y"] + image["height"] <= top == beside
    assert left < image["x"] <= right + 1
    assert top - image["y"] - image["height"] < 150
