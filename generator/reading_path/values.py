"""A reading path, and what is known about the works when it is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.kinds.values import WorkKind
from generator.language import Message
from generator.links.values import Mention, Related
from generator.name_index.values import Named
from generator.works import Work

WHOLE = ""  # in place of a theme's id: the survey itself
Reason = Literal["chosen", "survey", "introduced", "linked", "newest", "early", "data", "about"]


@dataclass(frozen=True, slots=True)
class Step:
    """One work of a reading path.

    Attributes:
        reasons: why to read it; nothing where a curator gave none.
        other: key of the work with whose name these words end, or "".
    """

    key: str
    reason: Reason
    reasons: tuple[str | Message, ...]
    other: str = ""

    @property
    def why(self) -> str:
        """The reasons in words of the language that is spoken."""
        return "; ".join(map(str, self.reasons))

    @property
    def why_capitalised(self) -> str:
        """The same as the start of a line of its own."""
        return self.why[:1].upper() + self.why[1:]


@dataclass(frozen=True)
class Known:
    """What is known about the works and the links between them, by key."""

    works: Mapping[str, Work]
    themes: Mapping[str, str | None]
    kinds: Mapping[str, WorkKind] = field(default_factory=dict)
    names: Sequence[Named] = ()
    related: Mapping[str, Sequence[Related]] = field(default_factory=dict)
    mentions: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    cites: Mapping[str, Sequence[str]] = field(default_factory=dict)
