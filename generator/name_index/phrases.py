"""Where texts contain phrases in lower case: long forms of names, and the ordinary words of proper names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[a-z]+")


class Phrases:
    """Finds phrases in lower-case texts; a text is searched only for phrases of which it has a word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """`phrases` in lower case; each is looked for by its longest word."""
        self.by_word: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases)):
            words = _WORD.findall(phrase)
            if words:
                self.by_word.setdefault(max(words, key=lambda word: (len(word), word)), []).append(phrase)

    def within(self, text: str, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """(phrase, start) for the first place of each phrase, as whole words, in `text`, whose words are `words`."""
        for word in sorted(self.by_word.keys() & words):
            for phrase in self.by_word[word]:
                start = _whole(text, phrase)
                if start >= 0:
                    yield phrase, start


def _whole(text: str, phrase: str) -> int:
    """Where `text` contains `phrase` or its plural as whole words; -1 if it does not."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        after = text[end : end + 1]
        if not text[start - 1 : start].isalnum() and (
            not after.isalnum() or (after == "s" and not text[end + 1 : end + 2].isalnum())
        ):
            return start
        start = text.find(phrase, start + 1)
    return -1


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(_WORD.findall(text))


def found_in(texts: Sequence[tuple[str, frozenset[str]]], phrases: Iterable[str]) -> set[str]:
    """Those of `phrases` that occur in some text."""
    searched = Phrases(phrases)
    return {phrase for text, words in texts for phrase, _ in searched.within(text, words)}
