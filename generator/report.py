"""What a build reports: problems, what it read and decided, and how much it wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.calling import as_called
from generator.errors import Place, Problem
from generator.text.counting import counted


@dataclass(frozen=True, slots=True)
class Report:
    """One build in words and numbers.

    Attributes:
        summary: what was read, merged, themed and linked, in lines.
        files: how many generated files there are, of which `changed` were written; `removed` are gone.
    """

    problems: tuple[Problem, ...]
    summary: str
    files: int
    changed: int
    removed: int

    @property
    def text(self) -> str:
        """The summary with its last line."""
        as_before = self.files - self.changed
        return as_called(
            f"{self.summary}\nWrote    {counted(self.files, 'file')}: {self.changed} changed, {as_before} as before, "
            f"{self.removed} removed"
        )

    @property
    def is_clean(self) -> bool:
        """Whether nothing in it is an error or a warning."""
        return all(problem.level == "note" for problem in self.problems)

    @property
    def again(self) -> Report:
        """The report for another build of the same input, which writes nothing."""
        return replace(self, changed=0, removed=0)

    def as_data(self) -> dict[str, Any]:
        """The report as JSON values."""
        return asdict(self)


def report_of(data: Mapping[str, Any]) -> Report:
    """The report that these JSON values hold. Raises KeyError, TypeError or ValueError if they hold none."""
    problems: Sequence[Mapping[str, Any]] = data["problems"]
    return Report(
        **{
            **data,
            "problems": tuple(
                Problem(**{**problem, "place": Place(**problem["place"]) if problem["place"] else None})
                for problem in problems
            ),
        }
    )
