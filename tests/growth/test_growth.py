"""A text twice as long takes about twice the steps, whatever stands in it."""

from __future__ import annotations

import inspect
import re
import sys
from functools import partial

import pytest

from benchmarks.made.arguments import FURTHER
from benchmarks.made.not_texts import NO_TEXTS
from benchmarks.made.steps import lines_of
from benchmarks.made.texts import found, text_functions, unknown, without_texts
from generator.sources.markdown_text import with_links
from generator.text.clean import clean_abstract
from generator.text.empty_cues import UNSAID
from generator.text.escape import safe_url
from tests.growth.steps import Counter, Followed, TooManyStepsError, steps_of

LENGTH, TIMES = 30, 4  # characters of the short text, and how much longer the long one is
GROWTH = TIMES * 1.6  # what n log n and the first steps of a short text may add
SHAPES = ("!", "#", "[", "<a ", "<b x='", "{", "`", "**a", "[a](", "> ", "@k; ", "A. ")
FUNCTIONS = {name.rpartition(".")[2]: function for name, function in text_functions().items()}
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


def test_every_public_function_of_a_text_is_measured_or_has_a_reason() -> None:
    assert unknown() == [], (
        "a row in benchmarks/made/arguments.py says what else they get, or one in not_texts.py why they are not measured"
    )


def test_public_functions_of_a_text_are_found_by_their_signatures() -> None:
    assert {inspect.unwrap(clean_abstract), inspect.unwrap(safe_url)} <= set(found().values())
    assert set(map(inspect.unwrap, (*FURTHER, *without_texts()))) <= set(found().values())  # what is gone has no row
    assert not {*map(inspect.unwrap, FURTHER)} & without_texts()
    assert all(len(set(functions)) == len(functions) for functions in NO_TEXTS.values())
    assert len(FUNCTIONS) > 300


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
        ("is_title", "arXiv:"),
        ("title_in", "["),
        ("beside", "\t"),
        ("cited_title", "\t"),
        ("unglued", "\t"),
        ("venue_form", "\t"),
        ("prose", "<!--"),
        ("prose", "!["),
        ("split_names", "$x$ "),
        ("is_strong", "``a"),
        ("opposed", "a"),
        ("opposed", "un"),
        ("opposed", "supervised"),
        ("opposed", "hypo"),
        ("identifiers_in", "[a](https://b"),
        ("foreign", " "),
        ("foreign", "hdl:a/"),
        ("latex_markdown", "**a "),
        ("latex_markdown", "[@a"),
        ("without_rights", "["),
        ("proper_nouns", ". "),
        ("protected", "{A} " + "a" * TIMES * LENGTH),
        ("read_published", "@a{k" + " " * LENGTH),
        ("decode", "\\("),
        ("decode", "\\[a"),
        ("decode", "\\\\["),
        ("cleaned", "[a]:x"),
        ("cleaned", "[^a]:x"),
        ("reader of Markdown list", " "),
        ("reader of Markdown list", "|]("),
        ("reader of Markdown list", "# a" + " " * TIMES * LENGTH),
        ("is_full_name", " "),
        ("is_adjective", "a"),
    ],
)
def test_what_stands_between_words_can_be_read_in_one_way_only(name: str, shape: str) -> None:
    FUNCTIONS[name](written(shape, 3))
    short = steps_of(FUNCTIONS[name], written(shape, LENGTH))
    assert steps_of(FUNCTIONS[name], written(shape, TIMES * LENGTH)) <= GROWTH * short


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("headline_result", "1"),
        ("headline_result", "0."),
        ("headline_result", "1,"),
        ("contribution", "and "),
        ("near", "2020"),
        ("near", "1A"),
        ("near", "1."),
        ("clause", " "),
        ("whole_clauses", "\n"),
        ("language_codes", " "),
        ("without_full_stop", "a"),
        ("latex_markdown", "`"),
        ("is_no_title", " "),
        ("names_in_slot", " "),
        ("without_marks", " "),
        ("in_one_spelling", " "),
        ("split_list", " "),
        ("trimmed", " "),
        ("read_condition", " "),
        ("reduced", " "),
        ("parse_name", "a"),
    ],
)
def test_nor_within_a_sentence_that_has_the_words_for_which_a_function_looks(name: str, shape: str) -> None:
    def text(times: int) -> str:
        return (shape * times)[:times].join(
            ("Ash, We propose two new and simple ", " ones, 3% better than GSM8K (Ltd.)")
        )

    FUNCTIONS[name](text(3))  # what is made once is made
    short, long = (steps_of(FUNCTIONS[name], text(times * LENGTH)) for times in (1, TIMES))
    assert long <= GROWTH * short, f"{short} steps, then {long}"


@pytest.mark.parametrize(
    ("name", "before", "shape", "behind"),
    [
        ("reference_parts", "In Proceedings", "A", "!"),
        ("reference_parts", "A 1", " ", "!"),
        ("place_in", "A. Vol. 2, ", "2019 ", "!"),
        ("reduced", "{", " ", ""),
        ("cleaned", "[a](", "\n", "x y"),
        ("cleaned", "[a](x ", "\n", "x y"),
        ("with_links", "<li 1> |", " ", "x"),
    ],
)
def test_nor_behind_what_a_function_reads_first(name: str, before: str, shape: str, behind: str) -> None:
    function = FUNCTIONS.get(name) or (lambda text: with_links([text]))
    function(f"{before}{shape}{behind}")
    short, long = (steps_of(function, before + shape * times + behind) for times in (2 * LENGTH, TIMES * 2 * LENGTH))
    assert long <= GROWTH * short, f"{short} steps, then {long}"


def test_adjectives_in_a_row_are_read_in_one_way_only() -> None:
    short, long = (steps_of(UNSAID.search, "a " + "simple and " * times) for times in (5, 20))
    assert long <= GROWTH * short


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
