"""A survey whose keys, codes, themes and titles are names that every object of JavaScript has; and what is typed, kept or
linked to by somebody who wants its scripts to stumble.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import shared_folder
from tests.browser.test_search import found
from tests.browser.website import Visit, built, served, visit, wait_until

NAMES = ("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf")
STORED = (
    "{",
    "null",
    "7",
    '"x"',
    "[]",
    "{}",
    '{"index":"x"}',
    '{"index":1,"color":7}',
    '{"index":0,"color":{"a b":1}}',
)


def entry(key: str, number: int) -> str:
    fields = f"title={{{key} of soils {number}}}, author={{Roe, {key}}}, year={{20{number + 10}}}, journal={{{key}}}"
    return f"@article{{{key}, {fields}}}\n"


FILES = {
    "bib/survey.yml": json.dumps({"title": "Names", "date": "2026-01-01", "keys": "keep"}),
    "bib/themes.yml": json.dumps(
        {
            "sections": [
                {
                    "title": "constructor",
                    "themes": [{"id": "constructor", "title": "toString", "scope": "Soils.", "terms": ["soils"]}],
                }
            ]
        }
    ),
    "bib/sources/a.bib": "".join(entry(key, number) for number, key in enumerate((*NAMES, "normal"))),
    "bib/codes.csv": "ref,constructor,__proto__\n"
    + "".join(f"a.bib:{line},{name},{name}\n" for line, name in enumerate(NAMES, 1)),
    "bib/overviews/constructor.md": "As [@__proto__] says.\n\n## Words {#toLocaleString}\n\nSee [above](#toLocaleString).\n",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    material = tmp_path_factory.mktemp("names")
    for name, text in FILES.items():
        file = material / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    with served(built(material, shared_folder(tmp_path_factory) / "names-of-objects")) as address:
        yield address


@pytest.fixture
def visited(browser: Browser, base: str) -> Iterator[Visit]:
    """A visit at whose end nothing may have gone wrong: no error, no message of one, no request to elsewhere."""
    with visit(browser, base) as started:
        yield started


def test_the_search_finds_each_work_by_its_key_and_by_its_words(visited: Visit) -> None:
    page = visited.go("")
    for name in NAMES:
        assert found(page, name)[0] == f"papers/{name}"
        assert f"papers/{name}" in found(page, f"{name.strip('_')} soils")


def test_what_is_typed_is_no_pattern(visited: Visit) -> None:
    page = visited.go("")
    for typed in ("(a+)+$", "[", "\\", "*", "a|b", "$&", "%(word)s", "soils (", "\ud83d\ude00", "\u202e"):
        found(page, typed)
        status = page.locator(".survey-search-status")
        expect(status, f"typed: {typed!a}").not_to_contain_text("could not be loaded")
        assert found(page, "normal")[0] == "papers/normal", f"after {typed!a}"


def test_a_text_of_any_length_is_answered(visited: Visit) -> None:
    page = visited.go("")
    for typed in ("a" * 200_000, "soils " * 40_000, "1/" * 50_000, "http://" * 20_000):
        found(page, typed)
        expect(page.locator(".survey-search-status"), typed[:10]).not_to_contain_text("could not be loaded")
        assert found(page, "normal")[0] == "papers/normal", typed[:10]


def test_the_basket_holds_each_work(visited: Visit) -> None:
    page = visited.go("basket/#keys=" + ",".join((*NAMES, "isPrototypeOf", "normal")))
    status = page.locator(".basket [role=status]")
    expect(status).to_contain_text("A shared basket: 6 works; 1 work of it is not in this survey")
    page.get_by_role("button", name="Add 6 works").click()
    expect(status).to_contain_text("6 works in this browser")
    links = page.locator(".basket li > a")
    expect(links).to_have_text([f"{name} of soils {number}" for number, name in enumerate((*NAMES, "normal"))])


def test_the_explorer_shows_no_object_as_a_text(visited: Visit) -> None:
    page = visited.go("explore/#view=cards&columns=code-constructor,code-proto&code-constructor=toString")
    expect(page.locator(".explorer tbody tr:visible")).to_have_count(1)
    wait_until(page, "() => Boolean(window.surveyGists)")
    for text in ("native code", "[object"):
        expect(page.locator(".explorer")).not_to_contain_text(text)


def test_a_link_to_an_anchor_of_such_a_name_gets_no_card(visited: Visit) -> None:
    page = visited.go("themes/constructor/")
    page.get_by_role("link", name="above").focus()
    page.locator("main a.cite").first.focus()
    expect(page.locator("#survey-card .card-title")).to_have_text("__proto__ of soils 0")


def test_a_reference_in_another_style_is_that_of_the_work(visited: Visit) -> None:
    page = visited.go("papers/__proto__/")
    page.locator("p.styles").scroll_into_view_if_needed()
    page.get_by_label("Citation style").select_option("ieee")
    expect(page.locator(".reference > p")).to_contain_text("__proto__ of soils 0")


def test_an_address_of_any_form_leaves_the_page_whole(visited: Visit) -> None:
    for anchor in ("%", "%E0%A4%A", "%00", "constructor", "<img src=x>", "a" * 50_000):
        page = visited.go(f"themes/constructor/#{anchor}")
        expect(page.locator("[data-collect]").first, anchor[:20]).to_be_visible()


def test_what_others_kept_in_this_browser_leaves_the_page_whole(visited: Visit) -> None:
    page = visited.go("")
    for stored in STORED:
        page.evaluate(
            """stored => {
                for (const name of ["/.__palette", "/.__tabs", "/.__announce", "survey-style", "survey-basket:/assets/",
                  "survey-seen:/assets/"]) for (const store of [localStorage, sessionStorage]) store.setItem(name, stored);
            }""",
            stored,
        )
        page = visited.go("new/")
        expect(page.locator(".basket-link"), stored).to_be_visible()
        assert found(page, "normal")[0] == "papers/normal", stored
        assert page.evaluate("() => document.body.dataset.mdColorScheme") in ("default", "slate"), stored


def test_a_shared_basket_of_hostile_keys_shows_none_of_them(visited: Visit) -> None:
    keys = ["<img src=x onerror=ran()>", "javascript:ran()", "normal\n", "a" * 30_000, "__lookupGetter__"]
    page = visited.go("basket/#keys=" + ",".join(quote(key, safe="") for key in keys))
    expect(page.locator(".basket [role=status]")).to_contain_text("names no work of the survey")
    assert page.locator(".basket li").count() == 0
