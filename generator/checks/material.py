"""What the checks look at: the survey, and those files of the project that are not part of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from generator.config.decisions import Decisions, read_decisions
from generator.config.overviews import FOLDER as OVERVIEWS
from generator.errors import InputError, Place
from generator.project.box import Found, files_below, read, read_text
from generator.project.paths import BIBLIOGRAPHY, DOCS, GENERATED_LIMIT
from generator.prose.citations import Markup, read_markup
from generator.prose.sources import Written
from generator.records import Record
from generator.references import resolver
from generator.text.math import segments
from generator.works import Work
from generator.writer import generated_before

if TYPE_CHECKING:
    from generator.survey import Survey

PUBLISHED = BIBLIOGRAPHY


@dataclass(frozen=True)
class Material:
    """The survey and the files around it.

    Attributes:
        documents: hand-written Markdown pages below `docs/`, which the site shows as they are.
        addresses: every file of the site, generated or written by hand, as a path below `docs/`.
        published: line of each citation key in `bib/survey.bib`.
        decisions: what people decided.
    """

    MADE_OF_PARTS: ClassVar = ("find",)  # a function, which cannot be compared: see `cache.watched`

    survey: Survey
    documents: tuple[Written, ...] = ()
    addresses: frozenset[str] = frozenset()
    published: Mapping[str, int] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """All works in key order."""
        return tuple(self.survey.works.values())

    @cached_property
    def resolve(self) -> Mapping[str, str]:
        """Citation key by every key, present or former, in lower case."""
        known = {alias.casefold(): key for key, work in self.survey.works.items() for alias in work.aliases}
        return known | {key.casefold(): key for key in self.survey.works}

    @cached_property
    def find(self) -> Callable[[str], str | None]:
        """The citation key of the work that a reference names, resolved as for links in prose and for decisions."""
        return resolver(self.works)

    @cached_property
    def prose(self) -> tuple[Written, ...]:
        """Overviews and authors' pages, each with the page that it stands on."""
        themes = self.survey.taxonomy.by_id
        overviews = (
            Written(f"{OVERVIEWS}/{name}.md", f"themes/{name}.md" if name in themes else "index.md", name, text)
            for name, text in self.survey.overviews.items()
        )
        return (*overviews, *self.survey.pages)

    @cached_property
    def markup(self) -> dict[str, Markup]:
        """The citations of every piece of prose, by its source."""
        return {written.source: read_markup(written.text, written.line) for written in (*self.prose, *self.documents)}

    @cached_property
    def cited(self) -> frozenset[str]:
        """Keys of the works that the prose cites."""
        items = (
            item
            for written in self.prose
            for citation in self.markup[written.source].citations
            for item in citation.items
        )
        return frozenset(key for key in (self.find(item.key) for item in items) if key)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record of every source."""
        return tuple(
            record for reading in (*self.survey.readings, *self.survey.enriching) for record in reading.records
        )

    @cached_property
    def key_of(self) -> dict[Place, str]:
        """Citation key of the work to which the record at a place belongs."""
        return {record.origin.place: work.key for work in self.works for record in (*work.records, *work.enriched_by)}

    @cached_property
    def declared_different(self) -> frozenset[frozenset[str]]:
        """Pairs of citation keys that a person declared to be different works."""
        if not any(not pairing.same for pairing in self.decisions.pairings):
            return frozenset()
        groups = [
            {key for key in map(self.find, pairing.refs) if key}
            for pairing in self.decisions.pairings
            if not pairing.same
        ]
        return frozenset(
            frozenset((one, other)) for group in groups for one in group for other in group if one != other
        )

    @cached_property
    def texts(self) -> tuple[tuple[Work, str, str], ...]:
        """(work, field, text) of every text that is shown as prose."""
        fields = ("title", "abstract", "venue", "series", "publisher", "school")
        return tuple(
            (work, name, text) for work in self.works for name in fields for text in [getattr(work, name)] if text
        )

    @cached_property
    def plain_texts(self) -> tuple[tuple[Work, str, str], ...]:
        """`texts` without their mathematics."""
        return tuple(
            (work, name, " ".join(piece for is_math, piece in segments(text) if not is_math) if "$" in text else text)
            for work, name, text in self.texts
        )


def place_of(work: Work, name: str = "") -> Place:
    """Where a person finds the value of a field or, if the work has none, would add it: a completing record before a
    source.
    """
    if name and name in work.choices:
        return work.choices[name].origin.place
    return (work.enriched_by or work.records)[0].origin.place


def read_material(survey: Survey, project: Path, generated: Iterable[str]) -> Material:
    """The material of a project; `generated` are the files that the build writes, relative to the project. Reads, never
    writes.
    """
    ours = generated_before(project)
    new = {path.removeprefix(f"{DOCS}/") for path in generated if path.startswith(f"{DOCS}/")}
    by_hand = [
        one for one in files_below(project, DOCS).files if f"{DOCS}/{one.name}" not in ours and one.name not in new
    ]
    read = [_document(project, one) for one in by_hand if one.name.lower().endswith(".md")]
    documents = tuple(written for written in read if written)
    names = frozenset({*new, *(one.name for one in by_hand)})
    return Material(survey, documents, names, _published(project), read_decisions(project))


def _document(project: Path, found: Found) -> Written | None:
    try:
        text = read_text(project, found.path) or ""
    except InputError:
        return None
    return Written(f"{DOCS}/{found.name}", found.name, found.name, text)


def _published(project: Path) -> dict[str, int]:
    content = read(project, PUBLISHED, GENERATED_LIMIT) or b""
    lines = content.decode("utf-8", "replace").splitlines()
    return {
        match[1]: number
        for number, line in enumerate(lines, 1)
        for match in [re.match(r"@\w+\{([^,\s]+),", line)]
        if match
    }
