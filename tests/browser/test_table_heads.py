"""The heads of rows and columns stay heads on a telephone, where tables are set as blocks: by what a screen reader is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.kinds import address
from tests.browser.website import Visit, visit

TELEPHONE = {"width": 390, "height": 844}
SET_AS_BLOCKS = ("table", "rowgroup", "row", "columnheader", "rowheader", "cell")


def a_name_with_numbers(website: Path) -> str:
    """The address of the page of a name beside which abstracts have numbers."""
    pages = sorted((website / "names").glob("*/index.html"))
    page = next(page for page in pages if 'class="compare numbers"' in page.read_text(encoding="utf-8"))
    return f"names/{page.parent.name}/"


def heads(table: Locator) -> tuple[list[str], int, int]:
    """What the accessibility tree has of a table: its heads of columns, and how many heads of rows and rows there are."""
    columns = [head.strip() for head in table.get_by_role("columnheader").all_inner_texts()]
    return columns, table.get_by_role("rowheader").count(), table.get_by_role("row").count()


@pytest.mark.parametrize("view", ["", "#view=cards"])
def test_the_explorer_has_heads_of_columns_and_of_rows_on_a_telephone(narrow: Visit, view: str) -> None:
    page = narrow.go(f"explore/{view}")
    page.locator(".explorer tbody tr:nth-child(2)").wait_for()
    columns, rows, lines = heads(page.get_by_role("table"))
    assert columns[:5] == ["Title", "Authors", "Year", "Venue", "Theme"]
    assert rows == lines - 1 >= 40
    page.get_by_role("columnheader", name="Year").get_by_role("button").click()
    assert page.get_by_role("columnheader", name="Year").get_attribute("aria-sort") == "descending"
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


def test_the_numbers_beside_a_name_have_heads_on_a_telephone(narrow: Visit, website: Path) -> None:
    page = narrow.go(a_name_with_numbers(website))
    table = page.locator(".numbers table")
    columns, rows, lines = heads(table)
    assert columns == ["Work", "Year", "Numbers", "In its own words"]
    assert rows == lines - 1 >= 1
    label = "node => getComputedStyle(node, '::before').content"
    assert "Year:" in table.locator("tbody td").first.evaluate(label)


def test_a_long_list_has_heads_on_a_telephone(narrow: Visit) -> None:
    page = narrow.go("years/")
    part = page.locator("details.folded").first
    part.locator("summary").click()
    columns, rows, lines = heads(part.get_by_role("table"))
    assert columns == ["Work", "Authors", "Year, venue, kind"]
    assert rows == lines - 1 >= 1


def test_the_comparison_of_a_theme_has_heads_on_a_telephone(narrow: Visit, website: Path, survey: Any) -> None:
    page = narrow.go(address("theme", website, survey))
    columns, rows, _ = heads(page.locator(".comparison"))
    assert columns[:2] == ["Work", "Year"]
    assert rows >= page.locator(".compared").count()


@pytest.mark.parametrize("kind", ["timeline", "method", "downloads", "data", "quality"])
def test_every_other_table_has_heads_of_columns_on_a_telephone(
    kind: str, browser: Browser, base: str, website: Path, survey: Any
) -> None:
    with visit(browser, base, viewport=TELEPHONE) as found:
        page = found.go(address(kind, website, survey))
        for fold in page.locator("details:has(table) > summary").all():
            fold.click()
        tables = page.get_by_role("table").all()
        assert tables
        for table in tables:
            columns, _, lines = heads(table)
            assert columns
            assert lines > 1


@pytest.mark.parametrize("path", ["explore/", "years/", "a name"])
def test_what_is_set_as_blocks_says_its_role_for_browsers_that_forget_it(
    path: str, narrow: Visit, website: Path
) -> None:
    page = narrow.go(a_name_with_numbers(website) if path == "a name" else path)
    table = page.locator(".explorer, .listing, .numbers").first.locator("xpath=descendant-or-self::table").first
    roles = table.evaluate("table => [table, ...table.querySelectorAll('*')].map(node => node.getAttribute('role'))")
    assert set(SET_AS_BLOCKS) <= set(roles)
    untold = ":is(thead, tbody, tr, th, td):not([role])"
    assert table.locator(untold).count() == 0
