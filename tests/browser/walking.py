"""A reader on the website, whose clicks are counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import a_work, largest_theme, works_of
from tests.browser.website import click


@dataclass
class Walk:
    """A reader on the front page, whose clicks are counted; a choice in a list of them is one."""

    page: Page
    survey: Any
    clicks: list[str] = field(default_factory=list)

    def click(self, what: Locator) -> None:
        """A click on the first such thing that is seen."""
        target = what.locator("visible=true").first
        click(target)
        self.clicks.append(str(what))

    def link(self, name: str, where: str = "body") -> None:
        """A click on the link of that name."""
        self.click(self.page.locator(where).get_by_role("link", name=name, exact=True))

    def way(self, name: str) -> None:
        """A click on one of the ways in, which say what they are."""
        self.click(self.page.locator(".ways a").filter(has_text=name))

    def search(self, words: str) -> None:
        """What is typed into the search is opened by Enter, once something is found."""
        self.page.locator("[data-survey-search]").fill(words)
        self.page.locator("[data-survey-results] a[href]").first.wait_for()
        self.page.keyboard.press("Enter")

    def choose(self, where: Locator, label: str) -> None:
        """A choice in a list of them."""
        where.scroll_into_view_if_needed()
        where.select_option(label=label)
        self.clicks.append(label)

    def goes_to_the_largest_theme(self) -> None:
        """By its card on the front page."""
        self.link(self.theme["title"], ".sections")
        self.page.locator(".comparison .compared").first.wait_for()

    def collects(self, number: int) -> None:
        """The first works of a theme's table, by the button beside each."""
        rows = self.page.locator(".comparison .compared")
        for place in range(number):
            self.click(rows.nth(place).get_by_role("button", name="Basket:"))

    def copied(self) -> str:
        """What the last click on a button put into the clipboard."""
        expect(self.page.locator("#survey-message")).to_contain_text("copied")
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def saved(self, what: Locator) -> str:
        """The text of the file that a click saves."""
        with self.page.expect_download() as taken:
            self.click(what)
        return taken.value.path().read_text(encoding="utf-8")

    def is_on(self, title: str) -> None:
        """The page that has this title is shown."""
        expect(self.page.locator("h1")).to_contain_text(title)

    @property
    def work(self) -> Any:
        """A work with an abstract and related works."""
        return a_work(self.survey)

    @property
    def theme(self) -> Any:
        """The theme with the most works."""
        return next(one for one in self.survey["themes"] if one["id"] == largest_theme(self.survey))

    @property
    def works_of_the_theme(self) -> list[Any]:
        """The works whose first theme that is."""
        return works_of(self.survey, self.theme["id"])
