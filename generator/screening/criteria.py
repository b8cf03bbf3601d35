"""What `screening:` in `survey.yml` says, ready for use: the words of a column, and the rules.

`include` and `exclude` hold both: `year<2010` is a rule, `yes` a word of the column that `column` names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.config.decisions import Decisions, Include, LeaveOut
from generator.config.setting_groups import ScreeningSettings
from generator.errors import at_fault
from generator.project.paths import DECISIONS, SETTINGS
from generator.screening.conditions import Condition, is_condition, read_condition
from generator.screening.texts import folded
from generator.screening.values import Decision

NO_DECISIONS = Decisions()


@dataclass(frozen=True, slots=True)
class Criteria:
    """The settings, read.

    Attributes:
        meanings: the decision that each word of the column stands for, words folded.
        including: rules that every work has to meet; `excluding` rules of which none may be met.
        leave_out, include: what `decisions.yml` says by condition.
    """

    settings: ScreeningSettings
    meanings: Mapping[str, Decision] = field(default_factory=dict)
    including: tuple[Condition, ...] = ()
    excluding: tuple[Condition, ...] = ()
    leave_out: tuple[tuple[LeaveOut, Condition], ...] = ()
    include: tuple[Condition, ...] = ()


def criteria_of(settings: ScreeningSettings, decisions: Decisions = NO_DECISIONS) -> Criteria:
    """The criteria of the settings. Raises InputError for a rule that cannot be read or a word without a column."""
    meanings: dict[str, Decision] = {}
    for texts, decision in _words(settings):
        for text in texts:
            if not settings.column:
                hint = "name the column that holds it (`column: …`), or write a rule such as `year<2010`"
                raise at_fault(
                    f"screening: `{text}` is a word of a column, but no column is named", SETTINGS, hint=hint
                )
            if meanings.setdefault(folded(text), decision) != decision:
                raise at_fault(f"screening: `{text}` stands for two decisions", SETTINGS, hint="leave it in one list")
    return Criteria(
        settings,
        meanings,
        _rules(settings.include),
        _rules(settings.exclude),
        tuple((one, _condition(one)) for one in decisions.leave_out if one.query),
        tuple(_condition(one) for one in decisions.include if one.query),
    )


def _condition(one: LeaveOut | Include) -> Condition:
    try:
        return read_condition(one.query)
    except ValueError as error:
        raise at_fault(str(error), DECISIONS, one.line) from None


def _words(settings: ScreeningSettings) -> list[tuple[list[str], Decision]]:
    return [
        ([text for text in settings.include if not is_condition(text)], "include"),
        ([text for text in settings.exclude if not is_condition(text)], "exclude"),
        (list(settings.maybe), "undecided"),
    ]


def _rules(texts: Sequence[str]) -> tuple[Condition, ...]:
    rules = []
    for text in texts:
        if is_condition(text):
            try:
                rules.append(read_condition(text))
            except ValueError as error:
                raise at_fault(f"screening: {error}", SETTINGS) from None
    return tuple(rules)
