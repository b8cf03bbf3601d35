"""What a person has ruled: corrections in `bib/decisions.yml`, and the exemplars of a taxonomy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.config.decisions import NAME as DECISIONS
from generator.config.decisions import ThemeDecision
from generator.config.taxonomy import NAME as THEMES
from generator.config.taxonomy import Taxonomy
from generator.errors import Place, Problem
from generator.references import References
from generator.text.compare import did_you_mean

EXEMPLAR = "the taxonomy names it as an exemplar"  # a person's decision only if a person wrote the taxonomy
IsGone = Callable[[str], bool]
MOST_SECONDARY = 2  # themes of one work, beside its primary one


@dataclass(frozen=True, slots=True)
class Ruling:
    """Themes that are settled for a work before its words are weighed; None where that is left to the method.

    `decided_by` is "decision" where a person ruled, "method" where a found theme's central works are its exemplars,
    "source" where the sources classify it.
    """

    primary: str | None
    secondary: tuple[str, ...] | None
    why: str
    decided_by: str = "decision"


def none_gone(reference: str) -> bool:
    """Where no work was left out, no reference names one."""
    return False


@dataclass(frozen=True, slots=True)
class Named:
    """What references lead to: the works, and those that were left out."""

    works: References[str]
    is_gone: IsGone = none_gone

    def problem(self, reference: str, message: str, place: Place) -> Problem:
        """An error for a reference that names no work (`message` says so), or names several."""
        found = self.works.find(reference)
        names = found.spellings or found.targets
        if names:
            message = f"`{reference}` leads to several works"
        hint = f"write {' or '.join(f'`{name}`' for name in names)}" if names else self.works.suggestion(reference)
        return Problem(message, place, hint, "error")


def rulings(
    taxonomy: Taxonomy, decisions: Sequence[ThemeDecision], named: Named
) -> tuple[dict[str, Ruling], list[Problem]]:
    """(ruling by citation key, what cannot be followed).

    A decision goes before an exemplar; one on a work that was left out rules nothing.
    """
    ruled, problems = _by_exemplars(taxonomy, named)
    lines: dict[str, int] = {}
    for decision in decisions:
        key = named.works.only(decision.ref)
        faults = _faults(decision, taxonomy, named, lines)
        problems.extend(faults)
        if key is not None and not faults:
            lines[key] = decision.line
            ruled[key] = Ruling(decision.primary, _secondary(decision), decision.why)
    return ruled, problems


def _by_exemplars(taxonomy: Taxonomy, named: Named) -> tuple[dict[str, Ruling], list[Problem]]:
    """The works that a theme names as its exemplars; a work named by a second theme has it as a secondary one."""
    ruled: dict[str, Ruling] = {}
    problems: list[Problem] = []
    why, by = (EXEMPLAR, "decision") if taxonomy.given else ("one of the works at the middle of the theme", "method")
    for theme in taxonomy.themes:
        place = Place(THEMES, theme.line or None)
        for ref in theme.exemplars:
            key = named.works.only(ref)
            if key is None and named.is_gone(ref):
                message = f"theme `{theme.id}` names an exemplar `{ref}`, a work that is left out in {DECISIONS}"
                problems.append(Problem(message, place, "remove it here"))
            elif key is None:
                message = f"theme `{theme.id}` names an exemplar `{ref}` that is not among the works"
                problems.append(named.problem(ref, message, place))
            elif key not in ruled:
                ruled[key] = Ruling(theme.id, None, why, by)
            elif theme.id != ruled[key].primary:
                secondary = (*(ruled[key].secondary or ()), theme.id)[:MOST_SECONDARY]
                ruled[key] = Ruling(ruled[key].primary, secondary, why, by)
    return ruled, problems


def _faults(decision: ThemeDecision, taxonomy: Taxonomy, named: Named, lines: Mapping[str, int]) -> list[Problem]:
    """Why a decision cannot be followed; `lines` are those of the decisions before it, by citation key."""
    place = Place(DECISIONS, decision.line or None)
    faults = [
        Problem(f"theme `{theme}` does not exist", place, did_you_mean(theme, taxonomy.by_id), "error")
        for theme in (decision.primary, *(decision.secondary or ()))
        if theme is not None and theme not in taxonomy.by_id
    ]
    key = named.works.only(decision.ref)
    if key is None and named.is_gone(decision.ref):
        message = f"the themes of `{decision.ref}` are decided, a work that is left out here too"
        faults.append(Problem(message, place, "remove one of the two"))
    elif key is None:
        faults.append(named.problem(decision.ref, f"`{decision.ref}` names none of the works", place))
    elif key in lines:
        message = f"the themes of `{key}` are decided twice (first in line {lines[key]})"
        faults.append(Problem(message, place, "keep one of the two", "error"))
    if len(decision.secondary or ()) > MOST_SECONDARY:
        message = "a work has at most two secondary themes"
        faults.append(Problem(message, place, "keep the two that matter most", "error"))
    return faults


def _secondary(decision: ThemeDecision) -> tuple[str, ...] | None:
    """The secondary themes that a decision gives, each once and none that is the primary one."""
    if decision.secondary is None:
        return None
    return tuple(theme for theme in dict.fromkeys(decision.secondary) if theme != decision.primary)
