"""The fate of every record: which record represents a work, and what verdicts and decisions made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from generator.config.history import Version
from generator.config.screening_files import STAGES, Stage
from generator.config.searches import OTHER_METHODS, Search, kind_of, name_of
from generator.flow import FIRST, Column, Fate, Flow, Identified, Outcome
from generator.records import LeftOut, Origin, Record, SourceReading
from generator.screening.values import Verdict
from generator.works import Work


def flow_of(
    readings: Sequence[SourceReading],
    judged: Iterable[tuple[Work, Verdict | None]],
    left_out: Sequence[LeftOut],
    searches: Sequence[Search] = (),
    history: Sequence[Version] = (),
) -> Flow:
    """The flow of a survey.

    Args:
        readings: what each source gave.
        judged: every work with its verdict, including those that the screening left out.
        left_out: the records of `decisions.yml` that belong to none of these works.
        searches: which source is a database, a register or another method.
        history: the versions of the survey, oldest first.
    """
    judged = list(judged)
    sources = tuple(_identified(reading, searches) for reading in readings)
    columns: dict[str, Column] = {source.source: source.column for source in sources}
    is_screened = any(verdict.marks for _, verdict in judged if verdict)
    fates = [fate for work, verdict in judged for fate in _of_work(work, verdict, columns, is_screened)]
    fates += _of_left_out(left_out, columns, is_screened)
    last = history[-1] if history else None
    return Flow(
        sources,
        tuple(sorted(fates, key=lambda fate: fate.origin.order)),
        is_screened,
        frozenset(last.added) if last else None,
        len(last.removed) if last else 0,
    )


def _identified(reading: SourceReading, searches: Sequence[Search]) -> Identified:
    kind = kind_of(reading.source, searches)
    column: Column = "other" if kind in OTHER_METHODS else "databases"
    return Identified(reading.source, name_of(reading.source, searches), kind, column, len(reading.records))


def _counted_first(origins: Iterable[Origin], columns: Mapping[str, Column]) -> list[Origin]:
    """The origins of one work, with the one that represents it first: a database's comes before other methods'."""
    return sorted(origins, key=lambda origin: (columns.get(origin.source) == "other", origin.order))


def _of_work(work: Work, verdict: Verdict | None, columns: Mapping[str, Column], is_screened: bool) -> Iterable[Fate]:
    titles = {record.origin: record.title for record in work.records}
    first, *rest = _counted_first(titles, columns)
    outcome, stage = _decided(verdict, is_screened)
    reason = "; ".join(verdict.reasons) if verdict else ""
    marks = verdict.marks if verdict else ()
    reports = _reports(work.records)
    column = columns.get(first.source, "databases")
    yield Fate(first, column, outcome, stage, titles[first] or work.title, reason, work.key, marks, reports=reports)
    for origin in rest:
        yield Fate(
            origin,
            columns.get(origin.source, "databases"),
            "duplicate",
            title=titles[origin],
            key=work.key,
            counted_as=first,
        )


def _decided(verdict: Verdict | None, is_screened: bool) -> tuple[Outcome, Stage | Literal[""]]:
    """What a verdict means for the flow; nothing is said about stages in a survey without screening."""
    if verdict is None:
        return "included", FIRST if is_screened else ""
    if verdict.decided_by == "rule":
        return "automatic", ""
    if not is_screened:
        return "left out" if verdict.leaves else "included", ""
    if verdict.status == "unscreened":
        return "not screened", ""
    if verdict.status == "not retrieved" or (verdict.status, verdict.stage) == ("excluded", "retrieval"):
        return "not retrieved", "retrieval"
    return verdict.status, verdict.stage


def _of_left_out(pieces: Sequence[LeftOut], columns: Mapping[str, Column], is_screened: bool) -> Iterable[Fate]:
    """The fates of records that decisions set aside before works were made of them, or left out by reference."""
    groups: dict[Origin, list[LeftOut]] = {}
    for piece in pieces:
        groups.setdefault(piece.counted_as or piece.origin, []).append(piece)
    for group in groups.values():
        piece_of = {piece.origin: piece for piece in group}
        first, *rest = _counted_first(piece_of, columns)
        outcome, stage = _left_by(piece_of[first], is_screened)
        column = columns.get(first.source, "databases")
        yield Fate(first, column, outcome, stage, piece_of[first].title, piece_of[first].reason)
        for origin in rest:
            yield Fate(
                origin,
                columns.get(origin.source, "databases"),
                "duplicate",
                title=piece_of[origin].title,
                counted_as=first,
            )


def _left_by(piece: LeftOut, is_screened: bool) -> tuple[Outcome, Stage | Literal[""]]:
    if piece.status == "set aside":
        return "set aside", ""
    if not is_screened:
        return "left out", ""
    stage = next((one for one in STAGES if one == piece.stage), FIRST)
    return "not retrieved" if stage == "retrieval" else "excluded", stage


def _reports(records: Iterable[Record]) -> int:
    """How many reports the records are: a preprint and its publication are two; the rest are duplicates."""
    return len({record.kind == "preprint" for record in records if record.kind}) or 1
