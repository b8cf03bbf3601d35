"""The website without a network, on a telephone: what was visited, all of it on request, a new version, and no room."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import a_work
from tests.browser.website import PATIENCE, Visit, served, visit

TELEPHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "service_workers": "allow"}
WHOLE = 120_000  # milliseconds for what fetches the whole website


@pytest.fixture(scope="module")
def host(website: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the website in a folder of its host, beside another survey, as GitHub Pages has them."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "repo").symlink_to(website)
    (folder / "other").symlink_to(website)
    with served(folder, asked_anew=True) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, host: str) -> Iterator[Page]:
    """A telephone that has the front page of the survey open, which is kept."""
    with visit(browser, host, **TELEPHONE) as found:
        page = found.go("repo/")
        wait_for(page, "")
        yield page
        # Without a network the browser itself complains of every request.
        found.faults[:] = [fault for fault in found.faults if "net::ERR" not in fault]


def wait_for(page: Page, path: str) -> None:
    """Wait until the page or file at a path of the website is kept."""
    page.evaluate(
        f"""async path => {{
            const address = new URL(path, new URL('../', window.survey.base)).href, end = performance.now() + {PATIENCE};
            while (!(await caches.match(address))) {{
                if (performance.now() > end) throw new Error("is not kept: " + address);
                await new Promise(resolve => setTimeout(resolve, 20));
            }}
        }}""",
        path,
    )


def keep_all(page: Page, base: str) -> None:
    page.goto(f"{base}offline/")
    page.get_by_role("button", name="Keep this survey for reading offline").click()
    expect(page.locator(".offline [role=status]")).to_contain_text("All of this survey is kept", timeout=WHOLE)


def unplug(page: Page) -> None:
    page.context.set_offline(True)


def test_a_visited_page_is_read_and_searched_without_a_network(reader: Page, host: str, survey: Any) -> None:
    work = a_work(survey)
    reader.goto(f"{host}repo/papers/{work['key']}/")
    wait_for(reader, f"papers/{work['key']}/")
    reader.locator(".survey-search-open, [data-survey-search]").first.click()
    reader.locator("[data-survey-search]").fill(work["title"])
    expect(reader.locator("[data-survey-results] a[href]").first).to_be_visible()
    for part in ("engine", "head", "words", "terms-0", "entries-0"):
        wait_for(reader, f"assets/search/{part}.js")
    for name in ("terms", "entries", "labels"):
        wait_for(reader, f"assets/search/{name}-{last_part(reader, host, name)}.js")
    unplug(reader)
    reader.reload()
    expect(reader.locator("h1")).to_contain_text(work["title"][:40])
    reader.locator(".survey-search-open, [data-survey-search]").first.click()
    reader.locator("[data-survey-search]").fill(work["title"])
    expect(reader.locator("[data-survey-results] a[href]").first).to_have_attribute(
        "href", f"{host}repo/papers/{work['key']}/"
    )
    other = next(one for one in reversed(survey["works"]) if one["key"] != work["key"])  # never asked for before
    reader.locator("[data-survey-search]").fill(other["title"])
    expect(reader.locator("[data-survey-results] a[href]").first).to_have_attribute(
        "href", f"{host}repo/papers/{other['key']}/"
    )


def last_part(page: Page, host: str, name: str) -> int:
    """The number of the last part of the search's index."""
    text = page.request.get(f"{host}repo/assets/search/head.js").text()
    return text.partition(f'"{name}":[')[2].partition("]")[0].count(",")


def test_what_is_not_kept_leads_to_a_plain_page_with_what_is_there(reader: Page, host: str, survey: Any) -> None:
    key = a_work(survey)["key"]
    wait_for(reader, "offline/")
    unplug(reader)
    reader.goto(f"{host}repo/papers/{key}/")
    expect(reader.locator(".offline-missed")).to_contain_text(f"papers/{key}/")
    front = reader.locator(".offline-pages a").first
    expect(front).to_have_attribute("href", f"{host}repo/")
    front.click()
    expect(reader).to_have_url(f"{host}repo/")
    expect(reader.locator("h1")).to_be_visible()


def test_who_missed_a_page_is_taken_there_when_the_network_is_back(reader: Page, host: str, survey: Any) -> None:
    key = a_work(survey)["key"]
    unplug(reader)
    reader.goto(f"{host}repo/papers/{key}/")
    expect(reader.locator(".offline-missed")).to_be_visible()
    reader.context.set_offline(False)
    expect(reader).to_have_url(f"{host}repo/papers/{key}/")


@pytest.mark.parametrize(
    "wanted", ["https://example.org/", "//example.org/", "javascript:alert(1)", "../other/", "%00<b>"]
)
def test_the_page_leads_nowhere_but_into_its_own_website(wanted: str, reader: Page, host: str) -> None:
    reader.goto("about:blank")
    reader.goto(f"{host}repo/offline/#wanted={wanted}")
    reader.locator(".offline [role=status]").wait_for()
    for link in reader.locator(".offline-missed a").all():
        assert str(link.evaluate("node => node.href")).startswith(f"{host}repo/")


def test_on_request_the_whole_survey_is_kept_and_removed_again(reader: Page, host: str, survey: Any) -> None:
    keep_all(reader, f"{host}repo/")
    unplug(reader)
    for path in (f"papers/{survey['works'][-1]['key']}/", "explore/", "map/", "themes/"):
        reader.goto(f"{host}repo/{path}")
        expect(reader).to_have_url(f"{host}repo/{path}")
        expect(reader.locator("h1")).to_be_visible()
    reader.goto(f"{host}repo/explore/?q=transformer")
    expect(reader.locator(".explorer-on")).to_be_visible()
    reader.context.set_offline(False)
    reader.goto(f"{host}repo/offline/")
    reader.get_by_role("button", name="Remove what is kept").click()
    expect(reader.locator(".offline [role=status]")).to_contain_text("Removed")
    unplug(reader)
    reader.goto(f"{host}repo/explore/")
    expect(reader.locator(".offline-missed")).to_be_visible()


def test_it_can_be_stopped_and_gone_on_with(reader: Page, host: str) -> None:
    reader.goto(f"{host}repo/offline/")
    reader.get_by_role("button", name="Keep this survey for reading offline").click()
    reader.get_by_role("button", name="Stop").click()
    reader.get_by_role("button", name="Keep this survey for reading offline").click()
    expect(reader.locator(".offline [role=status]")).to_contain_text("All of this survey is kept", timeout=WHOLE)


def test_surveys_of_one_host_keep_their_pages_apart(reader: Page, host: str) -> None:
    reader.goto(f"{host}other/")
    wait_for(reader, "")
    names = reader.evaluate("caches.keys()")
    assert sorted(name.split()[1] for name in names) == [f"{host}other/", f"{host}repo/"]
    reader.goto(f"{host}other/offline/")
    reader.get_by_role("button", name="Remove what is kept").click()
    expect(reader.locator(".offline [role=status]")).to_contain_text("Removed")
    unplug(reader)
    reader.goto(f"{host}repo/")
    expect(reader).to_have_url(f"{host}repo/")


def test_where_there_is_no_room_that_is_reported_and_the_page_goes_on(browser: Browser, host: str) -> None:
    with visit(browser, f"{host}repo/", **TELEPHONE) as found:
        page = found.go("offline/")
        page.get_by_role("button", name="Keep this survey").wait_for()
        session = page.context.new_cdp_session(page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": host.rstrip("/"), "quotaSize": 600_000})
        page.get_by_role("button", name="Keep this survey").click()
        expect(page.locator(".offline [role=status]")).to_contain_text("no room left", timeout=WHOLE)
        assert page.get_by_role("button", name="Keep this survey").is_visible()


class Copied:
    """A website that can be published again: a copy that shares its files until they change."""

    def __init__(self, website: Path, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(
            website, folder, copy_function=os.link, ignore=shutil.ignore_patterns("downloads", "data", "*.md")
        )

    def put(self, path: str, text: str) -> None:
        (self.folder / path).unlink()
        (self.folder / path).write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.put(path, text.replace(old, new))

    def publish(self, version: str) -> None:
        """Another version of the front page and of the page of themes."""
        before = json.loads((self.folder / "assets/offline/files.json").read_text(encoding="utf-8"))["version"]
        for path in ("index.html", "themes/index.html"):
            self.change(path, "</h1>", f" {version}</h1>")
        self.change("assets/offline/files.json", before, version)
        self.change("sw.js", before, version)


@pytest.fixture
def copied(website: Path, tmp_path: Path) -> Copied:
    return Copied(website, tmp_path / "site")


def superseded(found: Visit, copied: Copied) -> Page:
    """The front page, kept as the page of themes is, of a website that has just been published again."""
    for path in ("themes/", ""):
        page = found.go(path)
        wait_for(page, path)
    copied.publish("second")
    return page


def test_a_new_version_takes_the_place_of_all_that_is_kept(browser: Browser, copied: Copied) -> None:
    with served(copied.folder, asked_anew=True) as base, visit(browser, base, **TELEPHONE) as found:
        page = superseded(found, copied)
        page.goto(f"{base}years/")  # with a network every page is the newest
        page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
        settle(page, "second")
        unplug(page)
        for path in ("", "themes/"):
            page.goto(base + path)
            expect(page.locator("h1")).to_contain_text("second")
        found.faults.clear()


def test_while_a_new_version_cannot_be_fetched_whole_the_old_one_stays_whole(browser: Browser, copied: Copied) -> None:
    with served(copied.folder, asked_anew=True) as base, visit(browser, base, **TELEPHONE) as found:
        page = superseded(found, copied)
        # The worker is there already and the rest is not: it names a version that no file confirms.
        copied.change("sw.js", '"second"', '"third" + ""')
        page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update()).catch(() => {})")
        page.goto(f"{base}themes/")
        unplug(page)
        page.goto(f"{base}themes/")
        expect(page.locator("h1")).not_to_contain_text("second")
        page.goto(base)
        expect(page.locator("h1")).not_to_contain_text("second")
        found.faults.clear()


def settle(page: Page, version: str) -> None:
    """Wait until the worker of a version answers for the website, going from page to page as a reader does."""
    page.evaluate(
        f"""async version => {{
            const end = performance.now() + {PATIENCE};
            const registration = await navigator.serviceWorker.getRegistration();
            while (registration.installing) {{
                if (performance.now() > end) throw new Error("does not install");
                await new Promise(resolve => setTimeout(resolve, 20));
            }}
        }}""",
        version,
    )
    page.reload()
    page.evaluate(
        f"""async version => {{
            const end = performance.now() + {PATIENCE};
            while (!(await caches.keys()).every(name => name.endsWith(" " + version))) {{
                if (performance.now() > end) throw new Error("the old version stays: " + await caches.keys());
                await new Promise(resolve => setTimeout(resolve, 20));
            }}
        }}""",
        version,
    )


def test_a_browser_without_workers_shows_the_website_as_ever(browser: Browser, base: str) -> None:
    with visit(browser, base) as found:
        page = found.go("offline/")
        expect(page.locator(".offline [role=status]")).to_contain_text("keeps no pages")


def test_it_is_an_app_with_icons_that_a_launcher_can_show(whole_browser: Browser, host: str) -> None:
    with visit(whole_browser, f"{host}repo/", **TELEPHONE) as found:
        page = found.go("")
        session = page.context.new_cdp_session(page)
        answer = session.send("Page.getAppManifest")
        assert not answer["errors"], answer["errors"]
        manifest = json.loads(answer["data"])
        assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
        for icon in manifest["icons"]:
            size = page.evaluate(
                "async src => { const image = new Image(); image.src = src; await image.decode(); return image.width; }",
                f"{host}repo/{icon['src']}",
            )
            assert icon["sizes"] == f"{size}x{size}"
        page.evaluate("navigator.serviceWorker.ready.then(() => null)")
        faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert [fault["errorId"] for fault in faults] == ["in-incognito"]  # as every visit of a test is
