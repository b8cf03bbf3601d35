"""The terms that connect two works, as a reader would accept them: phrases before words, nothing that many works of the
survey say, no word that the other work uses in another sense ("plug and play", "survey responses").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.links.nearest import Neighbourhood
from generator.links.terms import terms, words
from generator.text.function_words import UNSPACED
from generator.text.sentences import sentences
from generator.works import Work

_SHOWN, _ENOUGH = 4, 2  # terms at most, and from which on none is shown that the works mention in passing
_LEAST_WORKS = 6  # a term of no more works than this is never too common
_COMMON_WORD, _COMMON_PHRASE = 0.06, 0.1  # a word or phrase in a larger share of the works is generic
_AGAIN = 3  # times that a work mentions its own subject
_KINDS = frozenset(["survey", "review", "overview", "thesis", "tutorial", "report", "trial", "cohort", "patient"])
_COMPANY = 2  # words that both works use near a word, for it to mean the same in both


class ConnectingTerms:
    """Finds the connecting terms of works by their position, from the weighted terms of each."""

    def __init__(self, works: Sequence[Work], near: Neighbourhood) -> None:
        self.works, self.weights, self.repeated = works, near.weights, near.repeated
        spread = Counter(term for work in near.weights for term in work)
        word, phrase = (max(_LEAST_WORKS, share * len(works)) for share in (_COMMON_WORD, _COMMON_PHRASE))
        self.generic = {term for term, number in spread.items() if number > (phrase if " " in term else word)}
        self.said: dict[int, list[set[str]]] = {}  # the weighted words of each sentence of a work

    def terms(self, left: int, right: int) -> list[str]:
        """Up to four terms that both works use, no two of them sharing a word: phrases first, then by their weight for
        the pair. Other than phrases, only those that both works come back to, or have in their titles. If all are
        generic, one of them; if they are ambiguous, none.
        """
        one, two = self.weights[left], self.weights[right]
        shared = sorted(one.keys() & two.keys(), key=lambda term: (" " not in term, -one[term] * two[term], term))
        telling = [term for term in shared if term not in self.generic]
        phrases = [term for term in shared if " " in term]
        dwelt_on = [term for term in telling if self._is_dwelt_on(term, left, right)]
        more = [term for term in telling if " " in term and term not in dwelt_on]
        found = self._chosen(dwelt_on, left, right, _SHOWN, _COMPANY)
        if len(found) < _ENOUGH:
            found = self._chosen([*dwelt_on, *more], left, right, _ENOUGH, _COMPANY)
            found.sort(key=lambda term: " " not in term)
        return (
            found
            or self._chosen(telling, left, right, 1, _COMPANY)
            or self._chosen(phrases, left, right, 1, _COMPANY)
            or self._chosen(shared, left, right, 1, 1)
            or [term for term in telling if self._is_subject(term, left) and self._is_subject(term, right)][:1]
        )

    def _chosen(self, shared: Sequence[str], left: int, right: int, most: int, company: int) -> list[str]:
        """Up to `most` of the terms, in order, no two with a word in common.

        A single word counts only if both works use it near at least `company` other words that they share.
        """
        chosen: list[str] = []
        said: set[str] = set()
        for term in shared:
            parts = term.split()
            if said.isdisjoint(parts) and (len(parts) > 1 or self._shared_company(term, left, right) >= company):
                said.update(parts)
                chosen.append(term)
                if len(chosen) == most:
                    break
        return chosen

    def _is_dwelt_on(self, term: str, left: int, right: int) -> bool:
        """Whether both works have a word, or one of them a phrase, in the title or more than once; a name with a digit
        need not be repeated.
        """
        one, two = term in self.repeated[left], term in self.repeated[right]
        return (one or two if " " in term else one and two) or any(map(str.isdigit, term))

    def _is_subject(self, word: str, place: int) -> bool:
        """Whether a work returns to `word`, and that is not just the kind of text that the work is."""
        said = terms(f"{self.works[place].title}\n{self.works[place].abstract}")
        return word not in _KINDS and said.count(word) >= _AGAIN

    def _shared_company(self, word: str, left: int, right: int) -> int:
        """How many words stand near `word` in both works."""
        # A name with a digit means only one thing; a piece of a script without spaces stands beside pieces of its own.
        if UNSPACED.fullmatch(word) or any(map(str.isdigit, word)):
            return _COMPANY
        return len(self._company(left, word) & self._company(right, word))

    def _company(self, place: int, word: str) -> set[str]:
        """The words of a work that share a sentence with `word`."""
        if place not in self.said:
            work, known = self.works[place], self.weights[place]
            texts = (work.title, *sentences(work.abstract))
            self.said[place] = [known.keys() & words(text) for text in texts]
        return set().union(*(said for said in self.said[place] if word in said)) - {word}
