"""A paragraph of any length becomes a page in time that grows with it: it is shown as several."""

from __future__ import annotations

import pytest
from markdown import Markdown

from generator.prose.cleaning import cleaned
from generator.prose.depth import DEEPEST, DEEPEST_MARKS, MANY
from generator.prose.paragraphs import LONGEST, parted


def test_a_long_paragraph_is_shown_as_several_and_told_with_its_line() -> None:
    words = "Otters swim in the sea. " * 2_000
    text, problems = cleaned(f"# Otters\n\nShort.\n\n{words}\n\nEnd.\n", "bib/pages/otters.md", 5)
    pieces = text.split("\n\n")
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(" ".join(pieces).split()) == " ".join(f"# Otters Short. {words} End.".split())
    assert [str(problem.place) for problem in problems] == ["bib/pages/otters.md:9"]
    assert "more than 10,000 characters" in problems[0].message


def test_a_text_without_a_long_paragraph_stays_as_it_is() -> None:
    table = "".join(f"| {number} | otter |\n" for number in range(5_000))
    bare = "Number | Animal\n--- | :---:\n" + "".join(f"{number} | otter\n" for number in range(5_000))
    items = "".join(f"- otter {number}\n" for number in range(5_000))
    code = "```\n" + "otter\n" * 5_000 + "```\n"
    for text in (table, bare, items, code, "otter\n\n" * 5_000, "    otter\n" * 5_000):
        assert parted(text) == (text, ())


def test_a_row_too_long_for_a_paragraph_makes_no_table_of_it() -> None:
    text, found = parted("Number | Animal\n--- | ---\n1 | " + "*otter " * 5_000)
    assert found == (0,)
    assert max(map(len, text.split("\n\n"))) <= LONGEST


def test_a_long_paragraph_is_parted_after_a_line_or_else_a_sentence() -> None:
    """So every line of a quotation keeps its mark, and no citation or link is cut in two."""
    quoted, _ = parted("> Otters swim in the sea [@smith2022, p. 3].\n" * 1_000)
    assert all(line.startswith("> ") for line in quoted.split("\n") if line)
    cited, _ = parted("Otters swim in the sea [@smith2022, p. 3]. " * 1_000)
    assert all(piece.strip().endswith("].") for piece in cited.split("\n\n"))


@pytest.mark.parametrize("shape", ["*a* ", "**a", "&#91;", "\\["])
def test_a_paragraph_without_spaces_is_parted_all_the_same(shape: str) -> None:
    text, found = parted(shape * 20_000)
    assert found == (0,)
    assert max(map(len, text.split("\n\n"))) <= LONGEST
    assert text.replace("\n\n", "") == shape * 20_000


@pytest.mark.parametrize("before", [">", "> ", "- ", "  - ", " ", "1. > "])
def test_what_is_parted_grows_by_little_however_much_stands_before_it(before: str) -> None:
    text = before * 40_000 + "x " * 5_000
    assert len(cleaned(text, "a.md")[0]) < 2 * len(text)


def test_what_is_parted_is_not_parted_again() -> None:
    text, _ = parted("Otters swim. " * 10_000)
    assert parted(text) == (text, ())


def test_elements_within_very_many_elements_are_taken_out() -> None:
    text, problems = cleaned("<div>" * 600 + "Otters" + "</div>" * 600 + "<br>" * 600 + "<div>Voles</div>", "a.md")
    assert text.count("<div>") == text.count("</div>") == DEEPEST + 1
    assert text.count("<br>") == 600
    assert [problem.message for problem in problems] == ["elements within very many elements are removed"]


@pytest.mark.parametrize(
    ("around", "piece"),
    [
        ("<ul>\n{}</ul>", "<li>Otter\n"),
        ("<ul>\n{}</ul>", "<li>Otter <b>of the sea</b>\n"),
        ("<ul>\n{}</ul>", "<li><p>Otter\n"),
        ("<dl>\n{}</dl>", "<dt>Otter\n<dd>An animal\n"),
        ("<table>\n{}</table>", "<tr><td>Otter<td>Sea\n"),
        ("<table>\n{}</table>", "<tr><th>Otter\n<td>Sea</tr>\n"),
        ("<table>\n{}</table>", "<tbody><tr><td>Otter\n"),
        ("<div>\n{}</div>", "<p>Otter\n"),
        ("<div>\n{}</div>", "<p>Otter<h3>Sea</h3>\n"),
        ("<div>\n{}</div>", "<p>Otter<ul><li>Sea</ul>\n"),
    ],
)
def test_elements_whose_end_tags_are_left_out_do_not_stand_within_each_other(around: str, piece: str) -> None:
    for count in (300, 1_500):
        text, problems = cleaned(around.format(piece * count), "a.md")
        assert text.count("Otter") == count
        assert [text.count(f"<{name}>") for name in ("li", "p", "td", "tr", "dt", "dd")] == [
            count * piece.count(f"<{name}>") for name in ("li", "p", "td", "tr", "dt", "dd")
        ]
        assert [problem.message for problem in problems if "removed" in problem.message] == []


def test_lists_within_lists_are_as_deep_as_they_are_written() -> None:
    text, problems = cleaned("<ul><li>" * 300 + "Otter", "a.md")
    assert text.count("<ul>") == DEEPEST // 2
    assert [problem.message for problem in problems] == ["elements within very many elements are removed"]


def test_an_end_tag_of_nothing_makes_room_for_no_other_element() -> None:
    assert cleaned("<div></b>" * 600, "a.md")[0].count("<div>") == DEEPEST
    assert cleaned("<b><div></b>" * 600, "a.md")[0].count("<div>") <= DEEPEST
    text, problems = cleaned("<ul>" + "<li>a</p>" * (MANY + 10) + "</ul>", "a.md")
    assert text.count("</p>") == MANY
    assert [problem.message for problem in problems] == ["very many end tags that end nothing are removed"]


def test_marked_words_that_browsers_would_begin_anew_in_each_paragraph_are_few() -> None:
    text, _ = cleaned("".join(f'<p><b class="c{number}">Otter\n' for number in range(600)), "a.md")
    assert text.count("<p>") == 600
    assert text.count("<b") == DEEPEST_MARKS


@pytest.mark.parametrize(
    ("before", "item", "within"),
    [
        ("", "- {}\n- Sea\n", "<li>"),
        ("", "1. {}\n2. Sea\n", "<li>"),
        ("- Land\n", "    - {}\n- Sea\n", "<li>"),
        ("", "> - {}\n> - Sea\n", "<li>"),
        ("", "> {}\n", "<blockquote>"),
        ("- Land\n\n", "    {}\n\n- Sea\n", "<li>"),
    ],
)
@pytest.mark.parametrize("words", ["Otters swim in the sea. ", "Otters "])
def test_a_long_item_is_parted_within_its_list(before: str, item: str, within: str, words: str) -> None:
    text, found = parted(before + item.format((words * 2_000).strip()))
    assert found
    html = Markdown().convert(text)
    outside = Markdown().convert(before + item.format("Otters swim in the sea."))
    assert html.count(within) == outside.count(within)
    assert html.count("<p>") > outside.count("<p>")
    assert "<pre>" not in html
    depth = {place: html.count(f"<{place}>", 0, html.rindex("Otters")) for place in ("ul", "ol", "blockquote")}
    ended = {place: html.count(f"</{place}>", 0, html.rindex("Otters")) for place in ("ul", "ol", "blockquote")}
    assert any(depth[place] > ended[place] for place in depth)


def test_lines_of_a_long_item_stay_in_it() -> None:
    lines = "Otters swim in the sea.\n" * 1_000
    text, _ = parted("- " + lines.replace("\n", "\n    ").strip() + "\n- Sea\n")
    assert all(line.startswith(("- ", "    ")) for line in text.split("\n") if line)
    lazy, _ = parted(f"- {lines}")
    assert all(piece.startswith(("- ", "    ")) for piece in lazy.split("\n\n") if piece)
