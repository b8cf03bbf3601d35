"""What a taxonomy says about its themes, as weighted phrases: terms, titles, and scopes split at commas, with "not …"
understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.config.taxonomy import Taxonomy, Theme
from generator.text.sentences import sentences
from generator.themes.stems import STOP, STOP_STEMS, stems, tokens

# How much a phrase counts, by where the author wrote it (a term: times the weight that the author gave it).
TERM, TITLE, SCOPE, PAIR, WORD, EXCLUDED, NOT_MEANT = 1.6, 2.2, 1.5, 1.0, 0.6, -3.0, -2.0
# The pairs and words of a term speak a little too: a work that nobody thought of rarely has the very words of the term.
TERM_PAIR, TERM_WORD = 0.5, 0.2
LONGEST_SCOPE_PHRASE = 4  # words; a longer piece of prose is not a name that works use, only its words and pairs are

_CUT = re.compile(r"[,;:()/.]|\b(?:and|or)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|except|excluding|rather than)\b(?: (?:about|a|an|the|for|on|in|of))*", re.IGNORECASE)
# "surveys of those": about the list, not in it.
_BACKWARD = re.compile(r"\b(?:those|these|them|another|it)\b", re.IGNORECASE)

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """The phrases of all themes.

    Attributes:
        phrases: stems of each phrase, sorted; its place is its number.
        written: each phrase as the author wrote it.
        weights: phrases by themes; what a phrase says for (or, below zero, against) a theme, 0 where it says nothing.
        numbers: phrase number by stems, with spellings in one word (`fine tun` is found as `finetun` too).
        single: phrase number of each phrase of one stem.
        longer: by the first two stems, the lengths of the phrases that begin with them, longest first.
        anchors: phrases of several words by their two stems that fewest phrases have, each with its stems.
    """

    phrases: tuple[Stems, ...]
    written: tuple[str, ...]
    weights: np.ndarray
    numbers: dict[Stems, int]
    single: dict[str, int]
    longer: dict[str, dict[str, tuple[int, ...]]]
    anchors: dict[str, dict[str, tuple[tuple[int, Stems], ...]]]


def read_scopes(taxonomy: Taxonomy) -> Lexicon:
    """The lexicon of a taxonomy; the same for the same themes whatever their order."""
    spoken = [_phrases(theme) for theme in taxonomy.themes]
    phrases = tuple(sorted({phrase for found in spoken for phrase in found}))
    number = {phrase: index for index, phrase in enumerate(phrases)}
    weights = np.zeros((len(phrases), len(spoken)))
    written = [""] * len(phrases)
    for theme, found in enumerate(spoken):
        for phrase, (text, weight) in found.items():
            weights[number[phrase], theme] = weight
            written[number[phrase]] = min(
                filter(None, (written[number[phrase]], text)), key=lambda form: (form.lower(), form)
            )
    numbers = dict(number)
    for phrase in phrases:
        for cut in range(len(phrase) - 1):
            joined = (*phrase[:cut], phrase[cut] + phrase[cut + 1], *phrase[cut + 2 :])
            numbers.setdefault(joined, number[phrase])
    single = {spelling[0]: found for spelling, found in numbers.items() if len(spelling) == 1}
    return Lexicon(phrases, tuple(written), weights, numbers, single, _longer(numbers), _anchors(phrases))


def _longer(spellings: Iterable[Stems]) -> dict[str, dict[str, tuple[int, ...]]]:
    lengths: dict[str, dict[str, set[int]]] = {}
    for spelling in spellings:
        if len(spelling) > 1:
            lengths.setdefault(spelling[0], {}).setdefault(spelling[1], set()).add(len(spelling))
    return {
        first: {second: tuple(sorted(found, reverse=True)) for second, found in after.items()}
        for first, after in lengths.items()
    }


def _anchors(phrases: Sequence[Stems]) -> dict[str, dict[str, tuple[tuple[int, Stems], ...]]]:
    contents = [tuple(dict.fromkeys(stem for stem in phrase if stem not in STOP_STEMS)) for phrase in phrases]
    uses = Counter(stem for content in contents for stem in content)
    anchors: dict[str, dict[str, list[tuple[int, Stems]]]] = {}
    for number, content in enumerate(contents):
        if len(content) > 1:
            rarest_first = tuple(sorted(content, key=lambda stem: (uses[stem], stem)))
            anchors.setdefault(rarest_first[0], {}).setdefault(rarest_first[1], []).append((number, rarest_first))
    return {first: {second: tuple(found) for second, found in beside.items()} for first, beside in anchors.items()}


def _phrases(theme: Theme) -> dict[Stems, tuple[str, float]]:
    """What a theme's title, scope, terms and exclusions say, by stems; where two say the same, the stronger weight."""
    said = _Said()
    for term, weight in theme.terms:
        said.add(term, TERM * weight)
    meant, not_meant = _turned(theme.scope)
    said.add_parts(theme.title, TITLE)
    for text in meant:
        said.add_parts(text, SCOPE)
    for term in theme.excludes:
        said.found.pop(tuple(stems(term)), None)
        said.add(term, EXCLUDED)
    for text in not_meant:
        for piece in _pieces(text):
            if len(piece.split()) < LONGEST_SCOPE_PHRASE:
                said.add_new(piece, NOT_MEANT)
    for term, _ in theme.terms:
        content = _content(term)
        if len(content) > 1:
            for pair in pairwise(content):
                said.add_new(" ".join(pair), TERM_PAIR)
            for word in content:
                said.add_new(word, TERM_WORD)
    return said.found


def _turned(scope: str) -> tuple[list[str], list[str]]:
    """What a scope takes in and what it shuts out ("…, not of …"), a text for each sentence."""
    meant, not_meant = [], []
    for sentence in sentences(scope):
        turn = _NOT.search(sentence)
        meant.append(sentence[: turn.start()] if turn else sentence)
        if turn:
            not_meant.append(sentence[turn.end() :])
    return meant, not_meant


class _Said:
    """Phrases by their stems, each as it is written and with its weight."""

    def __init__(self) -> None:
        self.found: dict[Stems, tuple[str, float]] = {}

    def add(self, text: str, weight: float) -> None:
        """Note a phrase, unless only function words are in it or its weight is no stronger than one that is known."""
        key = tuple(stems(text))
        is_stronger = key not in self.found or abs(weight) > abs(self.found[key][1])
        if is_stronger and any(part not in STOP_STEMS for part in key):
            self.found[key] = (text, weight)

    def add_new(self, text: str, weight: float) -> None:
        """Note a phrase that is not known yet."""
        if tuple(stems(text)) not in self.found:
            self.add(text, weight)

    def add_parts(self, text: str, weight: float) -> None:
        """Note the short pieces of a text, and the words and neighbouring words of every piece."""
        for piece in _pieces(text):
            if len(piece.split()) <= LONGEST_SCOPE_PHRASE:
                self.add(piece, weight)
            content = _content(piece)
            if len(content) > 1:
                for word in content:
                    self.add(word, WORD)
                for pair in pairwise(content):
                    self.add(" ".join(pair), PAIR)


def _content(text: str) -> list[str]:
    """The words of a text that are not function words."""
    return [word for word in tokens(text) if word not in STOP]


def _pieces(text: str) -> list[str]:
    """The members of the enumeration that a scope is, without the function words around each."""
    pieces = []
    for piece in _CUT.split(text):
        if _BACKWARD.search(piece):
            continue
        words = piece.split()
        while words and words[0].lower() in STOP:
            words.pop(0)
        while words and words[-1].lower() in STOP:
            words.pop()
        if words:
            pieces.append(" ".join(words))
    return pieces
