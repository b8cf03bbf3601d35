"""The screening: which works the review team kept, which it left out and why, and which still wait for a decision."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.config.decisions import Decisions
from generator.config.screening_files import TeamMark
from generator.config.setting_groups import ScreeningSettings
from generator.errors import Place, Problem
from generator.project.paths import DECISIONS, SETTINGS
from generator.records import LeftOut, Origin
from generator.screening.criteria import NO_DECISIONS, Criteria, criteria_of
from generator.screening.likely_columns import likely_columns
from generator.screening.registry import marks_of
from generator.screening.set_aside import is_or_holds
from generator.screening.texts import column
from generator.screening.values import Mark, Verdict
from generator.screening.verdicts import verdict_of
from generator.works import Work


@dataclass(frozen=True, slots=True)
class Screening:
    """What the marks say.

    Attributes:
        works: those that stay, in the order in which they came.
        verdicts: of every work, by the origin of its first record.
        gone: those that do not stay, each with its verdict; `left_out` are their records with the reason.
        problems: marks that contradict each other, that nobody can read, or that name no work.
    """

    works: tuple[Work, ...]
    verdicts: Mapping[Origin, Verdict] = field(default_factory=dict)
    gone: tuple[tuple[Work, Verdict], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()


def screen(
    works: Sequence[Work],
    settings: ScreeningSettings,
    team: Sequence[TeamMark] = (),
    names: Callable[[str], Collection[Origin]] = lambda reference: (),
    decisions: Decisions = NO_DECISIONS,
) -> Screening:
    """Read the marks of all records and apply the rules of `survey.yml`; a person's mark goes before a rule.

    Args:
        works: all works, without keys.
        settings: the `screening` of `survey.yml`.
        team: the marks in `bib/screening/`.
        names: the records that a reference of `team` or `decisions` names.
        decisions: `include` and, where they select by condition, `leave-out`.

    Raises InputError where `survey.yml` holds a rule that cannot be read.
    """
    criteria = criteria_of(settings, decisions)
    verdicts: dict[Origin, Verdict] = {}
    places = {record.origin: at for at, work in enumerate(works) for record in (*work.records, *work.enriched_by)}
    team_marks, problems = _of_team(places, team, names)
    included, unknown = _included(places, decisions, names)
    problems.extend(unknown)
    for at, work in enumerate(works):
        found = [marks_of(record, criteria) for record in work.records]
        problems.extend(problem for one in found for problem in one.problems)
        marks = [*(mark for one in found for mark in one.marks), *team_marks.get(at, ())]
        labels = [label for one in found for label in one.labels]
        verdict = verdict_of(marks, labels)
        if at not in included:
            verdict = _ruled(work, _decided(work, verdict, criteria), criteria)
        elif verdict.status != "included":
            verdict = replace(verdict, status="included", reasons=(), decided_by="decision")
        verdicts[place_of(work)] = verdict
    kept: list[Work] = []
    gone: list[tuple[Work, Verdict]] = []
    hides_open = settings.undecided == "hide" and is_screened(verdicts)
    for work in works:
        verdict = verdicts[place_of(work)]
        if verdict.leaves or (hides_open and verdict.is_open):
            gone.append((work, verdict))
        else:
            kept.append(work)
    left_out = tuple(piece for work, verdict in gone for piece in _left_out(work, verdict))
    if settings.column and not any(column(one, settings.column) for work in works for one in work.records):
        what = f"screening: no record has the column `{settings.column}`, so that it decides nothing"
        hint = "name it as the sources do; `keywords` and `groups` are columns too"
        problems.append(Problem(what, Place(SETTINGS), hint))
    marked = {mark.origin.source for verdict in verdicts.values() for mark in verdict.marks}
    unmarked = [record for work in works for record in work.records if record.origin.source not in marked]
    problems.extend(likely_columns(unmarked, settings))
    return Screening(tuple(kept), verdicts, tuple(gone), left_out, tuple(problems))


def _of_team(
    places: Mapping[Origin, int], team: Sequence[TeamMark], names: Callable[[str], Collection[Origin]]
) -> tuple[dict[int, list[Mark]], list[Problem]]:
    """The marks in `bib/screening/` by the place of their work, and those that name none."""
    marks: dict[int, list[Mark]] = {}
    problems: list[Problem] = []
    for one in team:
        origin = Origin(one.source, one.line)
        named = {places[record] for record in names(one.ref) if record in places}
        if len(named) != 1:
            hint = "delete the row, or correct its `ref`" + (f": it was “{one.title}”" if one.title else "")
            what = f"`{one.ref}` names {'several works' if named else 'no work'} of the sources"
            problems.append(Problem(what, origin.place, hint))
            continue
        reasons = (one.reason,) if one.reason else ()
        mark = Mark(one.decision, one.stage, origin, "screen", one.reviewer, reasons, one.at)
        marks.setdefault(named.pop(), []).append(mark)
    return marks, problems


def _included(
    places: Mapping[Origin, int], decisions: Decisions, names: Callable[[str], Collection[Origin]]
) -> tuple[set[int], list[Problem]]:
    """The places of the works that `include` names, and the entries that name none."""
    included: set[int] = set()
    problems: list[Problem] = []
    sources = {origin.source for origin in places}
    for one in decisions.include:
        if one.query:
            continue
        named = {places[origin] for origin in names(one.ref) if origin in places}
        held = frozenset() if named else {source for source in sources if is_or_holds(one.ref, source)}
        if held:
            named = {at for origin, at in places.items() if origin.source in held}
        included |= named
        if not named:
            hint = (
                "name a work by identifier, key or file:line, or a file or folder; one that `leave-out` names is gone"
            )
            what = f"`include` names `{one.ref}`, which matches no work"
            problems.append(Problem(what, Place(DECISIONS, one.line), hint, "error"))
    return included, problems


def place_of(work: Work) -> Origin:
    """The place under which a verdict is filed before the work has a key: that of its first record."""
    return min((record.origin for record in work.records), key=lambda origin: origin.order)


def is_screened(verdicts: Mapping[Origin, Verdict]) -> bool:
    """Whether a team screened: without a single mark, a survey makes no claim about the works that nobody left out."""
    return any(verdict.marks for verdict in verdicts.values())


def _decided(work: Work, verdict: Verdict, criteria: Criteria) -> Verdict:
    """The verdict after the conditions in `decisions.yml`, which go before marks: they came later, with a reason."""
    for condition in criteria.include:
        if condition.holds(work):
            return replace(verdict, status="included", reasons=(), decided_by="decision")
    for leave_out, condition in criteria.leave_out:
        if condition.holds(work):
            stage = leave_out.stage or verdict.stage
            return replace(verdict, status="excluded", stage=stage, reasons=(leave_out.why,), decided_by="decision")
    return verdict


def _ruled(work: Work, verdict: Verdict, criteria: Criteria) -> Verdict:
    """The verdict after the rules of `survey.yml`, which decide only where no person did."""
    if verdict.status not in ("unscreened", "awaiting"):
        return verdict
    met = [rule.text for rule in criteria.excluding if rule.holds(work) is True]
    missed = [f"not {rule.text}" for rule in criteria.including if rule.holds(work) is False]
    reasons = (*met, *missed)
    if not reasons:
        return verdict
    return Verdict("excluded", verdict.stage, reasons, "rule", verdict.marks, verdict.labels)


def _left_out(work: Work, verdict: Verdict) -> list[LeftOut]:
    first = place_of(work)
    reason = reason_of(verdict)
    return [
        LeftOut(
            record.origin,
            reason,
            record.title,
            counted_as=None if record.origin == first else first,
            status=verdict.status,
            stage=verdict.stage,
        )
        for record in work.records
    ]


def reason_of(verdict: Verdict) -> str:
    """Why a work was left out, in the words of the flow of records."""
    if verdict.reasons:
        return "; ".join(verdict.reasons)
    if verdict.status in ("awaiting", "unscreened"):
        return "awaiting a decision"
    if verdict.status == "conflict":
        return "reviewers disagree"
    if verdict.status == "not retrieved":
        return "not retrieved"
    return f"excluded at {verdict.stage}"
