"""What the explorer shows and what its address says."""

from __future__ import annotations

from urllib.parse import parse_qs

from playwright.sync_api import Page

from tests.browser.website import wait_until


def shown(page: Page) -> list[str]:
    """The keys of the rows, top to bottom."""
    return page.locator(".explorer tbody tr th a").evaluate_all("links => links.map(link => link.dataset.key)")


def found(page: Page) -> int:
    """How many works the status line says there are."""
    return int(page.locator(".explorer-status").inner_text().split()[0].replace(",", ""))


def search(page: Page, text: str) -> None:
    """Type a text, and wait until the works are those that the search has found for it."""
    page.locator("#explorer-q").fill(text)
    answered(page, text)


def answered(page: Page, text: str) -> None:
    """Wait until the works are those for a text."""
    wait_until(page, "text => document.querySelector('.explorer').dataset.shown === text", text)


def state(page: Page) -> dict[str, list[str]]:
    """What the address says."""
    return parse_qs(page.evaluate("location.hash.slice(1)"))


def facet(page: Page, name: str) -> dict[str, int]:
    """The values of a facet with their counts, all of them."""
    box = page.locator(f"[data-facet={name}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.locator("label").first.wait_for()  # a facet fills when it has opened
    more = box.locator(".facet-more[aria-expanded=false]")
    if more.count():
        more.click()
    values = box.locator("label").evaluate_all(
        "nodes => nodes.map(node => [node.firstChild.textContent, Number(node.lastChild.textContent.replace(',', ''))])"
    )
    return dict(values)
