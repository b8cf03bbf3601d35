"""The citation style that a reader chooses: on the page of a work, in the basket, remembered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import a_work
from tests.browser.website import Visit, visit

STYLES = ("APA", "IEEE", "ACM", "Chicago", "Vancouver")


def choose(page: Page, style: str) -> None:
    page.locator(".styles select").select_option(label=style)


def test_each_style_gives_the_reference_its_form_and_the_own_one_comes_back(wide: Visit, survey: Any) -> None:
    work = a_work(survey)
    page = wide.go(f"papers/{work['key']}/")
    shown = page.locator(".reference p")
    own = shown.inner_text()
    page.locator(".styles").scroll_into_view_if_needed()
    seen = {own}
    for style in STYLES:
        choose(page, style)
        expect(shown).not_to_have_text(list(seen)[-1])
        expect(shown).to_contain_text(str(work["year"]))
        seen = {*seen, shown.inner_text()}
        expect(page.get_by_role("link", name="Citations by CSL (citeproc-js)")).to_be_visible()
    choose(page, "As on this site")
    expect(shown).to_have_text(own)


def test_what_is_copied_is_the_reference_that_is_shown(wide: Visit, survey: Any) -> None:
    page = wide.go(f"papers/{a_work(survey)['key']}/")
    page.locator(".styles").scroll_into_view_if_needed()
    choose(page, "IEEE")
    expect(page.locator(".reference p")).to_contain_text("“")
    page.get_by_role("button", name="Copy the reference", exact=True).click()
    page.get_by_text("copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").strip()
    assert copied == page.locator(".reference p").inner_text().strip()
    assert not copied.startswith("[1]")


def test_what_is_copied_as_markdown_follows_the_style(wide: Visit, survey: Any) -> None:
    page = wide.go(f"papers/{a_work(survey)['key']}/")
    copied: list[str] = []
    page.locator(".styles").scroll_into_view_if_needed()
    for style, sign in (("As on this site", ""), ("IEEE", "“"), ("APA", "("), ("As on this site", "")):
        choose(page, style)
        expect(page.locator(".reference p")).to_contain_text(sign)
        expect(page.locator("[data-form=markdown]")).not_to_have_attribute("data-text", copied[-1] if copied else "")
        page.get_by_role("button", name="Copy the reference in Markdown").click()
        page.get_by_text("The reference in Markdown copied").wait_for()
        copied.append(page.evaluate("navigator.clipboard.readText()"))
        page.locator("#survey-message:not(.shown)").wait_for(state="attached")
    own, ieee, apa, again = copied
    assert own == again
    assert "](" in own
    assert all(text.count("*") in (2, 4) for text in (ieee, apa)), "the venue, the title or the volume is stressed"
    assert all(re.search(r"<https?://\S+>", text) for text in (ieee, apa))


def test_the_choice_is_remembered_on_other_pages_and_in_the_basket(wide: Visit, survey: Any) -> None:
    first, second = survey["works"][0]["key"], survey["works"][1]["key"]
    page = wide.go(f"papers/{first}/")
    page.locator(".styles").scroll_into_view_if_needed()
    choose(page, "Vancouver")
    page = wide.go(f"papers/{second}/")
    page.locator(".styles").scroll_into_view_if_needed()
    expect(page.locator(".styles select")).to_have_value("vancouver")
    page = wide.go(f"basket/#keys={first},{second}")
    page.get_by_role("button", name="Add 2 works").click()
    expect(page.locator(".styles select")).to_have_value("vancouver")
    page.get_by_role("button", name="Copy references").click()
    page.get_by_text("References copied").wait_for()
    entries = page.evaluate("navigator.clipboard.readText()").strip().split("\n\n")
    assert [entry.split()[0] for entry in entries] == ["1.", "2."]
    with page.expect_download() as download:
        page.get_by_role("button", name=".txt").click()
    assert Path(download.value.path()).read_text(encoding="utf-8").strip().split("\n\n") == entries


@pytest.mark.parametrize("missing", ["citeproc.js", "style-apa.js", "head.js", "works-0.js"])
def test_where_a_part_does_not_come_the_reference_stays_and_that_is_reported(
    missing: str, wide: Visit, survey: Any
) -> None:
    page = wide.page
    page.route(
        re.compile(f"citing/{re.escape(missing)}"),
        lambda route: route.fulfill(body="(", content_type="text/javascript"),
    )
    page = wide.go(f"papers/{min(work['key'] for work in survey['works'])}/")
    own = page.locator(".reference p").inner_text()
    page.locator(".styles").scroll_into_view_if_needed()
    choose(page, "APA")
    expect(page.locator("#survey-message")).to_contain_text("could not be loaded")
    assert page.locator(".reference p").inner_text() == own
    wide.faults[:] = [fault for fault in wide.faults if "SyntaxError" not in fault and "Unexpected" not in fault]


@pytest.mark.parametrize("kept", ["no-such-style", "__proto__", "<b>", ""])
def test_a_damaged_choice_counts_as_none(kept: str, wide: Visit, survey: Any) -> None:
    page = wide.go("")
    page.evaluate("kept => localStorage.setItem('survey-style', kept)", kept)
    page = wide.go(f"papers/{a_work(survey)['key']}/")
    page.locator(".styles").scroll_into_view_if_needed()
    expect(page.locator(".styles select")).to_have_value("")


def test_without_a_store_the_choice_lasts_as_long_as_the_page(browser: Browser, base: str, survey: Any) -> None:
    with visit(browser, base) as found:
        found.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
        )
        found.page.goto(f"{base}papers/{a_work(survey)['key']}/")
        found.page.locator(".styles").scroll_into_view_if_needed()
        own = found.page.locator(".reference p").inner_text()
        choose(found.page, "IEEE")
        expect(found.page.locator(".reference p")).not_to_have_text(own)
        found.faults.clear()
