"""Words that lost the space between them, parted where the other texts of a survey prove it.

What is right stays: a missed parting is harmless, a wrong one is a fault. A word is parted only where no other text has
it, English does not know it and its own text has it once, where its parts are words that other texts have, and where
they fit between their neighbours: a function word ("ofjointly", "thatparaphrasing"), or two long words of which the
first opens no compound ("theoreticalimpossibility", "pointsdifference"). "a", "an", "in" and "is" are beginnings and
endings of too many words of science ("anovulatory", "vaginalis") to come free there. A name that no other text has
("introduceiris", "irisachieves") is set free where it is attached to such words on both sides. Texts that are not
English stay, and what a number between two words was lost from ("bywhile", "thantimes"), so that the loss is seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.text.english_words import english_words
from generator.text.function_words import DETERMINERS, ENGLISH, FOREIGN, PREPOSITIONS
from generator.text.run_together import JOINING_BEGINNINGS, PART_ENDINGS, WHOLE_WORDS, common_words

_WORD = re.compile(r"[A-Za-z]+")
# A run of letters that stands for itself: no address, path, formula, macro, name with digits or contraction.
_FREE = re.compile(r"(?<![\w@/\\.$’'])[A-Za-z]{5,40}(?![\w@/\\$]|['’]\w|\.\w)")
_PROTECTED = re.compile(r"https?://\S+|\$[^$]{1,300}\$")
# Function words before another word, and how many letters that has at least.
_BEFORE = {
    "that": 4, "this": 4, "these": 4, "those": 4, "which": 4, "where": 5, "when": 5, "while": 4, "using": 4, "from": 4,
    "with": 4, "without": 4, "than": 4, "and": 6, "any": 7, "our": 7, "their": 4, "of": 4, "by": 6,
    "or": 5, "on": 6, "to": 6, "at": 7, "via": 6, "so": 7,
}  # fmt: skip
_BEHIND = {"and": 4, "the": 4, "that": 4, "which": 4, "this": 4}
# Those that are also endings of whole words need another ending before them ("rankingin", "writinga").
_BEHIND_ENDING = {
    **dict.fromkeys("in on at to of by for as from with".split(), re.compile(r"\w{3}(?:ing|ed|ly|tion)$")),
    **dict.fromkeys("a an or".split(), re.compile(r"\w{3}ing$")),
}
# The only ones that come free of a word with a capital: other names end and begin so ("Marchand", "Forrester").
_OF_CAPITALS = frozenset("that which this these those using without".split())
_RELATIONS = PREPOSITIONS | {"and", "or", "so", "while", "when", "where"}
_SHORT = 3  # letters up to which the last one, doubled, is a prefix's ("attractors", "offprint")
# Before "on" ("rely onresponses").
_GOVERNS_ON = re.compile(r"(?:solely|depend\w*|rel(?:y|ies|ied|ying|iance)|focus\w*|conditioned)$")
# What a function word needs to the right of it in its own word: "byintroducing", but "bycatch"; "soimplicitly", but
# "sodium"; "onresponses", but "onlookers" and "onboarding"; "withany", but "withstand", "withhold" and "withdraw".
_ONLY_BEFORE = {
    "by": re.compile("ing$"),
    "so": re.compile("ly$"),
    "on": re.compile("(?<!ing)(?<!ers)(?<!er)$"),
    "with": re.compile("^(?!st|hold|held|dr)"),
}
_NO_START = frozenset("is are was were be been has have had do does and or but".split())
_AROUND = 300  # letters on either side that show the language
_ENGLISH_PART = 0.2  # of those words, that many are function words
_FOREIGN_PART = 0.25  # and less than so many times as many are of other languages
_HALF = 6  # letters of each of two long words
# Adjectives that open no compound, and plurals, which open none behind a number.
_ADJECTIVE = re.compile(r"[a-z]{3}(?:ical|ific|istic|ional)$")
_PLURAL = re.compile(r"[^sui]s$")
_NOUN = re.compile(r"(?:tion|ment|ity|ness)$")
_NAME = 4  # letters of a name that is set free
_NAMING = frozenset("introduce introduces propose proposes present presents".split())
_FREQUENT = 2  # other texts that have a part; for the other part, one is enough
_DEEPEST = 3  # words that one may be
# Before or behind these a number was lost, where a function word stands on the other side.
_MEASURES = frozenset("times points percent faster slower compared respectively speedup more less fewer".split())
_FUNCTION = frozenset((*_BEFORE, *_BEHIND, *ENGLISH))


class Texts:
    """How many of a survey's texts have each word."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of each text once."""
        self.spread: Counter[str] = Counter()
        for text in texts:
            self.spread.update({word.lower() for word in _WORD.findall(text)})


@dataclass(frozen=True)
class _Others:
    """The texts of a survey but for one, whose words are `own`."""

    texts: Texts
    own: Counter[str]

    def spread(self, word: str) -> int:
        """How many other texts have a word."""
        return self.texts.spread[word] - (word in self.own)

    def is_odd(self, word: str) -> bool:
        """Whether no other text has a word, nor English, and its own text not twice."""
        if self.spread(word) > 0 or self.own[word] > 1 or word in WHOLE_WORDS or word in common_words():
            return False
        return word not in english_words()

    def is_known(self, word: str, least: int = 1) -> bool:
        """Whether at least so many other texts have a word of English."""
        return self.spread(word) >= least and (word in common_words() or word in english_words())


@dataclass(frozen=True)
class _Run:
    """Letters without a space, and the words before and behind them; "" where no space but a mark stands there."""

    word: str
    before: str
    behind: str

    def cut(self, place: int) -> tuple[_Run, _Run]:
        left, right = self.word[:place], self.word[place:]
        return _Run(left, self.before, right.lower()), _Run(right, left.lower(), self.behind)


def parted(text: str, texts: Texts, title: str = "") -> tuple[str, tuple[str, ...]]:
    """The text with spaces put back, and what was parted (`of jointly`), in the order of the text. What the text and
    its title have themselves proves nothing.
    """
    others = _Others(texts, Counter(word.lower() for word in _WORD.findall(f"{title} {text}")))
    odd = [match for match in _free(text) if _may_be_two(match[0], others)]
    names = _attached_names([match[0].lower() for match in odd], others)
    pieces, said, end = [], [], 0
    for match in odd:
        parts = _parts(_run(match), others, names) if _is_english_around(match) else ()
        if len(parts) > 1:
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


def _run(match: re.Match[str]) -> _Run:
    """A match with its neighbours."""
    before = re.search(r"\b([A-Za-z]+|\d+)\s+$", match.string[max(0, match.start() - _AROUND) : match.start()])
    behind = re.match(r"\s+([A-Za-z]+)", match.string[match.end() : match.end() + _AROUND])
    return _Run(match[0], before[1].lower() if before else "", behind[1].lower() if behind else "")


def _is_english_around(match: re.Match[str]) -> bool:
    """Whether enough words around one are function words of English; a text may have two languages."""
    around = match.string[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    words = re.findall(r"[^\W\d_]+", around.lower())
    english = sum(word in ENGLISH for word in words)
    foreign = sum(word in FOREIGN for word in words)
    return english >= _ENGLISH_PART * len(words) and foreign < _FOREIGN_PART * english


def _may_be_two(word: str, others: _Others) -> bool:
    """Whether a word is odd and no name in capitals (`FasterTransformer`, `GPT`)."""
    capitals = sum(map(str.isupper, word[1:]))
    return capitals + word[0].isupper() <= 1 and others.is_odd(word.lower())


def _parts(run: _Run, others: _Others, names: frozenset[str], deepest: int = _DEEPEST) -> tuple[str, ...]:
    """The words that a run of letters is, or the word itself."""
    cut = next(_cuts(run, others, names), 0)
    if not cut or not deepest:
        return (run.word,)
    return tuple(part for side in run.cut(cut) for part in _parts(side, others, names, deepest - 1))


def _cuts(run: _Run, others: _Others, names: frozenset[str] = frozenset()) -> Iterator[int]:
    """Where a word may be cut, the surest place first."""
    word, low = run.word, run.word.lower()
    if low in names or not others.is_odd(low):
        return
    inner = next((place for place, letter in enumerate(word) if place and letter.isupper()), 0)
    cuts = [inner] if inner else range(1, len(low))
    yield from (cut for cut in cuts if low[:cut] in names or low[cut:] in names)
    for cut in cuts:
        left, right = run.cut(cut)
        if _is_function_before(left, right, others) or _is_function_behind(left, right, others):
            yield cut
    if not word[0].isupper():
        long = [cut for cut in cuts if _are_two_long(low[:cut], low[cut:], others)]
        if len(long) == 1 and (inner or _opens_no_compound(*run.cut(long[0]))):
            yield long[0]


def _is_function_before(left: _Run, right: _Run, others: _Others) -> bool:
    """Whether a word begins with a function word that came from the left."""
    word, rest = left.word.lower(), right.word.lower()
    if word not in _BEFORE or len(rest) < _BEFORE[word] or rest in _FUNCTION or rest in _MEASURES:
        return False
    if left.word[0].isupper() and word not in _OF_CAPITALS:
        return False
    if len(word) <= _SHORT and word[-1] == right.word[0]:
        return False
    if not _follows(word, left.before) or (word in _ONLY_BEFORE and not _ONLY_BEFORE[word].search(rest)):
        return False
    return others.is_known(rest) or any(_cuts(right, others))


def _follows(word: str, before: str) -> bool:
    """Whether a function word may stand behind another word: "the of" and "of on" are none, "of these" is one."""
    if before in DETERMINERS or (word in _RELATIONS and before in PREPOSITIONS):
        return False
    if word == "or":
        return not before  # behind a comma or bracket only
    return word != "on" or bool(_GOVERNS_ON.match(before))


def _is_function_behind(left: _Run, right: _Run, others: _Others) -> bool:
    """Whether a word ends with a function word that what follows needs."""
    word, rest = right.word.lower(), left.word.lower()
    if word in _BEHIND_ENDING:
        is_long = bool(_BEHIND_ENDING[word].search(rest))
    else:
        is_long = word in _BEHIND and len(rest) >= _BEHIND[word]
    if not is_long or rest in _FUNCTION or not _leads(word, right.behind):
        return False
    return (not left.word[0].isupper() or word in _OF_CAPITALS) and others.is_known(rest)


def _leads(word: str, behind: str) -> bool:
    """Whether a function word may stand before another word: "as an", "a rule"."""
    if word in PREPOSITIONS:
        return behind in DETERMINERS
    if word in ("that", "which"):
        return bool(behind)
    if not behind or behind in PREPOSITIONS or behind in _NO_START:
        return False
    return word not in ("a", "an") or (behind[0] in "aeiou") == (word == "an")


def _are_two_long(left: str, right: str, others: _Others) -> bool:
    if len(left) < _HALF or len(right) < _HALF or left in JOINING_BEGINNINGS or right in (*PART_ENDINGS, "nesses"):
        return False
    if not (others.is_known(left, _FREQUENT) or others.is_known(right, _FREQUENT)):
        return False
    return others.is_known(left) and others.is_known(right)


def _opens_no_compound(left: _Run, right: _Run) -> bool:
    """Whether two long words are no compound: an adjective or a counted plural first, or a verb of "we"."""
    if left.before.isdigit():
        return bool(_PLURAL.search(left.word)) and not _PLURAL.search(right.word)
    return bool(_ADJECTIVE.search(left.word) or (left.before == "we" and _NOUN.search(right.word)))


def _attached_names(words: Sequence[str], others: _Others) -> frozenset[str]:
    """What odd words leave behind a verb that names something and before a long word that other texts have: a name."""
    before, behind = set(), set()
    for word in words:
        for cut in range(_NAME, len(word) - _NAME + 1):
            left, right = word[:cut], word[cut:]
            if len(right) > _HALF and others.spread(left) <= 0 and others.is_known(right, _FREQUENT):
                before.add(left)
            if left in _NAMING and others.spread(right) <= 0 and others.is_known(left, _FREQUENT):
                behind.add(right)
    return frozenset(before & behind)
