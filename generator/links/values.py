"""What is known about the links of works, themes and authors."""

from __future__ import annotations

from dataclasses import dataclass

from generator.names import Name


@dataclass(frozen=True, slots=True)
class Related:
    """A work that is near in content: its key, a similarity (0 to 1), and the words that connect the two."""

    key: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """An abstract names what another work introduced: `abstract[start:end] == name`, introduced by the work `key`."""

    key: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sibling:
    """A neighbouring theme: works that belong to both, links between their works, and a score that orders them."""

    theme: str
    shared: int
    linked: int
    score: float


@dataclass(frozen=True, slots=True)
class AuthorEntry:
    """One author: an address (`slug`), the fullest form of the name, the keys of the works (newest first), and every
    form of the name that they carry.
    """

    slug: str
    name: Name
    keys: tuple[str, ...]
    variants: tuple[Name, ...] = ()
