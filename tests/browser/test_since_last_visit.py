"""What came since a reader's last visit is marked: on the front page, in the table of a theme and in the explorer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import shared_folder
from tests.browser.test_evidence import material
from tests.browser.walking import Walk
from tests.browser.website import built, served, visit

EARLIER, NEWEST = "2026-05-01", "2026-10-01"
KEYS = ("smith2010sleepb", "smith2011sleepa")  # what came with the newest
MARK = "new since your last visit"


@pytest.fixture(scope="module")
def website(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a website with two versions after the first: a work came with one, two with the other."""
    folder = material(tmp_path_factory.mktemp("versions"))
    (folder / "bib/survey.yml").write_text(f"title: Sleep\ndate: {NEWEST}\n", encoding="utf-8")
    versions = [{"date": EARLIER, "added": ["smith2010sleepc"]}, {"date": NEWEST, "added": [*KEYS]}]
    (folder / "bib/history.yml").write_text(json.dumps(versions), encoding="utf-8")
    return built(folder, shared_folder(tmp_path_factory) / "versions")


@pytest.fixture(scope="module")
def base(website: Path) -> Iterator[str]:
    with served(website) as address:
        yield address


@pytest.fixture(scope="module")
def survey(website: Path) -> Any:
    return json.loads((website / "data/survey.json").read_text(encoding="utf-8"))


def returning(page: Page, day: str) -> None:
    """The next visit of a reader who was here last when the version of that day was the newest."""
    page.evaluate(
        "day => { localStorage.setItem(`survey-seen:${survey.base.pathname}`, day); sessionStorage.clear(); }", day
    )


def marked(page: Page) -> int:
    return page.locator(".fresh", has_text=MARK).count()


def test_nothing_is_new_at_a_first_visit_and_it_alone_is_remembered(browser: Browser, base: str) -> None:
    with visit(browser, base) as found:
        page = found.go("")
        for path in ("themes/adult/", "new/", ""):
            page = found.go(path)
            assert marked(page) == 0
        assert page.evaluate("localStorage.getItem(`survey-seen:${survey.base.pathname}`)") == NEWEST


def test_the_front_page_the_tables_and_the_explorer_mark_what_came(browser: Browser, base: str, survey: Any) -> None:
    with visit(browser, base) as found:
        page = found.go("")
        returning(page, EARLIER)
        page = found.go("")
        expect(page.locator(".news .fresh")).to_have_text(MARK)
        came = {work["key"]: work["themes"]["primary"] for work in survey["works"] if work["key"] in KEYS}
        assert len(came) == len(KEYS)
        for theme in {*came.values()}:
            page = found.go(f"themes/{theme}/")
            rows = page.locator(".compared", has=page.locator(".fresh"))
            expect(rows).to_have_count(sum(one == theme for one in came.values()))
            assert {row.locator("a.row").get_attribute("data-key") for row in rows.all()} <= {*came}
        page = found.go("explore/")
        page.locator("[data-facet=version] summary").click()
        label = page.locator("[data-facet=version] label", has_text=NEWEST)
        expect(label.locator(".fresh")).to_have_text(MARK)
        expect(page.locator("[data-facet=version] label", has_text=EARLIER).locator(".fresh")).to_have_count(0)
        label.click()
        expect(page.locator(".explorer-status")).to_contain_text(str(len(KEYS)))


def test_one_click_leads_a_reader_who_returns_to_what_came(browser: Browser, base: str, survey: Any) -> None:
    with visit(browser, base) as found:
        returning(found.go(""), EARLIER)
        walk = Walk(found.go(""), survey)
        expect(walk.page.locator(".news .fresh")).to_have_text(MARK)
        walk.link("What's new", ".news")
        walk.is_on("What's new")
        heads = walk.page.locator("main h2[data-seen]", has=walk.page.locator(".fresh"))
        expect(heads).to_have_count(1)
        assert heads.first.get_attribute("id") == f"version-{NEWEST}"
        assert len(walk.clicks) == 1


def test_nobody_who_was_here_since_sees_a_mark_and_storage_that_is_forbidden_marks_nothing(
    browser: Browser, base: str
) -> None:
    with visit(browser, base) as found:
        returning(found.go(""), NEWEST)
        assert marked(found.go("")) == 0
    with visit(browser, base) as found:
        found.page.add_init_script(
            "for (const name of ['localStorage', 'sessionStorage'])"
            " Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError'); } });"
        )
        assert marked(found.go("")) == 0
