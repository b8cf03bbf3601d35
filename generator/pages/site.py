"""The survey as its pages show it: the parts that more than one page needs, each made once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.language import gettext
from generator.pages.cited import Cited
from generator.pages.drawn import Drawn, drawn
from generator.pages.extracts import Extracts
from generator.pages.pieces import Pieces
from generator.pages.places import Places
from generator.pages.written import Prose
from generator.project.box import read
from generator.project.paths import MKDOCS
from generator.survey import Survey

QUESTIONS, NAMES = "questions.md", "names.md"


@dataclass(frozen=True)
class Site:
    """A survey and the project that it comes from."""

    survey: Survey
    project: Path = Path()
    pieces: Pieces = field(default_factory=Pieces)

    @cached_property
    def places(self) -> Places:
        """The addresses of the pages."""
        content = read(self.project, MKDOCS) or b""
        flat = re.search(rb"^use_directory_urls:[ ]*(?:false|no|off)\b", content, re.MULTILINE | re.IGNORECASE)
        return Places(self.survey, bool(flat))

    @cached_property
    def drawn(self) -> Drawn:
        """The survey as figures draw it."""
        return drawn(self.survey)

    @cached_property
    def extracts(self) -> Extracts:
        """What pages quote from abstracts."""
        return Extracts(self.survey.works)

    @cached_property
    def cited(self) -> Cited:
        """How works are referred to."""
        return Cited(self.survey, self.project, self.places)

    @cached_property
    def prose(self) -> Prose:
        """What people wrote."""
        return Prose(self.survey, self.places, self.cited.library)

    @cached_property
    def empty_pages(self) -> frozenset[str]:
        """The pages that stand at their addresses and hold nothing yet, so that nothing leads to them."""
        overviews = (self.prose.overviews.get(theme.id) for theme in self.survey.taxonomy.themes)
        has_questions = any(overview.questions for overview in overviews if overview)
        empty = {QUESTIONS: not has_questions, NAMES: not self.survey.names_with_pages}
        return frozenset(path for path, is_empty in empty.items() if is_empty)

    @cached_property
    def undecided(self) -> dict[str, str]:
        """What the screening has not settled, in words, by key; nothing where nobody screened."""
        return {work.key: gettext(self.survey.verdicts[work.key].label) for work in self.survey.undecided}
