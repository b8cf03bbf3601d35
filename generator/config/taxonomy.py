"""`bib/themes.yml`: the themes of the survey, in sections, in reading order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.config.yaml_file import Node, read_yaml
from generator.errors import InputError, Place, Problem, at_fault
from generator.file_names import is_reserved
from generator.project.paths import THEMES

NAME = THEMES
MOST = 2_000  # themes: the time and space for links between them grow with the square
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 80  # characters
_OWN = {"survey", "unthemed"}  # names that have a meaning of their own on this site
_HEAVIEST = 100  # weight of a term


@dataclass(frozen=True, slots=True)
class StartWork:
    """A work that a curator wants read first: its reference, the reason (or ""), and its line in the file."""

    ref: str
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme.

    Attributes:
        id: its address (`themes/<id>/`); lower-case letters, digits and hyphens.
        title: its heading.
        scope: what belongs there and what does not, in prose.
        terms: words and phrases that speak for it, each with a weight (default 1).
        exemplars: references (citation key or identifier) of works that are typical of it.
        exemplar_lines: the line of each exemplar in the file; empty if the theme was found.
        central: references of the works at the centre of a theme that the program proposed, each with its line. No
        person decided that they belong here.
        excludes: words and phrases that speak against it (`not:` in the file).
        line: where it stands in the file.
        start: where to start reading; empty if the program is to choose.
    """

    id: str
    title: str
    scope: str
    terms: tuple[tuple[str, float], ...] = ()
    exemplars: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    line: int = 0
    start: tuple[StartWork, ...] = ()
    exemplar_lines: tuple[int, ...] = ()
    central: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A group of themes under one title, in reading order."""

    title: str
    themes: tuple[Theme, ...]


@dataclass(frozen=True)
class Taxonomy:
    """All themes. `given` is False if they were found from the works instead of read from a file; `start` is where to
    start reading the survey, empty if the program is to choose.
    """

    sections: tuple[Section, ...] = ()
    given: bool = True
    start: tuple[StartWork, ...] = ()

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """All themes in reading order."""
        return tuple(theme for section in self.sections for theme in section.themes)

    @cached_property
    def is_proposed(self) -> bool:
        """Whether the file has themes that the program proposed and a person kept or edited."""
        return self.given and any(theme.central for theme in self.themes)

    @cached_property
    def by_id(self) -> dict[str, Theme]:
        """Each theme by its id."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section of each theme, by the theme's id."""
        return {theme.id: section for section in self.sections for theme in section.themes}


def is_taken(name: str) -> bool:
    """Whether no theme can have this id, because it means something else to a file system or to this site."""
    return name in _OWN or is_reserved(name)


def read_taxonomy(project: Path) -> Taxonomy | None:
    """Read `bib/themes.yml`; None if there is none. Raises InputError with file and line for anything contradictory."""
    root = read_yaml(project, NAME)
    if root is None:
        return None
    top = root.mapping("themes.yml", ("sections", "start"))
    if "sections" not in top:
        raise at_fault("has no `sections:`", NAME, 1, "list sections, each with a title and themes")
    sections = tuple(_section(node) for node in top["sections"].items("sections"))
    count = sum(len(section.themes) for section in sections)
    if count > MOST:
        raise at_fault(f"has {count:,} themes, more than {MOST:,}", NAME, 1, "join some: each has its pages")
    seen: dict[str, Theme] = {}
    problems: list[Problem] = []
    for section in sections:
        for theme in section.themes:
            if theme.id in seen:
                message = f"theme id `{theme.id}` is used twice (first in line {seen[theme.id].line})"
                problems.append(Problem(message, Place(NAME, theme.line), "give each theme an id of its own", "error"))
            seen[theme.id] = theme
    if problems:
        raise InputError(*problems)
    if not seen:
        raise at_fault(
            "has no themes", NAME, 1, "remove the file to have themes found from the works, or list at least one theme"
        )
    return Taxonomy(sections, start=_start(top["start"]) if "start" in top else ())


def _section(node: Node) -> Section:
    fields = node.mapping("a section", ("title", "themes"))
    if "title" not in fields:
        raise node.fault("a section has no `title:`")
    themes = fields["themes"].items("themes") if "themes" in fields else []
    return Section(fields["title"].text("title"), tuple(_theme(theme) for theme in themes))


def _theme(node: Node) -> Theme:
    fields = node.mapping("a theme", ("id", "title", "scope", "terms", "exemplars", "central", "not", "start"))
    for required in ("id", "title", "scope"):
        if required not in fields:
            raise node.fault(f"a theme has no `{required}:`")
    name = fields["id"].text("id")
    if not ID.fullmatch(name) or len(name) > _LONGEST_ID or is_taken(name):
        raise fields["id"].fault(
            f"`{name}` cannot be a theme id" + (" (the name is taken)" if is_taken(name) else ""),
            "use lower-case letters, digits and single hyphens, as in `model-compression`",
        )
    terms = _terms(fields["terms"]) if "terms" in fields else ()
    exemplars = _references(fields, "exemplars")
    central = _references(fields, "central")
    excludes = fields["not"].texts("not") if "not" in fields else ()
    both = {term.lower() for term, _ in terms} & {term.lower() for term in excludes}
    if both:
        raise fields["not"].fault(
            f"theme `{name}` both wants and excludes `{sorted(both)[0]}`", "keep it in `terms` or in `not`"
        )
    return Theme(
        name,
        fields["title"].text("title"),
        fields["scope"].text("scope"),
        terms,
        tuple(ref for ref, _ in exemplars),
        excludes,
        fields["id"].line,
        _start(fields["start"]) if "start" in fields else (),
        tuple(line for _, line in exemplars),
        central,
    )


def _references(fields: Mapping[str, Node], name: str) -> tuple[tuple[str, int], ...]:
    """The references in a list, or a single one given without a list, each with its line."""
    if name not in fields:
        return ()
    node = fields[name]
    items = node.value if isinstance(node.value, list) else [node]
    return tuple(zip(node.texts(name), (item.line for item in items), strict=False))


def _start(node: Node) -> tuple[StartWork, ...]:
    """`- reference` or `- {ref: reference, why: text}` items."""
    found = []
    for item in node.items("start"):
        if not isinstance(item.value, dict):
            found.append(StartWork(item.text("start"), "", item.line))
            continue
        fields = item.mapping("an entry of `start`", ("ref", "why"))
        if "ref" not in fields:
            raise item.fault("an entry of `start` has no `ref:`", "name a work by identifier or key")
        why = fields["why"].text("why") if "why" in fields else ""
        found.append(StartWork(fields["ref"].text("ref"), why, item.line))
    return tuple(found)


def _terms(node: Node) -> tuple[tuple[str, float], ...]:
    """`- phrase` or `- phrase: 2.5` items, or a mapping phrase → weight."""
    if isinstance(node.value, dict):
        pairs = list(node.value.items())
    else:
        pairs = []
        for item in node.items("terms"):
            pairs.extend(item.value.items() if isinstance(item.value, dict) else [(item.text("a term"), None)])
    return tuple((" ".join(phrase.split()), _weight(phrase, weight)) for phrase, weight in pairs)


def _weight(phrase: str, node: Node | None) -> float:
    """The weight of a term, 1 by default."""
    if node is None:
        return 1.0
    is_number = isinstance(node.value, (int, float)) and not isinstance(node.value, bool)
    if not is_number or not 0 < node.value <= _HEAVIEST:
        raise node.fault(f"the weight of `{phrase}` must be a number above 0 and at most {_HEAVIEST}")
    return float(node.value)
