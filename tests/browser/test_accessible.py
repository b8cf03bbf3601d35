"""Every kind of page, in light, dark and forced colours, from a telephone to a desk and at 400 % zoom: no violation, no error, nothing lost."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import RUNS, violations
from tests.browser.kinds import KINDS, a_work, address
from tests.browser.website import visit

WIDTHS = (390, 768, 1440)
ZOOMED = (320, 256)  # what 1,280 by 1,024 pixels have room for at 400 %, by which WCAG 1.4.10 measures
SIZES = (ZOOMED, *((width, 900) for width in WIDTHS))
SCHEMES = ("default", "slate")
IS_WHOLE = bool(os.environ.get("SURVEY_ALL_SCHEMES"))  # `python -m benchmarks.accessible` looks at every size in both


def schemes(nth: int, size: int) -> tuple[str, ...]:
    """In which colours the nth kind of page is looked at in a size: in turn, so that each kind and each size has both."""
    return SCHEMES if IS_WHOLE else (SCHEMES[(nth + size) % len(SCHEMES)],)


def test_each_kind_is_looked_at_in_each_size_and_scheme_and_each_size_in_each_scheme() -> None:
    looks = [
        (nth, size, scheme) for nth in range(len(KINDS)) for size in range(len(SIZES)) for scheme in schemes(nth, size)
    ]
    assert len({(nth, size) for nth, size, _ in looks}) == len(KINDS) * len(SIZES)
    assert len({(nth, scheme) for nth, _, scheme in looks}) == len(KINDS) * len(SCHEMES)
    assert len({(size, scheme) for _, size, scheme in looks}) == len(SIZES) * len(SCHEMES)


def test_axe_finds_what_is_wrong_and_contrast_where_it_is_asked_for(browser: Browser) -> None:
    with visit(browser, "about:blank") as found:
        found.page.set_content(
            "<html lang=en><title>A</title><main><h1 style='color: #eee'>Otters</h1><button></button></main>"
        )
        rules = {of: {one.partition(":")[0] for one in violations(found.page, of)} for of in RUNS}
    assert rules == {"all": {"button-name", "color-contrast"}, "colours": {"color-contrast"}}


def open_details(page: Page, kind: str) -> None:
    """What a paper's page folds away is looked at as well."""
    if kind == "paper":
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation_and_no_sideways_scroll_on_any_kind_of_page(
    kind: str, browser: Browser, base: str, website: Path, survey: Any
) -> None:
    with visit(browser, base, reduced_motion="reduce") as found:
        if kind == "basket":
            found.go("basket/#keys=" + ",".join(work["key"] for work in survey["works"][:3]))
            found.page.wait_for_selector(".basket li")
        else:
            found.go(address(kind, website, survey))
        if kind == "basket":
            found.page.get_by_role("button", name="Add 3 works").click()
            found.page.get_by_text("3 works in this browser").wait_for()
        open_details(found.page, kind)
        wrong = []
        for size, (width, height) in enumerate(SIZES):
            found.page.set_viewport_size({"width": width, "height": height})
            for scheme in schemes(KINDS.index(kind), size):
                found.page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
                wrong += [f"{width} {scheme} {violation}" for violation in violations(found.page)]
            assert found.page.evaluate("document.documentElement.scrollWidth") <= width
        # Loaded anew, as a reader has it whose system forces colours: where they are switched on in a page that stands,
        # the browser now and then leaves the header in the colours of before.
        found.page.emulate_media(forced_colors="active", color_scheme="dark")
        found.page.reload()
        open_details(found.page, kind)
        expect(found.page.locator("h1").first).to_have_css("color", "rgb(255, 255, 255)")
        wrong += [f"forced colours {violation}" for violation in violations(found.page, "colours")]
        assert wrong == []


@pytest.fixture(scope="module")
def unscripted(browser: Browser, base: str) -> Iterator[Page]:
    """A page on which no script runs, so that nothing which was opened before changes the next."""
    with visit(browser, base, java_script_enabled=False) as found:
        yield found.page


@pytest.mark.parametrize("kind", KINDS)
def test_one_title_and_no_level_of_headings_is_skipped(
    kind: str, unscripted: Page, base: str, website: Path, survey: Any
) -> None:
    place = base + address(kind, website, survey)
    unscripted.goto(place)
    headings = unscripted.locator("main").locator("h1, h2, h3, h4, h5, h6")
    levels = headings.evaluate_all("nodes => nodes.map(node => Number(node.tagName[1]))")
    icon = str(unscripted.locator("link[rel=icon]").get_attribute("href"))
    assert unscripted.request.get(place + icon).ok
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_page_for_a_wrong_address_is_a_way_back(browser: Browser, base: str) -> None:
    with visit(browser, base, reduced_motion="reduce") as found:
        page = found.go("404.html")
        for scheme in ("default", "slate"):
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            assert violations(page) == []
        for link in page.locator("main li a").all():
            assert page.request.get(str(link.evaluate("node => node.href"))).ok


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_the_focus_is_seen_on_the_header(scheme: str, browser: Browser, base: str) -> None:
    with visit(browser, base) as found:
        page = found.go("themes/")
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        for _ in range(8):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.basket-link')"):
                break
        classes, width, *colours = page.evaluate(
            """() => {
                const own = getComputedStyle(document.activeElement), header = document.querySelector(".md-header");
                return [document.activeElement.className, own.outlineWidth, own.outlineColor, getComputedStyle(header).backgroundColor];
            }"""
        )
        assert "basket-link" in classes
        assert width == "2px"
        brighter, darker = sorted(map(_luminance, colours), reverse=True)
        assert (brighter + 0.05) / (darker + 0.05) >= 3, colours


def _luminance(colour: str) -> float:
    """Relative luminance of `rgb(…)`, as WCAG 2 defines it."""
    parts = [int(part) / 255 for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_only_what_a_screen_can_use_is_left_out_of_print(
    browser: Browser, base: str, website: Path, survey: Any
) -> None:
    with visit(browser, base) as found:
        page = found.go(address("theme", website, survey))
        page.emulate_media(media="print")
        assert (
            page.locator(
                "button:visible, input:visible, .md-header:visible, .md-sidebar:visible, .headerlink:visible"
            ).count()
            == 0
        )
        assert page.locator("h1:visible").count() == 1
        assert page.locator(".compared > th:visible").count() > 5
        page = found.go("explore/")
        page.emulate_media(media="print")
        assert page.locator("button:visible, input:visible, select:visible, .explorer-facets:visible").count() == 0
        for path in ("", "map/"):
            page = found.go(path)
            page.emulate_media(media="print")
            assert page.locator("button:visible, input:visible, select:visible, .figure-files:visible").count() == 0
            assert page.locator("svg a.dot:visible, svg a.mark:visible").count() > 5


def test_a_theme_prints_with_its_references(browser: Browser, base: str, website: Path, survey: Any) -> None:
    with visit(browser, base) as found:
        page = found.go(address("theme", website, survey))
        page.emulate_media(media="print")
        references = page.locator(".handout li:visible")
        assert references.count() > 5
        assert all(reference.strip() for reference in references.all_inner_texts())


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, base: str, website: Path, survey: Any) -> None:
    with visit(browser, base, reduced_motion="reduce") as found:
        page = found.go(address("theme", website, survey))
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter(node => { const style = getComputedStyle(node);"
            " return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0; }).length"
        )
    assert moving == 0


@pytest.mark.parametrize("kind", ["home", "theme", "explorer", "paper", "years", "map", "author", "offline"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_jumps_while_a_page_loads(
    kind: str, width: int, browser: Browser, base: str, website: Path, survey: Any
) -> None:
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        found.page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        page = found.go(address(kind, website, survey))
        page.wait_for_load_state("networkidle")  # everything that could still move the page has come
        page.evaluate(
            "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))"
        )
        assert page.evaluate("window.shift") < 0.1


@pytest.mark.parametrize(
    ("kind", "script", "comes", "below"),
    [
        ("author", "making.js", ".makes button >> nth=3", ".about-author"),
        ("offline", "offline.js", ".offline button", ".offline ~ p >> nth=0"),
    ],
)
@pytest.mark.parametrize("width", [390, 1440])
def test_what_scripts_bring_has_its_place_from_the_start(
    kind: str, script: str, comes: str, below: str, width: int, browser: Browser, base: str, website: Path, survey: Any
) -> None:
    tops = []
    for is_there in (False, True):
        page = browser.new_page(viewport={"width": width, "height": 900})
        if not is_there:
            page.route(f"**/{script}", lambda route: route.abort())
        page.goto(base + address(kind, website, survey), wait_until="load")
        page.evaluate("document.fonts.ready")
        if is_there:
            page.locator(comes).wait_for()
        tops.append(page.locator(below).evaluate("node => node.getBoundingClientRect().top"))
        page.close()
    assert tops[0] == tops[1]


def test_a_formula_is_there_without_scripts(browser: Browser, base: str, website: Path, survey: Any) -> None:
    pages = {
        work["key"]: (website / "papers" / work["key"] / "index.html").read_text(encoding="utf-8")
        for work in survey["works"]
        if "$" in work["abstract"]
    }
    on_a_line = next(key for key, page in pages.items() if 'class="formula"' in page)
    in_two_dimensions = next(key for key, page in pages.items() if "<math>" in page)
    for key, drawn in ((on_a_line, ".formula"), (in_two_dimensions, "math")):
        with visit(browser, base, java_script_enabled=False) as found:
            found.page.goto(f"{base}papers/{key}/")  # `go` waits for what scripts bring
            formula = found.page.locator(".abstract").locator(drawn).first
            assert formula.is_visible()
            assert "\\" not in str(formula.text_content())
            assert formula.evaluate("node => node.getBoundingClientRect().height") < 60


def test_the_reference_and_the_entry_can_be_copied(browser: Browser, base: str, survey: Any) -> None:
    work = a_work(survey)
    with visit(browser, base, permissions=["clipboard-read", "clipboard-write"]) as found:
        page = found.go(f"papers/{work['key']}/")
        page.get_by_role("button", name="Copy the reference", exact=True).click()
        page.get_by_text("The reference copied").wait_for()
        assert str(work["year"]) in page.evaluate("navigator.clipboard.readText()")
        page.get_by_role("button", name="Copy the BibTeX", exact=True).click()
        page.get_by_text("The BibTeX copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").startswith(("@", "%"))


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_citation_says_what_it_cites(how: str, browser: Browser, base: str, website: Path, survey: Any) -> None:
    with visit(browser, base, reduced_motion="reduce") as found:
        page = found.go(address("theme", website, survey))
        cited = page.locator("a.cite").first
        tip = cited.get_attribute("title")
        assert tip
        getattr(cited, how)()
        card = page.locator("#survey-card")
        card.wait_for()
        assert " ".join(card.locator(".card-title").inner_text().split()) in " ".join(tip.split())
        assert cited.get_attribute("aria-describedby") == "survey-card"
        for scheme in ("default", "slate"):
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            assert violations(page) == []
        page.keyboard.press("Escape")
        assert card.is_hidden()
        assert page.locator("#survey-tip").is_hidden()


def test_the_list_of_the_search_has_no_violation(browser: Browser, base: str) -> None:
    with visit(browser, base, reduced_motion="reduce") as found:
        page = found.go("method/")
        wrong = []
        for nth, width in enumerate(WIDTHS):
            page.set_viewport_size({"width": width, "height": 900})
            page.locator("[data-survey-search]").fill("reasoning" + " " * (width % 7))
            page.locator("[data-survey-results] .survey-result-line mark").first.wait_for()
            page.keyboard.press("ArrowDown")
            for scheme in schemes(0, nth):
                page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
                wrong += [f"{width} {scheme} {violation}" for violation in violations(page)]
        assert wrong == []
