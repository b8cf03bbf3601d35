"""The basket: collected from any page, kept, ordered, taken away, shared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import a_work, largest_theme
from tests.browser.website import Visit, click, visit


def kept(page: Page) -> list[str]:
    """The titles in the basket, in their order."""
    page.locator(".basket [role=status]").wait_for()
    return page.locator(".basket li > a").all_inner_texts()


def filled(found: Visit, survey: Any, number: int = 3) -> list[str]:
    """Open the basket with the first works of the survey in it; gives their keys."""
    keys = [work["key"] for work in survey["works"][:number]]
    page = found.go("basket/#keys=" + ",".join(keys))
    page.get_by_role("button", name=f"Add {number} works").click()
    page.get_by_text(f"{number} works in this browser").wait_for()
    return keys


def test_a_work_can_be_added_from_a_theme_a_paper_the_explorer_and_a_list(wide: Visit, survey: Any) -> None:
    theme = largest_theme(survey)
    paper = next(work for work in survey["works"] if work["themes"]["primary"] != theme)
    page = wide.go(f"themes/{theme}/")
    page.locator(".comparison .compared").first.get_by_role("button", name="Basket").click()
    page = wide.go(f"papers/{paper['key']}/")
    page.locator(".paper-actions").get_by_role("button", name="Basket").click()
    page = wide.go("explore/")
    page.locator("tbody .collect[aria-pressed=false]").nth(5).click()
    page = wide.go("years/")
    click(page.locator(".listing .collect[aria-pressed=false]").nth(7))
    assert page.locator(".basket-count").inner_text() == "4"
    page.locator(".basket-link").click()
    assert len(kept(page)) == 4
    assert paper["title"] in kept(page)


def test_the_page_of_a_basket_loads_the_entries_of_its_works_alone(wide: Visit, survey: Any) -> None:
    keys = sorted(work["key"] for work in survey["works"])
    chosen = [keys[0], keys[1], keys[-1]]  # the first two stand in one part
    asked: list[str] = []
    wide.page.on("request", lambda request: asked.append(request.url.removeprefix(wide.base)))
    page = wide.go(f"basket/#keys={','.join(chosen)}")
    expect(page.locator(".basket-shared li")).to_have_count(3)
    page.get_by_role("button", name="Add 3 works").click()
    expect(page.locator(".basket ol li")).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("button", name=".bib", exact=True).click()
    entries = bibtexparser.parse_file(str(download.value.path())).entries
    assert [entry.key for entry in entries] == chosen
    parts = [path for path in asked if path.startswith("assets/entries")]
    assert len(parts) == len(set(parts)) == 3, parts
    sizes = [len(page.request.get(wide.base + path).body()) for path in parts]
    assert sum(sizes) < 200_000  # a quarter of all entries of this survey, before they are packed for the way


def test_a_second_press_takes_it_out_again(wide: Visit, survey: Any) -> None:
    page = wide.go(f"papers/{a_work(survey)['key']}/")
    button = page.locator(".paper-actions .collect")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator(".basket-count").inner_text() == ""


def test_the_basket_survives_a_reload_and_another_tab_sees_it(wide: Visit, survey: Any) -> None:
    filled(wide, survey)
    before = kept(wide.page)
    wide.page.reload()
    assert kept(wide.page) == before
    other = wide.page.context.new_page()
    other.goto(wide.base)
    other.wait_for_selector(".basket-link")
    assert other.locator(".basket-count").inner_text() == "3"


def test_the_keyboard_orders_and_removes_and_never_loses_its_place(wide: Visit, survey: Any) -> None:
    filled(wide, survey)
    page = wide.page
    one, two, three = kept(page)
    page.get_by_role("button", name=f"Move down: {one}").focus()
    page.keyboard.press("Enter")
    assert kept(page) == [two, one, three]
    page.keyboard.press("Enter")
    assert kept(page) == [two, three, one]
    assert page.evaluate("document.activeElement.matches('.basket button')")
    page.get_by_role("button", name=f"Remove: {three}").focus()
    page.keyboard.press("Enter")
    assert kept(page) == [two, one]
    assert page.evaluate("document.activeElement.matches('.basket button')")
    page.get_by_role("button", name="Empty").focus()
    page.keyboard.press("Enter")
    assert kept(page) == []
    expect(page.get_by_role("button", name="Bring back")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".basket li").first.wait_for()
    assert kept(page) == [two, one]


def test_it_can_be_copied_and_downloaded_in_its_order(wide: Visit, survey: Any) -> None:
    keys = filled(wide, survey)
    page = wide.page
    page.get_by_role("button", name="Copy BibTeX").click()
    page.get_by_text("BibTeX copied").wait_for()
    assert [
        entry.key for entry in bibtexparser.parse_string(page.evaluate("navigator.clipboard.readText()")).entries
    ] == keys
    page.get_by_role("button", name="Copy references").click()
    page.get_by_text("References copied").wait_for()
    assert len(page.evaluate("navigator.clipboard.readText()").strip().split("\n\n")) == len(keys)
    texts = {}
    for form in ("bib", "ris", "csv", "txt"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f".{form}").click()
        texts[form] = Path(download.value.path()).read_text(encoding="utf-8")
    assert [entry.key for entry in bibtexparser.parse_string(texts["bib"]).entries] == keys
    assert len(rispy.loads(texts["ris"])) == len(keys)
    assert [line.split(",")[0].strip('"') for line in texts["csv"].lstrip("\ufeff").splitlines()[1:]] == keys


def test_a_link_takes_the_basket_to_someone_else(browser: Browser, base: str, wide: Visit, survey: Any) -> None:
    filled(wide, survey)
    wide.page.get_by_role("button", name="Copy link").click()
    wide.page.get_by_text("copied").wait_for()
    link = wide.page.evaluate("navigator.clipboard.readText()")
    with visit(browser, base) as other:
        other.page.goto(link)
        assert kept(other.page) == kept(wide.page)
        assert other.page.locator(".basket-count").inner_text() == ""  # shown, not added
        other.page.get_by_role("button", name="Add 3 works").click()
        expect(other.page.locator(".basket-count")).to_have_text("3")
        assert kept(other.page) == kept(wide.page)
        assert "keys=" not in other.page.url


@pytest.mark.parametrize(("stored", "left"), [("{", 0), ("null", 0), ('{"a":1}', 0), ('[1, null, "no-such-key"]', 1)])
def test_a_damaged_store_does_not_break_the_page(stored: str, left: int, wide: Visit) -> None:
    page = wide.go("")
    page.evaluate("stored => localStorage.setItem('survey-basket:/assets/', stored)", stored)
    page = wide.go("basket/")
    assert len(kept(page)) == left
    if left:
        assert kept(page) == ["no-such-key (no longer in the survey)"]


def test_a_link_brings_only_works_of_the_survey(wide: Visit) -> None:
    page = wide.go("basket/#keys=constructor,__proto__,<script>alert(1)</script>")
    assert kept(page) == []
    expect(page.locator(".basket [role=status]")).to_contain_text("names no work of the survey")


def test_a_shared_basket_can_be_looked_at_without_changing_ones_own(wide: Visit, survey: Any) -> None:
    own = filled(wide, survey)
    others = [work["key"] for work in survey["works"][2:6]]
    page = wide.go("basket/#keys=" + ",".join([*others, "no-such-work"]))
    status = page.locator(".basket [role=status]")
    expect(status).to_contain_text("A shared basket: 4 works; 1 of them in your basket already; 1 work of it is not")
    expect(page.get_by_role("button", name="Add 3 works")).to_be_visible()
    page.get_by_role("button", name="To your own basket").click()
    expect(status).to_contain_text(f"{len(own)} works in this browser")
    assert "keys=" not in page.url


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)


@pytest.mark.parametrize("broken", [FULL, FORBIDDEN], ids=["full", "forbidden"])
def test_where_nothing_can_be_kept_that_is_reported_and_the_basket_lasts_as_long_as_the_page(
    broken: str, browser: Browser, base: str, survey: Any
) -> None:
    page = browser.new_page()
    page.add_init_script(broken)
    page.goto(f"{base}basket/#keys={survey['works'][0]['key']}")
    page.get_by_role("button", name="Add 1 work").click()
    status = page.locator(".basket [role=status]")
    expect(status).to_contain_text("1 work in this browser")
    expect(status).to_contain_text("storage is full or forbidden")
    assert page.locator(".basket-count").inner_text() == "1"
    page.close()
