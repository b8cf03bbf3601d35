"""Whole files and folders of sources that a person left out: their records are set aside before anything is merged.

So a work that another search found too stays in the survey, by the record of that search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.config.decisions import Decisions, LeaveOut
from generator.records import LeftOut, Record


@dataclass(frozen=True, slots=True)
class SetAside:
    """The records that remain, those set aside with the reason, and the decisions still to be followed."""

    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]
    decisions: Decisions


def set_aside(records: Sequence[Record], sources: Sequence[str], decisions: Decisions) -> SetAside:
    """Take out the records of every source that `leave-out` names as a file or folder.

    `sources` are the paths of all sources relative to `bib/`, those without a record included.
    """
    whole: dict[str, LeaveOut] = {}
    others: list[LeaveOut] = []
    for one in decisions.leave_out:
        named = [source for source in sources if one.ref and is_or_holds(one.ref, source)]
        if named:
            whole.update({source: whole.get(source, one) for source in named})
        else:
            others.append(one)
    if not whole:
        return SetAside(tuple(records), (), decisions)
    kept = tuple(record for record in records if record.origin.source not in whole)
    left_out = tuple(
        LeftOut(record.origin, decision.why, record.title, status="set aside", stage=decision.stage)
        for record in records
        for decision in [whole.get(record.origin.source)]
        if decision
    )
    return SetAside(kept, left_out, replace(decisions, leave_out=tuple(others)))


def is_or_holds(reference: str, source: str) -> bool:
    """Whether a reference is a source's path, or the folder that holds it; `bib/` and `sources/` may be omitted."""
    path = reference.strip().removeprefix("bib/")
    forms = {path, f"sources/{path}"}
    return any(source == form or source.startswith(f"{form.rstrip('/')}/") for form in forms)
