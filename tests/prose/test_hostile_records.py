"""What a record says (title, names, key, reference) is text wherever prose cites it, and never markup."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.prose.library import Library
from generator.prose.render import cite

from .test_raw_html import site_html

PAYLOADS = (
    "![x](x){onerror=alert(1)}",
    "[x](javascript:alert(1))",
    '"><img src=x onerror=alert(1)>',
    "<script>alert(1)</script>",
    "`x` *x* _x_ ~x~ ==x== :smile: $x$ \\(x\\)",
    "{ onclick=alert(1) #top .x }",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "<javascript:alert(1)>",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "</a></span></li></ul></div><iframe src=//x.example>",
    "a | b\n---|---\n# c",
    "![x]( x 'y'){: style=position:fixed }",
)
HOLDERS = (
    "As @k says.",
    "[@k]",
    "- [see @k, p. 3]",
    "| a |\n|---|\n| [@k] |",
    "# On @k\n",
    "> [-@k]",
    '!!! note "N"\n\n    [@k]',
)


class Tags(HTMLParser):
    """Every tag with its attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def shelf(said: str, numbered: bool = False) -> Library:
    """A library of one work whose record says `said` in its title and names."""
    return Library(
        {"k": said},
        {"k": f"{said}, 2022"},
        {"k": "papers/k.md"},
        lambda key: "k" if key == "k" else None,
        lambda key: f"<em>{escape(' '.join(said.split()))}</em>",
        numbered,
    )


def rendered(text: str, said: str, numbered: bool = False) -> Tags:
    return Tags(site_html(cite(text, "notes/a.md", shelf(said, numbered)).text))


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("said", PAYLOADS)
def test_a_citation_has_the_same_tags_whatever_the_record_says(said: str, holder: str, numbered: bool) -> None:
    page, plain = rendered(holder, said, numbered), rendered(holder, "Plain", numbered)
    assert page.tags == plain.tags


@pytest.mark.parametrize("said", PAYLOADS)
def test_the_reader_sees_what_the_record_says(said: str) -> None:
    page = rendered("As [@k] says.", said)
    words = " ".join(said.split())
    assert page.text.count(words) == 3  # the citation, its label in the reference list, and the reference
    assert words in " ".join(page.values) or "$" in said  # the title, with its mathematics as Unicode


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ab1 \n`*_[](){}<>!#=\"'&;:@$|\\~^/-."), max_size=40))
def test_no_text_of_a_record_changes_the_tags(said: str) -> None:
    assert rendered("[@k]", said).tags == rendered("[@k]", "Plain").tags


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_characters="\r\n{}", exclude_categories=("Z", "C")), min_size=1, max_size=12))
def test_no_key_changes_the_tags(key: str) -> None:
    library = Library({key: "T"}, {key: "L, 2022"}, {key: "papers/x.md"}, lambda _: key, lambda _: "<em>R</em>")
    page = Tags(site_html(cite("[@k]", "a.md", library).text))
    assert page.tags == rendered("[@k]", "Plain").tags
    assert key in page.values
