"""A person's decisions (`bib/decisions.yml`) applied to records: which are one work, which are not, which are out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, cast, get_args

from generator.config.decisions import NAME, Correction, Decisions, LeaveOut, Pairing
from generator.errors import Place, Problem
from generator.identifiers import Identifier, parse_identifier
from generator.identifiers.schemes import ABOUT, SCHEMES, Scheme
from generator.names import Name, parse_name
from generator.names.lists import split_at_and, split_names
from generator.records import Kind, Record
from generator.references import record_references

_MONTHS = range(1, 13)
_YEARS = range(1000, 3000)
_MOST_PEOPLE = 20_000  # of one correction; the largest collaborations sign with some 15,000 names


@dataclass(frozen=True, slots=True)
class ResolvedDecisions:
    """Decisions in terms of the indices of the records that they name.

    Attributes:
        same: (indices of one work, the person's reason).
        not_same: pairs of indices (the smaller one first) that must not share a work, with the reason.
        leave_out: index of a record whose work is left out, with the decision.
        corrections: indices of records of the work to correct, with the correction and its values in our types.
        problems: decisions that name nothing or contradict each other.
    """

    same: tuple[tuple[tuple[int, ...], str], ...]
    not_same: Mapping[tuple[int, int], str]
    leave_out: Mapping[int, LeaveOut]
    corrections: tuple[tuple[tuple[int, ...], Correction, Mapping[str, Any]], ...]
    problems: tuple[Problem, ...]

    @property
    def named(self) -> frozenset[int]:
        """Every record that a pairing names."""
        return frozenset(i for group, _ in self.same for i in group) | frozenset(
            i for pair in self.not_same for i in pair
        )


def resolve(records: Sequence[Record], decisions: Decisions, keys: Mapping[str, str]) -> ResolvedDecisions:
    """The decisions in terms of `records`; `keys` maps a citation key to a reference that needs no keys."""
    if not (decisions.pairings or decisions.leave_out or decisions.corrections):
        return ResolvedDecisions((), {}, {}, (), ())
    references = record_references(records, keys)
    problems: list[Problem] = []

    def find(reference: str, line: int) -> tuple[int, ...]:
        found = references.find(reference)
        if found.spellings:
            message = f"the decision names `{reference}`, of which only the case tells entries apart"
            hint = f"write {' or '.join(f'`{name}`' for name in found.spellings)}"
            problems.append(Problem(message, Place(NAME, line), hint, "error"))
        elif not found.targets:
            message = f"the decision names `{reference}`, which matches no record"
            problems.append(Problem(message, Place(NAME, line), references.suggestion(reference), "error"))
        return found.targets

    same: list[tuple[tuple[int, ...], Pairing]] = []
    not_same: dict[tuple[int, int], Pairing] = {}
    for pairing in decisions.pairings:
        groups = [find(reference, pairing.line) for reference in pairing.refs]
        if not all(groups):
            continue
        if pairing.same:
            same.append((tuple(sorted({index for group in groups for index in group})), pairing))
            continue
        for ours, theirs in combinations(groups, 2):
            if set(ours) & set(theirs):
                shown = " and ".join(f"`{reference}`" for reference in pairing.refs)
                hint = "name the records by source:line"
                problems.append(
                    Problem(
                        f"`not-same` names {shown}, which are the same record", Place(NAME, pairing.line), hint, "error"
                    )
                )
                continue
            not_same.update({(min(a, b), max(a, b)): pairing for a in ours for b in theirs})
    problems.extend(_contradictions(records, same, not_same))
    leave_out = {index: one for one in decisions.leave_out if one.ref for index in find(one.ref, one.line)}
    corrections = []
    for correction in decisions.corrections:
        named = find(correction.ref, correction.line)
        values, faults = _values(correction)
        problems.extend(faults)
        if named:
            corrections.append((named, correction, values))
    return ResolvedDecisions(
        tuple((group, pairing.why) for group, pairing in same),
        {pair: pairing.why for pair, pairing in not_same.items()},
        leave_out,
        tuple(corrections),
        tuple(problems),
    )


def _contradictions(
    records: Sequence[Record],
    same: Sequence[tuple[tuple[int, ...], Pairing]],
    not_same: Mapping[tuple[int, int], Pairing],
) -> list[Problem]:
    """An error for every `not same` that a chain of `same` decisions contradicts."""
    problems: list[Problem] = []
    reported: list[Pairing] = []  # one mistake is one message, however many records its references name
    for (one, other), parting in not_same.items():
        if parting not in reported and (chain := _chain(one, other, same)):
            reported.append(parting)
            left, right = (records[index].origin for index in (one, other))
            lines = list(dict.fromkeys(pairing.line for pairing in chain))
            here = "here" if len(lines) == 1 else "here with " + " and ".join(f"line {line}" for line in lines[:-1])
            message = f"{left} and {right} are decided to be the same {here} and not the same in line {parting.line}"
            keep = "keep one of the two" if len(lines) == 1 else "take one of them away"
            problems.append(Problem(message, Place(NAME, lines[-1]), keep, "error"))
    return problems


def _chain(start: int, end: int, same: Sequence[tuple[tuple[int, ...], Pairing]]) -> list[Pairing]:
    """The shortest chain of `same` decisions that joins two records; empty if there is none."""
    ways: dict[int, list[Pairing]] = {start: []}
    reached = [start]
    for index in reached:
        for group, pairing in same:
            if index in group:
                new = [other for other in group if other not in ways]
                ways.update((other, [*ways[index], pairing]) for other in new)
                reached.extend(new)
    return ways.get(end, [])


def decided_twice(corrections: Sequence[tuple[Correction, Mapping[str, Any]]]) -> list[Problem]:
    """An error for every field of one work that two of its `corrections` set to different values."""
    problems = []
    first: dict[str, tuple[Correction, Any]] = {}
    for correction, values in corrections:
        for name, value in values.items():
            earlier, known = first.setdefault(name, (correction, value))
            if known != value:
                message = f"`{name}` of `{correction.ref}` is decided twice (first in line {earlier.line})"
                problems.append(Problem(message, Place(NAME, correction.line), "keep one of the two", "error"))
    return problems


def _values(correction: Correction) -> tuple[dict[str, Any], list[Problem]]:
    """The corrected values in the types of a work; `doi`, `arxiv` and the like become an Identifier."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in correction.values.items():
        try:
            values[name] = _READERS.get(name, _text)(name, value)
        except ValueError as fault:
            message = f"`{name}: {correction.values[name]}` {fault}"
            problems.append(Problem(message, Place(NAME, correction.line), level="error"))
    return values, problems


def _text(name: str, value: object) -> str:
    return " ".join(str(value).split()) if value is not None else ""


def _people(name: str, value: object) -> tuple[Name, ...]:
    """The names in a list or in one text. Raises ValueError with what is wrong, as all readers of values do."""
    if isinstance(value, list):
        texts = [str(one) for one in value]
    else:
        texts = split_at_and(str(value)) if "{" in str(value) else split_names(str(value))
    if texts and texts[-1] in ("et al.", "others"):
        raise ValueError("leaves names out: write them all")
    if len(texts) > _MOST_PEOPLE:
        raise ValueError(f"names {len(texts):,} people, more than {_MOST_PEOPLE:,}")
    names = tuple(parse_name(text) for text in texts if text.strip())
    if not names:
        raise ValueError("has no name")
    return names


def _number(name: str, value: object) -> int:
    number = int(str(value)) if str(value).isdecimal() else 0
    if number not in (_MONTHS if name == "month" else _YEARS):
        raise ValueError(f"is not a valid {name}")
    return number


def _identifier(name: str, value: object) -> Identifier:
    identifier = parse_identifier(str(value), name)
    if identifier is None or identifier.scheme != name:
        raise ValueError(f"is not a valid {ABOUT[cast(Scheme, name)].noun}")
    return identifier


def _kind(name: str, value: object) -> object:
    if value not in get_args(Kind):
        raise ValueError("is not a kind of publication; known: " + ", ".join(get_args(Kind)))
    return value


def _yes_or_no(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


_READERS: dict[str, Callable[[str, object], object]] = {
    "authors": _people,
    "editors": _people,
    "year": _number,
    "month": _number,
    **dict.fromkeys(SCHEMES, _identifier),
    "kind": _kind,
    "verified": _yes_or_no,
}
