"""The kind of every work: a person's decision first, then what the text shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.config.decisions import NAME, KindDecision
from generator.errors import Place, Problem
from generator.kinds.tell import best_of
from generator.kinds.values import WorkKind
from generator.works import Work


def kinds(works: Sequence[Work]) -> dict[str, WorkKind]:
    """The kind of each work whose title, abstract or record shows one, by key."""
    return best_of(sorted(works, key=lambda work: work.key))


def decided(
    shown: Mapping[str, WorkKind],
    decisions: Sequence[KindDecision],
    resolve: Callable[[str], str | None],
    is_gone: Callable[[str], bool],
) -> tuple[dict[str, WorkKind], tuple[Problem, ...]]:
    """The kinds, with people's decisions in place of what the text shows, and the decisions that lead to no work.

    `resolve` gives the key that a reference leads to; a reference for which `is_gone` is true was left out on purpose.
    """
    found, problems = dict(shown), []
    for one in decisions:
        key = resolve(one.ref)
        if key is not None:
            found[key] = WorkKind(one.kind, one.why, "decision")
        elif not is_gone(one.ref):
            message = f"`kinds` names `{one.ref}`, which no work has"
            problems.append(Problem(message, Place(NAME, one.line), "name it by an identifier or a citation key"))
    return dict(sorted(found.items())), tuple(problems)
