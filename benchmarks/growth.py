"""How the time of each function that takes a text grows with the text, for shapes that have hung such functions before.

    python -m benchmarks.growth [NAME …] [--length 40000] [--limit 20] [--within] [--json]
    python -m benchmarks.growth --records [NAME …]

The functions are found by their signatures (`benchmarks.made.texts`); NAME is the beginning of one's name. Each, in a process of its
own, reads a text of one repeated piece, of a length and of four times that length, in processor time. The exponent is 1 where
time grows with the length and 2 where it grows with its square; times below a hundredth of a second say nothing.

`--records` counts the steps that finding duplicates and screening take for sets of records instead (`benchmarks.made.many`).
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import signal
import sys
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from types import FrameType

from benchmarks.made.many import SETS, decided
from benchmarks.made.steps import lines_of
from benchmarks.made.texts import OfText, text_functions, unknown

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
    "@a{b,\n", "a = {", "a = {b},\n", "TY  - a\n", "%T a\n", '{"a":', "<a>", "</a>", "a,b\n", "a\tb\n",  # records
    "[a](https://b", "[[](", "| ", "<a>b</a>", "(a (", "a (b) ", "1, ", "A, B", "A. B., ", "“", "» ", "a’s ", "x^", "深", "$x$ ", "{\\a ", "://a.b/c ",
)  # fmt: skip


AROUND = (  # the words for which patterns look
    "We show in this systematic review that owls rise by 3.5% on three GSM8K (grade school) sets of the ",
    " than others (p = 0.01, n = 30). However, our results suggest, by Ash, B. et al. (2019), Proceedings of Owls, vol. 3(2), pp. 1-9.",
)


def measured(function: OfText, shape: str, length: int, limit: int, around: tuple[str, str]) -> tuple[float, str]:
    """(exponent, how it ended: seconds of both texts, or what stopped it). An exponent of 0 stands for no measurable time.

    What seems to grow too fast is measured twice, since a busy machine slows either text.
    """
    found = _once(function, shape, length, limit, around)
    return min(found, _once(function, shape, length, limit, around)) if LINEAR < found[0] < math.inf else found


def _once(function: OfText, shape: str, length: int, limit: int, around: tuple[str, str]) -> tuple[float, str]:
    seconds = []
    for size in (length, TIMES * length):
        text = (shape * (size // len(shape) + 1))[:size].join(around)
        signal.setitimer(signal.ITIMER_VIRTUAL, limit)
        started = time.process_time()
        try:
            function(text)
        except TimeoutError:
            return math.inf, f"more than {limit} s for {size:,} characters"
        except RecursionError:
            return math.inf, f"RecursionError for {size:,} characters"
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        seconds.append(time.process_time() - started)
    first, second = seconds
    exponent = math.log(second / max(first, NOTHING / TIMES)) / math.log(TIMES) if second > NOTHING else 0.0
    return exponent, f"{first:.3f} s, {second:.3f} s"


def rows(
    names: list[str], length: int, limit: int, around: tuple[str, str] = ("", "x")
) -> Iterator[tuple[str, str, float, str]]:
    """(function, shape, exponent, times) of every function and shape; each function has a process of its own."""
    functions = text_functions()
    for name, function in functions.items():
        if names and not name.startswith(tuple(names)):
            continue
        ours, others = Pipe(duplex=False)
        process = get_context("fork").Process(target=_tell, args=(others, function, length, limit, around), daemon=True)
        process.start()
        others.close()
        for shape in SHAPES:
            try:
                outcome = ours.recv() if ours.poll(TIMES * limit) else (math.inf, "cannot be stopped")
            except EOFError:
                outcome = math.inf, "the process ended"
            yield name, shape, *outcome
            if outcome[1] in ("cannot be stopped", "the process ended"):
                break
        process.kill()
        process.join()


def _tell(connection: Connection, function: OfText, length: int, limit: int, around: tuple[str, str]) -> None:
    signal.signal(signal.SIGVTALRM, _stop)
    function(SHAPES[0])  # what is made once is made
    gc.freeze()  # and is not looked through again while the texts are read
    for shape in SHAPES:
        connection.send(measured(function, shape, length, limit, around))


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
    parser.add_argument("names", nargs="*", help="beginnings of the names of functions to measure; all without one")
    parser.add_argument("--length", type=int, default=10_000)
    parser.add_argument("--limit", type=int, default=20, help="seconds of processor time after which a call is stopped")
    parser.add_argument("--within", action="store_true", help="the text within a sentence")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--records", action="store_true", help="count the steps for sets of records")
    options = parser.parse_args()
    if options.records:
        return int(any(exponent > LINEAR for exponent in of_records(options.names).values()))
    found: dict[str, dict[str, float]] = {}
    around = AROUND if options.within else ("", "x")
    for name, shape, exponent, times in rows(options.names, options.length, options.limit, around):
        found.setdefault(name, {})[shape] = exponent
        if exponent > LINEAR and not options.json:
            print(f"{name:50} {shape!r:24} {exponent:5.2f}  {times}", flush=True)
    worst = {name: max(exponents.values()) for name, exponents in found.items()}
    if options.json:
        print(json.dumps({name: str(exponent) for name, exponent in worst.items()}, indent=2))
    else:
        for name, exponent in worst.items():
            print(f"{name:50} {exponent:.2f}")
        for name in unknown():
            print(f"{name:50} not measured: say in benchmarks/made/arguments.py what it gets besides the text")
    return int(bool(unknown()) or any(exponent > LINEAR for exponent in worst.values()))


if __name__ == "__main__":
    sys.exit(main())
