"""Long lists on a telephone: short until they are asked for, and open where an address leads into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.website import Visit, click

LISTS = ("years/", "venues/", "records/", "quality/")
LONGEST = 12_000  # pixels of a page at 390


@pytest.fixture
def plain(browser: Browser, base: str) -> Iterator[Page]:
    """A telephone on which no script runs."""
    context = browser.new_context(base_url=base, viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", LISTS)
def test_a_page_of_lists_is_short_on_a_telephone(narrow: Visit, path: str) -> None:
    page = narrow.go(path)
    assert page.evaluate("document.documentElement.scrollHeight") < LONGEST
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    first = page.locator("details.folded").first
    summary = first.locator("summary")
    box = summary.bounding_box()
    assert box
    assert box["height"] >= 24
    expect(first.locator(".folded-part")).to_be_hidden()
    click(summary)
    expect(first.locator(".folded-part")).to_be_visible()


@pytest.mark.parametrize("path", LISTS)
def test_what_opens_a_list_says_what_it_will_do(plain: Page, path: str) -> None:
    plain.goto(path)
    summary = plain.locator("details.folded > summary").first
    title = summary.locator(".visually-hidden").inner_text().removeprefix(": ")
    for words, action in (("Show", "Hide"), ("Hide", "Show"), ("Show", "Hide")):
        expect(summary).to_have_accessible_name(re.compile(f"^{words} the list ?: {re.escape(title)}$"))
        expect(summary.get_by_text(f"{words} the list")).to_be_visible()
        expect(summary.get_by_text(f"{action} the list")).to_be_hidden()
        summary.click()


@pytest.mark.parametrize("path", LISTS)
def test_every_anchor_leads_into_its_list_without_scripts(plain: Page, website: Path, path: str) -> None:
    text = (website / path / "index.html").read_text(encoding="utf-8")
    anchors = re.findall(r'class="folded-part" id="([^"]+)"|id="([^"]+)" class="folded-part"', text)
    names = [one or other for one, other in anchors]
    assert names
    assert not re.search('<(h2|tr|details)[^>]* id="y\\d', text)
    rows = re.findall(r'<tr id="([^"]+)"', text)
    for name in [*names[:3], names[-1], *rows[-1:]]:
        plain.goto(f"{path}#{name}")
        expect(plain.locator(f"[id='{name}']")).to_be_in_viewport()


def test_every_venue_keeps_its_anchor(website: Path) -> None:
    text = (website / "venues/index.html").read_text(encoding="utf-8")
    numbers = sorted(int(number) for number in re.findall(r' id="v(\d+)"', text))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 40


@pytest.mark.parametrize("path", LISTS)
def test_on_paper_and_on_wide_screens_the_lists_are_whole(narrow: Visit, wide: Visit, path: str) -> None:
    page = narrow.go(path)
    page.emulate_media(media="print")
    for part in (page.locator(".folded-part").first, page.locator(".folded-part").last):
        expect(part).to_be_visible()
    expect(wide.go(path).locator(".folded-part").last).to_be_visible()
    expect(wide.page.locator(".folded > summary").first).to_be_hidden()
