"""How works and authors are referred to: labels, references, and the targets of citations in prose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from markupsafe import Markup

from generator.bibliography.reference import labels, letters, reference
from generator.bibliography.styles import is_numeric
from generator.names import Name
from generator.pages.places import Places
from generator.pages.references import formatted, linked
from generator.pages.styled import csl_style, styled
from generator.prose.library import Library
from generator.references import resolver_of, work_names
from generator.survey import Survey
from generator.works import Work


@dataclass(frozen=True)
class Cited:
    """References in the style that `survey.yml` chooses; `project` is where those of a CSL style are remembered."""

    MADE_OF_PARTS: ClassVar = ("library",)  # it has functions, which cannot be compared: see `cache.watched`

    survey: Survey
    project: Path
    places: Places

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each key: `Vinyals et al., 2016`."""
        return labels(self.survey.works.values())

    @cached_property
    def author_names(self) -> dict[Name, str]:
        """Each author's name as the index of authors gives it, by every form that the works carry."""
        return {form: entry.name.as_first_last for entry in self.survey.authors for form in entry.variants}

    @cached_property
    def letters(self) -> dict[str, str]:
        """`a`, `b`, … by key, if authors and year alone would be ambiguous."""
        return letters(self.survey.works.values())

    @cached_property
    def style(self) -> str:
        """The CSL style that `survey.yml` chooses, or "" for the survey's own."""
        return csl_style(self.survey.settings.citations.style)

    @cached_property
    def styled(self) -> dict[str, str]:
        """References in the CSL style, by key."""
        return styled(self.survey.works, self.style, self.project)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of each work, by key."""
        return {key: work.shown_title for key, work in self.survey.works.items()}

    @cached_property
    def names(self) -> tuple[tuple[int, str, str], ...]:
        """Everything by which a citation may name a work: (how well it does, the name, the work's key)."""
        return tuple(work_names(self.survey.works.values()))

    @cached_property
    def library(self) -> Library:
        """What citations in prose can point at."""
        style = self.survey.settings.citations.style
        return Library(
            titles=self.titles,
            labels=self.labels,
            pages=self.places.papers,
            resolve=resolver_of(self.names),
            reference=lambda key: str(self.reference(self.survey.works[key], listed=True)),
            numbered=is_numeric(self.style) if self.style else style == "numbered",
            flat=self.places.flat,
            from_source=self.places.from_source,
        )

    def reference(self, work: Work, listed: bool = False) -> Markup:
        """The formatted reference, as HTML.

        In a list after author–year citations (`listed`) it has the letter that tells works of one year apart.
        """
        letter = self.letters[work.key] if listed and not self.library.numbered else ""
        return linked(self.styled[work.key]) if self.style else formatted(work, letter)

    def reference_text(self, work: Work) -> str:
        """The formatted reference, as plain text."""
        return self.styled[work.key] if self.style else reference(work).text
