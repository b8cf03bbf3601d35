"""What a check is and what it finds, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.errors import Place, bounded

if TYPE_CHECKING:
    from generator.checks.material import Material

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction that is safe without a person: `field` of the work becomes `value`, as `bib/decisions.yml` writes
    it.
    """

    field: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a check function yields.

    Attributes:
        message: what is wrong, as a sentence without a final full stop.
        place: the file and line to look at.
        key: citation key of the work concerned, or "".
        hint: what to do about it. Of what was written, both repeat the beginning of what is very long.
        fix: if the program can correct it itself.
    """

    message: str
    place: Place
    key: str = ""
    hint: str = ""
    fix: Fix | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", bounded(self.message))
        object.__setattr__(self, "hint", bounded(self.hint))


@dataclass(frozen=True, slots=True)
class Check:
    """A named check: a one-line summary, its severity (`info` never fails a run), and the function."""

    name: str
    summary: str
    severity: Severity
    function: Callable[[Material], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one check, for every output format."""

    check: Check
    found: Found

    @property
    def order(self) -> tuple[str, int, str, str]:
        """By file and line, then by name."""
        return self.found.place.path, self.found.place.line or 0, self.check.name, self.found.message
