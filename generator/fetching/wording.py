"""What a fetch did, in words: field by field for a dry run, in a few lines with all reasons at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.fetching.asking import Outcome
from generator.fetching.combine import changes
from generator.fetching.entry import Fetched
from generator.fetching.plan import Wanted, is_old
from generator.identifiers import Identifier
from generator.names import Name
from generator.services import SERVICES

_WIDTH = 100  # characters of a value that is shown
_SHOWN = 10  # names in a list before it is cut


def differences(key: str, before: Fetched | None, after: Fetched) -> Iterator[str]:
    """The lines that say what a fetch changes in one work."""
    found = changes(before, after)
    if found:
        yield key
    for name, (old, new) in found.items():
        service = " ".join(after.sources.get(name, ()))
        yield f"  {name}: {_value(old) or 'nothing'} → {_value(new)}" + (f"  ({service})" if service else "")


def summary(
    outcome: Outcome,
    wanted: list[Wanted],
    changed: Mapping[str, int],
    requests: Mapping[str, int],
    would: bool = False,
) -> list[str]:
    """How many works were asked about, found, changed, refused, unknown and skipped, or failed, each with reasons."""
    total = sum(requests.values())
    each = ", ".join(f"{SERVICES[name].label} {number}" for name, number in requests.items())
    lines = [
        f"Asked    about {_count(len(outcome.asked), 'work')} in {_count(total, 'request')}"
        + (f" ({each})" if each else ""),
        f"Found    {_count(len(outcome.statements), 'work')}",
        f"{'Would change' if would else 'Changed '} {_count(len(changed), 'work')},"
        f" {_count(sum(changed.values()), 'value')}",
    ]
    refused = [line for one in wanted for line in _refusals(one, outcome)]
    if refused:
        lines += [f"Refused  {_count(len(refused), 'answer')}", *(f"         {line}" for line in refused)]
    for name, keys in outcome.failed.items():
        error = outcome.failures[name]
        hint = f" ({error.hint})" if error.hint else ""
        lines.append(f"Failed   {SERVICES[name].label}, {_count(len(keys), 'work')}: {error.message}{hint}")
    missing = [one.key for one in wanted if one.key in outcome.asked and one.key not in outcome.statements]
    failed = set().union(*outcome.failed.values()) if outcome.failed else set()
    doubted = {key for found in (outcome.questions, outcome.wrong) for key, verdicts in found.items() if verdicts}
    unknown = [key for key in missing if key not in failed and key not in doubted]
    if unknown:
        lines.append(f"Unknown  {_count(len(unknown), 'work')}, to all services that were asked: {_listed(unknown)}")
    unasked = [one.key for one in wanted if one.key not in outcome.asked]
    if unasked:
        reason = "no identifier that a service knows, and no title that tells it from others"
        lines.append(f"Skipped  {_count(len(unasked), 'work')} ({reason}): {_listed(unasked)}")
    return lines


def stale(wanted: list[Wanted], today: date, days: int) -> list[str]:
    """The lines that say which works lack facts or have old ones."""
    lines = []
    for one in wanted:
        if one.lacks and (one.entry is None or is_old(one.entry, today, days)):
            lines.append(f"{one.key} lacks {', '.join(one.lacks)}")
        elif is_old(one.entry, today, days):
            lines.append(f"{one.key} was last asked for on {one.entry.day if one.entry else ''}")
    return lines


def _refusals(one: Wanted, outcome: Outcome) -> Iterator[str]:
    wrong: dict[str, list[str]] = {}
    for service, identifier, verdict in outcome.wrong.get(one.key, ()):
        wrong.setdefault(f"{identifier.scheme}:{identifier.value} is “{verdict.record.title}”", []).append(
            SERVICES[service].label
        )
    for what, labels in wrong.items():
        yield f"{one.key}: {what}, say {', '.join(labels)}: the identifier is wrong, correct it in bib/decisions.yml"
    doubts: dict[str, list[str]] = {}
    for service, verdict in outcome.questions.get(one.key, ()) if one.key not in outcome.statements else ():
        doubts.setdefault(f"perhaps “{verdict.record.title}” ({verdict.reason})", []).append(SERVICES[service].label)
    for what, labels in doubts.items():
        yield f"{one.key}: {what}, say {', '.join(dict.fromkeys(labels))}"


def _listed(keys: list[str]) -> str:
    return ", ".join(keys[:_SHOWN]) + (f" and {len(keys) - _SHOWN:,} more" if len(keys) > _SHOWN else "")


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        parts = [one.as_first_last if isinstance(one, Name) else _identifier(one) for one in value]
        text = "; ".join(parts[:_SHOWN]) + (f"; and {len(parts) - _SHOWN} more" if len(parts) > _SHOWN else "")
    else:
        text = " ".join(str(value or "").split())
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"


def _identifier(one: object) -> str:
    return f"{one.scheme}:{one.value}" if isinstance(one, Identifier) else str(one)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
