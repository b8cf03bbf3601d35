"""Terms of a text: its words and two-word phrases, in a comparable form and as they are written."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.links.words import STOP
from generator.text.compare import ascii_letters

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
# What makes one word with what follows its hyphen: `pre-training` is `pretraining`, and `few-shot` is no `shot`.
_PREFIX = {
    "pre", "post", "fine", "multi", "non", "co", "sub", "super", "re", "un", "inter", "intra", "cross", "meta", "auto", "few", "zero", "one", "two",
    "self", "semi", "over", "under",
}  # fmt: skip


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """The comparable form of one word: folded, its plural `s` gone; "" for a stop word, a number or a lone letter."""
    folded = ascii_letters(word).casefold()
    if len(folded) < 2 or folded in STOP or folded.isdigit():
        return ""
    plural = folded.endswith("s") and ((len(folded) > 3 and not folded.endswith(("ss", "us", "is"))) or (len(folded) == 3 and word[:2].isupper()))
    return folded[:-1] if plural else folded


def terms(text: str) -> list[tuple[str, int, int]]:
    """(comparable form, start, end) of every word and of every two words that a space or a hyphen joins, in order."""
    found: list[tuple[str, int, int]] = []
    before, begin, end = "", 0, -2
    for match in _WORD.finditer(text):
        compound = match[0].split("-", 1)
        if len(compound) == 2 and compound[0].lower() in _PREFIX:
            rest = word_key(compound[1])
            words = [(compound[0].lower() + (" " if compound[0].lower() in STOP else "") + rest if rest else "", match.start(), match.end())]
        else:
            words = [(word_key(part[0]), match.start() + part.start(), match.start() + part.end()) for part in _PART.finditer(match[0])]
        for key, start, stop in words:
            if key:
                found.append((key, start, stop))
                if before and start == end + 1 and text[end] in " -":
                    found.append((f"{before} {key}", begin, stop))
            before, begin, end = key, start, stop
    return found


def readable(written: str) -> str:
    """A term as one shows it: names keep their capitals, other words are lower-case."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if not word[0][1:].islower() and len(word[0]) > 1 else word[0].lower(), written)
