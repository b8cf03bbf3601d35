from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.prose.library import Library
from generator.prose.render import cite

from .conftest import make_library

PAGE = "notes/a.md"


def shown(text: str, library: Library, **options: object) -> str:
    """The text as a reader sees it: rendered, without tags."""
    result = cite(text, PAGE, library, references=False, **options)  # type: ignore[arg-type]
    return unescape(re.sub(r"<[^>]*>", "", html(result.text))).strip()


def html(text: str) -> str:
    return Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[@smith2022; @vinyals2016order]", "(Smith, 2022; Vinyals et al., 2016a)"),
        ("[see @smith2022, p. 3; @vinyals2016matching]", "(see Smith, 2022, p. 3; Vinyals et al., 2016b)"),
        ("[@smith2022 p. 3]", "(Smith, 2022, p. 3)"),
        ("[@smith2022, {pp. iv, vi}, and on]", "(Smith, 2022, pp. iv, vi, and on)"),
        ("[@smith2022 and elsewhere]", "(Smith, 2022 and elsewhere)"),
        ("[@smith2022 and @vinyals2016order]", "(Smith, 2022 and Vinyals et al., 2016a)"),
        ("[-@vinyals2016order]", "(2016a)"),
        ("As -@smith2022 says", "As (2022) says"),
        ("@vinyals2016order shows", "Vinyals et al. (2016a) shows"),
        ("@smith2022 [p. 3] shows", "Smith (2022, p. 3) shows"),
        ("@smith2022 [p. 3; @vinyals2016order]", "Smith (2022, p. 3; Vinyals et al., 2016a)"),
        ("@smith2022's point", "Smith (2022)'s point"),
        ("[@doi:10.1145/3158148]", "(Müller & Łoś, 2018)"),
        ("@{acl:p19-1_2+b}", "{01.AI} (n.d.)"),
        ("[@vinyals2015order]", "(Vinyals et al., 2016a)"),
        ("[@Smith2022]", "(Smith, 2022)"),
        (r"an \@sign", "an @sign"),
    ],
)
def test_author_and_year(shelf: Library, written: str, expected: str) -> None:
    assert shown(written, shelf) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[@smith2022; @vinyals2016order] and [@smith2022]", "[1, 2] and [1]"),
        ("[see @smith2022, p. 3; @vinyals2016order]", "[see 1, p. 3; 2]"),
        ("@smith2022 shows", "Smith [1] shows"),
        ("@smith2022 [p. 3]", "Smith [1, p. 3]"),
        ("[-@smith2022]", "[1]"),
    ],
)
def test_numbers(numbered: Library, written: str, expected: str) -> None:
    assert shown(written, numbered) == expected


def test_a_link_leads_to_the_paper_and_carries_what_a_preview_needs(shelf: Library) -> None:
    result = cite("So [@vinyals2016order].", PAGE, shelf, references=False)
    assert unescape(html(result.text)) == (
        '<p>So (<a class="cite" id="cite-1" data-cite="vinyals2016order" href="../../papers/p0/" '
        'title="Order Matters: Sequence to sequence for sets">Vinyals et al., 2016a</a>).</p>'
    )
    assert result.keys == ("vinyals2016order",)


def test_each_citation_has_an_id_of_its_own(shelf: Library) -> None:
    text = html(cite("@smith2022 [p. 1; @smith2022], [@smith2022; @vinyals2016order]", PAGE, shelf).text)
    assert re.findall(r'id="(cite-\d+)"', text) == ["cite-1", "cite-2", "cite-3", "cite-4"]


def test_a_hostile_title_stays_a_title(shelf: Library) -> None:
    text = html(cite("- [@smith2022]\n- @smith2022", PAGE, shelf, references=False).text)
    titles = re.findall(r'title="([^"]*)"', text)
    assert [unescape(title) for title in titles] == ['A "quoted" *title* (with) {braces} & <SEG> `ticks` \\_'] * 2
    assert "{" not in re.sub(r'"[^"]*"', "", text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_a_record_says_a_citation_is_one_link(title: str, label: str) -> None:
    wild = Library(
        {"k": title}, {"k": label}, {"k": "papers/k.md"}, lambda key: "k" if key == "k" else None, lambda key: "R"
    )
    text = html(cite("before [@k] after", "a.md", wild, references=False).text)
    assert text.count("<a ") == 1
    assert text.startswith("<p>before (<a ")
    assert text.endswith("</a>) after</p>")
    assert text.count("<") == 4


def test_the_authors_own_markdown_is_kept(shelf: Library) -> None:
    text = "# *Title* {#x}\n\n| a |\n|---|\n| [@smith2022] |\n\n  odd   spacing\t\n<b>raw</b>\n"
    before, _, after = cite(text, PAGE, shelf, references=False).text.partition("(<a ")
    assert before == text.partition("[@")[0]
    assert after.endswith(text.partition("2022]")[2])


def test_the_reference_list_comes_at_the_end_sorted_with_anchors(shelf: Library) -> None:
    result = cite("[@vinyals2016order] and [@smith2022] and @vinyals2016order.\n", PAGE, shelf)
    page = html(result.text)
    assert '<h2 id="references">References</h2>' in page
    assert re.findall(r'id="(ref-[^"]*)"', page) == ["ref-smith2022", "ref-vinyals2016order"]
    assert "Smith, 2022</a></span> Reference of p2." in page
    assert result.text.endswith("</div>\n")


def test_numbered_references_come_in_the_order_of_their_numbers(numbered: Library) -> None:
    page = html(cite("[@vinyals2016order] and [@smith2022]", PAGE, numbered).text)
    assert re.findall(r">\[(\d)\]</a></span> Reference of (p\d)", unescape(page)) == [("1", "p0"), ("2", "p2")]


def test_the_reference_list_comes_where_the_author_says_under_the_authors_heading(shelf: Library) -> None:
    result = cite("[@smith2022]\n\n## Literature\n[bibliography]\n\n## After\n\n`[bibliography]`\n", PAGE, shelf)
    page = html(result.text)
    assert "References" not in page
    assert page.index("Literature") < page.index("ref-smith2022") < page.index("After")
    assert "<code>[bibliography]</code>" in page


def test_a_page_that_cites_nothing_gets_no_list(shelf: Library) -> None:
    assert cite("Nothing here.\n", PAGE, shelf).text == "Nothing here.\n"
    assert cite("Nothing.\n\n[bibliography]\n", PAGE, shelf).text.strip() == "Nothing."


def test_an_unknown_key_is_an_error_with_file_line_and_the_nearest_keys(shelf: Library) -> None:
    result = cite(
        "one\n\n[@smith2022; @vinyal2016order] and @zzz",
        PAGE,
        shelf,
        source="bib/pages/a.md",
        first_line=5,
        references=False,
    )
    first, second = result.problems
    assert str(first).startswith(
        "bib/pages/a.md:7: no work has the key `vinyal2016order` (did you mean @vinyals2016order"
    )
    assert (first.level, second.level) == ("error", "error")
    assert "\\@" in str(second)
    assert shown("see [@smith2022; @zzz]", shelf) == "see (Smith, 2022; @zzz)"


def test_every_place_of_an_unknown_key_is_reported(shelf: Library) -> None:
    result = cite("@zzz\n@zzz\n", PAGE, shelf, source="x.md")
    assert [problem.place.line for problem in result.problems if problem.place] == [1, 2]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "@smith2022",
                "[",
                "]",
                ";",
                "-",
                "`",
                "\n",
                " ",
                "\\@",
                "@{x",
                "}",
                "(",
                ")",
                "p. 3",
                "[bibliography]",
                "    ",
                "# ",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_whatever_stands_around_them_citations_are_counted_in_order(text: str) -> None:
    for library in (make_library(), make_library("numbered")):
        cited = cite(text, PAGE, library).text
        numbers = [int(found) for found in re.findall(r'id="cite-(\d+)"', cited)]
        assert numbers == list(range(1, cited.count('class="cite"') + 1))
