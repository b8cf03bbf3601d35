"""Fifteen tasks of readers, walked from the front page on a large screen, with the clicks that each takes at most."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.walking import Walk


def sees_what_is_new(walk: Walk) -> None:
    walk.link("What's new", ".news")
    expect(walk.page.locator("main a.row").first).to_be_visible()


def follows_with_a_feed_reader(walk: Walk) -> None:
    feed = walk.page.locator(".news").get_by_role("link", name="Feed")
    assert "<feed" in walk.page.request.get(str(feed.evaluate("node => node.href"))).text()


def reads_first_what_is_recommended(walk: Walk) -> None:
    first = walk.page.locator("ol.start a.row").first
    title = first.inner_text()
    walk.click(first)
    walk.is_on(title)


def sees_how_two_themes_relate(walk: Walk) -> None:
    walk.way("Links between themes")
    cell = walk.page.locator("svg.themes-by-theme a.cell:not(.empty)")
    walk.click(cell)
    expect(walk.page.locator("main")).to_contain_text("linked pair")


def finds_by_half_a_title(walk: Walk) -> None:
    words = walk.work["title"].split()
    walk.search(" ".join(words[: max(2, len(words) // 2)]))
    walk.is_on(walk.work["title"][:20])


def finds_by_an_address(walk: Walk) -> None:
    one = next(work for work in walk.survey["works"] if work["identifiers"].get("arxiv"))
    walk.search(f"https://arxiv.org/abs/{one['identifiers']['arxiv']}")
    walk.is_on(one["title"][:20])


def finds_the_works_of_an_author(walk: Walk) -> None:
    name = walk.work["authors"][0]["family"]
    walk.search(name)
    expect(walk.page.locator("main")).to_contain_text(name)


def cites_a_work(walk: Walk) -> None:
    walk.search(walk.work["title"])
    walk.click(walk.page.get_by_role("button", name="Copy the BibTeX", exact=True))
    expect(walk.page.locator("#survey-message")).to_have_text("The BibTeX copied")


def cites_the_survey(walk: Walk) -> None:
    walk.click(walk.page.get_by_role("button", name="Copy the reference", exact=True))
    expect(walk.page.locator("#survey-message")).to_have_text("The reference copied")


def goes_on_to_a_related_work(walk: Walk) -> None:
    walk.search(walk.work["title"])
    walk.is_on(walk.work["title"][:20])
    other = walk.page.locator("#related-works ~ ul a.row").first
    title = other.inner_text()
    walk.click(other)
    walk.is_on(title[:20])


def collects_ten_works_and_shares_them(walk: Walk) -> None:
    walk.goes_to_the_largest_theme()
    walk.collects(10)
    walk.click(walk.page.locator(".basket-link"))
    walk.click(walk.page.get_by_role("button", name="Copy link"))
    expect(walk.page.locator("#survey-message")).to_have_text("A link to this basket copied")
    assert walk.page.evaluate("navigator.clipboard.readText()").count(",") == 9


def narrows_to_a_theme(walk: Walk) -> None:
    walk.way("Explorer")
    walk.page.locator(".explorer-on").wait_for()
    walk.click(walk.page.locator("[data-facet=section] label"))
    expect(walk.page.locator(".explorer-status")).to_contain_text(" of ")


def takes_a_bibliography(walk: Walk) -> None:
    walk.way("Downloads")
    file = walk.page.locator("main a[href$='survey.bib']").first
    assert walk.page.request.get(str(file.evaluate("node => node.href"))).text().count("@") >= len(walk.survey["works"])


def takes_a_figure(walk: Walk) -> None:
    walk.link("Open the map")
    with walk.page.expect_download() as taken:
        walk.link("PNG")
    assert taken.value.suggested_filename == "works-map.png"


def looks_around_on_the_map(walk: Walk) -> None:
    walk.link("Open the map")
    walk.choose(walk.page.locator("#map-theme"), walk.theme["title"])
    shown = walk.page.locator(".map-tools [role=status]")
    expect(shown).to_contain_text(f"{len(walk.works_of_the_theme)} of ")
    walk.click(walk.page.get_by_role("button", name="Add to basket"))
    expect(walk.page.locator(".basket-count")).to_have_text(str(len(walk.works_of_the_theme)))


WALKS: dict[Callable[[Walk], None], int] = {
    sees_what_is_new: 1,
    follows_with_a_feed_reader: 0,
    reads_first_what_is_recommended: 1,
    sees_how_two_themes_relate: 2,
    finds_by_half_a_title: 0,
    finds_by_an_address: 0,
    finds_the_works_of_an_author: 0,
    cites_a_work: 1,
    cites_the_survey: 1,
    goes_on_to_a_related_work: 1,
    collects_ten_works_and_shares_them: 13,
    narrows_to_a_theme: 2,
    takes_a_bibliography: 1,
    takes_a_figure: 2,
    looks_around_on_the_map: 3,
}


@pytest.mark.parametrize("task", WALKS, ids=lambda task: task.__name__)
def test_a_reader(task: Callable[[Walk], None], walk: Walk) -> None:
    task(walk)
    assert len(walk.clicks) <= WALKS[task], walk.clicks
