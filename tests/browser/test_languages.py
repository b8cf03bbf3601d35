"""A website in each language: its theme, its pages and what its scripts say, all in one tongue; nothing clips on a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import shared_folder
from tests.browser.website import Visit, built, served, visit
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES

# What a reader does, by language: the search's name, its answer, the button that collects, what is said, the basket's line, the explorer's.
SAID = {
    "de": ("Suche", "1 Ergebnis", "+ Merkliste", "Auf die Merkliste gesetzt", "1 Arbeit in diesem Browser.", "3 Arbeiten"),
    "es": ("Buscar", "1 resultado", "+ Cesta", "Añadido a la cesta", "1 trabajo en este navegador.", "3 trabajos"),
    "fr": ("Rechercher", "1 résultat", "+ Panier", "Ajoutée au panier", "1 publication dans ce navigateur.", "3 publications"),
}  # fmt: skip


@pytest.fixture(scope="module", params=SAID)
def language(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A language, and the address of a small survey's website in it."""
    code = str(request.param)
    material = tmp_path_factory.mktemp(code)
    (material / "bib/sources").mkdir(parents=True)
    (material / "bib/sources/a.bib").write_text(ATTENTION + BERT + CHAIN, encoding="utf-8")
    (material / "bib/themes.yml").write_text(THEMES, encoding="utf-8")
    (material / "bib/survey.yml").write_text(
        f"title: Models\nlanguage: {code}\ndate: 2026-01-31\nscope: Otters.\n", encoding="utf-8"
    )
    with served(built(material, shared_folder(tmp_path_factory) / f"in-{code}")) as base:
        yield code, base


@pytest.fixture
def telephone(language: tuple[str, str], browser: Browser) -> Iterator[tuple[str, Visit]]:
    code, base = language
    with visit(browser, base, viewport={"width": 390, "height": 844}) as found:
        yield code, found


def test_a_reader_searches_collects_and_filters_in_the_language(telephone: tuple[str, Visit]) -> None:
    code, found = telephone
    search, result, collect, said, kept, all_works = SAID[code]
    page = found.go("papers/devlin2019bert/")
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("[data-survey-search]")).to_have_attribute("aria-label", search)
    page.get_by_role("button", name=collect.removeprefix("+ ")).first.click()
    expect(page.locator("#survey-message")).to_have_text(said)
    page.keyboard.press("/")
    page.locator("[data-survey-search]").fill("devlin2019bert")
    expect(page.locator(".survey-search-status")).to_contain_text(result)
    page = found.go("basket/")
    expect(page.locator(".basket [role=status]")).to_have_text(kept)
    page = found.go("explore/")
    expect(page.locator(".explorer-status")).to_have_text(all_works)


def test_no_page_is_wider_than_a_telephone(telephone: tuple[str, Visit]) -> None:
    for path in ("", "themes/models/", "papers/devlin2019bert/", "explore/", "method/", "contribute/"):
        page = telephone[1].go(path)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_a_colon_between_two_texts_stands_as_the_language_has_it(telephone: tuple[str, Visit]) -> None:
    code, found = telephone
    page = found.go("downloads/")
    line = page.locator("main p", has=page.locator("a[href$='offline/']")).first
    between = line.evaluate("node => node.querySelector('a').nextSibling.data.slice(0, 3)")
    assert between.startswith("\u00a0: " if code == "fr" else ": ")


def test_sizes_and_quotations_stand_as_the_language_has_them(telephone: tuple[str, Visit]) -> None:
    code, found = telephone
    page = found.go("downloads/")
    sizes = page.locator("main td", has=page.locator("a[href$='.bib']")).first.inner_text()
    assert re.search(r"\d\sk?o\b" if code == "fr" else r"\d\sk?B\b", sizes), sizes
    quotes = page.evaluate("getComputedStyle(document.body.appendChild(document.createElement('q'))).quotes")
    assert quotes.startswith({"de": "auto", "es": "auto", "fr": '"«\xa0" "\xa0»"'}[code])
