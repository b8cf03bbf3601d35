"""A paragraph of any length becomes a page in time that grows with it: it is shown as several."""

from __future__ import annotations

import pytest

from generator.prose.cleaning import DEEPEST_TAGS, cleaned
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


def test_what_is_parted_is_not_parted_again() -> None:
    text, _ = parted("Otters swim. " * 10_000)
    assert parted(text) == (text, ())


def test_elements_within_very_many_elements_are_taken_out() -> None:
    text, problems = cleaned("<div>" * 600 + "Otters" + "</div>" * 600 + "<br>" * 600 + "<div>Voles</div>", "a.md")
    assert text.count("<div>") == DEEPEST_TAGS + 1
    assert text.count("<br>") == 600
    assert [problem.message for problem in problems] == ["elements within over 500 elements are removed"]
