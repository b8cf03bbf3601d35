"""The shipped survey as a website, built once, and visits to it in Chromium."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.walking import Walk
from tests.browser.website import ARGUMENTS, CHROMIUM, WHOLE_CHROMIUM, Visit, served, shipped_website, visit


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a website and a browser."""
    folder = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(folder):
            item.add_marker(pytest.mark.site)
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@contextmanager
def started(playwright: Playwright, program: Path) -> Iterator[Browser]:
    """The browser `program`. Without it the tests are skipped, but in continuous integration they fail."""
    if not program.exists():
        message = f"there is no Chromium at {program}; install it, or name it in the environment variable CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    chromium = playwright.chromium.launch(executable_path=str(program), args=ARGUMENTS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, where it is installed its shell without windows: the same engine, which starts less beside a page."""
    with started(playwright, CHROMIUM) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium with what belongs to its windows, such as installing a website as an app."""
    with started(playwright, WHOLE_CHROMIUM) as chromium:
        yield chromium


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def website(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shipped survey's website."""
    return shipped_website(shared_folder(tmp_path_factory))


@pytest.fixture(scope="session")
def base(website: Path) -> Iterator[str]:
    with served(website) as address:
        yield address


@pytest.fixture(scope="session")
def survey(website: Path) -> Any:
    """What survey.json says."""
    return json.loads((website / "data" / "survey.json").read_text(encoding="utf-8"))


@pytest.fixture
def wide(browser: Browser, base: str) -> Iterator[Visit]:
    """A visit on a large screen."""
    with visit(browser, base, permissions=["clipboard-read", "clipboard-write"]) as found:
        yield found


@pytest.fixture
def narrow(browser: Browser, base: str) -> Iterator[Visit]:
    """A visit on a telephone."""
    with visit(browser, base, viewport={"width": 390, "height": 844}, has_touch=True) as found:
        yield found


@pytest.fixture
def walk(browser: Browser, base: str, survey: Any) -> Iterator[Walk]:
    """A reader on the front page, whose clicks are counted."""
    with visit(browser, base, permissions=["clipboard-read", "clipboard-write"]) as found:
        yield Walk(found.go(""), survey)
