"""The explorer: find, count, combine, sort, share."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import expect

from tests.browser.explorer import answered, facet, found, search, shown
from tests.browser.kinds import largest_theme
from tests.browser.website import Visit, wait_until


def test_every_work_is_counted_once_in_its_section_year_and_state(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/")
    works = survey["works"]
    assert found(page) == len(works)
    years = facet(page, "year")
    assert years == {
        str(year): sum(work["year"] == year for work in works) for year in {work["year"] for work in works}
    }
    assert sum(facet(page, "section").values()) == len([work for work in works if work["themes"]["primary"]])
    assert sum(facet(page, "state").values()) == len(works)
    has = facet(page, "has")
    assert has["code"] == sum(bool(work["code"]) for work in works)
    # Of a publication.
    assert has["DOI"] == sum(not (work["identifiers"]["doi"] or "10.48550/").startswith("10.48550/") for work in works)
    titles = {theme["id"]: theme["title"] for theme in survey["themes"]}
    theme = largest_theme(survey)
    here = sum(theme in (work["themes"]["primary"], *work["themes"]["secondary"]) for work in works)
    assert facet(page, "theme")[titles[theme]] == here


def test_a_known_title_an_identifier_an_author_and_a_key_find_their_work(wide: Visit, survey: Any) -> None:
    work = next(work for work in survey["works"] if work["identifiers"]["arxiv"] and "$" not in work["title"])
    page = wide.go("explore/")
    for typed in (work["title"], work["identifiers"]["arxiv"], work["authors"][0]["family"], work["key"]):
        search(page, typed)
        assert work["key"] in shown(page)
    search(page, "qqqqzzzz")
    assert found(page) == 0


def test_a_pasted_address_and_a_versioned_identifier_find_their_work(wide: Visit) -> None:
    page = wide.go("explore/")
    for typed in (
        "https://arxiv.org/abs/2303.09752",
        "arXiv:2303.09752v2",
        "https://arxiv.org/pdf/2303.09752v1.pdf",
        "https://doi.org/10.48550/arXiv.2303.09752",
    ):
        search(page, typed)
        assert shown(page) == ["ainslie2023colt5"]


def test_where_no_work_matches_the_site_is_searched_for_the_same_words(wide: Visit, narrow: Visit) -> None:
    for seen in (wide, narrow):
        page = seen.go("explore/")
        search(page, "qqqqzzzz")
        page.get_by_role("button", name="Search the whole site").click()
        page.get_by_text("Nothing found for").wait_for()
        assert page.locator("[data-survey-search]").input_value() == "qqqqzzzz"
        assert page.evaluate("document.activeElement.matches('[data-survey-search]')")


def test_works_sort_by_the_family_name_of_the_first_author(wide: Visit, survey: Any) -> None:
    family = {
        work["key"]: work["authors"][0]["family"].lower()
        for work in survey["works"]
        if work["authors"] and work["authors"][0]["family"].isascii()
    }
    page = wide.go("explore/")
    page.locator("#explorer-sort").select_option("author")
    names = [family[key] for key in shown(page) if key in family]
    assert len(names) > 30
    assert names == sorted(names)


def test_choices_within_a_facet_add_and_across_facets_narrow(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/")
    years = facet(page, "year")
    page.get_by_label("2023", exact=False).first.check()
    assert found(page) == years["2023"]
    page.get_by_label("2024", exact=False).first.check()
    assert found(page) == years["2023"] + years["2024"]
    published = facet(page, "state")["published"]
    page.get_by_label("published").check()
    assert found(page) == published
    page.get_by_role("button", name="Clear all").click()
    assert found(page) == len(survey["works"])


def test_works_sort_by_year_both_ways_and_by_title(wide: Visit, survey: Any) -> None:
    year = {work["key"]: work["year"] for work in survey["works"]}
    page = wide.go("explore/")
    by_title = shown(page)
    page.locator("#explorer-sort").select_option("year")
    newest = [year[key] for key in shown(page)]
    page.locator("#explorer-sort").select_option("first")
    oldest = [year[key] for key in shown(page)]
    assert newest == sorted(newest, reverse=True)
    assert newest[0] == max(year.values())
    assert oldest == sorted(oldest)
    page.locator("#explorer-sort").select_option("title")
    assert shown(page) == by_title


def test_a_shared_address_shows_the_same_view(wide: Visit) -> None:
    page = wide.go(
        "explore/#" + urlencode({"q": "model", "year": "2024", "has": "code", "sort": "year", "view": "cards"})
    )
    answered(page, "model")
    keys = shown(page)
    assert keys
    assert page.locator("#explorer-q").input_value() == "model"
    assert page.get_by_label("2024", exact=False).first.is_checked()
    assert page.locator(".explorer-cards").count() == 1
    page.locator(".row-gist").first.wait_for()
    page.reload()
    page.wait_for_selector(".explorer-on")
    answered(page, "model")
    assert shown(page) == keys


def test_back_undoes_a_choice_and_returns_to_the_view_that_was_left(wide: Visit) -> None:
    page = wide.go("explore/")
    search(page, "language")
    page.get_by_label("2024", exact=False).first.check()
    view, keys = page.url, shown(page)
    page.locator(".explorer tbody a").first.click()
    page.wait_for_url("**/papers/**")
    page.go_back()
    page.wait_for_selector(".explorer-on")
    answered(page, "language")
    assert (page.url, shown(page)) == (view, keys)
    page.go_back()
    page.wait_for_url("**/explore/#q=language")
    expect(page.get_by_label("2024", exact=False).first).not_to_be_checked()
    expect(page.locator("#explorer-q")).to_have_value("language")


def test_who_comes_back_from_a_work_finds_the_row_that_it_was_opened_from(wide: Visit) -> None:
    page = wide.go("explore/")
    page.locator(".explorer-more").click()
    row = page.locator(".explorer tbody tr").nth(120)
    row.scroll_into_view_if_needed()
    opened, scrolled = row.locator("a").first.inner_text(), page.evaluate("scrollY")
    row.locator("a").first.click()
    page.wait_for_url("**/papers/**")
    page.go_back()
    page.wait_for_selector(".explorer-on")
    assert row.locator("a").first.inner_text() == opened
    wait_until(page, "scrolled => Math.abs(scrollY - scrolled) < 50", scrolled)


def test_a_view_without_works_says_so_and_has_nothing_to_take_away(wide: Visit) -> None:
    page = wide.go("explore/")
    none, more, takes = (
        page.get_by_text("No work matches"),
        page.locator(".explorer-more"),
        page.locator("[data-form]:enabled"),
    )
    assert (none.is_visible(), more.is_visible(), takes.count()) == (False, True, 3)
    search(page, "qqqqzzzz")
    assert (none.is_visible(), more.is_visible(), takes.count()) == (True, False, 0)
    assert not page.locator(".explorer table").is_visible()
    page.get_by_role("button", name="Clear all").click()
    assert (none.is_visible(), more.is_visible(), takes.count()) == (False, True, 3)


def test_the_whole_view_is_printed(wide: Visit, survey: Any) -> None:
    page = wide.go("explore/")
    page.locator("[data-facet=year] label").first.wait_for()  # a facet that opens draws the table anew
    on_screen = len(shown(page))
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page)) == len(survey["works"]) > on_screen
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(shown(page)) == on_screen


def test_cards_fill_the_width_that_there_is(wide: Visit) -> None:
    page = wide.go("explore/#view=cards")
    room = page.locator(".explorer-head").bounding_box()
    cards = [card.bounding_box() for card in page.locator(".explorer tbody tr").all()[:4]]
    assert room
    assert max(card["x"] + card["width"] for card in cards if card) > room["x"] + room["width"] - 40
