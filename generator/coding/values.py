"""What coding gives: the codes of a survey and the values of each work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import Problem


@dataclass(frozen=True, slots=True)
class Dimension:
    """One code: a question that reviewers answered of each work.

    Attributes:
        id: for addresses and data: `code-risk-of-bias`.
        name: as the codebook or the column calls it; `title` as pages do.
        values: those that works have, and those that the codebook foresees, in the order in which they are shown.
    """

    id: str
    name: str
    title: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """The codes of a survey.

    Attributes:
        dimensions: in the order of the codebook, then in that of the columns.
        of: for each work's key, the values by name of the code, in the code's order; only of codes that it has.
        problems: what the codebook does not know, and what contradicts itself.
    """

    dimensions: tuple[Dimension, ...] = ()
    of: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def values(self, key: str, name: str) -> tuple[str, ...]:
        """The values that a work has for a code; none where nobody coded it."""
        return self.of.get(key, {}).get(name, ())

    @property
    def columns(self) -> dict[str, dict[str, str]]:
        """For spreadsheets: the text of each work by key, for the title of each code."""
        return {
            one.title: {key: "; ".join(values[one.name]) for key, values in self.of.items() if one.name in values}
            for one in self.dimensions
        }
