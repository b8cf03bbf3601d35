from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.prose.citations import read_markup
from generator.prose.render import cite

from .conftest import make_library


def keys(text: str) -> list[str]:
    return [item.key for citation in read_markup(text).citations for item in citation.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@foo]", ["foo"]),
        ("@Foo_bar.baz. The end", ["Foo_bar.baz"]),
        ("@{Foo_bar.baz.} goes on", ["Foo_bar.baz."]),
        ("@Foo_bar--baz", ["Foo_bar"]),
        (
            "[@{https://example.com/bib?name=foobar&date=2000}, p. 33]",
            ["https://example.com/bib?name=foobar&date=2000"],
        ),
        ("[see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1]", ["doe99", "smith04"]),
        ("[@doi:10.1145/3158148; @acl:p19-1_2+b]", ["doi:10.1145/3158148", "acl:p19-1_2+b"]),
        ("(@a), @b's, “@c”: @d; @e?", ["a", "b", "c", "d", "e"]),
        ("@2210.00001 shows, as does [@2301.00002].", ["2210.00001", "2301.00002"]),
        ("[@a, @b and @c]", ["a", "b", "c"]),
        ("[see &amp; @a; @b]", ["a", "b"]),
        ("[^1]: A footnote cites [@a].", ["a"]),
        ("| one [@a] | `x` |\n|---|---|\n| ` | [@b] |", ["a", "b"]),
        ("> quoted [@a]\n> @b", ["a", "b"]),
        ("@größe2020 and @深度2021", ["größe2020", "深度2021"]),
        ("<b title='@no'>[@a]</b>", ["a"]),
        ("[see the [site](https://x.org/@no), @a]", ["a"]),
        ("![a figure](fig.png) [@a]", ["a"]),
        ("[0, 1) and [@a]", ["a"]),
        ("- item\n\n    second paragraph [@a]\n\n        code [@no]\n", ["a"]),
        ('!!! note "Title"\n    In a note [@a]\n\n    and @b\n', ["a", "b"]),
        ("1. one\n    - nested\n\n        still text @a\n\n            code @no", ["a"]),
        ("a paragraph\n    lazily indented @a", ["a"]),
        ("- item\n\nNo list any more.\n\n    code @no", []),
        ("no list without a blank line\n- @a\n\n    code @no", ["a"]),
    ],
)
def test_citations_follow_pandocs_rule(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "me@example.org",
        "<me@example.org>",
        "[write](mailto:me@example.org)",
        r"\@nobody",
        r"`@a` and `` `[@a] ``",
        "```\n@a\n```",
        "~~~ text\n[@a]\n\n@b\n~~~",
        "    @a in indented code",
        "text\n\n    [@a]\n\n    @b",
        "<!-- @a -->",
        "<!-- @a\n\n[@b]\n-->",
        '<a title="> @a" href=x>',
        "<pre>\n@a\n\n@b</pre>",
        "[text @a](https://x.org/@b)",
        "[@a](page.md)",
        "[@a][id]\n\n[id]: https://x.org",
        "[@a]: https://x.org/@b",
        "https://social.example/@someone",
        "$x@a$ and \\(y @b\\)",
        "[x](<a b@c>)",
        "![@a](b.png)",
        "a lone @ sign, and @.",
        "# Heading\n    @code",
        "[^@a]",
        "- item\n\n    ```\n    @a\n    ```",
        "<code>@a</code>",
        ">     @code in a quote",
        "1) no list here\n\n    @code",
    ],
)
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert keys(text) == []


def test_a_citation_says_prefix_locator_and_suffix() -> None:
    (citation,) = read_markup("[see @a, p. 3; -@b and *passim*]").citations
    assert [(i.prefix, i.key, i.suffix, i.year_only) for i in citation.items] == [
        ("see", "a", ", p. 3", False),
        ("", "b", "and *passim*", True),
    ]
    assert not citation.narrative


def test_a_locator_may_follow_a_citation_in_the_sentence() -> None:
    (citation,) = read_markup("as @a [p. 3; @b] says").citations
    assert citation.narrative
    assert [(i.key, i.suffix) for i in citation.items] == [("a", "p. 3"), ("b", "")]
    assert [c.narrative for c in read_markup("@a [@b]").citations] == [True, False]


def test_a_bracket_with_a_part_that_cites_nothing_is_no_citation_list() -> None:
    assert [c.narrative for c in read_markup("[@a; and so on]").citations] == [True]


def test_positions_and_lines_are_exact() -> None:
    text = "First line\n\nthen @a, and\n[see @b;\n@c] done"
    found = read_markup(text, first_line=10).citations
    assert [text[c.start : c.end] for c in found] == ["@a", "[see @b;\n@c]"]
    assert [(i.key, i.line, text[i.start : i.end]) for c in found for i in c.items] == [
        ("a", 12, "@a"),
        ("b", 13, "@b"),
        ("c", 14, "@c"),
    ]


def test_a_comment_that_begins_in_a_sentence_may_end_paragraphs_later() -> None:
    assert keys("Text <!-- @no\n\n@no -->@a\n\n@b") == ["a", "b"]


class _Code(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside, self.found = 0, []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag in ("code", "pre")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag in ("code", "pre")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def code_of(text: str) -> str:
    parser = _Code()
    parser.feed(Markdown(extensions=["fenced_code", "attr_list", "tables", "admonition"]).convert(text))
    return "".join(parser.found)


LINE = st.sampled_from(
    [
        "text [@smith2022]",
        "@smith2022 `@smith2022` [see @smith2022, p. 3]",
        "",
        "",
        "    [@smith2022] four deep",
        "        @smith2022 eight deep",
        "- item @smith2022",
        "    - nested @smith2022",
        "1. first [@smith2022]",
        "# Heading @smith2022",
        "```\n@smith2022\n```",
        "~~~\n\n    [@smith2022]\n~~~",
        "``@smith2022 ` ``",
        '!!! note "N"',
        "> quote @smith2022",
        "plain",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=9).map("\n".join))
@example("# H\n    [@smith2022]")
@example(
    "- item @smith2022\n\n        @smith2022 eight deep\n\n    [@smith2022] four deep\n\nplain\n\n    [@smith2022] four deep"
)
def test_python_markdown_finds_the_same_code_before_and_after(text: str) -> None:
    assert code_of(cite(text, "a.md", make_library(), references=False).text) == code_of(text)


WILD = st.lists(
    st.sampled_from(
        [
            "@",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "`",
            "```",
            "\n",
            "\n\n",
            "    ",
            "\\",
            "<",
            ">",
            "<!--",
            "-->",
            "$",
            "a",
            "smith2022",
            ";",
            "-",
            ": ",
            "^",
            "!",
            "&#3",
            "\x00",
            "é",
            "\ue000",
        ]
    )
    | st.text(max_size=3),
    max_size=60,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(WILD)
def test_hostile_text_never_raises_and_positions_hold(text: str) -> None:
    end = 0
    for citation in read_markup(text).citations:
        assert end <= citation.start < citation.end <= len(text)
        end = citation.end
        for item in citation.items:
            assert citation.start <= item.start < item.end <= citation.end
            assert text[item.start : item.end].lstrip("-") in (f"@{item.key}", f"@{{{item.key}}}")
            assert item.line == text.count("\n", 0, item.start) + 1


@settings(max_examples=100, deadline=None)
@given(WILD.map(lambda text: text.replace("@", "")))
def test_text_without_an_at_sign_is_unchanged(text: str) -> None:
    assert cite(text, "a.md", make_library()).text == text


@pytest.mark.parametrize("piece", ["[", "[@a ", "`", "` ", "<!--", "<a ", "@a;", "![", "\\(", "$x ", "&", "> ", "- "])
def test_a_long_hostile_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    for citation in read_markup(piece * 20_000 + "@a").citations[:5]:
        assert citation.items
