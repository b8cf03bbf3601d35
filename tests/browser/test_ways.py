"""The ways around the website: its navigation, the anchors of its cards, and from a list to the explorer."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.kinds import a_work, largest_theme
from tests.browser.website import Visit, click


def test_every_list_is_in_the_navigation_beside_the_others(wide: Visit) -> None:
    page = wide.go("years/")
    beside = page.locator(".md-sidebar--primary .md-nav__item--section.md-nav__item--active > nav > ul > li > a")
    assert [name.strip() for name in beside.all_inner_texts()] == [
        "Explorer",
        "Years",
        "Venues",
        "Authors",
        "Names",
        "Basket",
    ]


def test_a_theme_a_year_and_a_venue_lead_to_their_works_in_the_explorer(wide: Visit, survey: Any) -> None:
    theme = largest_theme(survey)
    here = sum(theme in (work["themes"]["primary"], *work["themes"]["secondary"]) for work in survey["works"])
    for path, expected in ((f"themes/{theme}/", here), ("years/", None), ("venues/", None)):
        page = wide.go(path)
        link = page.locator("main a[href*='explore/?']").last
        number = expected or int(link.evaluate("node => node.parentElement.textContent").split()[0])
        click(link)
        page.wait_for_selector(".explorer-on")
        assert page.locator(".explorer-status").inner_text().split()[0] == str(number)


def test_the_front_page_says_its_title_once(wide: Visit) -> None:
    page = wide.go("")
    assert page.title() == page.locator("h1").inner_text().removesuffix("¶").strip()


def test_a_hundred_authors_are_folded(wide: Visit, survey: Any) -> None:
    work = max(survey["works"], key=lambda work: len(work["authors"]))
    page = wide.go(f"papers/{work['key']}/")
    last = work["authors"][-1]["family"]
    assert not page.locator("details", has_text=last).first.get_by_text(last, exact=False).last.is_visible()
    page.get_by_text(f"All {len(work['authors'])} authors").click()
    assert page.locator("details[open]", has_text=last).count() == 1


def test_what_opens_a_work_can_be_hit_by_a_finger(narrow: Visit, survey: Any) -> None:
    page = narrow.go(f"themes/{largest_theme(survey)}/")
    summary = page.locator(".more summary").first
    summary.scroll_into_view_if_needed()
    box = summary.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_work_is_copied_as_markdown_and_link_and_looked_up_elsewhere(wide: Visit) -> None:
    page = wide.go("papers/ainslie2023colt5/")
    page.get_by_role("button", name="Copy the reference in Markdown").click()
    expect(page.locator("#survey-message")).to_have_text("The reference in Markdown copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Ainslie et al., 2023: [CoLT5: Faster Long-Range Transformers")
    page.get_by_role("button", name="Copy the link to this page").click()
    expect(page.locator("#survey-message")).to_have_text("The link to this page copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/papers/ainslie2023colt5/")
    elsewhere = [link.get_attribute("href") or "" for link in page.locator(".lookups a").all()]
    assert [address.split("/")[2] for address in elsewhere] == ["scholar.google.com", "www.semanticscholar.org"]


VERSIONS = "".join(
    f'<h2 id="version-{day}">{day}<a class="headerlink" href="#">¶</a></h2>' for day in ("2026-10-01", "2026-05-01")
)


def days(versions: Locator) -> list[str]:
    """The days of versions, from their headings on the page of what is new."""
    return list(versions.evaluate_all("heads => heads.map(head => head.id.slice('version-'.length))"))


def test_a_reader_who_returns_sees_what_came_since_the_last_visit(wide: Visit) -> None:
    def with_versions(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{VERSIONS}", 1))

    wide.page.route("**/new/", with_versions)
    page = wide.go("new/")
    page.locator("h2[data-seen]").first.wait_for()
    assert page.locator(".fresh").count() == 0  # nothing is new to who never was here
    page.evaluate("() => { localStorage.setItem('survey-seen:/assets/', '2026-05-01'); sessionStorage.clear(); }")
    for _ in range(2):  # and read again within the visit
        page = wide.go("new/")
        expect(page.locator("#version-2026-10-01 .fresh")).to_have_text("new since your last visit")
        versions = page.locator("h2[data-seen]")
        assert "2026-05-01" in days(versions)
        new = days(versions.filter(has=page.locator(".fresh")))
        assert new == [day for day in days(versions) if day > "2026-05-01"]
    page.evaluate("sessionStorage.clear()")
    page = wide.go("new/")
    page.locator("h2[data-seen]").first.wait_for()
    assert page.locator(".fresh").count() == 0


def test_a_link_to_a_work_shows_what_it_is_and_a_button_for_the_basket(wide: Visit, survey: Any) -> None:
    page = wide.go("years/")
    link = page.locator("main .listing a[data-key]").nth(3)
    work = next(work for work in survey["works"] if work["key"] == link.get_attribute("data-key"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    link.hover()
    card = page.locator("#survey-card")
    card.wait_for()
    assert work["authors"][0]["family"] in card.locator(".card-facts").inner_text()
    assert str(work["year"]) in card.locator(".card-facts").inner_text()
    assert " ".join(work["gist"].split()[:4]).replace("$", "") in card.inner_text()
    assert len([url for url in asked if "/previews/" in url]) == 2  # where the parts begin, and one of them
    card.get_by_role("button", include_hidden=True).click()
    expect(page.locator(".basket-count")).to_have_text("1")
    page.keyboard.press("Escape")
    assert card.is_hidden()


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_related_work_on_the_page_of_a_work_shows_what_it_is(how: str, wide: Visit, survey: Any) -> None:
    page = wide.go(f"papers/{a_work(survey)['key']}/")
    link = page.locator("main a.row[data-key]").first
    getattr(link, how)()
    expect(page.locator("#survey-card .card-title")).to_have_text(str(link.text_content()))


def test_the_keyboard_reaches_the_button_of_a_preview_and_what_follows_the_link(wide: Visit) -> None:
    page = wide.go("years/")
    links = page.locator("main .listing a[data-key]:visible")
    link, card = links.nth(3), page.locator("#survey-card")
    link.focus()
    card.wait_for()
    page.keyboard.press("Tab")
    expect(card.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".basket-count")).to_have_text("1")
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # the link has its card again
    card.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    following = link.evaluate(
        "node => { const all = [...document.querySelectorAll('main :is(a[href], button)')]; return document.activeElement === all[all.indexOf(node) + 1]; }"
    )
    assert following, page.evaluate("document.activeElement.outerHTML")


def test_a_preview_follows_its_link_and_goes_when_that_is_out_of_sight(wide: Visit) -> None:
    page = wide.go("years/")
    link, card = page.locator("main .listing a[data-key]:visible").nth(8), page.locator("#survey-card")
    link.focus()  # the page scrolls to it, if it must
    card.wait_for()
    page.mouse.wheel(0, 40)
    expect(card).to_be_visible()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(card).to_be_hidden()
