"""A column that looks like a team's decisions but is not named in `survey.yml`: reported, so that no mark is missed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from generator.config.setting_groups import ScreeningSettings
from generator.errors import Problem
from generator.records import Record
from generator.screening.texts import folded
from generator.text import escape

_INCLUDES = ("include", "included", "in", "accept", "accepted", "select", "selected", "eligible", "relevant")
_EXCLUDES = (
    "exclude", "excluded", "out", "reject", "rejected", "not eligible", "ineligible", "not relevant", "irrelevant",
)  # fmt: skip
_OPEN = (
    "maybe", "unsure", "unclear", "undecided", "uncertain", "not screened", "unclassified", "duplicate", "conflict",
    "conflicted", "cannot tell", "can't tell",
)  # fmt: skip
_YES, _NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")
_ASKS_TO_INCLUDE = re.compile(r"\binclu[ds]|\beligib|\brelevan|\bfull[\s-]?text\b|\bscreen")
_ASKS_TO_EXCLUDE = re.compile(r"\bexclu[ds]")
_REASON = re.compile(r"\breasons?\b|\bwhy\b", re.IGNORECASE)  # in the name of a column beside it
_LEAST = 3  # rows with a decision
_MOST = 0.9  # of the filled cells must hold such words
_LISTED = 12  # words of a kind that are written out
_PLAIN = re.compile(r"[\w][\w ()/.-]*")  # what a list in YAML takes without quotation marks
_TRUTHS = frozenset(("yes", "no", "true", "false", "y", "n", "on", "off", "null"))  # which YAML would take for others
Kind = Literal["include", "exclude", "maybe"]


def likely_columns(records: Sequence[Record], settings: ScreeningSettings) -> Iterator[Problem]:
    """A note for each source's first column of that kind, with the setting that reads it; none if one is named."""
    if settings.column:
        return
    cells: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], Record] = {}
    for record in records:
        for name, value in record.extra:
            place = (record.origin.source, name)
            cells[place][value.strip()] += 1
            first.setdefault(place, record)
    for (source, name), found in sorted(cells.items()):
        kinds = _kinds(name, found)
        words = {kind: [word for word in found if kinds[word] == kind] for kind in get_args(Kind)}
        decided = sum(found[word] for word in (*words["include"], *words["exclude"]))
        known = decided + sum(found[word] for word in words["maybe"])
        if words["include"] and words["exclude"] and decided >= _LEAST and known >= found.total() * _MOST:
            lists = ", ".join(f"{kind}: [{_listed(said)}]" for kind, said in words.items() if said)
            reasons = (f", reason: {_written(other)}" for at, other in cells if at == source and _REASON.search(other))
            what = f"the column `{name}` looks like {decided:,} decisions of a screening, and is not read as such"
            setting = f"screening: {{column: {_written(name)}, {lists}{next(reasons, '')}}}"
            hint = f"if it holds them, write `{setting}` into bib/survey.yml"
            yield Problem(what, first[source, name].origin.place, hint, "note")


def _kinds(name: str, found: Iterable[str]) -> dict[str, Kind | None]:
    """What each word of a column decides, as far as its form and the column's name tell.

    A decision may go on with its reason (`Exclude: wrong population`, `Included - full text`). Yes and no decide where
    the column asks for it, as the forms of DistillerSR and the criteria of CADIMA do ("Include at full text?").
    """
    asked = folded(name)
    means: dict[Kind, tuple[str, ...]] = {"include": _INCLUDES, "exclude": _EXCLUDES, "maybe": _OPEN}
    if _ASKS_TO_INCLUDE.search(asked):
        means |= {"include": (*_INCLUDES, *_YES), "exclude": (*_EXCLUDES, *_NO)}
    elif _ASKS_TO_EXCLUDE.search(asked):
        means |= {"include": (*_INCLUDES, *_NO), "exclude": (*_EXCLUDES, *_YES)}
    return {word: next((kind for kind, known in means.items() if _begins(folded(word), known)), None) for word in found}


def _begins(word: str, known: Iterable[str]) -> bool:
    """Whether a cell is one of the words, or one with what follows after a mark or in brackets."""
    return any(word == one or re.match(rf"{re.escape(one)}\s*[:;,(–—-]", word) for one in known)


def _listed(words: Iterable[str]) -> str:
    every = sorted(words)
    more = ", …" if len(every) > _LISTED else ""
    return ", ".join(map(_written, every[:_LISTED])) + more


def _written(text: str) -> str:
    """The text as a value in a YAML list."""
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _TRUTHS and not text[:1].isdigit()
    return text if is_plain else escape.yaml(text)
