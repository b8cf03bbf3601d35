"""What a person has ruled: corrections in `bib/decisions.yml`, and the exemplars of a taxonomy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.config.decisions import NAME as DECISIONS
from generator.config.decisions import ThemeDecision
from generator.config.taxonomy import NAME as THEMES
from generator.config.taxonomy import Taxonomy
from generator.errors import Place, Problem
from generator.text.compare import nearest
from generator.works import Work

EXEMPLAR = "the taxonomy names it as an exemplar"  # a person's decision only if a person wrote the taxonomy
Resolve = Callable[[str], str | None]
IsGone = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Themes that are settled for a work before its words are weighed; None where that is left to the method.

    `decided_by` is "decision" where a person ruled, "method" where a found theme's central works are its exemplars.
    """

    primary: str | None
    secondary: tuple[str, ...] | None
    why: str
    decided_by: str = "decision"


def none_gone(reference: str) -> bool:
    """Where no work was left out, no reference names one."""
    return False


def rulings(
    works: Sequence[Work],
    taxonomy: Taxonomy,
    decisions: Sequence[ThemeDecision],
    resolve: Resolve | None,
    is_gone: IsGone,
) -> tuple[dict[str, Ruling], list[Problem]]:
    """(ruling by citation key, what cannot be followed). A decision goes before an exemplar; one on a work that was left out rules nothing."""
    keys = {work.key for work in works}

    def key_of(ref: str) -> str | None:
        key = resolve(ref) if resolve else ref.removeprefix("key:")
        return key if key in keys else None

    ruled: dict[str, Ruling] = {}
    problems: list[Problem] = []
    why, by = (EXEMPLAR, "decision") if taxonomy.given else ("one of the works at the middle of the theme", "method")
    for theme in taxonomy.themes:
        for ref in theme.exemplars:
            key = key_of(ref)
            if key is None and is_gone(ref):
                message = f"theme `{theme.id}` names an exemplar `{ref}`, a work that is left out in {DECISIONS}"
                problems.append(Problem(message, Place(THEMES, theme.line or None), "remove it here"))
            elif key is None:
                message = f"theme `{theme.id}` names an exemplar `{ref}` that is not among the works"
                problems.append(Problem(message, Place(THEMES, theme.line or None), _meant(ref, works), "error"))
            elif key not in ruled:
                ruled[key] = Ruling(theme.id, None, why, by)
            elif theme.id != ruled[key].primary:
                ruled[key] = Ruling(ruled[key].primary, (*(ruled[key].secondary or ()), theme.id)[:2], why, by)
    lines: dict[str, int] = {}
    for decision in decisions:
        place = Place(DECISIONS, decision.line or None)
        faults = [
            Problem(f"theme `{theme}` does not exist", place, _known(theme, taxonomy), "error")
            for theme in (decision.primary, *(decision.secondary or ()))
            if theme is not None and theme not in taxonomy.by_id
        ]
        key = key_of(decision.ref)
        if key is None and is_gone(decision.ref):
            problems.append(
                Problem(
                    f"the themes of `{decision.ref}` are decided, a work that is left out here too",
                    place,
                    "remove one of the two",
                )
            )
        elif key is None:
            faults.append(
                Problem(f"`{decision.ref}` names none of the works", place, _meant(decision.ref, works), "error")
            )
        elif key in lines:
            faults.append(
                Problem(
                    f"the themes of `{key}` are decided twice (first in line {lines[key]})",
                    place,
                    "keep one of the two",
                    "error",
                )
            )
        if len(decision.secondary or ()) > 2:
            faults.append(
                Problem("a work has at most two secondary themes", place, "keep the two that matter most", "error")
            )
        problems.extend(faults)
        if key is not None and not faults:
            lines[key] = decision.line
            secondary = (
                None
                if decision.secondary is None
                else tuple(theme for theme in dict.fromkeys(decision.secondary) if theme != decision.primary)
            )
            ruled[key] = Ruling(decision.primary, secondary, decision.why)
    return ruled, problems


def _known(theme: str, taxonomy: Taxonomy) -> str:
    close = nearest(theme, taxonomy.by_id, 1)
    return f"did you mean `{close[0]}`?" if close else "known: " + ", ".join(taxonomy.by_id)


def _meant(ref: str, works: Sequence[Work]) -> str:
    """A suggestion: the nearest key or identifier, or the key of the work with the nearest title."""
    names = {work.key: work.key for work in works}
    names.update((f"{i.scheme}:{i.value}", f"{i.scheme}:{i.value}") for work in works for i in work.identifiers)
    names.update((work.title, work.key) for work in works)
    close = nearest(ref.removeprefix("key:"), sorted(names), 1)
    return f"did you mean `{names[close[0]]}`?" if close else "name a work by citation key or identifier"
