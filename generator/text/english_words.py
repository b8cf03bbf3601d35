"""English words, by which a slip of the pen is told from another word."""

from __future__ import annotations

import gzip
from collections.abc import Set
from functools import lru_cache
from importlib.resources import files
from string import ascii_lowercase


@lru_cache(maxsize=1)
def english_words() -> Set[str]:
    """Some 160,000 words of English in small letters, of the spell checker pyspellchecker (spellings of the USA)."""
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    words = set(gzip.decompress(packed).decode("utf-8").split('"')[1::2])  # the keys of an object of numbers
    words.difference_update(ascii_lowercase)
    return words
