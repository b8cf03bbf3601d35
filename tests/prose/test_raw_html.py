"""Citations where an author writes HTML: linked where Markdown is read, left as written and reported where it is
not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.prose.library import Library
from generator.prose.overview import cited_keys
from generator.prose.render import cite

from .conftest import make_library

# What MkDocs loads by itself (its documentation, "markdown_extensions"), and what a new project's settings add.
MKDOCS_OWN = ["toc", "tables", "fenced_code"]


def site_html(text: str, without: str = "") -> str:
    """The text as the site's engine renders it, without one of its extensions if that is named."""
    file = Path(__file__).parents[2] / "generator/skeleton/mkdocs.yml"
    named = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)["markdown_extensions"]
    extensions = [item if isinstance(item, str) else next(iter(item)) for item in named]
    configs = {name: values for item in named if isinstance(item, dict) for name, values in item.items()}
    used = [name for name in dict.fromkeys([*MKDOCS_OWN, *extensions]) if name != without]
    return Markdown(extensions=used, extension_configs=configs).convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "<div>@smith2022</div>",
        "<div>\n\n[@smith2022]\n\n</div>",
        "Text.\n\n<table><tr><td>[see @smith2022, p. 3]</td></tr></table>",
        "<details>\n<summary>As @smith2022 says</summary>\n</details>",
        "<div markdown>\n<p>[@smith2022]</p>\n</div>",
        "<div>\n\n[bibliography]\n\n</div>",
    ],
)
def test_a_citation_in_raw_html_is_left_as_written_and_told(shelf: Library, text: str) -> None:
    result = cite(text, "notes/a.md", shelf, source="bib/pages/notes/a.md", first_line=5)
    assert result.text == text
    assert result.keys == ()
    (problem,) = result.problems
    place = text.count("\n", 0, text.find("smith2022" if "smith2022" in text else "[bib")) + 5
    assert (str(problem.place), problem.level) == (f"bib/pages/notes/a.md:{place}", "warning")
    assert "stands in raw HTML, where Markdown is not read" in str(problem)
    assert 'add markdown="1" to the element' in str(problem)


@pytest.mark.parametrize(
    "text",
    [
        '<div markdown="1">@smith2022</div>',
        '<div markdown="block">\n\n[@smith2022]\n\n</div>',
        '<p markdown="span">As @smith2022 says</p>',
        "<div markdown>\n<p markdown>[@smith2022]</p>\n</div>",
        "- item\n\n    <div>@smith2022</div>",
        "A <b>word of @smith2022</b> in a paragraph",
        "<span>@smith2022</span> opens a paragraph",
        "<div>raw</div>\n\n@smith2022 after it",
    ],
)
def test_a_citation_where_html_lets_markdown_in_is_linked(shelf: Library, text: str) -> None:
    result = cite(text, "notes/a.md", shelf, references=False)
    assert (result.keys, result.problems) == (("smith2022",), ())
    assert 'data-cite="smith2022"' in site_html(result.text)


def test_an_at_sign_in_raw_html_can_be_escaped(shelf: Library) -> None:
    result = cite("<div>\\@smith2022</div>", "notes/a.md", shelf)
    assert (result.text, result.problems) == ("<div>&#64;smith2022</div>", ())


def test_a_work_named_in_raw_html_only_is_not_cited(shelf: Library) -> None:
    assert cited_keys("<div>@smith2022</div>\n\n[@vinyals2016order]", shelf.resolve) == ("vinyals2016order",)


CITING = st.sampled_from(
    [
        "[@smith2022]",
        "As @smith2022 [p. 3] says",
        "- item @smith2022",
        "> [@smith2022]",
        "    code @smith2022",
        "<p>@smith2022</p>",
    ]
)
OPENED = st.sampled_from(
    ["<div>", '<div markdown="1">', "<details markdown>", '<section markdown="block">', '<p markdown="span">']
)


def closed(opened: str, inside: list[str], gap: str) -> str:
    name = opened[1:].split(" ", maxsplit=1)[0].rstrip(">")
    return gap.join([opened, *inside, f"</{name}>"])


PIECE = CITING | st.builds(closed, OPENED, st.lists(CITING, max_size=3), st.sampled_from(["\n", "\n\n"]))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECE, max_size=6).map("\n\n".join))
@example('<div markdown="1">\n<div markdown="0">\n[@smith2022]\n</div>\n</div>')
@example('<div markdown="1">\n    <div>@smith2022</div>')
@example("<div>\n\n[@smith2022]")
@example("<div>\n- item @smith2022\n</div>\n\n    code @smith2022")
def test_no_page_shows_the_markdown_of_a_link(text: str) -> None:
    result = cite(text, "notes/a.md", make_library(), references=False)
    assert "](" not in site_html(result.text)
