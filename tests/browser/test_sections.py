"""Works as sections, seen in a browser: old addresses, links, the search and files that the browser makes."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import re
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import shared_folder
from tests.browser.website import Server, built, click, served, visit
from tests.pages.test_sections import files

NUMBERED = "themes/feeding/1"  # a page of sections after the theme's own


class _WithErrorPage(http.server.SimpleHTTPRequestHandler):
    """A host that answers with the site's 404.html where nothing stands, as GitHub Pages and others do."""

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def sections(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a website of 84 works, all of them sections."""
    material = tmp_path_factory.mktemp("animals")
    for path, text in files(range(84)).items():
        (material / path).parent.mkdir(parents=True, exist_ok=True)
        (material / path).write_text(str(text).replace("url: https://animals.example/\n", ""), encoding="utf-8")
    return built(material, shared_folder(tmp_path_factory) / "sections")


@pytest.fixture(scope="module")
def host(sections: Path) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), functools.partial(_WithErrorPage, directory=str(sections)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def key_on(sections: Path, place: str) -> str:
    """The key of a work whose section stands there."""
    found = re.search(r'<article class="card" data-key="([^"]+)"', (sections / place / "index.html").read_text("utf-8"))
    assert found
    return found[1]


@pytest.mark.parametrize("old", ["papers/{}/", "downloads/papers/{}.ris", "themes/feeding/#{}", "themes/nesting/2/#{}"])
def test_an_address_of_the_other_layout_leads_to_the_section(page: Page, host: str, sections: Path, old: str) -> None:
    key = key_on(sections, NUMBERED)
    page.goto(host + old.format(key))
    expect(page).to_have_url(f"{host}{NUMBERED}/#{key}")
    expect(page.locator(f"[id='{key}']")).to_be_in_viewport()


def test_what_was_never_published_stays_where_it_is_and_says_so(page: Page, host: str) -> None:
    with page.expect_response(re.compile(r"/assets/moved\.js")) as answer:
        page.goto(f"{host}papers/nobody2020/")
    assert answer.value.ok
    expect(page.get_by_role("heading", name="This page does not exist")).to_be_visible()
    expect(page).to_have_url(f"{host}papers/nobody2020/")


def test_search_and_explorer_lead_to_the_section_and_its_files_are_made(browser: Browser, sections: Path) -> None:
    key = key_on(sections, NUMBERED)
    with served(sections) as base, visit(browser, base) as found:
        page = found.go("explore/")
        row = page.locator(".explorer-results a[href*='/#']").first
        target = str(row.evaluate("link => link.href"))
        row.click()
        expect(page).to_have_url(target)
        expect(page.locator(f"[id='{target.partition('#')[2]}']")).to_be_in_viewport()
        page = found.go("")
        page.locator("#survey-search").fill(key)
        expect(page.locator(f"[data-survey-results] a[href$='{NUMBERED}/#{key}']").first).to_be_visible()
        page = found.go(f"{NUMBERED}/#{key}")
        details = page.locator(f"article[data-key='{key}'] details", has_text="Cite and identify")
        click(details.locator("summary"))
        for label, start in (("RIS", "TY  - JOUR"), ("BibTeX", f"@article{{{key},"), ("CSL-JSON", "[")):
            with page.expect_download() as download:
                details.get_by_role("button", name=label, exact=True).click()
            text = Path(download.value.path()).read_text(encoding="utf-8").lstrip()
            assert text.startswith(start), (label, text[:100])
            if label == "CSL-JSON":
                assert [item["id"] for item in json.loads(text)] == [key]


def test_only_the_part_with_the_entries_that_are_asked_for_is_loaded(browser: Browser, sections: Path) -> None:
    key = key_on(sections, NUMBERED)
    script = (sections / "assets/entries.js").read_text(encoding="utf-8")
    firsts = json.JSONDecoder().raw_decode(script.partition("window.surveyEntriesFrom = ")[2])[0]
    assert len(firsts) > 1
    own = max(number for number, first in enumerate(firsts) if first <= key)
    part = (sections / f"assets/entries/part-{own}.js").read_text(encoding="utf-8")
    whole = json.JSONDecoder().raw_decode(part.partition("Object.assign(window.surveyEntries, ")[2])[0]
    loaded = []
    with served(sections) as base, visit(browser, base) as found:
        found.page.on("request", lambda request: loaded.extend(re.findall(r"entries/part-(\d+)", request.url)))
        page = found.go(f"{NUMBERED}/#{key}")
        details = page.locator(f"article[data-key='{key}'] details", has_text="Cite and identify")
        click(details.locator("summary"))
        with page.expect_download() as download:
            details.get_by_role("button", name="RIS", exact=True).click()
        assert Path(download.value.path()).read_text(encoding="utf-8") == whole[key]["ris"]
    assert loaded == [str(own)]


def test_what_a_compressed_file_holds_is_saved_and_a_work_of_it_is_found(browser: Browser, sections: Path) -> None:
    items = (sections / "downloads/survey.json").read_text(encoding="utf-8")
    packed = gzip.compress(items.encode())
    key = key_on(sections, NUMBERED)
    head = f"window.surveyEntries = {{}}; window.surveyEntriesFrom = {json.dumps([key])}; window.surveyIsLarge = true;"
    with served(sections) as base, visit(browser, base) as found:
        page = found.go(f"{NUMBERED}/#{key}")
        page.route("**/assets/entries.js", lambda route: route.fulfill(content_type="text/javascript", body=head))
        page.route("**/*.json.gz", lambda route: route.fulfill(content_type="application/gzip", body=packed))
        details = page.locator(f"article[data-key='{key}'] details", has_text="Cite and identify")
        click(details.locator("summary"))
        with page.expect_download() as download:
            details.get_by_role("button", name="CSL-JSON", exact=True).click()
        assert [item["id"] for item in json.loads(Path(download.value.path()).read_bytes())] == [key]
        page = found.go("downloads/")
        link = page.get_by_role("link", name=".json", exact=True).first
        link.evaluate("link => { link.href += '.gz'; return window.survey.load('making.js'); }")
        with page.expect_download() as download:
            link.click()
        assert download.value.suggested_filename == "survey.json"
        assert Path(download.value.path()).read_text(encoding="utf-8") == items


def test_a_link_to_a_section_shows_what_the_work_is(browser: Browser, sections: Path) -> None:
    with served(sections) as base, visit(browser, base) as found:
        page = found.go("years/")
        link = page.locator("main a[data-key]").first
        link.focus()
        expect(page.locator("#survey-card")).to_be_visible()
        expect(page.locator("#survey-card .card-title")).to_have_text(str(link.text_content()))


def test_an_author_of_several_works_has_the_other_formats_too(browser: Browser, website: Path, base: str) -> None:
    author = min(path.name for path in (website / "authors").iterdir() if path.is_dir())
    with visit(browser, base) as found:
        page = found.go(f"authors/{author}/")
        keys = page.locator("article.card").evaluate_all("cards => cards.map(card => card.dataset.key)")
        assert len(keys) > 1
        with page.expect_download() as download:
            page.get_by_role("button", name="BibTeX in ASCII").click()
        assert download.value.suggested_filename == f"{author}-ascii.bib"
        text = Path(download.value.path()).read_text(encoding="ascii")
        assert sorted(re.findall(r"^@\w+\{([^,]+),", text, re.MULTILINE)) == sorted(keys)
        with page.expect_download() as download:
            page.get_by_role("button", name="CSL-JSON").click()
        assert sorted(item["id"] for item in json.loads(Path(download.value.path()).read_bytes())) == sorted(keys)
