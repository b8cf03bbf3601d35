"""What a person has ruled: corrections in `bib/decisions.yml`, and the exemplars of a taxonomy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.config.decisions import NAME as DECISIONS
from generator.config.decisions import ThemeDecision
from generator.config.taxonomy import NAME as THEMES
from generator.config.taxonomy import Taxonomy, Theme
from generator.errors import Place, Problem
from generator.language import marked
from generator.references import References
from generator.text.compare import did_you_mean
from generator.themes.values import EXEMPLAR

CENTRAL = marked("one of the works at the middle of the theme")
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


_NOTHING = Ruling(None, None, "", "method")


def none_gone(reference: str) -> bool:
    """If no work was left out, no reference names one."""
    return False


@dataclass(frozen=True, slots=True)
class Named:
    """What references lead to: the works, and those that were left out."""

    works: References[str]
    is_gone: IsGone = none_gone

    def problem(self, reference: str, message: str, place: Place, otherwise: str = "") -> Problem:
        """An error for a reference that names no work (`message` says so), or names several.

        `otherwise` is what to do where no work has a name like it.
        """
        found = self.works.find(reference)
        names = found.spellings or found.targets
        if names:
            message = f"`{reference}` leads to several works"
        if names:
            hint = f"write {' or '.join(f'`{name}`' for name in names)}"
        else:
            hint = self.works.suggestion(reference, *([otherwise] if otherwise else []))
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
    """The works that stand for a theme: its exemplars, and those at its middle where the program proposed it.

    A work named by a second theme has it as a secondary one.
    """
    ruled: dict[str, Ruling] = {}
    problems: list[Problem] = []
    why, by = (EXEMPLAR, "decision") if taxonomy.given else (CENTRAL, "method")
    for theme in taxonomy.themes:
        for number, ref in enumerate(theme.exemplars):
            key = named.works.only(ref)
            if key is None:
                line = theme.exemplar_lines[number] if theme.exemplar_lines else theme.line
                problems.append(_without_exemplar(theme, ref, Place(THEMES, line or None), named))
            else:
                _stand(ruled, key, theme.id, why, by)
    for theme in taxonomy.themes:
        for ref, line in theme.central:
            key = named.works.only(ref)
            if key is None:
                message = f"theme `{theme.id}` was proposed around `{ref}`, which is not among the works any more"
                problems.append(Problem(message, Place(THEMES, line), "take it out of `central:` here", "note"))
            elif ruled.get(key, _NOTHING).decided_by != "decision":
                _stand(ruled, key, theme.id, CENTRAL, "method")
    return ruled, problems


def _stand(ruled: dict[str, Ruling], key: str, theme: str, why: str, by: str) -> None:
    """Let a work stand for a theme: its first one, or a secondary one beside another for which it stands already."""
    if key not in ruled:
        ruled[key] = Ruling(theme, None, why, by)
    elif theme != ruled[key].primary:
        secondary = (*(ruled[key].secondary or ()), theme)[:MOST_SECONDARY]
        ruled[key] = Ruling(ruled[key].primary, secondary, why, by)


def _without_exemplar(theme: Theme, ref: str, place: Place, named: Named) -> Problem:
    """What to say about an exemplar that leads to no work, or to several."""
    if named.is_gone(ref):
        message = f"theme `{theme.id}` names an exemplar `{ref}`, a work that is left out in {DECISIONS}"
        return Problem(message, place, "remove it here")
    message = f"theme `{theme.id}` names an exemplar `{ref}` that is not among the works"
    return named.problem(ref, message, place, "name another work, put its source back, or remove it here")


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
