"""Either engine that the settings name builds the website, and a visitor notices no difference."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.editions.edition import Edition, EditionTheme, EditionWork
from generator.editions.file import path_of, written
from tests.browser.conftest import shared_folder
from tests.browser.test_line_of_context import lines_of
from tests.browser.test_reading_offline import unplug, wait_for
from tests.browser.test_search import BOX
from tests.browser.website import Visit, built, served, visit
from tests.pages.test_sections import files
from tests.site_links import faults

ENGINES = ["mkdocs", "zensical"]
RELEASED = Edition(
    "1.0",
    "Animals",
    "2026-01-01",
    works={"writer1990otters": EditionWork("writer1990otters", "Otters of Lapland", year=1990, theme="feeding")},
    themes=(EditionTheme("feeding", "Feeding"),),
)


@pytest.fixture(scope="module", params=ENGINES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of a small survey, built by the engine that its settings name."""
    engine = request.param
    assert find_spec(engine)
    material = tmp_path_factory.mktemp("material")
    for path, text in files(range(24), "pages").items():
        (material / path).parent.mkdir(parents=True, exist_ok=True)
        (material / path).write_text(str(text).replace("url: https://animals.example/\n", ""), encoding="utf-8")
    with (material / "bib/survey.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"engine: {engine}\ndescription: What animals eat, and when.\n")
    (material / path_of(RELEASED.name)).parent.mkdir()
    (material / path_of(RELEASED.name)).write_bytes(written(RELEASED))
    folder = built(material, shared_folder(tmp_path_factory) / f"by-{engine}")
    made_by = (folder / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert f'name="generator" content="{engine}' in made_by
    return folder


@pytest.fixture
def visitor(browser: Browser, site: Path) -> Iterator[Visit]:
    with served(site) as base, visit(browser, base, permissions=["clipboard-read", "clipboard-write"]) as found:
        yield found


def a_key(site: Path) -> str:
    works = json.loads((site / "data/survey.json").read_text(encoding="utf-8"))["works"]
    return str(works[0]["key"])


def test_no_link_is_broken(site: Path) -> None:
    assert faults(site) == []


def test_every_page_has_its_markdown_beside_it(site: Path) -> None:
    pages = [page for page in site.rglob("index.html") if "papers" in page.parts]
    assert len(pages) == 24
    assert [page for page in pages if not page.with_suffix(".md").is_file()] == []


def test_the_search_finds_a_work_by_its_key(visitor: Visit, site: Path) -> None:
    key = a_key(site)
    page = visitor.go("")
    page.locator("#survey-search").fill(key)
    page.locator(f"[data-survey-results] a[href$='papers/{key}/']").first.click()
    expect(page).to_have_url(f"{visitor.base}papers/{key}/")


def test_a_telephone_shows_the_word_that_was_found_in_the_line_of_context(browser: Browser, site: Path) -> None:
    with served(site) as base, visit(browser, base, viewport={"width": 390, "height": 844}) as found:
        page = found.go("")
        page.click(BOX)
        lines = lines_of(page, "Lapland")
        assert lines
        assert not [line for line in lines if line[0] > 1]


def test_the_explorer_filters(visitor: Visit) -> None:
    page = visitor.go("explore/")
    expect(page.locator(".explorer-status")).to_contain_text("24")
    page.locator("#explorer-q").fill("Otters")
    expect(page.locator(".explorer-status")).to_contain_text("2")


def test_a_work_goes_into_the_basket_and_its_entry_is_copied(visitor: Visit, site: Path) -> None:
    key = a_key(site)
    page = visitor.go(f"papers/{key}/")
    page.locator(".paper-actions [data-collect]").click()
    expect(page.locator(".basket-count")).to_have_text("1")
    page.locator(".bibtex button.copy").first.click()
    expect(page.locator("#survey-message")).to_be_visible()
    assert f"{{{key}," in page.evaluate("navigator.clipboard.readText()")


def test_an_anchor_on_a_theme_opens_its_work(visitor: Visit, site: Path) -> None:
    key = a_key(site)
    theme = json.loads((site / "data/survey.json").read_text(encoding="utf-8"))["works"][0]["themes"]["primary"]
    page = visitor.go(f"themes/{theme}/#{key}")
    expect(page.locator(f"article[data-key='{key}']")).to_be_visible()


def test_the_header_ends_where_the_page_does_and_is_of_one_ground(visitor: Visit) -> None:
    page = visitor.go("explore/")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        grounds = "nodes => nodes.map(node => getComputedStyle(node).backgroundColor)"
        header, body = page.locator(".md-header, body").evaluate_all(grounds)[::-1]
        assert header == body
    ends = "node => { const { right } = node.getBoundingClientRect(); return right; }"
    room, last = (page.locator(what).first.evaluate(ends) for what in (".md-header__inner", ".md-header .basket-link"))
    assert room - last < 60
    heights = page.locator(".explorer-columns, #explorer-sort").evaluate_all(
        "nodes => nodes.map(node => node.offsetHeight)"
    )
    assert max(heights) - min(heights) <= 4


def test_the_introduction_begins_beside_the_map(visitor: Visit) -> None:
    page = visitor.go("")
    words, map_ = page.locator(".facts-list + p").bounding_box(), page.locator(".home-map").bounding_box()
    assert words and map_
    assert words["y"] < map_["y"] + map_["height"] - 100


def test_the_theme_can_be_dark(visitor: Visit) -> None:
    page = visitor.go("")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("label[for='__palette_1']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


@pytest.mark.parametrize("place", ["a work", "an older edition", "the explorer", "the map"])
def test_a_visited_page_is_read_without_a_network(place: str, browser: Browser, site: Path) -> None:
    paths = {
        "a work": f"papers/{a_key(site)}/",
        "an older edition": f"v/{RELEASED.name}/themes/feeding/",
        "the explorer": "explore/",
        "the map": "map/",
    }
    with served(site, asked_anew=True) as base, visit(browser, base, service_workers="allow") as found:
        page = found.go("")
        wait_for(page, "")
        found.go(paths[place])
        title = page.title()
        wait_for(page, paths[place])
        scopes = page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))")
        assert scopes == [base]  # one worker answers for every edition
        unplug(page)
        found.go("")
        found.go(paths[place])
        expect(page).to_have_title(title)
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".basket-link").first).to_be_visible()
        # Without a network the browser itself complains of every request; no script of the website does.
        found.faults[:] = [fault for fault in found.faults if "net::ERR" not in fault]


def test_a_script_that_does_not_come_leaves_the_page_as_it_is_and_a_button_says_so(visitor: Visit) -> None:
    for path, script in (("map/", "map"), ("themes/feeding/", "compare"), ("", "new")):
        visitor.page.context.route(f"**/assets/{script}.js", lambda route: route.abort())
        page = visitor.go(path)
        expect(page.locator("h1").first).to_be_visible()
    page = visitor.go("explore/")
    page.context.route("**/assets/entries.js", lambda route: route.abort())
    page.locator(".explorer [data-form=bib]").click()
    expect(page.locator("#survey-message")).to_contain_text("could not be loaded")
    visitor.faults[:] = [fault for fault in visitor.faults if "net::ERR" not in fault]
