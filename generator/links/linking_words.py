"""The words that link one work to several others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from generator.links.values import Related

_SEVERAL = 3  # links by the same words: of those that link fewer works, half say little about them


def linking_words(links: Sequence[Related], inside: Container[str]) -> dict[str, int]:
    """What links a work to several of the keys `inside`, without regard to case, and how many it links it to."""
    found: Counter[str] = Counter()
    for link in links:
        if link.key in inside:
            found.update({words.lower() for words in link.words})
    return {words: number for words, number in found.items() if number >= _SEVERAL}


def most_written(links: Sequence[Related], words: str) -> str:
    """`words` as most of the links write them. Raises ValueError if none has them."""
    forms = Counter(form for link in links for form in link.words if form.lower() == words)
    return min(forms, key=lambda form: (-forms[form], form))
