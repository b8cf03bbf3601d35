"""How the time of each function that takes a text grows with the text, for shapes that have hung such functions before.

    python -m benchmarks.growth [NAME …] [--length 40000] [--limit 20] [--json]
    python -m benchmarks.growth --records [NAME …]

Each function reads a text of one repeated piece, of a length and of four times that length, in processor time. The exponent is
1 where time grows with the length and 2 where it grows with its square; times below a hundredth of a second say nothing.

`--records` counts the steps that finding duplicates and screening take for sets of records instead (`benchmarks.made.many`).
"""

from __future__ import annotations

import argparse
import json
import math
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType

from yaml import Mark, MarkedYAMLError

from benchmarks.made.many import SETS, decided
from benchmarks.made.steps import lines_of
from generator.bibliography.latex import latex, latex_title, unescape
from generator.bibliography.latex_markdown import latex_markdown
from generator.bibliography.latex_math import harmless
from generator.config.yaml_remedies import remedy
from generator.dedupe.venues import venue_form
from generator.identifiers import identifiers_in, parse_isbn
from generator.kinds.tell import signs
from generator.links.code import pages, repositories
from generator.name_index.numbers import beside
from generator.name_index.roles import role
from generator.name_index.writing import written
from generator.names import family_first, parse_name
from generator.names.glued import unglued
from generator.names.lists import split_at_and, split_names
from generator.names.marks import without_degrees, without_marks, without_titles
from generator.prose.backlinks import backlinks
from generator.prose.blocks import blocks, lowered
from generator.prose.citations import read_markup
from generator.prose.cleaning import cleaned
from generator.prose.library import Library
from generator.prose.overview import parse_overview
from generator.prose.raw_html import in_raw_html
from generator.prose.render import cite
from generator.prose.result import faults
from generator.prose.sources import Written
from generator.search.words import roots, terms
from generator.sources import markdown_text
from generator.sources.field_text import month_in, year_in
from generator.sources.latex import decode
from generator.sources.markup import without_markup
from generator.text import commonmark, escape
from generator.text.clean import clean_abstract, clean_title
from generator.text.compare import fold
from generator.text.escape import visible
from generator.text.findings import headline_result
from generator.text.lost_words import damage
from generator.text.math import plain, segments
from generator.text.passages import gist, proposal
from generator.text.sentences import spans
from generator.text.standing import points_away, standing
from generator.text.title_case import in_title_case

TIMES = 4  # how much longer the second text is
RECORDS = 250  # in the smaller set
NOTHING = 0.01  # seconds below which an exponent is chance
LINEAR = 1.35  # the largest exponent of a function that grows no faster than n log n, measured with this noise
SHAPES = (
    "!", "0", ",", "#", "[", "]", "(", ")", "{", "}", "<", ">", "<a ", "<b x='", "</", "<!--", "$", "\\", '\\"{', "`", "``a", "*", "**a", "_a", "- ", "> ",
    "1. ", "&", "&a", '"', "'", ". ", ".", " ", "\n", "\n\n", "\t", "    a\n", "- a\n", "# a\n", "a. B", "A.", "A ", "Aa", "a ", " and ", ", et al", "et al. ",
    "we propose ", "We show 10% ", "](", "![", "[a](", "[a][", "[a]: ", "{#a", "{a=", "@k", "[@k; ", "[@k, ", "://", "https://github.com/a)", "http://a.b/]",
    "-", "--", "~", "=", "|", "|a", "^", ":", ";", "$a", "\\(", "\\[", "<div>", "<div markdown>\n", "<p>a\n\n", "2020", "10.1/", "arXiv:", "\u0301", "e.g. ",
    "a-", "(a", "**a.** ", "```\n", "~~~\n", "!!! a\n", "[^a]: ", "*[a]: ", "'a", "é",
)  # fmt: skip
LIBRARY = Library({"k": "T"}, {"k": "L, 2020"}, {"k": "p.md"}, lambda key: "k" if key == "k" else None, lambda key: "R")
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "backlinks": lambda text: backlinks([Written("a", "a.md", "A", text)], LIBRARY),
    "blocks": blocks,
    "cite": lambda text: cite(text, "a.md", LIBRARY, source="a.md"),
    "clean_abstract": lambda text: clean_abstract(text, text[:100]),
    "clean_title": clean_title,
    "cleaned": lambda text: cleaned(text, "a.md"),
    "decode": decode,
    "escape.attribute": escape.attribute,
    "escape.inert_html": escape.inert_html,
    "escape.safe_url": escape.safe_url,
    "escape.visible": escape.visible,
    "faults": lambda text: faults(cleaned(text, "a.md")[0], "a.md"),
    "fold": fold.__wrapped__,
    "gist": lambda text: gist(text, "A title"),
    "harmless": harmless,
    "headline_result": headline_result,
    "identifiers_in": lambda text: list(identifiers_in(text)),
    "in_raw_html": lambda text: in_raw_html(text, [len(text) // 2]),
    "latex": latex,
    "latex_markdown": lambda text: latex_markdown(text, {"k"}),
    "latex_title": latex_title,
    "lowered": lowered,
    "markdown_text.is_title": markdown_text.is_title,
    "markdown_text.plain": markdown_text.plain,
    "markdown_text.title_in": markdown_text.title_in,
    "month_in": month_in,
    "pages": pages,
    "parse_isbn": parse_isbn,
    "parse_name": parse_name,
    "parse_overview": lambda text: parse_overview(text, LIBRARY.resolve),
    "plain": plain,
    "proposal": proposal,
    "read_markup": read_markup.__wrapped__,
    "repositories": repositories,
    "segments": segments,
    "spans": spans.__wrapped__,
    "split_at_and": split_at_and,
    "split_names": split_names,
    "unescape": unescape,
    "unglued": lambda text: unglued(f"A {text} a"),
    "venue_form": lambda text: venue_form(f"A {text} a"),
    "without_markup": lambda text: without_markup(text, folded=True),
    "year_in": year_in,
    "commonmark.literal": commonmark.literal,
    "damage": damage,
    "escape.heading": escape.heading,
    "escape.identifier": escape.identifier,
    "family_first": family_first,
    "in_title_case": in_title_case,
    "kinds": lambda text: list(signs(visible(text), visible(text))),
    "name_index.beside": lambda text: beside(text, len(text) // 2, len(text) // 2 + 1),
    "name_index.role": lambda text: role(text, len(text) // 2, len(text) // 2 + 1, True, True),
    "name_index.written": lambda text: list(written(text, frozenset(), is_title=False)),
    "points_away": points_away,
    "remedy": lambda text: remedy(text, MarkedYAMLError("a", None, "b", Mark("a.yml", 0, 0, 0, text, 0))),
    "roots": lambda text: roots(text, "en"),
    "search.terms": lambda text: terms(text, "de"),
    "standing": standing,
    "without_degrees": lambda text: without_degrees(text.split()),
    "without_marks": without_marks,
    "without_titles": without_titles,
}


def measured(function: Callable[[str], object], shape: str, length: int, limit: int) -> tuple[float, str]:
    """(exponent, how it ended: seconds of both texts, or what stopped it). An exponent of 0 stands for no measurable time."""
    seconds = []
    for size in (length, TIMES * length):
        text = (shape * (size // len(shape) + 1))[:size] + "x"
        signal.alarm(limit)
        started = time.process_time()
        try:
            function(text)
        except TimeoutError:
            return math.inf, f"more than {limit} s for {size:,} characters"
        except RecursionError:
            return math.inf, f"RecursionError for {size:,} characters"
        finally:
            signal.alarm(0)
        seconds.append(time.process_time() - started)
    first, second = seconds
    exponent = math.log(second / max(first, NOTHING / TIMES)) / math.log(TIMES) if second > NOTHING else 0.0
    return exponent, f"{first:.3f} s, {second:.3f} s"


def rows(names: list[str], length: int, limit: int) -> Iterator[tuple[str, str, float, str]]:
    """(function, shape, exponent, times) of every function and shape."""
    for name, function in FUNCTIONS.items():
        if names and name not in names:
            continue
        for shape in SHAPES:
            yield name, shape, *measured(function, shape, length, limit)


def of_records(names: list[str]) -> dict[str, float]:
    """The exponent of the steps for each set of records, by its name; printed as they are counted."""
    found = {}
    for name in [name for name in SETS if not names or name in names]:
        few, many = (lines_of(partial(decided, SETS[name](count))) for count in (RECORDS, TIMES * RECORDS))
        found[name] = math.log(many / few) / math.log(TIMES)
        print(f"{name:40} {found[name]:5.2f}  {few:,} lines, {many:,} lines", flush=True)
    return found


def _stop(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


def main() -> int:
    """Print the largest exponent of each function, and every shape on which one grows faster than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="functions to measure; all without a name")
    parser.add_argument("--length", type=int, default=10_000)
    parser.add_argument("--limit", type=int, default=20, help="seconds after which a call is stopped")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--records", action="store_true", help="count the steps for sets of records")
    options = parser.parse_args()
    if options.records:
        return int(any(exponent > LINEAR for exponent in of_records(options.names).values()))
    signal.signal(signal.SIGALRM, _stop)
    found: dict[str, dict[str, float]] = {}
    for name, shape, exponent, times in rows(options.names, options.length, options.limit):
        found.setdefault(name, {})[shape] = exponent
        if exponent > LINEAR and not options.json:
            print(f"{name:20} {shape!r:24} {exponent:5.2f}  {times}", flush=True)
    worst = {name: max(exponents.values()) for name, exponents in found.items()}
    if options.json:
        print(json.dumps({name: str(exponent) for name, exponent in worst.items()}, indent=2))
    else:
        for name, exponent in worst.items():
            print(f"{name:20} {exponent:.2f}")
    return int(any(exponent > LINEAR for exponent in worst.values()))


if __name__ == "__main__":
    sys.exit(main())
