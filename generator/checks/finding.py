"""What a check is and what it finds, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.errors import Place

if TYPE_CHECKING:
    from generator.checks.material import Material

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction that is safe to make without a person: `field` of the work becomes `value`, as `bib/decisions.yml`
    writes it.
    """

    field: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a check function gives.

    Attributes:
        message: what is wrong, as a sentence without a final full stop.
        place: the file and line to look at.
        key: of the work concerned, or "".
        hint: what to do about it.
        fix: where the program can do it itself.
    """

    message: str
    place: Place
    key: str = ""
    hint: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A named check: what it looks for in one line, how bad it is (`info` never fails a run), and the function."""

    name: str
    summary: str
    severity: Severity
    function: Callable[[Material], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one check, for every form of output."""

    check: Check
    found: Found

    @property
    def order(self) -> tuple[str, int, str, str]:
        """By file and line, then by name."""
        return self.found.place.path, self.found.place.line or 0, self.check.name, self.found.message
