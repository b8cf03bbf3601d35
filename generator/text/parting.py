"""Words that lost the space between them, parted where the other texts of a survey prove it.

A word is parted where no other text has it and English does not know it, and where its parts are words that other texts
have: one a function word ("ofjointly", "thatparaphrasing"), or two long words of English ("pointsdifference"). A name
that no other text has ("introduceiris", "irisachieves") is set free where it is attached to one such word on either
side. What a number between two words was lost from stays as it is ("bywhile", "thantimes"), so that the loss is seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.text.english_words import english_words
from generator.text.run_together import JOINING_BEGINNINGS, PART_ENDINGS, WHOLE_WORDS, common_words

_WORD = re.compile(r"[A-Za-z]+")
# A run of letters that stands for itself: no address, path, formula, macro, name with digits or contraction.
_FREE = re.compile(r"(?<![\w@/\\.$’'])[A-Za-z]{5,40}(?![\w@/\\$]|['’]\w|\.\w)")
_PROTECTED = re.compile(r"https?://\S+|\$[^$]{1,300}\$")
# Function words before another word, and how many letters that has at least.
_BEFORE = {
    "that": 4, "this": 4, "these": 4, "those": 4, "which": 4, "where": 5, "when": 5, "while": 4, "using": 4, "from": 4,
    "with": 4, "without": 4, "than": 4, "the": 5, "and": 4, "any": 6, "all": 6, "our": 5, "their": 4, "of": 4, "by": 4,
    "or": 5, "on": 6, "to": 6, "for": 6, "at": 7, "as": 7, "in": 9, "is": 7, "are": 6, "via": 5, "so": 7,
    "a": 9, "an": 8,
}  # fmt: skip
_BEHIND = {
    "and": 4, "the": 4, "with": 4, "that": 4, "from": 4, "which": 4, "using": 4, "this": 4, "while": 4, "when": 5,
    "for": 6, "to": 6, "of": 6, "by": 6, "as": 6, "is": 7, "are": 6,
}  # fmt: skip
_BEHIND_ENDING = {"in": 5, "on": 5, "at": 5, "a": 6, "an": 6, "or": 6}
_LEAD = 8  # letters before a word that are looked at
_NUMBER_LOST = re.compile(r"\b(?:up to|by|than|of) $")  # "up to athroughput improvement"
_ENDING = re.compile(r"(?:ing|ed|tion|ly|ment)$")
_HALF = 6  # letters of each of two long words
_NAME = 4  # letters of a name that is set free
_FREQUENT = 2  # texts that have a part; for the other part, one is enough
_DEEPEST = 3  # words that one may be
# Before or behind these a number was lost, where a function word stands on the other side.
_MEASURES = frozenset("times points percent faster slower compared respectively speedup more less fewer".split())
_FUNCTION = frozenset(
    (*_BEFORE, *_BEHIND, "into", "over", "between", "because", "then", "also", "but", "not", "can", "will")
)


class Texts:
    """How many of a survey's texts have each word."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of each text once."""
        self.spread: Counter[str] = Counter()
        for text in texts:
            self.spread.update({word.lower() for word in _WORD.findall(text)})

    def is_odd(self, word: str) -> bool:
        """Whether no other text has a word, nor English."""
        if self.spread[word] > 1 or word in WHOLE_WORDS or word in common_words():
            return False
        return word not in english_words()

    def is_known(self, word: str, least: int = _FREQUENT) -> bool:
        """Whether at least so many texts have a word of English."""
        return self.spread[word] >= least and (word in common_words() or word in english_words())


def parted(text: str, texts: Texts) -> tuple[str, tuple[str, ...]]:
    """The text with spaces put back, and what was parted (`of jointly`), in the order of the text."""
    odd = [match for match in _free(text) if _may_be_two(match[0], texts)]
    if not odd:
        return text, ()
    counts = Counter(match[0].lower() for match in odd)
    once = [word for word, count in counts.items() if count == 1]
    names = _attached_names(once, texts)
    known = frozenset(word for word, count in counts.items() if count > 1)
    pieces, said, end = [], [], 0
    for match in odd:
        parts = _parts(match[0], texts, frozenset() if match[0].lower() in known else names, match[0].lower() in known)
        if len(parts) > 1 and not (parts[0] == "a" and _NUMBER_LOST.search(text[: match.start()][-_LEAD:])):
            glued_comma = " " if text[match.start() - 1 : match.start()] == "," else ""
            pieces += [text[end : match.start()], glued_comma, " ".join(parts)]
            said.append(" ".join(parts))
            end = match.end()
    return "".join((*pieces, text[end:])), tuple(said)


def _free(text: str) -> Iterator[re.Match[str]]:
    """Runs of letters outside formulas and addresses."""
    if "$" in text or "://" in text:
        text = _PROTECTED.sub(lambda match: "$" * len(match[0]), text)
    return _FREE.finditer(text)


def _may_be_two(word: str, texts: Texts) -> bool:
    """Whether a word is odd and no name in capitals (`FasterTransformer`, `GPT`)."""
    capitals = sum(map(str.isupper, word[1:]))
    return capitals + word[0].isupper() <= 1 and texts.is_odd(word.lower())


def _parts(word: str, texts: Texts, names: frozenset[str], recurs: bool, deepest: int = _DEEPEST) -> tuple[str, ...]:
    """The words that one is, or the word itself; one that recurs is two only by a function word."""
    cut = next(_cuts(word, texts, names, recurs), 0)
    if not cut or not deepest:
        return (word,)
    left, right = word[:cut], word[cut:]
    return tuple(part for side in (left, right) for part in _parts(side, texts, names, recurs, deepest - 1))


def _cuts(word: str, texts: Texts, names: frozenset[str] = frozenset(), recurs: bool = False) -> Iterator[int]:
    """Where a word may be cut, the surest place first."""
    low = word.lower()
    if low in names or not texts.is_odd(low):
        return
    inner = next((place for place, letter in enumerate(word) if place and letter.isupper()), 0)
    cuts = [inner] if inner else range(1, len(low))
    yield from (cut for cut in cuts if low[:cut] in names or low[cut:] in names)
    for cut in cuts:
        left, right = low[:cut], low[cut:]
        if _is_function_before(left, right, texts) or _is_function_behind(left, right, texts):
            yield cut
    for cut in () if recurs else cuts:
        if _are_two_long(low[:cut], low[cut:], texts):
            yield cut


def _is_function_before(left: str, right: str, texts: Texts) -> bool:
    if left not in _BEFORE or len(right) < _BEFORE[left] or right in _FUNCTION or right in _MEASURES:
        return False
    return texts.is_known(right, 1) or any(_cuts(right, texts))


def _is_function_behind(left: str, right: str, texts: Texts) -> bool:
    least = _BEHIND.get(right) or (_BEHIND_ENDING.get(right) if _ENDING.search(left) else None)
    return least is not None and len(left) >= least and left not in _FUNCTION and texts.is_known(left, 1)


def _are_two_long(left: str, right: str, texts: Texts) -> bool:
    if len(left) < _HALF or len(right) < _HALF or left in JOINING_BEGINNINGS or right in PART_ENDINGS:
        return False
    if not (texts.is_known(left) or texts.is_known(right)):
        return False
    return texts.is_known(left, 1) and texts.is_known(right, 1)


def _attached_names(words: Sequence[str], texts: Texts) -> frozenset[str]:
    """What odd words leave on either side of a long word that the texts know: a name, for nothing else stands before a
    word and behind another one.
    """
    before, behind = set(), set()
    for word in words:
        for cut in range(_NAME, len(word) - _NAME + 1):
            left, right = word[:cut], word[cut:]
            if len(right) > _HALF and texts.spread[left] <= 1 and texts.is_known(right):
                before.add(left)
            if len(left) > _HALF and texts.spread[right] <= 1 and texts.is_known(left):
                behind.add(right)
    return frozenset(before & behind)
