"""What two titles are both about: the whole phrase that they share, if it is a subject and not one of most works."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.links.terms import readable
from generator.links.words import STOP
from generator.works import Work

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FEW, _COMMON = 10, 0.06  # works, and their share, beyond which what they name or are about tells nothing of two
_ENOUGH = 1_000  # works from which it is told how many name a subject
# Who a study looks at; two studies of patients need not study the same.
_PEOPLE = frozenset(
    """
    adult adults adolescent adolescents child children infant infants newborn newborns boy boys girl girls man men woman
    women person persons people participant participants patient patients subject subjects individual individuals
    student students teacher teachers volunteer volunteers veteran veterans control controls human humans user users
    """.split()
)


def most_that_tell(works: int) -> int:
    """In how many of `works` something may be named at most for it to tell anything of two of them."""
    return int(max(_FEW, _COMMON * works))


class SharedSubjects:
    """Finds what two works are both about, by their titles."""

    def __init__(self, works: Mapping[str, Work]) -> None:
        sample = [works[key] for key in sorted(works)[:: 1 + len(works) // _ENOUGH]]
        self._texts = [f"{work.title}\n{work.abstract}".lower() for work in sample]
        self._most = most_that_tell(len(sample))
        self._is_telling = lru_cache(maxsize=None)(self._tells)

    def of(self, words: Sequence[str], one: str, two: str) -> str:
        """The first of `words` that the titles, or parts of them, are both about, with the words that both have around
        it; "" if there is none.
        """
        lower, other = one.lower(), two.lower()
        for word in words:
            sought = word.lower()
            whole = _whole(word, one, two) if sought in lower and sought in other else ""
            if whole and self._is_telling(whole.lower()):
                return whole
        return ""

    def _tells(self, subject: str) -> bool:
        """Whether it says something that only some works of the survey name."""
        if subject.rsplit(maxsplit=1)[-1] in _PEOPLE:
            return False
        found = 0
        for text in self._texts:
            found += subject in text
            if found > self._most:
                return False
        return True


def _whole(words: str, title: str, other: str) -> str:
    """`words` as the first title has them, with the content words around them that both have; "" if they are not a
    whole subject of both: one word alone stands before no other content word.
    """
    one, two = _WORD.findall(title), _WORD.findall(other)
    sought = [word.lower() for word in _WORD.findall(words)]
    at, and_at = _place(sought, one), _place(sought, two)
    if at is None or and_at is None:
        return ""
    begin, end = at, at + len(sought)
    shift = and_at - at
    while begin > 0 and begin + shift > 0 and _is_shared(one[begin - 1], two[begin + shift - 1]):
        begin -= 1
    while end < len(one) and end + shift < len(two) and _is_shared(one[end], two[end + shift]):
        end += 1
    found = one[begin:end]
    if len(found) == 1 and (_goes_on(title, one, end) or _goes_on(other, two, end + shift)):
        return ""
    return words if len(found) == len(sought) else readable(" ".join(found))


def _place(sought: Sequence[str], title: Sequence[str]) -> int | None:
    folded = [word.lower() for word in title]
    places = range(len(folded) - len(sought) + 1)
    return next((place for place in places if sought and folded[place : place + len(sought)] == sought), None)


def _is_shared(one: str, two: str) -> bool:
    return one.lower() == two.lower() and one.lower() not in STOP


def _goes_on(title: str, words: Sequence[str], end: int) -> bool:
    """Whether a content word follows the word before `end`, with nothing but a blank between the two."""
    if end >= len(words) or words[end].lower() in STOP:
        return False
    return re.search(rf"\b{re.escape(words[end - 1])}\s+{re.escape(words[end])}\b", title) is not None
