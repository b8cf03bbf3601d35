"""Letters of other scripts in Latin ones, for classic LaTeX, which has no command for them.

The tables are those of AnyAscii: Chinese by its pinyin, Cyrillic, Greek, Arabic and others letter by letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

_LETTERS_AND_DIGITS = ("L", "N")  # the general categories of Unicode
_LATIN_MARKS = range(0x300, 0x370)  # accents on letters of any script, which are not letters themselves


@lru_cache(maxsize=10_000)
def in_latin(character: str) -> str | None:
    """The letter, digit or vowel sign in ASCII ("" for a silent sign); None for any other character."""
    category = unicodedata.category(character)
    latin = anyascii(character)
    if category[0] == "M" and ord(character) not in _LATIN_MARKS:
        return latin
    return latin if category[0] in _LETTERS_AND_DIGITS and latin and latin.isprintable() else None


def in_ascii(text: str) -> str:
    """Text for people, such as a comment, in ASCII."""
    return "".join(character if character.isascii() else anyascii(character) for character in text)


def scripts(letters: Iterable[str]) -> list[str]:
    """The scripts of the letters by name: `Cjk`, `Cyrillic`."""
    return sorted({unicodedata.name(letter, "other").split()[0].capitalize() for letter in letters})
