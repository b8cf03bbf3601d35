"""The map: magnified and moved by wheel, fingers and keys, filtered, and what it shows goes into the basket or the explorer."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.figures.works_map import works_map
from tests.browser.website import Visit, visit, wait_until
from tests.shipped import frozen

SHOWN = "main svg.works-map .marks a.mark:visible"


def status(page: Page) -> Locator:
    return page.locator(".map-tools [role=status]")


def spread(page: Page) -> float:
    """Pixels between the two marks that are furthest apart on the page."""
    return float(
        page.locator(SHOWN).evaluate_all(
            "nodes => { const xs = nodes.map(node => Number(node.querySelector('use').getBoundingClientRect().x)); return Math.max(...xs) - Math.min(...xs); }"
        )
    )


def two_marks(page: Page) -> list[float]:
    """Where the first two marks are."""
    return list(
        page.locator("main svg.works-map .marks a.mark use").evaluate_all(
            "nodes => nodes.slice(0, 2).map(node => node.getBoundingClientRect().x)"
        )
    )


def shown(page: Page) -> set[str]:
    """The keys of the works whose marks are to be seen."""
    return set(page.locator(SHOWN).evaluate_all("nodes => nodes.map(node => node.dataset.key)"))


def test_the_wheel_magnifies_about_the_pointer_and_scrolls_where_nothing_is_left(wide: Visit, survey: Any) -> None:
    page = wide.go("map/")
    all_works = len(survey["works"])
    figure = page.locator("svg.works-map")
    figure.scroll_into_view_if_needed()
    expect(status(page)).to_have_text(f"{all_works} works")
    figure.hover(position={"x": 300, "y": 200})
    page.mouse.wheel(0, -400)
    expect(status(page)).to_contain_text(f"of {all_works} works")
    assert page.locator(SHOWN).count() < all_works
    top = page.evaluate("scrollY")
    page.mouse.wheel(0, 2000)
    expect(status(page)).to_have_text(f"{all_works} works")
    assert page.evaluate("scrollY") == top
    assert str(figure.locator(".marks use").first.get_attribute("x")).endswith("%")


def test_dragging_moves_a_magnified_map_and_follows_no_link(wide: Visit) -> None:
    page = wide.go("map/")
    page.locator("svg.works-map").scroll_into_view_if_needed()
    page.get_by_role("button", name="Larger").click(click_count=2)
    expect(page.locator("svg.works-map")).to_have_class("figure works-map moved")
    before, address = two_marks(page), page.url
    mark = page.locator(SHOWN).nth(10)
    mark.hover()
    box = mark.bounding_box()
    assert box
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 40, steps=4)
    page.mouse.up()
    expect(page.locator("svg.works-map")).to_be_visible()
    assert page.url == address
    page.get_by_role("button", name="Whole map").click()
    expect(page.locator("svg.works-map")).to_have_class("figure works-map")
    assert two_marks(page) != before


def test_keys_magnify_move_and_show_the_whole(wide: Visit, survey: Any) -> None:
    page = wide.go("map/")
    all_works = len(survey["works"])
    page.locator("svg.works-map .marks a.mark[tabindex='0']").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    expect(status(page)).to_contain_text(" of ")
    first = shown(page)
    assert first
    for _ in range(8):
        page.keyboard.press("Shift+ArrowRight")
    for _ in range(8):
        page.keyboard.press("Shift+ArrowDown")
    wait_until(
        page,
        "before => [...document.querySelectorAll('main svg.works-map .marks a.mark')]"
        ".some(mark => mark.checkVisibility() && !before.includes(mark.dataset.key))",
        sorted(first),
    )
    assert first - shown(page)
    page.keyboard.press("0")
    expect(status(page)).to_have_text(f"{all_works} works")


def test_words_theme_and_years_filter_and_what_is_shown_can_be_taken(wide: Visit, survey: Any) -> None:
    page = wide.go("map/")
    theme = survey["themes"][3]
    here = [work for work in survey["works"] if work["themes"]["primary"] == theme["id"]]
    page.get_by_label("Theme", exact=True).select_option(theme["title"])
    expect(status(page)).to_have_text(f"{len(here)} of {len(survey['works'])} works")
    page.locator("#map-from").fill("2023")
    late = [work for work in here if (work["year"] or 0) >= 2023]
    expect(status(page)).to_have_text(f"{len(late)} of {len(survey['works'])} works")
    page.get_by_role("button", name="Add to basket").click()
    expect(page.locator(".basket-count")).to_have_text(str(len(late)))
    page.get_by_role("link", name="Show in the explorer").click()
    expect(page.locator(".explorer-status")).to_have_text(f"{len(late)} of {len(survey['works'])} works")
    page.get_by_role("button", name="A list").click()
    expect(page.locator(".explorer-status")).to_have_text(f"{len(survey['works'])} works")


def test_a_text_is_found_in_titles_and_authors(wide: Visit, survey: Any) -> None:
    page = wide.go("map/")
    work = survey["works"][0]
    page.get_by_label("Find in titles and authors").fill(" ".join(work["title"].split()[:4]).upper())
    expect(page.locator(SHOWN).first).to_be_visible()
    assert page.locator(f"{SHOWN}[data-key='{work['key']}']").count() == 1
    page.get_by_label("Find in titles and authors").fill("xyzzy")
    expect(status(page)).to_have_text(f"0 of {len(survey['works'])} works")
    expect(page.get_by_role("button", name="Add to basket")).to_be_disabled()


def test_two_fingers_magnify(browser: Browser, base: str) -> None:
    with visit(browser, base, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as found:
        page = found.go("map/")
        page.locator("svg.works-map").scroll_into_view_if_needed()
        expect(status(page)).not_to_contain_text(" of ")
        session = page.context.new_cdp_session(page)
        for kind, points in (
            ("touchStart", [(150, 500), (190, 500)]),
            *(("touchMove", [(150 - way, 500), (190 + way, 500)]) for way in (10, 20, 30, 40, 50, 60)),
            ("touchEnd", []),
        ):
            touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        expect(status(page)).to_contain_text(" of ")


def test_a_finger_is_told_the_nearest_work_before_it_goes_there(browser: Browser, base: str) -> None:
    with visit(browser, base, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as found:
        page = found.go("map/")
        for mark in (page.locator(SHOWN).nth(3), page.locator(SHOWN).nth(120)):
            mark.scroll_into_view_if_needed()
            box = mark.bounding_box()
            assert box
            assert box["width"] >= 24
            assert box["height"] >= 24
            page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            card = page.locator(".map-card")
            expect(card.locator("a")).to_have_text(str(mark.get_attribute("data-tip")))
        card.get_by_role("button", name="Basket:").tap()
        expect(page.locator(".basket-count")).to_have_text("1")
        card.locator("a").tap()
        expect(page.locator("main .paper-actions, main .outward").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_without_scripts_the_map_is_whole_and_has_no_tools(
    width: int, browser: Browser, base: str, survey: Any
) -> None:
    with visit(browser, base, viewport={"width": width, "height": 900}, java_script_enabled=False) as found:
        found.page.goto(base + "map/")
        assert found.page.locator(SHOWN).count() == len(survey["works"])
        assert found.page.locator(".map-tools").is_hidden()


@pytest.mark.parametrize("width", [390, 1440])
def test_no_label_of_a_magnified_map_is_cut_or_lies_over_another(width: int, browser: Browser, base: str) -> None:
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        page = found.go("map/")
        figure = page.locator("svg.works-map")
        for _ in range(3):
            page.get_by_role("button", name="Larger").click()
            expect(figure).to_have_class("figure works-map moved")
            boxes = page.locator("svg.works-map .labels a:visible").evaluate_all(
                "nodes => nodes.map(node => { const own = node.getBBox(); return [own.x, own.y, own.x + own.width, own.y + own.height]; })"
            )
            room = figure.bounding_box()
            assert room
            for number, (left, top, right, bottom) in enumerate(boxes):
                assert left >= 0
                assert right <= room["width"]
                assert all(
                    left >= other[2] or other[0] >= right or top >= other[3] - 2 or other[1] >= bottom - 2
                    for other in boxes[number + 1 :]
                )


@pytest.mark.parametrize("width", [390, 1440])
def test_no_label_lies_over_a_mark_or_is_cut_where_all_have_room(width: int, browser: Browser, base: str) -> None:
    """On the map of the frozen survey: in one that grows, a label that has no room may be cut."""
    survey = frozen()
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        page = found.go("map/")
        drawing = str(works_map(survey, lambda kind, *names: "#").svg)
        page.locator("svg.works-map").evaluate("(map, drawing) => { map.outerHTML = drawing; }", drawing)
        marks = page.locator("svg.works-map .marks a.mark").evaluate_all(
            """nodes => nodes.map(node => {
                const box = node.getBoundingClientRect();
                return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
            })"""
        )
        labels = page.locator("svg.works-map .labels text:visible").evaluate_all(
            "nodes => nodes.map(node => { const box = node.getBoundingClientRect(); return [node.textContent, box.left, box.top, box.right, box.bottom]; })"
        )
    assert len(marks) == len(survey.works)
    assert len(labels) >= len(survey.taxonomy.themes)
    covered = [
        (words, x, y)
        for words, left, top, right, bottom in labels
        for x, y in marks
        if left < x < right and top < y < bottom
    ]
    assert not covered, covered
    assert not [words for words, *_ in labels if words.endswith("…")]


def test_both_sliders_stand_on_one_line_and_each_is_moved_by_its_own_thumb(wide: Visit) -> None:
    page = wide.go("map/")
    earliest, latest = page.locator("#map-from"), page.locator("#map-to")
    box = earliest.bounding_box()
    assert box
    assert box == latest.bounding_box()
    middle, before = box["y"] + box["height"] / 2, (earliest.input_value(), latest.input_value())
    for start in (box["x"] + 8, box["x"] + box["width"] - 8):
        page.mouse.move(start, middle)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * (0.3 if start < box["x"] + 20 else 0.7), middle, steps=4)
        page.mouse.up()
    assert before[0] < earliest.input_value() < latest.input_value() < before[1]


def test_the_sliders_are_filled_between_the_first_and_the_last_year_that_are_chosen(wide: Visit) -> None:
    page = wide.go("map/")
    earliest, latest = (int(page.locator(end).input_value()) for end in ("#map-from", "#map-to"))
    middle = earliest + 1
    for end in ("#map-from", "#map-to"):
        page.locator(end).fill(str(middle))
    for end in ("#map-from", "#map-to"):
        filled = page.locator(end).evaluate("node => getComputedStyle(node).getPropertyValue('--share')")
        assert float(filled) == pytest.approx((middle - earliest) / (latest - earliest))
    page.locator("#map-from").fill(str(latest))  # which takes the other end along
    expect(page.locator(".map-tools output")).to_have_text(str(latest))
    assert page.locator("#map-to").evaluate("node => node.style.getPropertyValue('--share')") == "1"
