"""What a view of the explorer can be: found by the search's rules, narrowed, laid out in columns, kept; and what breaks none."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.explorer import answered, facet, found, search, shown, state
from tests.browser.website import Visit, visit

ROOM = 130  # pixels of a column that was not made for a number: "Intelligence" with what is around it


def written_by(survey: Any, family: str, given: str = "") -> list[str]:
    """The keys of the works of whoever bears that name."""
    works = [
        work["key"]
        for work in survey["works"]
        if any(one.get("family") == family and one.get("given", "").startswith(given) for one in work["authors"])
    ]
    assert works
    return works


def test_words_of_abstracts_are_found_by_the_rules_of_the_search_and_not_inside_others(
    wide: Visit, survey: Any
) -> None:
    page = wide.go("explore/")
    search(page, "rag ")
    keys = shown(page)
    assert keys[0] == "lewis2020retrieval"
    named = [work["key"] for work in survey["works"] if "rag" in f"{work['title']} {work['abstract']}".lower()]
    assert len(keys) < len(named) / 2  # most have it inside `leveraging`
    search(page, "summarise from human feedback")
    assert shown(page)[0] == "stiennon2020learning"


def test_the_best_match_comes_first_and_another_order_can_be_chosen(wide: Visit, survey: Any) -> None:
    year = {work["key"]: work["year"] for work in survey["works"]}
    page = wide.go("explore/")
    search(page, "attention free transformer")
    assert shown(page)[0] == "zhai2021attention"
    page.locator("#explorer-sort").select_option("year")
    years = [year[key] for key in shown(page)]
    assert years == sorted(years, reverse=True)


def test_a_typing_error_is_reported_beside_the_number(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/")
    search(page, "Bubek")
    assert sorted(shown(page)) == sorted(written_by(survey, "Bubeck"))
    expect(page.locator(".explorer-note")).to_contain_text("looked for “bubeck”")


def test_what_is_chosen_stands_in_chips_that_take_it_back(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/")
    facet(page, "state")
    page.get_by_label("2024", exact=False).first.check()
    page.get_by_label("published").check()
    chips = page.locator(".explorer-chips .chip")
    assert chips.count() == 2
    chips.first.click()
    assert chips.count() == 1
    assert "year" not in state(page)
    page.get_by_role("button", name="Clear all").click()
    assert chips.count() == 0
    assert found(page) == len(survey["works"])


def test_the_bar_stays_in_sight(wide: Visit) -> None:
    page = wide.go("explore/")
    page.locator(".explorer tbody tr").nth(30).scroll_into_view_if_needed()
    box = page.locator(".explorer-head").bounding_box()
    assert box
    assert 0 < box["y"] < 120


def test_values_without_works_stay_with_their_zero(wide: Visit) -> None:
    page = wide.go("explore/")
    before = facet(page, "section")
    search(page, "speech enhancement dereverberation")
    after = facet(page, "section")
    assert list(after) == list(before)
    assert 0 in after.values()


def test_a_value_is_found_within_its_facet(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/")
    facet(page, "author")
    page.get_by_role("searchbox", name="Find in Author").fill("rocktaschel")
    expect(page.locator("[data-facet=author] label")).to_have_count(1)
    page.get_by_label("Tim Rocktäschel").check()
    assert found(page) == len(written_by(survey, "Rocktäschel", "Tim"))


def test_years_from_one_to_another(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/")
    facet(page, "year")
    page.get_by_label("Year, from").fill("2020")
    page.get_by_label("Year, to").fill("2021")
    page.get_by_label("Year, to").press("Enter")
    assert found(page) == sum(2020 <= (work["year"] or 0) <= 2021 for work in survey["works"])
    assert (state(page)["from"], state(page)["to"]) == (["2020"], ["2021"])
    assert page.locator(".chip").inner_text().startswith("2020–2021")


def test_columns_are_chosen_and_sort(wide: Visit) -> None:
    page = wide.go("explore/")
    page.locator(".explorer-columns summary").click()
    page.locator(".explorer-columns").get_by_label("Venue").uncheck()
    page.locator(".explorer-columns").get_by_label("Kind of work").check()
    heads = page.locator(".explorer thead th:visible")
    assert [head.split(" ")[0] for head in heads.all_inner_texts()] == ["Title", "Authors", "Year", "Theme", "Kind"]
    assert page.locator(".explorer tbody td[data-column=kind]").count() == len(shown(page))
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Kind of work").click()
    kinds = page.locator(".explorer tbody td[data-column=kind]").all_inner_texts()
    assert kinds == sorted(kinds)
    page.reload()
    page.wait_for_selector(".explorer-on")
    assert page.locator(".explorer tbody td[data-column=kind]").all_inner_texts() == kinds
    page.get_by_role("button", name="Year").click()
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Year")


@pytest.mark.parametrize("width", [768, 1440])
def test_each_of_many_columns_has_room_for_its_words_and_the_page_stays_as_wide(
    width: int, browser: Browser, base: str
) -> None:
    columns = "author,year,venue,theme,section,kind,has,state,source"
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        page = found.go(f"explore/#columns={columns}")
        expect(page.locator(".explorer thead th:visible")).to_have_count(len(columns.split(",")) + 1)
        narrowest = page.locator(".explorer thead th:visible:not(:nth-child(3))").evaluate_all(
            "heads => Math.min(...heads.map(head => head.getBoundingClientRect().width))"
        )
        assert narrowest >= ROOM
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        results = page.locator(".explorer-results")
        assert results.evaluate("node => node.scrollWidth > node.clientWidth")  # what does not fit is reached sideways


def test_all_works_of_a_view_go_into_the_basket(wide: Visit) -> None:
    page = wide.go("explore/#year=2021")
    number = found(page)
    page.get_by_role("button", name="Add all to basket").click()
    expect(page.locator(".basket-count")).to_have_text(str(number))


def test_an_address_that_makes_no_sense_is_reported_and_the_rest_of_it_holds(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/#year=2021&year=1066&theme=No+such&sort=%00&view=sphere&columns=year,feet&from=x&%E0%A4%A")
    expect(page.locator(".explorer-note")).to_contain_text("that this survey does not have")
    for ignored in ("“1066”", "“No such”", "“sphere”", "“feet”"):
        assert ignored in page.locator(".explorer-note").inner_text()
    assert found(page) == sum(work["year"] == 2021 for work in survey["works"])


def test_a_search_that_does_not_load_is_reported_and_the_facets_go_on(wide: Visit, survey: Any) -> None:
    wide.page.route("**/search/head.js", lambda route: route.fulfill(body="// nothing", content_type="text/javascript"))
    page = wide.go("explore/")
    search(page, "reasoning")
    expect(page.locator(".explorer-note")).to_contain_text("could not be loaded")
    assert found(page) == len(survey["works"])
    page.get_by_label("2024", exact=False).first.check()
    expect(page.locator(".explorer-status")).to_contain_text(f"of {len(survey['works'])} works")


def test_the_link_of_a_view_is_copied(wide: Visit) -> None:
    page: Page = wide.go("explore/#year=2021")
    answered(page, "")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#survey-message")).to_have_text("A link to this view copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("explore/#year=2021")
