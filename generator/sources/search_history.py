"""The search itself, which databases print above what they found (Ovid, EBSCOhost): no reference, but told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.errors import Place, Problem

_HEAD = re.compile(r"(?:search\s+(?:strategy|history|name|query)\b\s*:?.*|#\s+(?:searches|query)\b.*)", re.IGNORECASE)
_SOURCE = re.compile(r"(?:databases?|interface|platform|host|date|session|user)\b.*:", re.IGNORECASE)
_STEP = re.compile(r"[#S]?\d{1,4}[.):]?\s+\S.{0,2000}")  # `3     1 or 2 (1500)`, `S3 S1 OR S2`
_RESULTS = re.compile(r"[(\[]?(?P<hits>\d[\d,. ]*)[)\]]?\s*$")
_RULE = re.compile(r"[-*_=]{3,}")
_ABOVE = 400  # lines above which a file's records begin


@dataclass(frozen=True, slots=True)
class SearchHistory:
    """The lines of a file that hold a search, from `first` to `last` (1-based), and the hits of its last step.

    `certain` if above it stands nothing but where it was made; else it may be a paragraph of a reference's abstract.
    """

    first: int
    last: int
    hits: str
    certain: bool

    def problem(self, source: str) -> Problem:
        """The note that the search is there, which the survey's page of methods could show."""
        found = f"; its last step found {self.hits}" if self.hits else ""
        return Problem(
            f"lines {self.first} to {self.last} hold the search itself, which is no reference{found}",
            Place(f"bib/{source}", self.first),
            "write it into bib/searches.yml, so that the method page shows it",
            "note",
        )


def search_history(lines: Sequence[str]) -> SearchHistory | None:
    """The search near the top of the lines: a heading (`Search Strategy:`) and, below it, at least one numbered step.

    With it go the lines above it, which say where, when and by whom it was made.
    """
    first, certain = None, True  # the first line with a text, and whether each says where the search was made
    for at, line in enumerate(lines[:_ABOVE]):
        text = line.strip()
        if text and not _is_rule(text):
            first = at if first is None else first
            if _HEAD.fullmatch(text) and (steps := list(_steps(lines, at + 1))):
                results = _RESULTS.search(next(lines[step] for step in reversed(steps) if not _is_rule(lines[step])))
                hits = results["hits"].strip() if results else ""
                return SearchHistory(first + 1, steps[-1] + 1, hits, certain)
            certain = certain and bool(_HEAD.fullmatch(text) or _SOURCE.match(text))
    return None


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None


def _steps(lines: Sequence[str], at: int) -> Iterator[int]:
    """The places of a search's lines: numbered steps, what goes on one further in, and the rules that part them."""
    begun = False
    while at < len(lines):
        text = lines[at].strip()
        if _STEP.fullmatch(text):
            begun = True
            yield at
        elif begun and text and (lines[at][:1].isspace() or _is_rule(text)):
            yield at
        elif text and not _is_rule(text):
            return
        at += 1
