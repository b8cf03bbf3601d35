"""Answers about a survey for programs: search, works, themes, citations and exports, as plain values."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.agents.markdown import theme_as_markdown, work_as_markdown
from generator.bibliography.export import exported, format_named, formats
from generator.bibliography.styles import as_text
from generator.errors import at_fault
from generator.references import References, work_references
from generator.survey import Survey
from generator.text.compare import did_you_mean, words
from generator.works import Work

MOST_RESULTS = 50
# How much a word of the query counts in each place.
_FIELDS = {"title": 4.0, "authors": 4.0, "key": 4.0, "year": 3.0, "venue": 2.0, "theme": 1.5, "abstract": 1.0}


@dataclass(frozen=True)
class Library:
    """A survey that answers questions. Nothing here writes."""

    survey: Survey

    def search(
        self, query: str, theme: str = "", from_year: int = 0, to_year: int = 0, limit: int = 10
    ) -> list[dict[str, Any]]:
        """Works that the query describes, best first: `{key, title, authors, year, venue, theme, score}`.

        A work with more of the query's words comes before one with fewer; among equals, rare words count for more. A
        citation key or an identifier leads to its work alone. Raises InputError for an unknown theme.
        """
        if theme:
            self._check_theme(theme)
        named = self.references.only(query) if query.strip() else None
        found = [(named, 1.0)] if named else self._ranked(words(query))
        matching = [(key, score) for key, score in found if self._is_wanted(key, theme, from_year, to_year)]
        return [self.summary(key) | {"score": round(score, 3)} for key, score in matching[: _bounded(limit)]]

    def work(self, reference: str) -> str:
        """A work as Markdown, by citation key, identifier or address. Raises InputError if there is none."""
        return work_as_markdown(self.survey, self.key_of(reference))

    def theme(self, theme: str) -> str:
        """A theme as Markdown, by its id or title. Raises InputError for an unknown one."""
        by_id = self.survey.taxonomy.by_id
        titles = {one.title.casefold(): one.id for one in self.survey.taxonomy.themes}
        name = theme if theme in by_id else titles.get(theme.strip().casefold(), theme)
        self._check_theme(name)
        return theme_as_markdown(self.survey, by_id[name])

    def themes(self) -> list[dict[str, Any]]:
        """The themes in reading order: `{id, title, scope, works}`, where `works` is their number."""
        by_theme = self.survey.by_theme
        return [
            {"id": theme.id, "title": theme.title, "scope": theme.scope, "works": len(by_theme[theme.id])}
            for theme in self.survey.taxonomy.themes
        ]

    def cite(self, references: Sequence[str], style: str = "") -> str:
        """References to read, in the survey's own style or a CSL style by name. Raises InputError."""
        return as_text(self._works(references), style)

    def export(self, references: Sequence[str] = (), theme: str = "", form: str = "bibtex") -> str:
        """A bibliography of the named works, of a theme, or of all, in the format of that name. Raises
        InputError.
        """
        if theme:
            self._check_theme(theme)
        works = self._works(references) if references else list(self.survey.works.values())
        selected = [work for work in works if not theme or self.survey.placements[work.key].primary == theme]
        texts = exported(format_named(form), selected, "survey", self.survey.settings.title)
        return "\n".join(texts.values())

    def summary(self, key: str) -> dict[str, Any]:
        """What a list of works shows of each one."""
        work = self.survey.works[key]
        return {
            "key": key,
            "title": work.shown_title,
            "authors": [name.as_first_last for name in work.authors],
            "year": work.year,
            "venue": work.cited_venue or None,
            "theme": self.survey.placements[key].primary,
        }

    def key_of(self, reference: str) -> str:
        """The citation key that a reference leads to. Raises InputError with the most similar names."""
        key = self.references.only(reference)
        if key is None:
            raise at_fault(f"no work is named by `{reference}`", hint=self.references.suggestion(reference))
        return key

    @cached_property
    def references(self) -> References[str]:
        """The references that lead to a work."""
        return work_references(tuple(self.survey.works.values()))

    @cached_property
    def formats(self) -> tuple[str, ...]:
        """The names of the formats of `export`."""
        return tuple(formats())

    def _works(self, references: Sequence[str]) -> list[Work]:
        return [self.survey.works[key] for key in dict.fromkeys(map(self.key_of, references))]

    def _check_theme(self, theme: str) -> None:
        known = self.survey.taxonomy.by_id
        if theme not in known:
            raise at_fault(f"there is no theme `{theme}`", hint=did_you_mean(theme, known))

    def _is_wanted(self, key: str, theme: str, from_year: int, to_year: int) -> bool:
        placement, year = self.survey.placements[key], self.survey.works[key].year or 0
        in_theme = not theme or theme == placement.primary or theme in placement.secondary
        return in_theme and year >= from_year and (not to_year or year <= to_year)

    def _ranked(self, query: Sequence[str]) -> list[tuple[str, float]]:
        """(key, score) of the works with any word of the query, best first."""
        asked = dict.fromkeys(query)
        total = len(self._index)
        rarity = {word: math.log(1 + total / (1 + self._spread[word])) for word in asked}
        scored = []
        for key, weights in self._index.items():
            present = [word for word in asked if word in weights]
            if present:
                score = sum(weights[word] * rarity[word] for word in present)
                scored.append((len(present), score, key))
        scored.sort(key=lambda one: (-one[0], -one[1], one[2]))
        return [(key, score) for _, score, key in scored]

    @cached_property
    def _index(self) -> dict[str, Mapping[str, float]]:
        """The words of each work by key, each with the weight of the best field that holds it."""
        index: dict[str, Mapping[str, float]] = {}
        for key, work in self.survey.works.items():
            weights: dict[str, float] = {}
            for name, text in self._fields(work).items():
                for word in words(text):
                    weights[word] = max(weights.get(word, 0.0), _FIELDS[name])
            index[key] = weights
        return index

    @cached_property
    def _spread(self) -> Counter[str]:
        """How many works each word occurs in."""
        return Counter(word for weights in self._index.values() for word in weights)

    def _fields(self, work: Work) -> dict[str, str]:
        theme = self.survey.placements[work.key].primary
        return {
            "title": work.title,
            "authors": " ".join(name.as_first_last for name in work.authors),
            "key": work.key,
            "year": str(work.year or ""),
            "venue": f"{work.venue} {work.container}",
            "theme": self.survey.taxonomy.by_id[theme].title if theme else "",
            "abstract": work.abstract,
        }


def _bounded(limit: int) -> int:
    return max(1, min(limit, MOST_RESULTS))
