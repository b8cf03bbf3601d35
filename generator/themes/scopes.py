"""What a taxonomy says of its themes, as weighted phrases: terms, titles, and scopes cut at commas, with "not …"
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

# How much a phrase counts by where the author wrote it (a term: times the weight that the author gave it).
TERM, TITLE, SCOPE, PAIR, WORD, EXCLUDED, NOT_MEANT = 1.6, 2.2, 1.5, 1.0, 0.6, -3.0, -2.0
# The pairs and words of a term speak a little too: a work that nobody thought of rarely has the very words of the term.
TERM_PAIR, TERM_WORD = 0.5, 0.2
LONGEST_SCOPE_PHRASE = 4  # words; a longer piece of prose is not a name that works use, only its words and pairs are

_CUT = re.compile(r"[,;:()/.]|\b(?:and|or)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|except|excluding|rather than)\b(?: (?:about|a|an|the|for|on|in|of))*", re.IGNORECASE)
_BACKWARD = re.compile(
    r"\b(?:those|these|them|another|it)\b", re.IGNORECASE
)  # "surveys of those": about the list, not in it

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
    """What one theme's title, scope, terms and exclusions say, by stems; the strongest weight where two say the same."""
    found: dict[Stems, tuple[str, float]] = {}

    def say(text: str, weight: float) -> None:
        key = tuple(stems(text))
        if any(part not in STOP_STEMS for part in key) and (key not in found or abs(weight) > abs(found[key][1])):
            found[key] = (text, weight)

    for term, weight in theme.terms:
        say(term, TERM * weight)
    meant, not_meant = [(theme.title, TITLE)], []
    for sentence in sentences(theme.scope):
        turn = _NOT.search(sentence)
        meant.append((sentence[: turn.start()] if turn else sentence, SCOPE))
        if turn:
            not_meant.append(sentence[turn.end() :])
    for text, weight in meant:
        for piece in _pieces(text):
            if len(piece.split()) <= LONGEST_SCOPE_PHRASE:
                say(piece, weight)
            content = [word for word in tokens(piece) if word not in STOP]
            if len(content) > 1:
                for word in content:
                    say(word, WORD)
                for pair in pairwise(content):
                    say(" ".join(pair), PAIR)
    for term in theme.excludes:
        found.pop(tuple(stems(term)), None)
        say(term, EXCLUDED)
    for text in not_meant:
        for piece in _pieces(text):
            if len(piece.split()) < LONGEST_SCOPE_PHRASE and tuple(stems(piece)) not in found:
                say(piece, NOT_MEANT)
    for term, _ in theme.terms:
        content = [word for word in tokens(term) if word not in STOP]
        parts = [(" ".join(pair), TERM_PAIR) for pair in pairwise(content)] + [(word, TERM_WORD) for word in content]
        for text, weight in parts if len(content) > 1 else ():
            if tuple(stems(text)) not in found:
                say(text, weight)
    return found


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
