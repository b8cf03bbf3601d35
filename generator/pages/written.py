"""Everything that people wrote for the site, with the page on which it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.config.overviews import FOLDER as OVERVIEWS
from generator.language import gettext
from generator.pages.places import Places
from generator.project.paths import SETTINGS
from generator.prose.backlinks import Backlink, Sentences, backlinks, cited_sentences
from generator.prose.library import Library
from generator.prose.overview import Overview, parse_overview
from generator.prose.sources import Written
from generator.survey import Survey


def written(survey: Survey, page_of: Callable[[str], str]) -> tuple[Written, ...]:
    """Overviews, scope and criteria of `survey.yml`, and authors' pages; `page_of` gives the page of a theme."""
    themes, settings = survey.taxonomy.by_id, survey.settings
    overviews = (
        Written(
            f"{OVERVIEWS}/{name}.md",
            page_of(name) if name in themes else "index.md",
            themes[name].title if name in themes else gettext("Home"),
            text,
        )
        for name, text in survey.overviews.items()
    )
    stated = (
        Written(SETTINGS, "method.md", gettext("Method"), text, (settings.place(name).line or 0) + 1)
        for name, text in (("scope", settings.scope), ("criteria", settings.criteria))
        if text.strip()
    )
    return (*overviews, *stated, *survey.pages)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in a text: its parts as those of an overview, and the sentences that cite works."""

    overview: Overview
    sentences: Sentences


def read(text: str, library: Library) -> Read:
    """What stands in a text."""
    return Read(parse_overview(text, library.resolve), tuple(cited_sentences(text, library)))


@dataclass(frozen=True)
class Prose:
    """The survey's prose; `library` is what its citations can point at."""

    survey: Survey
    places: Places
    library: Library

    @cached_property
    def _read(self) -> dict[str, Read]:
        """What is known of texts."""
        return {}

    def know(self, found: Mapping[str, Read]) -> None:
        """Accept what was read in these texts before."""
        self._read.update(found)

    @cached_property
    def overviews(self) -> dict[str, Overview]:
        """The parts of each overview: its threads group the works, its questions are gathered."""
        return {
            name: self._read[text].overview if text in self._read else parse_overview(text, self.library.resolve)
            for name, text in self.survey.overviews.items()
        }

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Everything that people wrote, with the page on which it stands."""
        return written(self.survey, self.places.theme)

    @cached_property
    def backlinks(self) -> dict[str, tuple[Backlink, ...]]:
        """By key, every sentence of the site's prose that cites the work."""
        return backlinks(self.written, self.library, {text: read.sentences for text, read in self._read.items()})
