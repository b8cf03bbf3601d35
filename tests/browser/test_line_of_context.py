"""The line of context below a result: the word for which it was found is to be seen in it, on a telephone too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

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

# Whether each listed work that has an abstract has its line.
WRITTEN = """bare => {
  const empty = [...document.querySelectorAll("a[data-work] .survey-result-line")].filter(line => !line.textContent);
  return empty.every(line => bare.includes(line.closest("a").dataset.work));
}"""


def lines_of(page: Page, typed: str, bare: Sequence[str] = ()) -> list[tuple[int, str]]:
    """Of each result that has a line with marks: how far the first one lies outside it, and the line.

    They are looked at when each work has its line, but the `bare` ones, which have no abstract.
    """
    page.locator(BOX).fill(typed)
    wait_until(page, ANSWERED)
    wait_until(page, WRITTEN, list(bare))
    return [tuple(line) for line in page.locator(".survey-result-line").evaluate_all(OUTSIDE)]


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_first_word_that_was_found_is_seen_in_the_line_of_each_result(
    width: int, browser: Browser, base: str, survey: Any
) -> None:
    with visit(browser, base, viewport={"width": width, "height": 844}) as found:
        check_lines(found.go("method/"), survey)


def test_it_is_seen_on_a_telephone_in_a_site_opened_from_a_disk(browser: Browser, website: Path, survey: Any) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{website.as_uri()}/themes/reasoning/index.html")
    check_lines(page, survey)
    page.close()


def test_a_reader_with_larger_letters_sees_it_too(narrow: Visit, survey: Any) -> None:
    page = narrow.go("method/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    check_lines(page, survey)


def check_lines(page: Page, survey: Any) -> None:
    page.click(BOX)
    bare = [work["key"] for work in survey["works"] if not work["abstract"]]
    for typed in TYPED:
        lines = lines_of(page, typed, bare)
        assert lines, typed
        assert not [line for line in lines if line[0] > 1], typed
