"""An edition as values: its works with their themes and references, the themes, and the texts about them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.file_names import is_reserved
from generator.identifiers import Identifier
from generator.names import Name
from generator.records import Kind
from generator.works import Work

_NAME = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z._-]{0,38}[0-9A-Za-z])?")
_TAKEN = ("compare", "now")  # what the pages of editions are called


@dataclass(frozen=True, slots=True)
class EditionWork:
    """A work as an edition records it.

    Attributes:
        key: its citation key; `aliases` are the former ones.
        identifiers: in the work's order.
        theme: id of its primary theme, or "" where it has none; `secondary` of the others.
        text: checksum of its abstract, "" without one.
    """

    key: str
    title: str
    aliases: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()
    year: int | None = None
    venue: str = ""
    kind: Kind = "misc"
    identifiers: tuple[Identifier, ...] = ()
    theme: str = ""
    secondary: tuple[str, ...] = ()
    text: str = ""

    @property
    def work(self) -> Work:
        """The same as a Work, for the functions that cite works."""
        return Work(
            title=self.title,
            records=(),
            key=self.key,
            authors=self.authors,
            year=self.year,
            kind=self.kind,
            venue=self.venue,
            identifiers=self.identifiers,
            aliases=self.aliases,
        )


@dataclass(frozen=True, slots=True)
class EditionTheme:
    """A theme as an edition records it: id, title, section, and the overview in Markdown ("" if there is none)."""

    id: str
    title: str
    section: str = ""
    overview: str = ""


@dataclass(frozen=True)
class Edition:
    """What a survey held.

    Attributes:
        name: `2026.1`; "" for the survey as it is now.
        title: of the survey.
        date: ISO date of the release, or "".
        doi: under which it is archived, or "".
        works: by citation key, in key order.
        themes: in the order of the taxonomy.
        introduction: the overview of the whole, in Markdown.
    """

    name: str
    title: str
    date: str = ""
    doi: str = ""
    works: Mapping[str, EditionWork] = field(default_factory=dict)
    themes: tuple[EditionTheme, ...] = ()
    introduction: str = ""

    @cached_property
    def theme_titles(self) -> dict[str, str]:
        """The title of each theme by id; "" is not a theme."""
        return {"": "no theme", **{theme.id: theme.title for theme in self.themes}}

    @cached_property
    def by_theme(self) -> dict[str, tuple[EditionWork, ...]]:
        """The works of each theme, newest first; under "" those without a theme."""
        found: dict[str, list[EditionWork]] = {theme.id: [] for theme in self.themes}
        for work in sorted(self.works.values(), key=lambda work: (-(work.year or 0), work.key)):
            found.setdefault(work.theme, []).append(work)
        return {theme: tuple(works) for theme, works in found.items()}


def is_edition_name(name: str) -> bool:
    """Whether an edition can have this name: letters, digits, full stops, hyphens; safe as a file name and an
    address.
    """
    return bool(_NAME.fullmatch(name)) and not is_reserved(name) and name.casefold() not in _TAKEN
