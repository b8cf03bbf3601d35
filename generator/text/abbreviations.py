"""Short forms and what they stand for: `retrieval-augmented generation (RAG)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BRACKET = re.compile(r"\(\s*([^\W_](?:[^()\s]|\s(?![^()]*\s[^()]*\s)){1,39}?)\s*(?:[;,][^()]*)?\)")
_SHORT = re.compile(r"[A-Za-z0-9][\w.+&/-]{1,11}")
_WINDOW = 140  # characters before a bracket in which the long form stands
_MOST_WORDS = 10
_WORD_BEFORE = re.compile(r"(?:\w+-)?$")  # `self-` of `self-supervised`, of which the rule may find the end only
_EDGE = re.compile(r"^(?:an?|the(?!\s[A-Z])|our|this|called|named|as|of|in|and|with|for|to|by|using|on)\s+")


def long_form(text: str, short: str) -> int | None:
    """Where in `text` the words begin that `short` abbreviates, they ending `text`; None where they do not.

    The rule is that of Schwartz and Hearst (2003): letters of the short form in order from the right, its first
    letter beginning a word.
    """
    letters = [character.lower() for character in short if character.isalnum()]
    position = len(text)
    for place, letter in reversed(list(enumerate(letters))):
        position -= 1
        while position >= 0 and (
            text[position].lower() != letter or (place == 0 and position > 0 and text[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
    return position if len(text[position:].split()) <= 2 * len(letters) + 2 else None


def abbreviations(text: str) -> Iterator[tuple[str, str]]:
    """(short form, long form) of every pair that `text` writes as `long form (SHORT)`, as it writes them."""
    at = text.find("(")
    while at >= 0:
        found = _BRACKET.match(text, at)
        if found and _SHORT.fullmatch(found[1]) and sum(map(str.isupper, found[1])) > 1:
            short = found[1]
            bare = short[:-1] if short.endswith("s") and short[:-1].isupper() else short
            before = text[max(0, at - _WINDOW) : at].rstrip()
            start = long_form(before, bare)
            if start is not None:
                start -= len(_WORD_BEFORE.search(before[:start])[0])  # type: ignore[index]
                if _is_long(before[start:], bare):
                    yield short, before[start:].strip("\"'“”‘’*`")
        at = text.find("(", at + 1)


def _is_long(words: str, short: str) -> bool:
    """Whether `words` are a form that `short` abbreviates, and not just a run of text with its letters."""
    count = len(words.split())
    return (
        len(words) > len(short)
        and count <= _MOST_WORDS
        and not _EDGE.match(words)
        and not re.search(r"[.;:()?!]\s", words)
        and (count > 1 or "-" in words or len(words) > 2 * len(short))
    )
