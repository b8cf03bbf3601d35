"""The search box of a small survey: what a reader knows of a work finds it first."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.website import Visit


def first(page: Page, typed: str) -> str:
    """The address of the first result for what is typed."""
    box = page.locator(".md-search__input")
    box.fill("")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    box.fill(typed)
    page.locator(".md-search-result__item a").first.wait_for()
    return (
        page.locator(".md-search-result__item a").first.evaluate("link => link.getAttribute('href')").partition("?")[0]
    )


@pytest.fixture
def searched(wide: Visit) -> Page:
    page = wide.go("method/")
    page.click(".md-search__input")
    return page


def test_a_title_with_a_number_in_it_finds_its_work_first(searched: Page, survey: Any) -> None:
    titles = [work for work in survey["works"] if re.search(r"(?<!\S)\d+(?!\S)", work["title"])][:4]
    assert titles
    for work in titles:
        assert first(searched, work["title"]).endswith(f"/papers/{work['key']}/")


def test_a_name_finds_a_work_of_who_bears_all_of_it(searched: Page, survey: Any) -> None:
    """Not the work whose title has one of the words: `Yi Tay` is not the model Yi."""
    for given, family in (("Yi", "Tay"), ("Percy", "Liang"), ("Denny", "Zhou")):
        own = [work["key"] for work in survey["works"] if {"given": given, "family": family} in work["authors"]]
        assert own
        assert first(searched, f"{given} {family}").split("/")[-2] in own


def test_a_name_with_accents_is_found_without_them(searched: Page, survey: Any) -> None:
    accented = [
        (work["key"], name["family"])
        for work in survey["works"]
        for name in work["authors"]
        if name["family"] in ("Rocktäschel", "Müller")
    ]
    for family, typed in (("Rocktäschel", "Rocktaschel"), ("Müller", "Muller")):
        assert first(searched, typed).split("/")[-2] in {key for key, name in accented if name == family}


def test_a_word_that_is_not_finished_finds_already(searched: Page, survey: Any) -> None:
    work = next(work for work in survey["works"] if work["key"] == "li2021prefix")
    assert first(searched, work["title"][:-4]).endswith(f"/papers/{work['key']}/")


def test_a_pasted_address_and_a_versioned_identifier_find_their_work_first(searched: Page) -> None:
    for typed in (
        "https://arxiv.org/abs/2303.09752",
        "arXiv:2303.09752v2",
        "https://doi.org/10.48550/arXiv.2303.09752",
    ):
        assert first(searched, typed).endswith("/papers/ainslie2023colt5/")


def test_a_pasted_doi_finds_its_work_first(searched: Page, survey: Any) -> None:
    works = [work for work in survey["works"] if work["identifiers"]["doi"]][:3]
    for work in works:
        assert first(searched, f"https://doi.org/{work['identifiers']['doi']}").endswith(f"/papers/{work['key']}/")


def test_a_name_with_its_accents_finds_as_much_as_without(searched: Page, survey: Any) -> None:
    own = {work["key"] for work in survey["works"] for name in work["authors"] if name["family"] == "Ontañón"}
    assert own
    for typed in ("Ontanon", "Ontañón", "Santiago Ontañón"):
        first(searched, typed)
        found = searched.locator(".md-search-result__item > a").evaluate_all(
            "links => links.map(link => link.pathname.split('/').slice(-2)[0])"
        )
        assert own <= set(found)
