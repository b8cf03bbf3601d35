"""What contributors write reaches the site as Markdown with a safe subset of HTML; the rest is removed and reported."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.prose.allowed import ELEMENTS, MADE, allowed, is_local, is_safe
from generator.prose.cleaning import cleaned
from generator.prose.result import faults

from .test_raw_html import site_html


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))


def undrawn(text: str) -> str:
    """The page with its formulas as they were written: what is drawn of them is no text of the author's."""
    return site_html(text, without="generator.prose.formulas")


def dangers(html: str) -> Iterator[str]:
    """Every element, attribute and address of a page that is not allowed."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    for tag, attrs in reader.tags:
        if tag not in ELEMENTS | MADE:
            yield tag
        yield from (f"{tag} {name}={value}" for name, value in attrs if not allowed(tag, name, value or ""))


REMOVED = [
    ("<script>alert(1)</script>\n\nText", "<script> is removed with what it holds"),
    ("a <script src=x></script> b", "<script> is removed with what it holds"),
    ("<style>body { display: none }</style>", "<style> is removed with what it holds"),
    ("<iframe src='//x.example'></iframe>", "<iframe> is removed with what it holds"),
    ("<svg><script>alert(1)</script></svg>", "<svg> is removed with what it holds"),
    ('<meta http-equiv="refresh" content="0;url=https://x.example">', "the tag <meta> is removed"),
    ("<base href=//x.example>", "the tag <base> is removed"),
    ("<form action=//x.example><input name=password></form>", "the tag <form> is removed"),
    ("a <img src=x onerror=alert(1)> b", "the attribute onerror of <img> is removed"),
    ("<p/onclick=alert(1)>x</p>", "the attribute onclick of <p> is removed"),
    ("<div\nonclick='a>b'\nstyle='position:fixed'>x</div>", "the attributes onclick, style of <div> are removed"),
    ("<p id=__config>{}</p>", "the attribute id of <p> is removed"),
    ("<a href='java&#10;script:alert(1)'>x</a>", "the attribute href of <a> is removed"),
    ("<A HREF=JaVaScRiPt:alert(1)>x</A>", "the attribute href of <a> is removed"),
    ("[x](javascript:alert(1))", "the address javascript:alert(1) of a link is removed"),
    ("[x]( <JAVASCRIPT:alert(1)> 'title')", "of a link is removed"),
    ("[x](&#106;avascript:alert(1))", "of a link is removed"),
    ("[x](&Tab;javascript&colon;alert(1))", "of a link is removed"),
    ("[x](java\tscript:alert(1))", "of a link is removed"),
    ("[x](\x01javascript:alert(1))", "of a link is removed"),
    ("[x](javascript\\:alert(1))", "of a link is removed"),
    ("[x](vbscript:x)", "of a link is removed"),
    ("[x](data:text/html;base64,PHNjcmlwdD4=)", "of a link is removed"),
    ("[x](file:///etc/passwd)", "of a link is removed"),
    ("![x](data:image/svg+xml,x)", "of a picture is removed"),
    ("[x][y]\n\n[y]: javascript:alert(1) 'title'", "of [y] is removed"),
    ("[y][]\n\n[y]:\n  <javascript:alert(1)>", "of [y] is removed"),
    ("[Y]\n\n[y]: data:text/html,x", "of [y] is removed"),
    ("<javascript://%0aalert(1)>", "is not a link"),
    ("# Title {onclick=alert(1)}", "the attribute onclick is removed"),
    ("Text\n{: onclick=alert(1) .a }", "the attribute onclick is removed"),
    ("**b**{onmouseover='alert(1)'}", "the attribute onmouseover is removed"),
    ("[x](a.md){ style='position:fixed' target=_top }", "the attributes style, target are removed"),
    ("| a |\n|---|\n| b { onclick=alert(1) } |", "the attribute onclick is removed"),
    ("- item\n{: href=javascript:alert(1) }", "the attribute href is removed"),
    ('[x][y]\n\n[y]: javascript:alert(1) "a" b "c"', "of [y] is removed"),
    ("[x][y]\n\n[y]: javascript:alert(1) (a (b) c)", "of [y] is removed"),
    ("Text\n{: #__search }", "the attribute id is removed"),
    ("```\n<script>alert(1)</script>\n", "<script> is removed with what it holds"),  # no code: nothing closes it
    ("~~~\n<script>alert(1)</script>\n```\n", "<script> is removed with what it holds"),
    ("```\n<script>alert(1)</script>\n````\n", "<script> is removed with what it holds"),
]


@pytest.mark.parametrize(("text", "message"), REMOVED)
def test_what_is_not_allowed_is_taken_out_and_told(text: str, message: str) -> None:
    assert list(dangers(site_html(text))) or "__" in text or "<style" in text  # it would be on the page
    safe, problems = cleaned(f"First line.\n\n{text}", "bib/pages/a.md", 5)
    assert not list(dangers(site_html(safe)))
    assert faults(safe, "bib/pages/a.md") == ()
    assert any(message in problem.message for problem in problems)
    assert {problem.level for problem in problems} == {"warning"}
    assert problems[0].place is not None
    assert problems[0].place.line in (7, 8, 9)
    assert safe.count("\n") == f"First line.\n\n{text}".count("\n")  # later messages name the right lines


KEPT = [
    "# Title { #top .wide }\n\nText with *stress*, **bold** and `code <script>`.",
    "Mathematics $a<b$, \\(x<y\\), and\n\n$$\\sum_{i=1}^n x_i$$\n",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "Text[^1].\n\n[^1]: A note with [a link](https://example.org/?a=1&b=2 'Title').",
    '!!! note "Title"\n    Text\n\n    - item',
    "| a | b |\n|:--|--:|\n| 1 | `x|y` |",
    '<div class="wide" markdown="1">\n\n**bold**\n\n</div>',
    "<details open><summary>More</summary>\n<p>Text</p>\n</details>",
    "H<sub>2</sub>O, <kbd>Ctrl</kbd>, <mark>x</mark>, a<br>b<br/>c",
    "<https://example.org/> and <a.person@example.org> and [mail](mailto:a@example.org)",
    "[up](../index.md#x), [root](/a/), [other](//example.org), [anchor](#a)",
    "![A picture](figures/a.png){ .wide }\n\n<img src='a.png' alt='b' width='10'>",
    "a < b, x <- y, 1<2, and {x=1} in a sentence",
    "[ref][a] and [a]\n\n[a]: https://example.org 'Title'",
    "<table><tr><th scope='row'>a</th><td colspan='2'>b</td></tr></table>",
    "As @key [p. 3] and [see @other; -@third] say; \\@sign.",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_harmless_stays_byte_for_byte(text: str) -> None:
    assert cleaned(text, "a.md") == (text, ())
    assert faults(text, "a.md") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![x](https://example.org/a.png)", "[x](https://example.org/a.png)"),
        ("![](//example.org/a.png)", "[picture](//example.org/a.png)"),
        ("![x](\\\\example.org/a.png)", "[x](\\\\example.org/a.png)"),
        ("[![x](https://example.org/a.png)](b.md)", "[x](b.md)"),
        ("![x][a]\n\n[a]: https://example.org/a.png", "[x][a]\n\n[a]: https://example.org/a.png"),
        ("<img src='https://example.org/a.png' alt='x'>", '<a href="https&#58;//example.org/a.png">x</a>'),
        ("<a href='b/'><img src='https://example.org/a.png'></a>", "<a href='b/'>picture</a>"),
    ],
)
def test_a_picture_from_another_host_becomes_a_link(text: str, expected: str) -> None:
    safe, (problem,) = cleaned(text, "a.md")
    assert safe == expected
    assert "is on another host and is a link now" in problem.message
    assert not list(dangers(site_html(safe)))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Text\n\n<div>\n\n    <script>alert(1)</script>\n\n</div>", 5),  # indented code to us, raw HTML to Markdown
        ("# \\_\\_config", 1),  # an id that the theme reads, made of a heading
        ("Text\n\n<div>\nnever closed", 3),
    ],
)
def test_what_still_reaches_the_page_stops_the_build(text: str, line: int) -> None:
    (problem, *_) = faults(cleaned(text, "a.md")[0], "a.md")
    assert (str(problem.place), problem.level) == (f"a.md:{line}", "error")


PIECES = st.sampled_from(
    [
        "<",
        ">",
        "<b",
        ">",
        "</b>",
        "<script>",
        "</script>",
        "<img",
        "src=x",
        "onerror=1>",
        "<a",
        "href=javascript:x>",
        "<!--",
        "-->",
        "[x](javascript:y)",
        "[x][y]",
        "[y]:",
        "![a](//b)",
        "{onclick=1}",
        "{",
        ".a",
        "}",
        "`",
        "```",
        "<div>",
        "<div/markdown=1>",
        "</div>",
        "<p/onclick=1>",
        "&#106;avascript:",
        "(",
        ")",
        "[",
        "]",
        '"',
        "'",
        "=",
        "$",
        "\\",
        "\\(",
        "\\)",
        "<svg",
        "<?x",
        "?>",
        "<![CDATA[",
        "]]>",
        "<textarea>",
        "<style>",
        "x",
        "*y*",
        "@k",
    ]
) | st.sampled_from(["\n", "\n\n", "    ", " ", "\n- ", "\n> ", "# ", "\n[y]: javascript:z\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_page_that_is_not_refused_holds_only_what_is_allowed(text: str) -> None:
    safe, _ = cleaned(text, "a.md")
    if not faults(safe, "a.md"):
        assert not list(dangers(undrawn(safe)))
    assert safe.count("\n") == text.count("\n")


def test_addresses_are_read_as_browsers_read_them() -> None:
    assert all(
        is_safe(address)
        for address in ("https://a.b", "HTTP://a", "mailto:a@b", "a/b:c", "#x", "?a=b:c", "../a.md", "//a.b")
    )
    assert not any(
        is_safe(address)
        for address in ("ftp://a", "\tjavascript:a", "java\nscript:a", "x:y", ":a", "\u00a0data:x", "blob:a")
    )
    assert not any(is_local(address) for address in ("//a", "\\\\a", "/\\a", "/\t/a", "https:a", "http://a"))


@pytest.mark.parametrize("shape", ["[", "![", "[a](", "[a][", "[@k; ", "<a ", "<!--", "<div>\n\n", "(["])
def test_very_many_marks_that_open_nothing_are_text_and_told_once(shape: str) -> None:
    safe, problems = cleaned(shape * 20_000, "a.md")
    messages = [problem.message for problem in problems if "is shown as several" not in problem.message]
    assert len(messages) <= 1 and len(problems) <= 2
    if "[" in shape:
        assert "brackets that open nothing are shown as text" in messages[0]
        assert safe.replace("\n\n", "").replace("&#91;", "[").replace("&#40;", "(") == shape * 20_000


def test_brackets_within_brackets_are_read_to_a_limit() -> None:
    safe, (problem, parted) = cleaned("[" * 5_000 + "]" * 5_000, "a.md")
    assert parted.message == "a paragraph of more than 10,000 characters is shown as several"
    assert "show" in problem.message
    assert faults(safe, "a.md") == ()


@pytest.mark.parametrize(
    "text",
    [
        "a\n{: onclick=ran(1) } </text><script>ran(1)</script>",
        "a\n{: onclick=ran(1) } <script>x</script>\n\nb",
        "# a {onclick=ran(1)}<script>x</script>",
        "# a {onclick=ran(1)}<x>",
        "# a {onclick=ran(1)}<!-- a -->",
        "[a]<!-- x -->(javascript:ran(1))",
        "[a]<x>(javascript:ran(1))",
        "[a]</x>[b]\n\n[b]:<x> javascript:ran(1)",
        "|a {onclick=ran(1)}<x>|b|\n|-|-|\n|c {onclick=ran(1)}</x>|d|",
        "a\n: b {onclick=ran(1)}<x>",
        "- a\n{<x>: onclick=ran(1) }",
        "**b**<x><y>{onclick=ran(1)}",
        "<<x>img src=x onerror=ran(1)>",
        "<im<!-- -->g src=x onerror=ran(1)>",
        "<s<s<script></script>cript></script>cript>ran(1)</script>",
    ],
)
def test_what_is_removed_leaves_nothing_live_together(text: str) -> None:
    kept, problems = cleaned(text, "a.md")
    assert problems or kept != text
    assert faults(kept, "a.md") == ()
    assert cleaned(kept, "a.md") == (kept, ())
