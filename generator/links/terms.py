"""Terms of a text: its words and two-word phrases, in a comparable form and as written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import chain, pairwise

from generator.links.words import STOP
from generator.text.compare import ascii_letters
from generator.text.function_words import PARTICLES, UNSPACED

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\s\w]+|_")  # a word or compound, or a mark that keeps two words apart
_LETTERS = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(r"\b[A-Z][^\W\d_A-Z]++(?:[ -][A-Z][^\W\d_A-Z]++)*")  # `Bayesian`, `Reinforcement Learning`
_SMALL = re.compile(r"\b[a-z]+\b")
_WITHIN = re.compile(r"[a-z,] $")  # what stands before a word within a sentence
# What forms one word with the part after its hyphen: `pre-training` is `pretraining`, but `few-shot` is not a `shot`.
_PREFIX = {
    "pre", "post", "fine", "multi", "non", "co", "sub", "super", "re", "un", "inter", "intra", "cross", "meta", "auto",
    "few", "zero", "one", "two",
    "self", "semi", "over", "under", "in",
}  # fmt: skip
_SEVERAL = 3  # texts
_SHORT = 3  # letters up to which only acronyms have a plural
_PAIR = 2  # characters, or parts, of the smallest compound


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """The comparable form of one word: folded, without a plural `s`; "" for a stop word, number, letter or mark."""
    folded = ascii_letters(word).casefold()
    if len(folded) <= 1 or folded in STOP or folded[0].isdigit() or not word[:1].isalpha():
        return ""
    plural = folded.endswith("s") and (
        (len(folded) > _SHORT and not folded.endswith(("ss", "us", "is")))
        or (len(folded) == _SHORT and word[:2].isupper())
    )
    return folded[:-1] if plural else folded


def terms(text: str) -> list[str]:
    """The comparable form of every word of `text`, then of every two words that a space or a hyphen joins."""
    keys = list(chain.from_iterable(map(_keys, _TOKEN.findall(text))))
    return [*filter(None, keys), *(f"{one} {two}" for one, two in pairwise(keys) if one and two)]


def words(text: str) -> set[str]:
    """The comparable form of every single word of `text`, once each; a compound of several words is none."""
    keys = set(chain.from_iterable(map(_keys, _TOKEN.findall(text))))
    return {key for key in keys if key and " " not in key}


def written(text: str, wanted: Set[str]) -> dict[str, str]:
    """Every `wanted` term of `text`, in its comparable form, to how the text writes it first."""
    wanted_words = {" ".join(parts[place:]) for parts in map(str.split, wanted) for place in range(len(parts))}
    forms: dict[str, str] = {}
    before, form = "", ""
    for token in _TOKEN.findall(text):
        for place, (key, part) in enumerate(_parts(token)):
            if key in wanted_words:
                if key in wanted:
                    forms.setdefault(key, part)
                if before and (phrase := f"{before} {key}") in wanted:
                    forms.setdefault(
                        phrase,
                        f"{form}{part[1:]}"
                        if place and UNSPACED.fullmatch(part)
                        else f"{form}{'-' if place else ' '}{part}",
                    )
            before, form = key, part
    return forms


@lru_cache(maxsize=200_000)
def _keys(token: str) -> tuple[str, ...]:
    return tuple(key for key, _ in _parts(token))


@lru_cache(maxsize=200_000)
def _parts(token: str) -> tuple[tuple[str, str], ...]:
    """(comparable form, as written) of a word, or of each word of a compound; of the whole if its first part is only a
    prefix.

    A run of a script without spaces gives overlapping pairs of characters, without those that contain a particle.
    """
    if not token.isascii() and UNSPACED.fullmatch(token) and len(token) > _PAIR:
        pairs = [token[place : place + 2] for place in range(len(token) - 1)]
        return tuple(("" if PARTICLES.intersection(pair) else pair, pair) for pair in pairs)
    if "-" not in token:
        return ((word_key(token), token),)
    first, rest = token.split("-", 1)
    if first.lower() in _PREFIX:
        key = word_key(rest)
        return ((f"{first.lower()}{' ' if first.lower() in STOP else ''}{key}" if key else "", token),)
    parts = token.split("-")
    # `chain-of-thought`; `end-to-end` says nothing.
    if len(parts) > _PAIR and any(part.lower() in STOP for part in parts[1:-1]):
        return ((" ".join(parts).casefold() if word_key(parts[0]) and word_key(parts[-1]) else "", token),)
    return tuple((word_key(part), part) for part in parts)


def named(text: str, ordinary: Set[str] = frozenset()) -> frozenset[str]:
    """Words that only an initial capital distinguishes and that `text` capitalises within a sentence (`Bayesian`,
    `Medusa`), but for the `ordinary` ones. Of words in a row that begin a sentence or stand in brackets, the later ones
    are none.
    """
    runs = (run for run in _CAPITALISED.finditer(text) if _WITHIN.match(text, max(0, run.start() - 2), run.start()))
    return frozenset(word for run in runs for word in _LETTERS.findall(run[0]) if word.lower() not in ordinary)


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that several of the texts write in lower case: a capital makes no name of them."""
    found = Counter(word for text in texts for word in set(_SMALL.findall(text)))
    return frozenset(word for word, number in found.items() if number >= _SEVERAL)


def readable(written: str, names: Set[str] = frozenset()) -> str:
    """A term as shown to people: names keep their capitals, other words are lower-case."""

    def shown(match: re.Match[str]) -> str:
        word = match[0]
        return word if len(word) > 1 and (not word[1:].islower() or word in names) else word.lower()

    return _LETTERS.sub(shown, written)
