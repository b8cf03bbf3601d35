"""Conditions on a work, as people write them in settings and decisions: `year<2010`, `language = German and type=book`.

A condition is one or more comparisons joined by `and`. Text is compared without regard to case; `~` means "contains".
A language is the same by code and by name: `language = German` holds for `ger`, `de` and `Deutsch`.
A work that lacks the field is neither in nor out: the condition is unknown for it.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.text.language_codes import language_codes
from generator.works import Work

FIELDS = ("year", "type", "language", "venue", "publisher", "title", "abstract", "keyword", "source")

_COMPARISON = re.compile(
    r"""
    \s*(?P<field>[a-z]+)\s*
    (?P<operator><=|>=|!=|<|>|=|~)\s*
    (?:"(?P<quoted>[^"]*)"|(?P<bare>\S(?:.*\S)?))\s*
    """,
    re.VERBOSE | re.DOTALL,
)
_AND = re.compile(r"(?<!\s)\s++and\s+(?=[a-z]+\s*(?:[<>]=?|!?=|~))")
_START = re.compile(rf"\s*(?:{'|'.join(FIELDS)})\s*(?:[<>]=?|!?=|~)")
_ORDER: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: a field of a work, an operator, and what it is compared with."""

    field: str
    operator: str
    value: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons that must all hold; `text` is the condition as a person wrote it."""

    text: str
    comparisons: tuple[Comparison, ...]

    def holds(self, work: Work) -> bool | None:
        """Whether the work meets the condition; None where the work lacks a field that would decide it."""
        results = [_holds(comparison, work) for comparison in self.comparisons]
        if False in results:
            return False
        return None if None in results else True


def is_condition(text: str) -> bool:
    """Whether a person means a condition: it starts with a field's name and an operator."""
    return bool(_START.match(text))


def read_condition(text: str) -> Condition:
    """The condition that `text` expresses. Raises ValueError, in words for the author, if it is none."""
    comparisons = []
    for part in _AND.split(text.strip()):
        match = _COMPARISON.fullmatch(part)
        if not match:
            raise ValueError(f"`{part}` is not a comparison; write, for example, `year<2010` or `language = German`")
        value = match["quoted"] if match["quoted"] is not None else match["bare"]
        comparison = Comparison(match["field"], match["operator"], value)
        _check(comparison)
        comparisons.append(comparison)
    return Condition(text.strip(), tuple(comparisons))


def _check(comparison: Comparison) -> None:
    if comparison.field not in FIELDS:
        raise ValueError(f"`{comparison.field}` is not a field of a condition; there are {', '.join(FIELDS)}")
    if comparison.field == "year":
        if comparison.operator == "~" or not re.fullmatch(r"-?\d{1,4}", comparison.value):
            raise ValueError(f"a year is compared with a number, not with `{comparison.value}`")
    elif comparison.operator in ("<", "<=", ">", ">="):
        raise ValueError(f"`{comparison.field}` has no order; use `=`, `!=` or `~`")


def _holds(comparison: Comparison, work: Work) -> bool | None:
    if comparison.field == "year":
        if work.year is None:
            return None
        return _ORDER[comparison.operator](work.year, int(comparison.value))
    values = [value.casefold() for value in _values(comparison.field, work) if value]
    if not values:
        return None
    if comparison.field == "language" and comparison.operator != "~":
        spoken = {code for value in values for code in language_codes(value)}
        return (not spoken.isdisjoint(language_codes(comparison.value))) == (comparison.operator == "=")
    wanted = comparison.value.casefold()
    if comparison.operator == "~":
        return any(wanted in value for value in values)
    return (wanted in values) == (comparison.operator == "=")


def _values(field: str, work: Work) -> tuple[str, ...]:
    if field == "type":
        return (work.kind,)
    if field == "keyword":
        return work.keywords
    if field == "source":
        return tuple(record.origin.source.removeprefix("sources/") for record in work.records)
    value: str = getattr(work, field)
    return (value,)
