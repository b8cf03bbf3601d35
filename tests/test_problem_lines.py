"""What went wrong is reported in few lines: each problem its own, but many of one kind with a count and the first three
places."""

from __future__ import annotations

from generator.errors import Place, Problem
from generator.problem_lines import problem_lines


def of_entry(line: int) -> Problem:
    return Problem(f"the year of the entry k{line}, `19{line}`, cannot be read", Place("bib/a.bib", line), "correct it")


def test_few_problems_of_a_kind_are_reported_one_by_one_in_their_order() -> None:
    other = Problem("is empty", Place("bib/b.ris"), level="note")
    assert list(problem_lines([of_entry(3), other, of_entry(9)])) == [
        "warning: bib/a.bib:3: the year of the entry k3, `193`, cannot be read (correct it)",
        "note: bib/b.ris: is empty",
        "warning: bib/a.bib:9: the year of the entry k9, `199`, cannot be read (correct it)",
    ]


def test_a_hundred_of_a_kind_are_one_line_with_a_count_and_the_first_three_places() -> None:
    other = Problem("is empty", Place("bib/b.ris"))
    lines = list(problem_lines([*map(of_entry, range(1, 100)), other, of_entry(100)]))
    assert lines == [
        "warning: 100 times: the year of the entry k1, `191`, cannot be read; first in bib/a.bib:1, bib/a.bib:2, bib/a.bib:3 (correct it)",
        "warning: bib/b.ris: is empty",
    ]


def test_lines_that_stand_for_many_already_are_counted_as_many() -> None:
    piece = [Problem("a row without a title", Place("bib/a.csv", line)) for line in range(2, 22)]
    more = Problem("9,980 more (to line 10,021): a row without a title", Place("bib/a.csv", 22))
    (line,) = problem_lines([*piece, more])
    assert line.startswith("warning: 10,000 times: a row without a title; first in bib/a.csv:2")


def test_errors_and_notes_of_one_text_are_told_apart() -> None:
    notes = [Problem("x", Place("a", n), level="note") for n in range(11)]
    assert len(list(problem_lines([*notes, Problem("x", Place("b", 1))]))) == 2
