"""What who writes, compares or travels does on the website, from the front page, with the clicks that it takes at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_reading_offline import TELEPHONE, WHOLE
from tests.browser.walking import Walk
from tests.browser.website import visit


def cites_ten_works_in_a_style(walk: Walk) -> None:
    walk.goes_to_the_largest_theme()
    walk.collects(10)
    walk.click(walk.page.locator(".basket-link"))
    walk.choose(walk.page.locator(".styles select"), "Vancouver")
    walk.click(walk.page.get_by_role("button", name="Copy references"))
    references = walk.copied().strip().split("\n\n")
    assert [reference.split()[0] for reference in references] == [f"{number}." for number in range(1, 11)]


def takes_the_bibtex_of_a_theme(walk: Walk) -> None:
    walk.goes_to_the_largest_theme()
    file = walk.page.locator("#downloads ~ p").get_by_role("link", name="BibTeX", exact=True)
    entries = walk.page.request.get(str(file.evaluate("node => node.href"))).text()
    assert all(f"{{{work['key']}," in entries for work in walk.works_of_the_theme)


def compares_methods_in_a_table(walk: Walk) -> None:
    walk.goes_to_the_largest_theme()
    walk.click(walk.page.locator(".comparison thead").get_by_role("button", name="Year"))
    rows = walk.page.locator(".comparison .compared:visible")
    years = [int(row.locator("td").first.inner_text()) for row in rows.all()]
    assert len(years) == len(walk.works_of_the_theme)
    assert years == sorted(years)
    family = walk.works_of_the_theme[0]["authors"][0]["family"]
    walk.page.get_by_label("Filter these works").fill(family)
    expect(walk.page.locator(".compare-status")).to_contain_text(f" of {len(years)}")
    walk.click(walk.page.locator(".more:visible summary"))
    expect(walk.page.locator(".card:visible").first).to_be_visible()


def looks_at_a_basket_that_was_shared(walk: Walk) -> None:
    keys = [work["key"] for work in walk.works_of_the_theme[:3]]
    walk.page.goto(f"{walk.page.url}basket/#keys={','.join(keys)}")
    expect(walk.page.locator(".basket-count")).to_have_text("")
    walk.click(walk.page.get_by_role("button", name="Add 3 works"))
    expect(walk.page.locator(".basket-count")).to_have_text("3")


def finds_by_a_doi(walk: Walk) -> None:
    one = next(work for work in walk.survey["works"] if work["identifiers"].get("doi"))
    walk.search(f"https://doi.org/{one['identifiers']['doi']}")
    walk.is_on(one["title"][:20])


def takes_a_file_into_a_reference_manager(walk: Walk) -> None:
    walk.way("Explorer")
    walk.page.locator(".explorer-on").wait_for()
    walk.click(walk.page.locator("[data-facet=section] label"))
    expect(walk.page.locator(".explorer-status")).to_contain_text(" of ")
    number = int(walk.page.locator(".explorer-status").inner_text().split()[0])
    records = walk.saved(walk.page.get_by_role("button", name=".ris"))
    assert records.count("TY  - ") == records.count("ER  - ") == number


def narrows_to_years(walk: Walk) -> None:
    years = sorted(work["year"] for work in walk.survey["works"] if work["year"])
    first, last = years[len(years) // 3], years[len(years) // 2]
    walk.way("Explorer")
    walk.page.locator(".explorer-on").wait_for()
    walk.page.get_by_label("Year, from").fill(str(first))
    walk.page.get_by_label("Year, to").fill(str(last))
    walk.page.keyboard.press("Enter")
    number = sum(first <= year <= last for year in years)
    expect(walk.page.locator(".explorer-status")).to_contain_text(f"{number} of ")


WALKS: dict[Callable[[Walk], None], int] = {
    cites_ten_works_in_a_style: 14,
    takes_the_bibtex_of_a_theme: 1,
    compares_methods_in_a_table: 3,
    looks_at_a_basket_that_was_shared: 1,
    finds_by_a_doi: 0,
    takes_a_file_into_a_reference_manager: 3,
    narrows_to_years: 1,
}


@pytest.mark.parametrize("task", WALKS, ids=lambda task: task.__name__)
def test_a_reader(task: Callable[[Walk], None], walk: Walk) -> None:
    task(walk)
    assert len(walk.clicks) <= WALKS[task], walk.clicks


def test_a_traveller_takes_the_survey_along_on_a_telephone(browser: Browser, base: str, survey: Any) -> None:
    with visit(browser, base, **TELEPHONE) as found:
        walk = Walk(found.go(""), survey)
        walk.way("Read offline")
        walk.click(walk.page.get_by_role("button", name="Keep this survey for reading offline"))
        expect(walk.page.locator(".offline [role=status]")).to_contain_text("All of this survey is kept", timeout=WHOLE)
        walk.page.context.set_offline(True)
        walk.click(walk.page.locator("[data-survey-search]"))
        walk.search(walk.work["title"])
        walk.is_on(walk.work["title"][:20])
        expect(walk.page.locator("main .abstract").first).to_be_visible()
        assert len(walk.clicks) <= 3, walk.clicks
        # Without a network the browser itself complains of every request.
        found.faults[:] = [fault for fault in found.faults if "net::ERR" not in fault]
