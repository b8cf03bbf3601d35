"""The evidence map in a browser: any pair of codes, each cell leading to its works, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import shared_folder
from tests.browser.website import Visit, built, served, visit

WORKS = 40
POPULATIONS = ("adults", "children", "older people")
DESIGNS = ("trial", "cohort")


def material(folder: Path) -> Path:
    """A survey of works that are coded in turn; every fifth is not coded, and no cohort has children."""
    (folder / "bib/sources").mkdir(parents=True)
    entries, rows = [], ["work,population,design,risk of bias"]
    for n in range(WORKS):
        population, design = POPULATIONS[n % 3], DESIGNS[n % 2 if n % 3 != 1 else 0]
        entries.append(
            f"@article{{k{n}, title={{Sleep of {population} in town {n}}}, author={{Smith, Ann}}, year={{{2010 + n % 4}}},"
            f" journal={{Sleep}}, doi={{10.1000/{n}}}, abstract={{We study the sleep of {population}.}}}}"
        )
        if n % 5:
            rows.append(f"10.1000/{n},{population},{design},{'low' if n % 4 else 'high; low'}")
    (folder / "bib/sources/a.bib").write_text("\n".join(entries), encoding="utf-8")
    (folder / "bib/codes.csv").write_text("\n".join(rows), encoding="utf-8")
    (folder / "bib/survey.yml").write_text("title: Sleep\n", encoding="utf-8")
    themes = "".join(
        f"      - {{id: {name[:5]}, title: Sleep of {name}, scope: Sleep., terms: [{name}]}}\n" for name in POPULATIONS
    )
    taxonomy = f"sections:\n  - title: Sleep\n    themes:\n{themes}"
    (folder / "bib/themes.yml").write_text(taxonomy, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = built(material(tmp_path_factory.mktemp("material")), shared_folder(tmp_path_factory) / "coded")
    with served(site) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, coded: str) -> Iterator[Visit]:
    with visit(browser, coded) as opened:
        yield opened


def test_each_cell_leads_to_as_many_works_as_it_counts(desk: Visit) -> None:
    page = desk.page
    other = page.context.new_page()
    for choice in (
        "",
        "#rows=code-design&columns=year",
        "#rows=code-population&columns=theme&colour=code-risk-of-bias",
    ):
        desk.go(f"evidence-map/{choice}")
        page.wait_for_selector(".evidence-on .bubble")
        cells = page.locator("a.bubble")
        for at in range(cells.count()):
            number = cells.nth(at).inner_text()
            other.goto("about:blank")  # so that the page of the last cell is not taken for this one's
            other.goto(cells.nth(at).evaluate("link => link.href"))
            status = other.locator(".explorer-on .explorer-status")
            expect(status).to_contain_text(f"{number} of {WORKS} works" if int(number) < WORKS else f"{number} works")


def test_the_table_beneath_says_what_the_drawing_says(desk: Visit) -> None:
    page = desk.page
    desk.go("evidence-map/#rows=code-population&columns=code-design&colour=code-risk-of-bias")
    page.wait_for_selector(".evidence-on .bubble")
    bubbles = page.locator("a.bubble").evaluate_all("links => links.map(link => link.getAttribute('aria-label'))")
    numbers = page.locator(".evidence-numbers td a").all_inner_texts()
    assert len(numbers) == len(bubbles) > 4
    for bubble, number in zip(bubbles, numbers, strict=True):
        count, _, split = number.partition(": ")
        assert bubble.endswith(f": {count} {'work' if count == '1' else 'works'} ({number})")
        assert split
    assert page.locator(".evidence-legend li").all_inner_texts() == ["high", "low", "not coded"]


def test_a_choice_is_kept_in_the_address_and_a_gap_is_no_link(desk: Visit) -> None:
    page = desk.page
    desk.go("evidence-map/")
    page.get_by_label("Columns").select_option("code-design")
    page.get_by_label("Colour").select_option("code-population")
    assert page.url.endswith("#rows=code-population&columns=code-design&colour=code-population")
    row = page.locator(".evidence-map tbody tr", has_text="children")
    assert row.locator("td").nth(0).locator("a").count() == 0  # cohorts of children: a gap
    assert row.locator("td").nth(0).get_attribute("class") == "gap"


def test_without_scripts_the_first_pair_is_a_table_of_links(browser: Browser, coded: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{coded}evidence-map/")
    expect(page.locator(".evidence-choices")).to_be_hidden()
    link = page.locator(".evidence-numbers td a").first
    assert link.get_attribute("href") == "../explore/?code-population=adults&code-design=cohort"
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_map_fits_its_screen(browser: Browser, coded: str, width: int) -> None:
    with visit(browser, coded, viewport={"width": width, "height": 800}) as opened:
        opened.go("evidence-map/#colour=code-risk-of-bias")
        opened.page.wait_for_selector(".evidence-on .bubble")
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
