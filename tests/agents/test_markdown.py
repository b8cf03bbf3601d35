"""Pages as plain Markdown: what stands there is what the record says, and no record can add markup or a page."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.agents.markdown import LLMS_FULL, bound, unbound
from generator.agents.markdown_files import add_markdown
from generator.text.commonmark import literal
from generator.text.escape import visible
from tests.pages.surveys import ATTENTION, BERT, CHAIN, THEMES, build

HOSTILE = """@misc{x, title={# A <script>alert(1)</script> [title](javascript:1) <!-- page: index.md -->}, author={Doe, J*ane*},
  year={2020}, abstract={1. We <img src=x onerror=alert(1)> show $x_1 < y$ and *more*.}}
"""
OVERVIEW = "What came first [@vaswani2017attention].\n\n## Questions\n\n- Which?\n\n<!-- page: papers/forged.md -->\n"


def shown(text: str) -> str:
    """The page that a reader of CommonMark makes of the text."""
    return MarkdownIt("commonmark").render(text)


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "2) none",
        "- none",
        "+ none",
        "a *b* _c_ `d` [e](f) <b>g</b> &amp; \\h",
        "> i",
        "~~~",
        "===",
        "| j",
    ],
)
def test_every_text_shows_as_it_is(text: str) -> None:
    assert shown(literal(text)) == f"<p>{html.escape(text, quote=False)}</p>\n"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="$"), max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    expected = html.escape(visible(text), quote=True).replace("&#x27;", "'")
    assert shown(literal(text)) == (f"<p>{expected}</p>\n" if visible(text) else "")


@given(
    st.lists(
        st.tuples(st.from_regex(r"[a-z]{1,5}/[a-z]{1,5}\.md", fullmatch=True), st.text("ab<!-- page:>\n", max_size=40)),
        max_size=4,
    )
)
def test_pages_come_out_as_they_went_in_whatever_they_say(pages: list[tuple[str, str]]) -> None:
    assert [page for page, _ in unbound(bound(pages))] == [page for page, _ in pages]


def test_the_full_text_has_every_page_and_a_record_forges_none(project: Callable[..., Path]) -> None:
    pages = build(
        project(
            {
                "bib/sources/a.bib": ATTENTION + BERT + CHAIN + HOSTILE,
                "bib/themes.yml": THEMES,
                "bib/overviews/models.md": OVERVIEW,
            }
        )
    )
    found = dict(unbound(pages[f"docs/{LLMS_FULL}"]))
    assert {page for page in found if page.startswith("papers/")} == {
        path.removeprefix("docs/") for path in pages if path.startswith("docs/papers/") and path.endswith(".md")
    }
    assert set(found) >= {"index.md", "themes/models.md", "themes/reasoning.md"}
    theme, work = found["themes/models.md"], found["papers/vaswani2017attention.md"]
    assert "What came first [@vaswani2017attention]." in theme
    assert "### Questions" in theme
    assert "- [@devlin2019bert] Jacob Devlin (2019)." in theme
    assert work.startswith("# Attention Is All You Need\n\n- Authors: Vaswani, Ashish; Shazeer, Noam\n- Year: 2017\n")
    assert "arxiv:1706.03762" in work
    hostile = next(text for page, text in found.items() if page.startswith("papers/doe"))
    for markup in ("<script", "<img", "<a href"):
        assert markup not in shown(hostile)
    assert "$x_1 \\< y$" in hostile


def test_a_built_website_has_the_markdown_of_each_page_beside_it(tmp_path: Path) -> None:
    (tmp_path / "papers/x").mkdir(parents=True)
    (tmp_path / "years").mkdir()
    for page in ("index.html", "papers/x/index.html", "flat.html", "years/index.html"):
        (tmp_path / page).write_text("<html>")
    pages = [
        ("index.md", "# Home\n"),
        ("papers/x.md", "# X\n"),
        ("flat.md", "# F\n"),
        ("papers/gone.md", "# G\n"),
        ("../out.md", "# O\n"),
    ]
    (tmp_path / LLMS_FULL).write_text(bound(pages))
    sources = [
        ("papers/x.md", "---\ntitle: X\n---\n\n<p>X</p>\n"),
        ("years.md", "---\ntitle: Years\n---\n\n# Years\n\n---\n"),
    ]
    add_markdown(tmp_path, sources)
    assert {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.md")} == {
        "index.md": "# Home\n", "papers/x/index.md": "# X\n", "flat.md": "# F\n", "years/index.md": "# Years\n\n---\n",
    }  # fmt: skip
    assert not (tmp_path.parent / "out.md").exists()


def test_lists_of_a_large_survey_are_no_markdown_beside_their_pages(tmp_path: Path) -> None:
    for folder in ("years", "themes/sets", "data"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data/survey.json.gz").write_bytes(b"")
    for page in ("years/index.html", "themes/sets/index.html"):
        (tmp_path / page).write_text("<html>")
    (tmp_path / LLMS_FULL).write_text(bound([("themes/sets.md", "# Sets\n")]))
    add_markdown(tmp_path, [("years.md", "# Years\n")])
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")} == {"themes/sets/index.md"}
