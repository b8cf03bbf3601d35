"""The search box: what a reader knows of a work, a theme or an author finds it first."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from gzip import compress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.browser.conftest import shared_folder
from tests.browser.website import Visit, made_once, served, visit, wait_until
from tests.conftest import snapshot

BOX, RESULTS, TOLD = "[data-survey-search]", "[data-survey-results] a[href]", ".survey-search-status"
# The list is that of what is typed now: the box asks with a number, and shows the answer to the last one alone.
ANSWERED = "() => window.survey.box && window.survey.box.answeredTurn === window.survey.box.turn"


def found(page: Page, typed: str) -> list[str]:
    """Where the results for what is typed lead, as paths below the site, in their order."""
    page.locator(BOX).fill(typed)
    wait_until(page, ANSWERED)
    links = page.locator(RESULTS).evaluate_all("links => links.map(link => link.pathname)")
    return [link.strip("/").removesuffix("/index.html") for link in links]


@pytest.fixture(scope="module")
def searched(browser: Browser, base: str) -> Iterator[Page]:
    """A page in whose box tests type, and do nothing else: what one of them found is gone when the next one types."""
    with visit(browser, base) as reader:
        reader.go("method/").click(BOX)
        yield reader.page


def test_a_title_with_a_number_in_it_finds_its_work_first(searched: Page, survey: Any) -> None:
    titles = [work for work in survey["works"] if re.search(r"(?<!\S)\d+(?!\S)", work["title"])][:4]
    assert titles
    for work in titles:
        assert found(searched, work["title"])[0] == f"papers/{work['key']}"


def test_a_name_finds_who_bears_it_and_then_the_works_of_theirs(searched: Page, survey: Any) -> None:
    """Not the work whose title has one of the words: `Yi Tay` is not the model Yi."""
    for given, family in (("Yi", "Tay"), ("Percy", "Liang"), ("Denny", "Zhou")):
        own = {f"papers/{w['key']}" for w in survey["works"] if {"given": given, "family": family} in w["authors"]}
        first, second = found(searched, f"{given} {family}")[:2]
        assert first == f"authors/{given}-{family}".lower()
        assert second in own


def test_a_family_name_alone_finds_who_bears_it_first_unless_it_is_a_word_of_titles(searched: Page) -> None:
    assert found(searched, "Zettlemoyer")[0] == "authors/luke-zettlemoyer"
    assert found(searched, "van der Schaar")
    assert kinds_of(searched)[0] == "authors"
    assert not found(searched, "Long")[0].startswith("authors/")


def test_pages_of_prose_that_have_all_words_come_after_a_theme_that_is_named_by_most_of_them(searched: Page) -> None:
    assert "themes/tokenization-and-multilinguality" in found(searched, "tokenization survey multilingual")
    assert kinds_of(searched).index("themes") < kinds_of(searched).index("pages")


def test_an_author_of_one_work_leads_to_it(searched: Page, survey: Any) -> None:
    work = next(work for work in survey["works"] if work["key"] == "bubeck2023sparks")
    assert (
        found(searched, f"{work['authors'][0]['given']} {work['authors'][0]['family']}")[0] == "papers/bubeck2023sparks"
    )


def test_a_name_is_found_with_accents_without_and_in_their_german_form(searched: Page, survey: Any) -> None:
    for family, others in (("Rocktäschel", ("Rocktaschel", "Rocktaeschel")), ("Ontañón", ("Ontanon",))):
        own = {f"papers/{w['key']}" for w in survey["works"] for name in w["authors"] if name["family"] == family}
        assert own
        for typed in (family, *others):
            assert own <= set(found(searched, typed)), typed


def test_a_word_that_is_not_finished_finds_already(searched: Page, survey: Any) -> None:
    work = next(work for work in survey["works"] if work["key"] == "li2021prefix")
    assert found(searched, work["title"][:-4])[0] == f"papers/{work['key']}"


def test_a_pasted_address_an_identifier_a_key_and_a_citation_find_their_work_first(searched: Page) -> None:
    for typed in (
        "https://arxiv.org/abs/2303.09752",
        "arXiv:2303.09752v2",
        "https://doi.org/10.48550/arXiv.2303.09752",
        "@ainslie2023colt5",
        "Ainslie et al., 2023",
        "ainslie 2023",
    ):
        assert found(searched, typed)[0] == "papers/ainslie2023colt5", typed


def test_a_pasted_doi_finds_its_work_first(searched: Page, survey: Any) -> None:
    works = [work for work in survey["works"] if work["identifiers"]["doi"]][:3]
    for work in works:
        assert found(searched, f"https://doi.org/{work['identifiers']['doi']}")[0] == f"papers/{work['key']}"


def test_an_exact_theme_comes_first_and_a_page_is_found_by_its_words(searched: Page) -> None:
    assert found(searched, "long context")[0] == "themes/long-context"
    assert "method" in found(searched, "prisma screening decisions")


def test_a_number_is_found_as_a_word_and_in_digits_and_how_to_cite_the_survey_is_told(searched: Page) -> None:
    for typed in ("thousand layers", "1,000 layers", "1000 layers"):
        assert "papers/wang2024deepnet" in found(searched, typed)[:3], typed
    assert found(searched, "how to cite this survey")[0] == "cite"


def test_nothing_is_found_inside_words(searched: Page) -> None:
    assert found(searched, "rag ")
    marks = searched.locator("[data-survey-results] mark").all_inner_texts()
    assert marks
    assert not [mark for mark in marks if not re.search(r"\brag", mark, re.IGNORECASE)]


def test_a_typing_error_is_reported_and_forgiven(searched: Page) -> None:
    assert found(searched, "Bubek")[0] == "papers/bubeck2023sparks"
    assert "looked for “bubeck”" in searched.locator(TOLD).inner_text()


def test_what_finds_nothing_says_what_was_tried_and_where_to_look(searched: Page) -> None:
    assert found(searched, "attentionzzz qqqq") == []
    answer = searched.locator(TOLD).inner_text()
    assert "Nothing found" in answer
    assert "“attention”" in answer
    assert searched.locator(".survey-search-all a").count() == 3


def test_a_result_shows_its_title_marked_what_it_is_and_a_line_around_the_words(searched: Page) -> None:
    found(searched, "mixture of experts")
    first = searched.locator(f"{RESULTS}[data-work]").first
    assert first.locator(".survey-result-title").inner_text()
    assert re.search(r"\w.* · \d{4} · ", first.locator(".survey-result-about").inner_text())
    expect(first.locator(".survey-result-line mark").first).to_be_visible()
    assert kinds_of(searched)[:2] == ["names", "works"]
    assert found(searched, "where the records come from")[0] == "method" and kinds_of(searched)[0] == "pages"


def kinds_of(page: Page) -> list[str]:
    """The headings of the groups of results, from the top."""
    return [kind.lower() for kind in page.locator(".survey-results-kind").all_inner_texts()]


def test_the_keyboard_alone_finds_collects_and_opens(wide: Visit) -> None:
    page = wide.go("themes/reasoning/")
    page.keyboard.press("/")
    page.keyboard.type("2303.09752")
    wait_until(page, ANSWERED)
    assert page.locator(BOX).get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = page.locator(BOX).get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".basket-count")).to_have_text("1")
    page.keyboard.press("Escape")
    assert page.locator(".survey-search-panel").is_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/ainslie2023colt5/")


def test_a_work_goes_from_the_list_into_the_basket_and_all_of_them_to_the_explorer(wide: Visit) -> None:
    page = wide.go("method/")
    page.click(BOX)
    found(page, "reasoning")
    page.locator("[data-survey-results] .collect").first.click()
    expect(page.locator(".basket-count")).to_have_text("1")
    expect(page.locator(".survey-search-panel")).to_be_visible()
    page.locator(".survey-search-all a").first.click()
    page.wait_for_url("**/explore/#q=reasoning")


def test_a_finger_searches_on_a_telephone(narrow: Visit) -> None:
    page = narrow.go("")
    page.locator(BOX).tap()
    assert found(page, "CoLT5")[0] == "papers/ainslie2023colt5"
    box = page.locator(".survey-search-panel").bounding_box()
    assert box
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_nothing_of_the_search_but_its_box_is_loaded_before_it_is_used(wide: Visit) -> None:
    asked: list[str] = []
    wide.page.on("request", lambda request: asked.append(request.url))
    page = wide.go("")
    assert not [url for url in asked if "/search/" in url or "search_index" in url]
    page.click(BOX)
    found(page, "reasoning")
    assert [url for url in asked if "/search/terms-" in url]


def test_an_index_that_does_not_load_is_reported_and_the_page_goes_on(browser: Browser, base: str) -> None:
    page = browser.new_page(service_workers="block")  # whose requests no route of the page meets
    page.route("**/search/head.js", lambda route: route.fulfill(body="surveyIndex(", content_type="text/javascript"))
    page.goto(base)
    page.locator(BOX).fill("reasoning")
    expect(page.locator(TOLD)).to_contain_text("could not be loaded")
    assert page.locator(".survey-search-all a").count() == 3
    page.unroute("**/search/head.js")
    assert found(page, "reasoning ")[0] == "themes/reasoning"
    page.close()


def test_what_a_title_or_a_query_says_is_text(searched: Page) -> None:
    found(searched, '<img src=x onerror="alert(1)"> reasoning')
    assert searched.locator(".survey-search img").count() == 0


@pytest.fixture(scope="module")
def in_one_piece(website: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the shipped survey with an index that is loaded whole, as a small survey has it."""

    def make(folder: Path) -> None:
        shutil.copytree(website.parent, folder, dirs_exist_ok=True)
        before = snapshot(folder / "docs")
        settings = folder / "bib/survey.yml"
        settings.write_text(f"{settings.read_text(encoding='utf-8')}\nsearch: whole\n", encoding="utf-8")
        assert main(["build", "--quiet", "--project", str(folder)]) == 0
        after = snapshot(folder / "docs")
        changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        assert "assets/search/head.js" in changed
        assert not [path for path in changed if path.endswith(".md")]  # the rest is copied as it is by an engine
        for path in changed:
            if path in after:
                (folder / "site" / path).write_bytes(after[path])
            else:
                (folder / "site" / path).unlink()

    with served(made_once(shared_folder(tmp_path_factory) / "in-one-piece", make) / "site") as address:
        yield address


def test_an_index_in_parts_finds_the_same_and_loads_few_of_them(
    in_one_piece: str, wide: Visit, browser: Browser
) -> None:
    typed = ("Percy Liang", "retrieval augmented", "Bubek", "https://arxiv.org/abs/2303.09752", "Brown et al., 2020")
    with visit(browser, in_one_piece) as whole:
        page = whole.go("method/")
        page.click(BOX)
        assert len(list_of(page, "terms")) == 1
        first = {text: found(page, text)[0] for text in typed}
    asked: list[str] = []
    wide.page.on("request", lambda request: asked.append(request.url))
    page = wide.go("method/")
    page.click(BOX)
    assert found(page, typed[0])[0] == first[typed[0]]
    parts = len(list_of(page, "terms"))
    assert 0 < len([url for url in asked if "/terms-" in url]) < parts / 4
    for text in typed[1:]:
        assert found(page, text)[0] == first[text], text


@pytest.mark.parametrize("typed", ["reasoning in language models", "Percy Liang", "trasnformer"])
def test_the_first_results_with_their_lines_cost_at_most_200_kilobytes(wide: Visit, website: Path, typed: str) -> None:
    """Everything of the search, as hosts send it; the wanted 300 kB leave room for a survey of 5,000 works."""
    asked: set[str] = set()
    wide.page.on("request", lambda request: asked.add(request.url))
    page = wide.go("method/")
    page.click(BOX)
    assert found(page, typed)
    expect(page.locator("[data-survey-results] mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    files = [website / "assets/search" / url.rpartition("/")[2] for url in asked if "/assets/search/" in url]
    assert {"head.js", "engine.js", "terms", "entries"} <= {re.sub(r"-\d+\.js$", "", file.name) for file in files}
    assert sum(len(compress(file.read_bytes(), 6)) for file in files) < 200_000


def list_of(page: Page, name: str) -> list[str]:
    """What the parts of the index begin with."""
    text = page.request.get(page.url.split("method/")[0] + "assets/search/head.js").text()
    firsts = re.search(rf'"{name}":\[(.*?)\]', text)
    assert firsts
    return firsts[1].split(",")


def test_the_box_works_from_a_disk(browser: Browser, website: Path) -> None:
    page = browser.new_page()
    page.goto(f"{website.as_uri()}/themes/reasoning/index.html")
    page.click(BOX)
    assert found(page, "CoLT5")[0].endswith("papers/ainslie2023colt5")
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/ainslie2023colt5/index.html")
    page.close()


def test_a_name_that_works_use_comes_first_by_any_of_its_forms(searched: Page) -> None:
    for typed in ("RAG", "retrieval-augmented generation", "retrieval augmented generation"):
        links = found(searched, typed)
        assert links[0].startswith("names/"), typed
        assert "papers/lewis2020retrieval" in links[:4], typed
