"""What connects two works, in the words of both.

It depends on their texts alone, so that what one call found serves the next for the same texts: a decision on a theme
needs few pairs that were not looked at before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.links.connecting_terms import ConnectingTerms
from generator.links.nearest import Neighbourhood
from generator.links.terms import named, ordinary_words, readable, written
from generator.works import Work


@dataclass(frozen=True, slots=True)
class Known:
    """What was found so far in the texts of some works, by their positions in key order; `Connections` adds to it.

    Attributes:
        terms: the connecting terms of a pair.
        names: the words that a work capitalises as names.
        forms: how a work writes a term.
    """

    terms: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    names: dict[int, frozenset[str]] = field(default_factory=dict)
    forms: dict[int, dict[str, str]] = field(default_factory=dict)


class Connections:
    """Finds what connects works (in key order), unless it is `known` for these very texts."""

    def __init__(self, works: Sequence[Work], near: Neighbourhood, known: Known) -> None:
        self.works, self.near, self.known = works, near, known

    def terms(self, left: int, right: int) -> list[str]:
        """The connecting terms of a pair, as `ConnectingTerms` finds them."""
        if (left, right) not in self.known.terms:
            self.known.terms[left, right] = self._connecting.terms(left, right)
        return self.known.terms[left, right]

    def forms(self, place: int, terms: Iterable[str]) -> dict[str, str]:
        """How a work writes the terms that connect it (its abstract before its title, whose capitals are a matter of
        style).
        """
        known = self.known.forms.setdefault(place, {})
        missing = {term for term in terms if term not in known}
        if missing:
            work, names = self.works[place], self._names(place)
            here = written(work.title, missing) | written(work.abstract, missing)
            known.update({term: readable(here.get(term, term), names) for term in sorted(missing)})
        return known

    def _names(self, place: int) -> frozenset[str]:
        if place not in self.known.names:
            self.known.names[place] = named(self.works[place].abstract, self._ordinary)
        return self.known.names[place]

    @cached_property
    def _connecting(self) -> ConnectingTerms:
        return ConnectingTerms(self.works, self.near)

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        return ordinary_words(work.abstract for work in self.works)
