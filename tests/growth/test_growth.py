"""A text twice as long takes about twice the steps, whatever stands in it."""

from __future__ import annotations

import re
import sys
from functools import partial

import pytest

from benchmarks.made.steps import lines_of
from benchmarks.made.texts import FURTHER, NO_TEXTS, OTHERS, excluded, found, text_functions, wants_more
from tests.growth.steps import Counter, Followed, TooManyStepsError, steps_of

LENGTH, TIMES = 30, 4  # characters of the short text, and how much longer the long one is
GROWTH = TIMES * 1.6  # what n log n and the first steps of a short text may add
SHAPES = ("!", "#", "[", "<a ", "<b x='", "{", "`", "**a", "[a](", "> ", "@k; ", "A. ")
FUNCTIONS = text_functions()
READ = (
    "names.lists.split_names",
    "links.code.repositories",
    "prose.overview.parse_overview",
    "text.findings.headline_result",
    "prose.cleaning.cleaned",
    "bibliography.latex_math.harmless",
    "bibliography.latex_markdown.latex_markdown",
    "text.passages.gist",
    "prose.citations.read_markup",
    "prose.raw_html.in_raw_html",
    "prose.backlinks.backlinks",
)


def written(shape: str, length: int) -> str:
    return (shape * length)[:length] + "x"


def test_every_public_function_of_a_text_is_measured_or_has_a_reason() -> None:
    known = found()
    assert not excluded() - set(known) and not set(FURTHER) - set(known)  # what is gone has no reason
    assert not excluded() & set(FURTHER)
    without = [name for name, function in known.items() if wants_more(function) and name not in {*FURTHER, *excluded()}]
    assert without == [], "a row in benchmarks/made/texts.py says what else they get, or why they are not measured"
    assert set(FUNCTIONS) >= {*known, *OTHERS} - excluded()
    assert all(reason and len(set(names)) == len(names) for reason, names in NO_TEXTS.items())


@pytest.mark.parametrize("text", ["x", "Order matters, for sets. We show 10% more.\n"])
def test_an_ordinary_text_is_read_by_every_function(text: str) -> None:
    steps = {}
    for name, function in FUNCTIONS.items():
        function(text)
        steps[name] = lines_of(partial(function, text))
    assert max(steps.values()) < 50_000
    assert sum(number > 0 for number in steps.values()) > len(steps) * 0.9


@pytest.mark.slow
@pytest.mark.parametrize("name", READ)
def test_steps_grow_no_faster_than_the_text(name: str) -> None:
    for shape in SHAPES:
        FUNCTIONS[name](written(shape, 3))  # what is made once is made
        short = steps_of(FUNCTIONS[name], written(shape, LENGTH))
        long = steps_of(FUNCTIONS[name], written(shape, TIMES * LENGTH))
        assert long <= GROWTH * short, f"{shape!r}: {short} steps, then {long}"


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("sources.markdown_text.is_title", "arXiv:"),
        ("sources.markdown_text.title_in", "["),
        ("sources.markdown_text.people_beside", "\t"),
        ("names.glued.unglued", "\t"),
        ("dedupe.venues.venue_form", "\t"),
        ("pages.plain_words.prose", "<!--"),
        ("pages.plain_words.prose", "!["),
        ("names.lists.split_names", "$x$ "),
        ("name_index.writing.is_strong", "``a"),
    ],
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
