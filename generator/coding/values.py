"""What coding gives: the codes of a survey and the values of each work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import Problem


@dataclass(frozen=True, slots=True)
class Dimension:
    """One code: a question that reviewers answered for each work.

    Attributes:
        id: for addresses and data: `code-risk-of-bias`.
        name: as the codebook or the column calls it; `title` as pages do.
        values: those that works have and those that the codebook lists, in display order.
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
        of: for each work's key, the values by the name of the code, in the code's order; only codes that have values.
        problems: values unknown to the codebook, and contradictions.
    """

    dimensions: tuple[Dimension, ...] = ()
    of: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def values(self, key: str, name: str) -> tuple[str, ...]:
        """The values of a work for a code; none if nobody coded it."""
        return self.of.get(key, {}).get(name, ())

    @property
    def columns(self) -> dict[str, dict[str, str]]:
        """For spreadsheets: the text for each work by key, under the title of each code."""
        return {
            one.title: {key: "; ".join(values[one.name]) for key, values in self.of.items() if one.name in values}
            for one in self.dimensions
        }
