"""The website's own letters: shipped with their licences, small, loaded from the site alone, and exchanged without a jump."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.kinds import address
from tests.browser.website import Visit, visit
from tests.conftest import REPOSITORY

FONTS = REPOSITORY / "generator/assets/fonts"
STYLES = (REPOSITORY / "generator/assets/survey.css").read_text(encoding="utf-8")
LOADED = "document.fonts.ready.then(() => [...document.fonts].filter(face => face.status === 'loaded').map(face => face.family.replaceAll('\"', '')))"


def test_all_faces_together_have_at_most_120_kilobytes() -> None:
    assert sum(file.stat().st_size for file in FONTS.glob("*.woff2")) <= 120_000


def test_every_face_of_the_style_sheet_is_shipped_with_a_licence_and_swaps() -> None:
    faces = re.findall(r"@font-face \{[^}]*url\(\"(fonts/[^\"]+)\"\)[^}]*\}", STYLES)
    assert {f"fonts/{file.name}" for file in FONTS.glob("*.woff2")} == set(faces)
    assert STYLES.count("font-display: swap; src: url(") == len(faces)
    for package in ("source-serif-4", "source-sans-3"):
        assert "SIL Open Font License" in (FONTS / f"LICENSE-{package}").read_text(encoding="utf-8")


def test_the_page_is_set_in_the_shipped_faces(browser: Browser, base: str) -> None:
    with visit(browser, base) as found:
        page = found.go("themes/")
        assert {"Survey Serif", "Survey Sans"} <= set(page.evaluate(LOADED))
        for what, family in (("h1", "Survey Serif"), (".md-tabs__link", "Survey Sans")):
            used = page.locator(what).first.evaluate("node => getComputedStyle(node).fontFamily")
            assert used.startswith((family, f'"{family}"'))


def test_the_faces_are_there_without_a_server(browser: Browser, website: Path) -> None:
    with visit(browser, website.as_uri() + "/") as found:
        found.page.goto((website / "themes/index.html").as_uri())
        assert {"Survey Serif", "Survey Sans"} <= set(found.page.evaluate(LOADED))


def test_the_faces_are_asked_for_before_a_line_is_drawn_and_once(wide: Visit) -> None:
    page = wide.go("")
    first = page.locator("head :is(script, link[rel=stylesheet])").first
    assert (first.get_attribute("src"), first.get_attribute("data-part")) == ("assets/theme.js", "faces")
    assert {"Survey Serif", "Survey Sans"} <= set(page.evaluate(LOADED))
    asked = page.evaluate(
        "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('woff2'))"
        ".map(({ name, initiatorType }) => [name.split('/').pop(), initiatorType])"
    )
    assert sorted(asked) == [["sans-latin.woff2", "link"], ["serif-latin.woff2", "link"]]


@pytest.mark.parametrize("kind", ["home", "theme", "paper"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_jumps_when_the_faces_come_late(
    kind: str, width: int, browser: Browser, base: str, website: Path, survey: Any
) -> None:
    with visit(browser, base, viewport={"width": width, "height": 900}) as found:
        late: list[Route] = []
        waiting = [True]
        found.page.route("**/*.woff2", lambda route: late.append(route) if waiting else route.continue_())
        found.page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        page = found.page
        page.goto(base + address(kind, website, survey), wait_until="domcontentloaded")
        page.locator("h1").first.wait_for()
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        before = page.evaluate("[window.shift, document.querySelector('main').offsetHeight]")
        waiting.clear()
        assert late
        for route in late:
            route.continue_()
        page.evaluate(
            "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))"
        )
        shift, height = page.evaluate("[window.shift, document.querySelector('main').offsetHeight]")
        assert shift - before[0] < 0.05
        assert abs(height - before[1]) < 0.05 * before[1]


def test_on_a_telephone_no_name_ending_or_number_is_torn_apart(narrow: Visit) -> None:
    for path, what in (("data/", "td code.name"), ("downloads/", ".endings code"), ("themes/", ".of-theme")):
        found = narrow.go(path).locator(what)
        lines = found.evaluate_all("nodes => nodes.map(node => node.getClientRects().length)")
        assert lines and max(lines) <= 1, path  # of a folded table none


def test_on_a_telephone_the_word_before_the_files_of_the_explorer_stands_beside_them(narrow: Visit) -> None:
    page = narrow.go("explore/")
    word, button = (page.locator(f".explorer-files > {what}").first.bounding_box() for what in ("span", "button"))
    assert word and button
    assert button["y"] <= word["y"] + word["height"] / 2 <= button["y"] + button["height"]


def test_the_list_of_authors_begins_where_its_title_does(wide: Visit, narrow: Visit) -> None:
    for visitor in (wide, narrow):
        page = visitor.go("authors/")
        title, name = (page.locator(what).first.bounding_box() for what in ("h1", ".letters li a"))
        assert title and name
        assert abs(title["x"] - name["x"]) < 1


@pytest.mark.parametrize("width", [320, 390])
def test_the_title_of_a_survey_is_whole_in_the_header_of_a_telephone(width: int, browser: Browser, base: str) -> None:
    with visit(browser, base, viewport={"width": width, "height": 844}) as found:
        for path in ("", "explore/"):
            title = found.go(path).locator(".md-header__topic .md-ellipsis").first
            for words in (
                "Sleep and memory",
                "Language models and their neighbours",
                "Data assimilation in oceanography",
            ):
                room = title.evaluate(
                    """(node, words) => {
                        node.textContent = words;
                        const { x, width } = node.getBoundingClientRect();
                        return [node.scrollHeight - node.clientHeight, x + width, node.closest("header").offsetHeight - node.offsetHeight];
                    }""",
                    words,
                )
                hidden, end, air = room
                assert hidden < 6 and air >= 0, (path, words, room)  # letters may be a little higher than their line
                assert end < found.page.locator(".basket-link").first.evaluate("node => node.getBoundingClientRect().x")


def test_what_is_read_in_sentences_is_set_alike(wide: Visit) -> None:
    face = "nodes => nodes.map(node => { const { fontFamily, fontSize } = getComputedStyle(node); return `${fontFamily} ${fontSize}`; })"
    for path, what in (
        ("downloads/", ".endings p, .offline-copy, .endings ~ p"),
        ("questions/", "main h1 ~ p, main li > p"),
    ):
        faces = wide.go(path).locator(what).evaluate_all(face)
        assert len(faces) > 2
        assert len(set(faces)) == 1, (path, set(faces))
