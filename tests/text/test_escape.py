"""Text from a record shows literally: rendered Markdown gives the text back, and nothing else."""

from __future__ import annotations

import html
import re

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.text import escape

EXTENSIONS = [
    "admonition",
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    "abbr",
    "footnotes",
    "def_list",
    "pymdownx.arithmatex",
    "pymdownx.details",
]
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "*[X]: y", "# h", "1. a", "    code",
    "- a", "+ a", "> q", "With {BERT}", "a | b", "$x$ and $y$", "`code`", r"\_", "![i](x)", "[^1]: note", ":smile:", "==m==", "--- ", "{{ x }} {% y %}",
    "a\u202eb", "&lt;", "deep_learning__x", "<!-- c -->", "~~x~~", "^^x^^", "https://example.org/_a_", "@key",
]  # fmt: skip


def shown(source: str) -> str:
    rendered = markdown.markdown(source, extensions=EXTENSIONS)
    return html.unescape(re.sub(r"<[^>]+>", "", rendered)).strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    rendered = markdown.markdown(escape.markdown(text), extensions=EXTENSIONS)
    assert re.fullmatch(r"<p>[^<]*</p>", rendered), rendered
    assert shown(escape.markdown(text)) == escape.visible(text)


@given(st.text(max_size=200))
def test_any_text_comes_back_from_markdown_as_it_was(text: str) -> None:
    expected = escape.visible(text)
    if expected:
        assert " ".join(shown(escape.markdown(text)).split()) == " ".join(expected.split())


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\n", "\t"])
def test_what_parts_lines_parts_words(mark: str) -> None:
    assert escape.visible(f"otters{mark}at sea{mark}") == "otters at sea"
    assert escape.html_block(f"a{mark}b") in ("a b", f"a{mark}b")
    front = escape.front_matter({"title": f"a{mark}b"}).split("---\n")[1]
    assert yaml.safe_load(front)["title"] in ("a b", f"a{mark}b")


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u061c", "\u2066", "\u206a", "\u2062", "\ufff9", "\U000e0041", "\U000e007f", "\x00", "\ud800"]
)
def test_what_hides_or_turns_text_is_not_there(mark: str) -> None:
    assert escape.visible(f"ot{mark}ters") == "otters"
    assert escape.html_block(f"ot{mark}ters\n") == "otters\n"


@given(st.text(max_size=200))
def test_any_text_is_a_yaml_scalar(text: str) -> None:
    assert yaml.safe_load(escape.yaml(text)) == escape.visible(text)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "http://",
        "https://a b.example/",
        "file:///etc/passwd",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert escape.safe_url(address) == ""


def test_an_address_keeps_its_meaning() -> None:
    assert escape.safe_url("https://example.org/a(b)?q=ü&x=1#f") == "https://example.org/a%28b%29?q=%C3%BC&x=1#f"
