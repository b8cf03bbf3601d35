"""What pages quote from abstracts, word for word: a sentence, a proposal, a result, repositories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.links.code import code_of
from generator.text.passages import gist, headline_result, proposal
from generator.works import Work


@dataclass(frozen=True)
class Extracts:
    """What the abstracts of some works say, each by key; "" or nothing where one does not say it."""

    works: Mapping[str, Work]

    @cached_property
    def gists(self) -> dict[str, str]:
        """One sentence of each abstract."""
        return {key: gist(work.abstract, work.title) for key, work in self.works.items()}

    @cached_property
    def proposals(self) -> dict[str, str]:
        """What each work proposes."""
        return {key: proposal(work.abstract, work.title) for key, work in self.works.items()}

    @cached_property
    def results(self) -> dict[str, str]:
        """The headline result of each work."""
        return {key: headline_result(work.abstract) for key, work in self.works.items()}

    @cached_property
    def repositories(self) -> dict[str, tuple[str, ...]]:
        """Repositories that each abstract names, and those that services say it has."""
        return {key: code_of(work) for key, work in self.works.items()}
