"""Figures: every mark is a link that the keyboard reaches, says what it is, and leads there."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import largest_theme
from tests.browser.website import Visit, visit

PAGES = ["map/", "timeline/", "theme-links/"]


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_reaches_a_mark_reads_it_and_follows_it(path: str, wide: Visit) -> None:
    page = wide.go(path)
    figure = page.locator("svg.figure").first
    figure.locator("a.mark[tabindex='0']:visible").first.focus()
    names = set()
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        names.add(page.evaluate("document.activeElement.closest('svg.figure a.mark').getAttribute('aria-label')"))
    assert len(names) > 1
    assert figure.locator("a.mark[tabindex='0']:visible").count() == 1, (
        "one stop of the tabulator key, not one for each mark"
    )
    tip = page.locator("#survey-tip")
    assert tip.is_visible()
    assert tip.inner_text().strip()
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address != before)
    page.locator("h1").wait_for()


def test_a_mark_of_the_map_tells_title_authors_and_year(wide: Visit, survey: Any) -> None:
    page = wide.go("map/")
    page.locator("svg.figure .marks a.mark:visible").first.hover()
    shown = page.locator("#survey-tip").inner_text()
    shown = " ".join(shown.split())
    assert any(" ".join(work["title"].split())[:40] in shown and str(work["year"]) in shown for work in survey["works"])


@pytest.mark.parametrize("path", PAGES)
def test_every_drawing_has_a_name_a_description_and_its_numbers(path: str, wide: Visit) -> None:
    page = wide.go(path)
    for drawing in page.locator("svg.figure").all():
        named = drawing.evaluate(
            "node => (node.getAttribute('aria-labelledby') || '').split(' ').concat((node.getAttribute('aria-describedby') || '').split(' '))"
        )
        assert all(page.locator(f"[id='{name}']").count() == 1 for name in named if name)
        assert any(named)
    tables = page.get_by_text("The numbers behind it")
    assert tables.count() >= page.locator("main h1 ~ .figure-frame").count()
    tables.first.click()
    assert page.locator("details[open] table tbody tr").count() > 2


@pytest.mark.parametrize("width", [390, 1440])
def test_the_keys_reach_every_mark_of_a_matrix_and_of_the_map(width: int, browser: Browser, base: str) -> None:
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        for path in ("map/", "theme-links/"):
            page = found.go(path)
            page.locator("svg.figure a.mark[tabindex='0']:visible").first.focus()
            missed = page.evaluate("""() => {
                const marks = [...document.querySelectorAll("svg.figure[data-roving] a.mark")].filter(mark => mark.getClientRects().length);
                const missed = new Set(marks);
                missed.delete(document.activeElement);
                const keys = ["PageDown", "PageUp", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"];
                const way = [{ mark: document.activeElement, tried: 0 }];
                const seen = new Set([document.activeElement]);
                while (missed.size && way.length) {
                    const here = way.at(-1);
                    if (here.tried === keys.length) { way.pop(); continue; }
                    if (document.activeElement !== here.mark) here.mark.focus({ preventScroll: true });
                    here.mark.dispatchEvent(new KeyboardEvent("keydown", { key: keys[here.tried++], bubbles: true }));
                    const to = document.activeElement;
                    if (!seen.has(to)) { seen.add(to); missed.delete(to); way.push({ mark: to, tried: 0 }); }
                }
                return [...missed].map(mark => mark.getAttribute("aria-label"));
            }""")
            assert missed == []


@pytest.mark.parametrize("width", [390, 1440])
def test_every_mark_of_every_figure_leads_to_a_page(width: int, browser: Browser, base: str, survey: Any) -> None:
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        for path in [*PAGES, f"themes/{largest_theme(survey)}/"]:
            page = found.go(path)
            links = page.locator("svg.figure a.mark").evaluate_all(
                "nodes => nodes.map(node => new URL(node.getAttribute('href'), location.href).href)"
            )
            assert links
            for link in sorted({link.partition("#")[0] for link in links})[:25]:
                assert page.request.get(link).ok, link
