"""Problems as printed lines: one each, but many of one kind share a line with their count and the first places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.calling import as_called
from generator.errors import Problem
from generator.text.terminal import on_terminal

_EACH = 10  # problems of one kind that are printed one by one
_PLACES = 3  # of more than these, the places that are named
_MORE = re.compile(r"^(?P<count>[\d,]+) more(?: \(to line [\d,]+\))?: ")  # a message that already stands for several
# What differs between two messages of one kind: quoted texts, keys of entries, numbers.
_VARIES = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|\b(?:entry|entries|key|row of|refers to) \S+|\d[\d,.]*")


def problem_lines(problems: Iterable[Problem], level: str = "") -> Iterator[str]:
    """One line for each problem, in order; a kind with more than ten is one line where its first stands.

    `level` is written in place of each problem's own.
    """
    listed = list(problems)
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in listed:
        kinds.setdefault((problem.level, _kind(problem.message)), []).append(problem)
    for problem in listed:
        alike = kinds[problem.level, _kind(problem.message)]
        if len(alike) <= _EACH:
            yield on_terminal(as_called(f"{level or problem.level}: {problem}"))
        elif problem is alike[0]:
            yield on_terminal(as_called(f"{level or problem.level}: {_together(alike)}"))


def _kind(message: str) -> str:
    return _VARIES.sub("…", _MORE.sub("", message))


def _together(alike: list[Problem]) -> str:
    """`412 times: MESSAGE; first in bib/a.ris:3, bib/a.ris:9, bib/b.ris:2 (what to do)`."""
    counts = [_MORE.match(problem.message) for problem in alike]
    count = sum(int(found["count"].replace(",", "")) if found else 1 for found in counts)
    places = [str(problem.place) for problem in alike if problem.place][:_PLACES]
    first = next((problem for problem, found in zip(alike, counts, strict=True) if not found), alike[0])
    where = f"; first in {', '.join(places)}" if places else ""
    hint = f" ({first.hint})" if first.hint else ""
    return f"{count:,} times: {_MORE.sub('', first.message)}{where}{hint}"
