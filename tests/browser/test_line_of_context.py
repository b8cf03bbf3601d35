"""The line of context below a result: the word for which it was found is to be seen in it, on a telephone too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_search import ANSWERED, BOX
from tests.browser.website import Visit, visit, wait_until

TYPED = ("reasoning in language models", "long context", "data", "chain-of-thought prompting", "evaluation of agents")
# Of each line with marks: how far (pixels) the first one lies outside what is to be seen of the line, and its words.
OUTSIDE = """lines => lines.filter(line => line.querySelector("mark")).map(line => {
  const seen = line.getBoundingClientRect(), mark = line.querySelector("mark").getBoundingClientRect();
  const out = Math.max(seen.left - mark.left, mark.right - seen.right, seen.top - mark.top, mark.bottom - seen.bottom);
  return [Math.round(out), line.textContent];
})"""

WRITTEN = """() => {
  const lines = [...document.querySelectorAll("a[data-work] .survey-result-line")];
  return lines.length > 0 && lines.every(line => line.textContent);
}"""


def lines_of(page: Page, typed: str) -> list[tuple[int, str]]:
    """Of each result that has a line with marks: how far the first one lies outside it, and the line.

    They are looked at when each work has its line: every work of the shipped survey has an abstract.
    """
    page.locator(BOX).fill(typed)
    wait_until(page, ANSWERED)
    wait_until(page, WRITTEN)
    return [tuple(line) for line in page.locator(".survey-result-line").evaluate_all(OUTSIDE)]


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_first_word_that_was_found_is_seen_in_the_line_of_each_result(
    width: int, browser: Browser, base: str
) -> None:
    with visit(browser, base, viewport={"width": width, "height": 844}) as found:
        check_lines(found.go("method/"))


def test_it_is_seen_on_a_telephone_in_a_site_opened_from_a_disk(browser: Browser, website: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{website.as_uri()}/themes/reasoning/index.html")
    check_lines(page)
    page.close()


def test_a_reader_with_larger_letters_sees_it_too(narrow: Visit) -> None:
    page = narrow.go("method/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    check_lines(page)


def check_lines(page: Page) -> None:
    page.click(BOX)
    for typed in TYPED:
        lines = lines_of(page, typed)
        assert lines, typed
        assert not [line for line in lines if line[0] > 1], typed
