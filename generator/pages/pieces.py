"""Each work in the formats of the bibliography: the same text wherever it is shown, copied or downloaded."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.bibliography import coins
from generator.bibliography.export import FORMATS
from generator.cache.watched import Unwatched
from generator.works import Work


@dataclass(frozen=True, slots=True)
class Pieces(Unwatched):
    """Works in each format, written when first asked for and then kept."""

    _written: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, form: str, work: Work) -> str:
        """One work in one format of the bibliography. Raises KeyError for a format that is only written as a whole."""
        write = FORMATS[form].piece
        if (form, work.key) not in self._written and write:
            self._written[form, work.key] = write(work)
        return self._written[form, work.key]

    def bibtex(self, work: Work) -> str:
        """The BibTeX entry."""
        return self.of("bibtex", work)

    def coins(self, work: Work) -> str:
        """The work as a ContextObject, for reference managers on a list page."""
        if ("coins", work.key) not in self._written:
            self._written["coins", work.key] = coins.coins(work)
        return self._written["coins", work.key]
