"""Terms of a text: its words and two-word phrases, in a comparable form and as they are written."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from itertools import pairwise

from generator.links.words import STOP
from generator.text.compare import ascii_letters

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\s\w]+|_")  # a word or compound, or what keeps two words apart
# What makes one word with what follows its hyphen: `pre-training` is `pretraining`, and `few-shot` is no `shot`.
_PREFIX = {
    "pre", "post", "fine", "multi", "non", "co", "sub", "super", "re", "un", "inter", "intra", "cross", "meta", "auto", "few", "zero", "one", "two",
    "self", "semi", "over", "under", "in",
}  # fmt: skip


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """The comparable form of one word: folded, its plural `s` gone; "" for a stop word, a number, a lone letter or a mark."""
    folded = ascii_letters(word).casefold()
    if len(folded) < 2 or folded in STOP or folded[0].isdigit() or not word[:1].isalpha():
        return ""
    plural = folded.endswith("s") and ((len(folded) > 3 and not folded.endswith(("ss", "us", "is"))) or (len(folded) == 3 and word[:2].isupper()))
    return folded[:-1] if plural else folded


def terms(text: str) -> list[str]:
    """The comparable form of every word of `text`, then of every two words that a space or a hyphen joins."""
    keys = [key for token in _TOKEN.findall(text) for key, _ in _parts(token)]
    return [key for key in keys if key] + [f"{one} {two}" for one, two in pairwise(keys) if one and two]


def written(text: str, wanted: Set[str]) -> dict[str, str]:
    """Every `wanted` term of `text`, in its comparable form, to how the text writes it first."""
    words = {" ".join(parts[place:]) for parts in map(str.split, wanted) for place in range(len(parts))}
    forms: dict[str, str] = {}
    before, form = "", ""
    for token in _TOKEN.findall(text):
        for place, (key, part) in enumerate(_parts(token)):
            if key in words:
                if key in wanted:
                    forms.setdefault(key, part)
                if before and (phrase := f"{before} {key}") in wanted:
                    forms.setdefault(phrase, f"{form}{'-' if place else ' '}{part}")
            before, form = key, part
    return forms


@lru_cache(maxsize=200_000)
def _parts(token: str) -> tuple[tuple[str, str], ...]:
    """(comparable form, as written) of a word, or of the words of a compound; of the whole where its first part is but a prefix."""
    if "-" not in token:
        return ((word_key(token), token),)
    first, rest = token.split("-", 1)
    if first.lower() in _PREFIX:
        key = word_key(rest)
        return ((f"{first.lower()}{' ' if first.lower() in STOP else ''}{key}" if key else "", token),)
    parts = token.split("-")
    if len(parts) > 2 and any(part.lower() in STOP for part in parts[1:-1]):  # `chain-of-thought`; `end-to-end` says nothing
        return ((" ".join(parts).casefold() if word_key(parts[0]) and word_key(parts[-1]) else "", token),)
    return tuple((word_key(part), part) for part in parts)


def readable(written: str, text: str = "") -> str:
    """A term as one shows it: names keep their capitals, other words are lower-case.

    A capital that only opens a word is kept where `text` writes it within a sentence (`Bayesian`, `Medusa`).
    """

    def shown(match: re.Match[str]) -> str:
        word = match[0]
        named = len(word) > 1 and (not word[1:].islower() or re.search(rf"[a-z,] {re.escape(word)}\b", text) is not None)
        return word if named else word.lower()

    return re.sub(r"[^\W_]+", shown, written)
