"""What pages quote from abstracts, word for word: a sentence, a proposal, a result, repositories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from generator.cache.watched import Unwatched
from generator.links.code import code_of
from generator.pages.keyed import Each, each_made_anew
from generator.text.findings import headline_result
from generator.text.lost_words import damage
from generator.text.passages import gist
from generator.text.proposals import proposal
from generator.works import Work

Extract = TypeVar("Extract")


class OfWorks(Unwatched, Mapping[str, Extract]):
    """What a function returns for each work, by key, computed when first asked for."""

    __slots__ = ("_found", "_function", "_works")

    def __init__(self, works: Mapping[str, Work], function: Callable[[Work], Extract]) -> None:
        self._works, self._function = works, function
        self._found: dict[str, Extract] = {}

    def __getitem__(self, key: str) -> Extract:
        work = self._works[key]
        if key not in self._found:
            self._found[key] = self._function(work)
        return self._found[key]

    def know(self, found: Mapping[str, Extract]) -> None:
        """Accept what was found for these works before."""
        self._found.update(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._works)

    def __len__(self) -> int:
        return len(self._works)


class Quoted(NamedTuple):
    """What pages quote from an abstract: a sentence that stands for it, what it proposes, its main result; and whether
    it lost words on its way.
    """

    gist: str
    proposal: str
    result: str
    is_damaged: bool


@dataclass(frozen=True)
class Extracts:
    """What the abstracts of works say, each by key; "" or nothing if one does not say it."""

    works: Mapping[str, Work]

    @cached_property
    def gists(self) -> OfWorks[str]:
        """One sentence of each abstract."""
        return OfWorks(self.works, lambda work: gist(work.abstract, work.title))

    @cached_property
    def proposals(self) -> OfWorks[str]:
        """What each work proposes."""
        return OfWorks(self.works, lambda work: proposal(work.abstract, work.title))

    @cached_property
    def results(self) -> OfWorks[str]:
        """The headline result of each work."""
        return OfWorks(self.works, lambda work: headline_result(work.abstract))

    @cached_property
    def damaged(self) -> OfWorks[bool]:
        """Whether each abstract lost words on its way."""
        return OfWorks(self.works, lambda work: bool(damage(work.abstract)))

    @cached_property
    def repositories(self) -> Mapping[str, tuple[str, ...]]:
        """Repositories that each abstract names, and those that services list for it."""
        return OfWorks(self.works, code_of)

    def quoted(self, name: str, keys: Iterable[str], each: Each = each_made_anew) -> dict[str, Quoted]:
        """What pages quote of each of these works, one work after the other: all look at the same sentences. `each`
        may know some of it under this name.
        """
        return each(name, {key: (self.works[key].abstract, self.works[key].title) for key in keys}, quoted)

    def know(self, found: Mapping[str, Quoted]) -> None:
        """Accept what was quoted from these works before."""
        self.gists.know({key: quoted.gist for key, quoted in found.items()})
        self.proposals.know({key: quoted.proposal for key, quoted in found.items()})
        self.results.know({key: quoted.result for key, quoted in found.items()})
        self.damaged.know({key: quoted.is_damaged for key, quoted in found.items()})


def quoted(text: tuple[str, str]) -> Quoted:
    """What pages quote of an abstract, which stands below a title."""
    abstract, title = text
    return Quoted(gist(abstract, title), proposal(abstract, title), headline_result(abstract), bool(damage(abstract)))
