"""Checks of what authors write."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Seek, a_page, a_work

SITE = frozenset(
    {
        "index.md",
        "guide.md",
        "themes/index.md",
        "themes/sets.md",
        "papers/smith2022order.md",
        "downloads/survey.bib",
        "a b.png",
    }
)


def test_a_citation_of_no_work_is_found_with_line_and_nearest_key(seek: Seek) -> None:
    [found] = seek(
        "citation-dangling",
        a_work(aliases=("old",)),
        overviews={"sets": "Fine [@smith2022order; @OLD].\n\nWrong [@smith2022oder].\n"},
    )
    assert (str(found.place), found.hint) == ("bib/overviews/sets.md:3", "did you mean @smith2022order?")


def test_code_and_addresses_cite_nothing(seek: Seek) -> None:
    assert (
        seek("citation-dangling", a_work(), pages=(a_page("`@nobody`, ann@example.org and\n\n    [@nobody]\n"),)) == []
    )


def test_a_page_below_docs_that_cites_should_move(seek: Seek) -> None:
    [found] = seek(
        "citation-in-docs", a_work(), documents=(a_page("Hello\n\nSee [@smith2022order].\n", "docs/notes/a.md"),)
    )
    assert (str(found.place), found.key, found.hint) == (
        "docs/notes/a.md:3",
        "smith2022order",
        "move the page to bib/pages/notes/a.md",
    )
    assert seek("citation-in-docs", a_work(), documents=(a_page("Ask @maintainer.\n", "docs/a.md"),)) == []


def test_a_code_block_that_nothing_ends_is_found_with_its_line(seek: Seek) -> None:
    closed = "Text.\n\n```sh\nmake\n```\n\n~~~\n```\n~~~\n"
    [overview, page, document] = seek(
        "code-open",
        a_work(),
        overviews={"sets": f"{closed}\n```\nAs @smith2022order says.\n", "trees": closed},
        pages=(a_page("Text.\n\n- item\n\n    ~~~ sh\n    make\n"),),
        documents=(a_page("````\n```\n", "docs/notes/a.md"), a_page(closed, "docs/notes/b.md")),
    )
    assert str(overview.place) == "bib/overviews/sets.md:11"
    assert str(page.place).endswith(":5")
    assert str(document.place) == "docs/notes/a.md:1"


def test_a_work_that_no_prose_cites_is_reported_where_its_theme_has_an_overview(seek: Seek) -> None:
    works = (a_work("a"), a_work("b"), a_work("c", aliases=("old",)))
    assert [
        one.key
        for one in seek("citation-none", *works, overviews={"sets": "About @a."}, pages=(a_page("And [@old]."),))
    ] == ["b"]
    assert seek("citation-none", *works) == []


@pytest.mark.parametrize(
    "target",
    ["gone.md", "papers/none.md#top", "../index.md", "<no page.md>", "themes/sets/", "papers/smith2022order.bib"],
)
def test_a_link_to_no_page_is_found(seek: Seek, target: str) -> None:
    [found] = seek("link-dead", a_work(), addresses=SITE, pages=(a_page(f"Words.\n\nA [link]({target}) here.\n"),))
    assert (found.place.path, found.place.line) == ("bib/pages/guide.md", 3)


@pytest.mark.parametrize(
    "target",
    ["index.md", "themes/index.md#all", "papers/smith2022order.md", "downloads/survey.bib", "<a b.png>", "a%20b.png", "#below",
     "../themes/sets/", "../themes/", "..", "https://example.org/x.md", "mailto:ann@example.org", "/anywhere/", "themes/sets.md \"Title\""],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_none(seek: Seek, target: str) -> None:
    assert seek("link-dead", a_work(), addresses=SITE, pages=(a_page(f"A [link]({target}) here.\n"),)) == []


def test_links_in_overviews_start_from_the_themes_page(seek: Seek) -> None:
    text = "See [one](../papers/smith2022order.md), [all](index.md) and [none](papers/smith2022order.md)."
    [found] = seek("link-dead", a_work(), addresses=SITE, overviews={"sets": text})
    assert (found.message, found.hint) == (
        "the link to `papers/smith2022order.md` leads nowhere",
        "did you mean ../papers/smith2022order.md?",
    )


def test_links_in_code_and_comments_are_text(seek: Seek) -> None:
    text = "Write `[a](gone.md)` or\n\n```\n[a](gone.md)\n```\n\n<!-- [a](gone.md) -->\n"
    assert seek("link-dead", a_work(), addresses=SITE, documents=(a_page(text, "docs/guide.md"),)) == []


def test_definitions_images_and_html_link_too(seek: Seek) -> None:
    text = 'A ![p](gone.png), [b][ref] and <a href="gone/">c</a>.\n\n[ref]: gone.md\n'
    found = seek("link-dead", a_work(), addresses=SITE, documents=(a_page(text, "docs/guide.md"),))
    assert [one.place.line for one in found] == [1, 1, 3]
