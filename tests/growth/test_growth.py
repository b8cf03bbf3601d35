"""A text twice as long takes about twice the steps, whatever stands in it."""

from __future__ import annotations

import re
import sys

import pytest

from benchmarks.growth import FUNCTIONS
from tests.growth.steps import Counter, Followed, TooManyStepsError, steps_of

LENGTH, TIMES = 30, 4  # characters of the short text, and how much longer the long one is
GROWTH = TIMES * 1.6  # what n log n and the first steps of a short text may add
SHAPES = ("!", "#", "[", "<a ", "<b x='", "{", "`", "**a", "[a](", "> ", "@k; ", "A. ")
READ = (
    "split_names",
    "repositories",
    "parse_overview",
    "headline_result",
    "cleaned",
    "harmless",
    "latex_markdown",
    "gist",
    "read_markup",
    "in_raw_html",
    "backlinks",
)


def written(shape: str, length: int) -> str:
    return (shape * length)[:length] + "x"


@pytest.mark.slow
@pytest.mark.parametrize("name", READ)
def test_steps_grow_no_faster_than_the_text(name: str) -> None:
    for shape in SHAPES:
        FUNCTIONS[name](written(shape, 3))  # what is made once is made
        short = steps_of(FUNCTIONS[name], written(shape, LENGTH))
        long = steps_of(FUNCTIONS[name], written(shape, TIMES * LENGTH))
        assert long <= GROWTH * short, f"{shape!r}: {short} steps, then {long}"


@pytest.mark.parametrize(
    ("name", "shape"), [("markdown_text.is_title", "arXiv:"), ("unglued", "\t"), ("venue_form", "\t")]
)
def test_what_stands_between_words_can_be_read_in_one_way_only(name: str, shape: str) -> None:
    FUNCTIONS[name](written(shape, 3))
    short = steps_of(FUNCTIONS[name], written(shape, LENGTH))
    assert steps_of(FUNCTIONS[name], written(shape, TIMES * LENGTH)) <= GROWTH * short


@pytest.mark.parametrize(("pattern", "shape"), [(r"\s*;\s*", " "), (r"#*x?$", "#"), (r"<.*?>", "<")])
def test_a_pattern_that_goes_back_is_noticed(pattern: str, shape: str) -> None:
    def steps(length: int) -> int:
        counter = Counter()
        try:
            list(Followed(re.compile(pattern), counter).finditer(shape * length + "z"))
        except TooManyStepsError:
            return sys.maxsize
        return counter.steps

    assert steps(TIMES * LENGTH) > GROWTH * steps(LENGTH) or steps(LENGTH) == sys.maxsize
