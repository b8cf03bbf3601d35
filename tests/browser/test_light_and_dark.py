"""Light and dark: as the reader's system has it, or as it was chosen, before anything is drawn."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.website import visit

SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
WORDS = {"light": "Switch to dark", "dark": "Switch to light"}


def shown(page: Page) -> tuple[object, ...]:
    """The scheme of the page, what it tells the browser, and the buttons that are seen."""
    return (
        page.locator("body").get_attribute("data-md-color-scheme"),
        page.locator("meta[name=color-scheme]").get_attribute("content"),
        [label.get_attribute("title") for label in page.locator("[data-survey-palette] label:visible").all()],
    )


@pytest.mark.parametrize("system", SCHEMES)
def test_a_page_is_as_the_system_has_it_until_the_reader_chooses(
    system: Literal["light", "dark"], browser: Browser, base: str
) -> None:
    other: Literal["light", "dark"] = "dark" if system == "light" else "light"
    with visit(browser, base, color_scheme=system) as found:
        page = found.go("method/")
        assert shown(page) == (SCHEMES[system], system, [WORDS[system]])
        page.emulate_media(color_scheme=other)  # in the evening
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[other])
        page.locator("[data-survey-palette] label:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[system])
        expect(page.locator("body[data-md-color-switching]")).to_have_count(0)
        page = found.go("years/")
        assert shown(page) == (SCHEMES[system], system, [WORDS[system]])


def test_the_scheme_stands_before_anything_is_drawn(browser: Browser, base: str) -> None:
    with visit(browser, base, color_scheme="dark") as found:
        found.page.add_init_script(
            """new MutationObserver(() => {
                const main = document.querySelector("main");
                if (main && !window.first) window.first = document.body.getAttribute("data-md-color-scheme");
            }).observe(document, { childList: true, subtree: true });"""
        )
        page = found.go("")
        assert page.evaluate("window.first") == "slate"


def test_the_button_answers_to_the_keyboard_and_keeps_the_focus(browser: Browser, base: str) -> None:
    with visit(browser, base, color_scheme="light") as found:
        page = found.go("method/")
        page.locator("[data-survey-palette] input").first.focus()
        for scheme in ("slate", "default"):
            page.keyboard.press("Enter")
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
            assert page.evaluate("document.activeElement.matches('[data-survey-palette] input')")


def test_a_choice_that_cannot_be_read_leaves_it_to_the_system(browser: Browser, base: str) -> None:
    with visit(browser, base, color_scheme="light") as found:
        page = found.go("method/")
        for kept in ("{", '{"index": 99}', '{"index": "1"}', "[]", "null", '"slate"'):
            page.evaluate("kept => localStorage.setItem(`${__md_scope.pathname}.__palette`, kept)", kept)
            page = found.go("method/")
            assert shown(page)[2], f"there is a button with {kept}"
            assert page.locator("body").get_attribute("data-md-color-scheme") in SCHEMES.values(), kept
            assert page.locator(".md-header").is_visible(), kept


def test_storage_that_is_forbidden_leaves_it_to_the_system(browser: Browser, base: str) -> None:
    with visit(browser, base, color_scheme="dark") as found:
        found.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } });"
        )
        page = found.go("method/")
        assert shown(page) == ("slate", "dark", [WORDS["dark"]])
        page.locator("[data-survey-palette] label:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
