"""English words, by which a slip of the pen is told from another word."""

from __future__ import annotations

import gzip
from collections.abc import Set
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase


@lru_cache(maxsize=1)
def english_words() -> Set[str]:
    """Some 160,000 words of English in small letters, of the spell checker pyspellchecker (spellings of the USA).

    Who asks about some hundred words has the answers sooner, and with a tenth of the memory, of `is_english`.
    """
    words = set(_listed().decode("utf-8").split('"')[1::2])  # the keys of an object of numbers
    words.difference_update(ascii_lowercase)
    return words


@lru_cache(maxsize=10_000)
def is_english(word: str) -> bool:
    """Whether a word is one of `english_words`."""
    listed = _listed()
    sought = word.encode("utf-8", "surrogatepass")
    first, behind = 0, len(listed)  # where the line begins and ends in which it stands, if it does: they are in order
    while first < behind:
        start = listed.rfind(b"\n", first, (first + behind) // 2) + 1 or first
        found = listed[listed.find(b'"', start) + 1 : listed.find(b'":', start)]
        if found == sought:
            return word not in set(ascii_lowercase)
        if found < sought:
            end = listed.find(b"\n", start)
            first = end + 1 if end >= 0 else behind
        else:
            behind = start
    return False


@lru_cache(maxsize=1)
def _listed() -> bytes:
    """The words as the package has them, one a line in the order of their letters: `"abbey": 50,`."""
    package = find_spec("spellchecker")  # the package itself, which takes longer to import, is not needed
    assert package is not None and package.origin is not None
    return gzip.decompress((Path(package.origin).parent / "resources" / "en.json.gz").read_bytes()).strip(b"{}\n")
