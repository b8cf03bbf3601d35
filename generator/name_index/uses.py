"""What each work says about a name, in its most informative sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from generator.name_index import numbers, roles
from generator.name_index.candidates import ABSTRACT
from generator.name_index.values import ROLES, Use
from generator.text.sentences import spans
from generator.works import Work

_MOST = 4  # places of a name examined in one work
Spot = tuple[int, int, int]  # title or abstract, start, end


def use(work: Work, spots: Iterable[Spot], is_own: bool) -> Use:
    """What `work` says about the name at `spots` (at least one), which it introduced if `is_own`."""
    found = [_said(work, spot, is_own) for spot in islice(spots, _MOST)]
    return min(found, key=lambda one: ROLES.index(one.role))


def _said(work: Work, spot: Spot, is_own: bool) -> Use:
    part, start, end = spot
    text = work.abstract if part == ABSTRACT else work.title
    begin, stop = _sentence(text, start) if part == ABSTRACT else (0, len(text))
    sentence = text[begin:stop]
    first, last = start - begin, min(end, stop) - begin
    its_numbers = numbers.near(sentence, first, last) if part == ABSTRACT else ()
    role = roles.role(sentence, first, last, has_numbers=bool(its_numbers), is_own=is_own)
    return Use(work.key, role, sentence, first, last, its_numbers)


def _sentence(text: str, at: int) -> tuple[int, int]:
    return next(((start, end) for start, end in spans(text) if start <= at < end), (0, len(text)))
