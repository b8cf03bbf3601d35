"""What is known about a work's themes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import marked

EXEMPLAR = marked("the taxonomy names it as an exemplar")  # a person's decision only if a person wrote the taxonomy


@dataclass(frozen=True, slots=True)
class Placement:
    """The themes of one work, and why.

    Attributes:
        primary: theme id, or None where the work fits no theme.
        secondary: up to two further theme ids, best first.
        scores: theme id to score (0 to 1, comparable within one work), best first; at least the best three.
        terms: (term, weight) that spoke for the primary theme, strongest first.
        runner_up: the next theme id, or None.
        unsure: whether a person should look.
        decided_by: "method", "decision" (a person's), or "source" (the classification that the sources bring along).
        why: a person's reason, or the rule where a rule other than the score decided.
    """

    primary: str | None
    secondary: tuple[str, ...] = ()
    scores: tuple[tuple[str, float], ...] = ()
    terms: tuple[tuple[str, float], ...] = ()
    runner_up: str | None = None
    unsure: bool = False
    decided_by: str = "method"
    why: str = ""

    @property
    def is_exemplar(self) -> bool:
        """Whether it is placed here because the taxonomy names it as an exemplar."""
        return self.decided_by == "decision" and self.why == EXEMPLAR

    @property
    def is_reassigned(self) -> bool:
        """Whether a person moved this work to its theme, in `bib/decisions.yml`."""
        return self.decided_by == "decision" and self.why != EXEMPLAR
